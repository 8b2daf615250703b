"""From a judgement to what the desks enter for it: state, debt, control."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from customhouse.declarations.entry import Booked, ControlOrder, Judged
from customhouse.declarations.models import Control
from customhouse.declarations.queries.facts import payer
from customhouse.revenue.postings import Posting
from customhouse.targeting.actions import Selected
from fondaco.clearance.decision import Outcome
from fondaco.clearance.release import Standing, state_after
from fondaco.declaration.lifecycle import Act, State, step
from fondaco.revenue import debt
from fondaco.revenue.ledger import Account, Transfer, balance, minor

DEFERRED = "E"
"""The method of payment that carries a debt to a deferment account (WCO element 4/8)."""

_CONTROLLED = {"yellow": Control.Kind.DOCUMENTS, "red": Control.Kind.EXAMINATION}


def book(
    judged: Judged, *, organisation: int, importer_organisation: int | None, deferred: int
) -> Booked:
    """What the books will say of a declaration judged for the first time.

    ``deferred`` is what its payer's account bears of the debt, in minor units.
    """
    transfers = _transfers(judged, deferred=deferred)
    act, state = _first_step(judged, owed=_owed(transfers, judged.mrn))
    assessment = judged.decision.assessment
    currency = assessment.currency if assessment else ""
    return Booked(
        judged=judged,
        act=act,
        state=step(None, act, to=state) if state is not None else None,
        organisation=organisation,
        importer_organisation=importer_organisation,
        currency=currency,
        posting=Posting(
            reference=f"{judged.mrn}/1",
            mrn=judged.mrn,
            version=1,
            organisation=organisation,
            importer_organisation=importer_organisation,
            currency=currency,
            transfers=transfers,
        ),
        control=control_order(
            judged, organisation=organisation, importer_organisation=importer_organisation
        ),
    )


def channel(judged: Judged) -> str | None:
    """The channel that applies: the selection's, once the declaration has legal force."""
    selection = judged.decision.selection
    if selection is None or judged.decision.outcome is not Outcome.ACCEPTED:
        return None
    return selection.channel.value


def control_order(
    judged: Judged, *, organisation: int, importer_organisation: int | None
) -> ControlOrder | None:
    """The control that the selection asks for, None where nothing is checked before release."""
    kind = _CONTROLLED.get(channel(judged) or "")
    if kind is None:
        return None
    selection = judged.decision.selection
    return ControlOrder(
        mrn=judged.mrn,
        # A control of the sandbox belongs to no office: nobody is drawn for it, no queue has it.
        office="" if judged.is_sandbox else judged.document.office or "",
        kind=kind.value,
        method=(selection.method or "") if selection else "",
        organisation=organisation,
        importer_organisation=importer_organisation,
    )


def selected(judged: Judged, *, version: int) -> Selected | None:
    """The line of the selection ledger, once the declaration has legal force."""
    decision = judged.decision
    if decision.selection is None or decision.outcome is not Outcome.ACCEPTED:
        return None
    return Selected(
        mrn=judged.mrn,
        version=version,
        office=judged.document.office or "",
        selection=decision.selection,
        selectivity_digest=decision.selectivity_digest or "",
    )


def deferrable(judged: Judged) -> int:
    """What the declarant asked to defer, in minor units; nothing where no account may bear it."""
    assessment, available = judged.decision.assessment, judged.facts.available
    if judged.decision.outcome is not Outcome.ACCEPTED or assessment is None or available is None:
        return 0
    return sum(minor(line.amount) for line in assessment.lines if line.payment_method == DEFERRED)


def deferred_on(judged: Sequence[Judged]) -> Mapping[str, Mapping[str, int]]:
    """What each payer's account bears, in minor units by MRN: each debt that still fits."""
    left: dict[str, int] = {}
    borne: dict[str, dict[str, int]] = {}
    for one in judged:
        amount, holder = deferrable(one), payer(one.document)
        if holder and amount:
            fits = left.setdefault(holder, minor(one.facts.available or Decimal(0)))
            if amount <= fits:
                left[holder] = fits - amount
                borne.setdefault(holder, {})[one.mrn] = amount
    return borne


def customs_value(judged: Judged) -> Decimal | None:
    """The customs value of all items together, in the law's currency."""
    assessment = judged.decision.assessment
    if assessment is None:
        return None
    return sum((value.customs_value for value in assessment.values), Decimal(0))


def _transfers(judged: Judged, *, deferred: int) -> tuple[Transfer, ...]:
    assessment = judged.decision.assessment
    if judged.decision.outcome is not Outcome.ACCEPTED or assessment is None:
        return ()
    owed = debt.incurred(judged.mrn, assessment)
    holder = payer(judged.document)
    if not deferred or holder is None:
        return owed
    return (*owed, debt.deferred(judged.mrn, deferred, payer=holder))


def _owed(transfers: Sequence[Transfer], mrn: str) -> int:
    return balance(transfers, Account.RECEIVABLE, holder=mrn)


def _first_step(judged: Judged, *, owed: int) -> tuple[Act, State | None]:
    match judged.decision.outcome:
        case Outcome.REFUSED:
            return Act.REFUSE, None
        case Outcome.UNSUPPORTED:
            return Act.REGISTER, State.UNSUPPORTED
        case Outcome.REGISTERED:
            return Act.REGISTER, State.REGISTERED
        case Outcome.ACCEPTED:
            held = int(channel(judged) in _CONTROLLED)
            standing = Standing(open_controls=held, open_questions=0, owed=owed, secured=0)
            return Act.ACCEPT, state_after(standing)
