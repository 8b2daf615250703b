"""The life of a declaration: its states, the acts that move it, and nothing else that can.

Revised Kyoto Convention, General Annex chapter 3 and Specific Annex H chapter 1 (customs
offences); TFA articles 7.1 and 7.3. The building keeps the same table in its database, so that
a step the table does not name cannot be written either.
"""

from enum import StrEnum


class State(StrEnum):
    """Where a declaration stands."""

    REGISTERED = "registered"
    """Lodged before arrival, numbered, not yet accepted."""
    UNSUPPORTED = "unsupported"
    """Registered under a procedure that the platform names but does not clear yet."""
    UNDER_CONTROL = "under control"
    """Accepted; documents are checked or goods examined before anything else."""
    AWAITING_PAYMENT = "awaiting payment"
    """Accepted and not held by a control; something is owed and not yet paid or secured."""
    RELEASED = "released"
    """The goods may be used as the procedure allows."""
    WITHDRAWN = "withdrawn"
    """Taken back by the declarant before acceptance."""
    INVALIDATED = "invalidated"
    """Annulled by customs after acceptance."""
    REFUSED = "refused"
    """Registered before arrival and refused when presented."""
    SEIZED = "seized"
    """Goods found prohibited or smuggled are held under a power until two people decide."""
    FORFEITED = "forfeited"
    """The seized goods are the State's; the debt on them has ended."""


class Act(StrEnum):
    """What can be done to a declaration."""

    REGISTER = "register"
    ACCEPT = "accept"
    CORRECT = "correct"
    WITHDRAW = "withdraw"
    REFUSE = "refuse"
    AMEND = "amend"
    INVALIDATE = "invalidate"
    CONCLUDE_CONTROL = "conclude control"
    REOPEN_CONTROL = "reopen control"
    REASSESS = "reassess"
    SETTLE = "settle"
    RELEASE = "release"
    SEIZE = "seize"
    RETURN = "return"
    FORFEIT = "forfeit"


S, A = State, Act

_ACCEPTED = (S.UNDER_CONTROL, S.AWAITING_PAYMENT, S.RELEASED)
_HELD = (S.UNDER_CONTROL, S.AWAITING_PAYMENT)

TRANSITIONS: frozenset[tuple[State | None, Act, State]] = frozenset(
    [
        (None, A.REGISTER, S.REGISTERED),
        (None, A.REGISTER, S.UNSUPPORTED),
        (S.REGISTERED, A.CORRECT, S.REGISTERED),
        (S.REGISTERED, A.WITHDRAW, S.WITHDRAWN),
        (S.UNSUPPORTED, A.WITHDRAW, S.WITHDRAWN),
        (S.REGISTERED, A.REFUSE, S.REFUSED),
        (S.UNDER_CONTROL, A.CONCLUDE_CONTROL, S.UNDER_CONTROL),
        (S.UNDER_CONTROL, A.CONCLUDE_CONTROL, S.AWAITING_PAYMENT),
        (S.UNDER_CONTROL, A.RELEASE, S.RELEASED),
        (S.AWAITING_PAYMENT, A.RELEASE, S.RELEASED),
        (S.AWAITING_PAYMENT, A.REOPEN_CONTROL, S.UNDER_CONTROL),
        *((start, A.ACCEPT, end) for start in (None, S.REGISTERED) for end in _ACCEPTED),
        *((state, A.SETTLE, state) for state in _ACCEPTED),
        *((state, A.REASSESS, state) for state in _ACCEPTED),
        *((state, A.AMEND, state) for state in _ACCEPTED),
        (S.AWAITING_PAYMENT, A.AMEND, S.UNDER_CONTROL),
        *((state, A.INVALIDATE, S.INVALIDATED) for state in _ACCEPTED),
        # Nothing leads from seized goods to their release but their return, by two people.
        (S.UNDER_CONTROL, A.SEIZE, S.SEIZED),
        (S.SEIZED, A.CONCLUDE_CONTROL, S.SEIZED),
        (S.SEIZED, A.SETTLE, S.SEIZED),
        *((S.SEIZED, A.RETURN, state) for state in _ACCEPTED),
        (S.SEIZED, A.FORFEIT, S.FORFEITED),
        (S.FORFEITED, A.SETTLE, S.FORFEITED),
    ]
)
"""Every step that exists: from (``None``: not yet lodged), act, to."""


class StepRefused(Exception):  # noqa: N818 - it is the law that refuses, nothing has failed
    """An act that the declaration's state does not allow."""

    def __init__(self, state: State | None, act: Act, target: State) -> None:
        self.state, self.act, self.target = state, act, target
        allowed = sorted({step[1].value for step in TRANSITIONS if step[0] == state})
        super().__init__(
            f"found {state.value if state else 'not lodged'!r}, from which {act.value!r} "
            f"does not lead to {target.value!r}; expected one of: {', '.join(allowed) or 'nothing'}"
        )


def step(state: State | None, act: Act, *, to: State) -> State:
    """The new state, or StepRefused where the table has no such step.

    >>> step(State.AWAITING_PAYMENT, Act.RELEASE, to=State.RELEASED).value
    'released'
    >>> step(State.WITHDRAWN, Act.RELEASE, to=State.RELEASED)
    Traceback (most recent call last):
    ...
    fondaco.declaration.lifecycle.StepRefused: found 'withdrawn', from which 'release' does not \
lead to 'released'; expected one of: nothing
    """
    if (state, act, to) not in TRANSITIONS:
        raise StepRefused(state, act, to)
    return to
