"""Moving a declaration on: every step goes through the table of its life, and on record."""

from collections.abc import Mapping
from datetime import datetime

from customhouse.accounts.actor import Actor
from customhouse.declarations import history
from customhouse.declarations.models import Control, Declaration, Question
from customhouse.declarations.problems import NotFound
from customhouse.records import actions as records
from customhouse.revenue import queries as revenue
from fondaco.clearance.release import Standing, state_after
from fondaco.declaration.lifecycle import Act, State, step

_HELD = (State.UNDER_CONTROL, State.AWAITING_PAYMENT)


def locked(mrn: str) -> Declaration:
    """The declaration, locked until the transaction ends; NotFound where the actor sees none."""
    found = Declaration.objects.select_for_update().filter(mrn=mrn).first()
    if found is None:
        raise NotFound(mrn)
    return found


def move(
    declaration: Declaration,
    act: Act,
    *,
    to: State,
    by: Actor,
    at: datetime,
    told: Mapping[str, object] | None = None,
    kept: Mapping[str, object] | None = None,
) -> None:
    """Take one step of the declaration's life, and record it.

    ``told`` is what the trader may read of it, ``kept`` what customs alone may.
    """
    declaration.state = step(State(declaration.state), act, to=to).value
    declaration.last_act = act.value
    if to is State.RELEASED and declaration.released_at is None:
        declaration.released_at = at
    if to in (State.WITHDRAWN, State.INVALIDATED, State.REFUSED, State.FORFEITED):
        declaration.ended_at = at
    declaration.save()
    entries = [history.told(declaration, act, by=by, payload=told or {})]
    if kept:
        entries.append(history.kept(declaration, act, by=by, payload=kept))
    records.append(entries=entries, at=at)


def proceed(declaration: Declaration, *, by: Actor, at: datetime) -> None:
    """Let a held declaration go as far as its holds allow: release is not asked for, it follows."""
    state = State(declaration.state)
    if state not in _HELD:
        return
    target = state_after(standing(declaration))
    if target is state:
        return
    act = {
        State.RELEASED: Act.RELEASE,
        State.AWAITING_PAYMENT: Act.CONCLUDE_CONTROL,
        State.UNDER_CONTROL: Act.REOPEN_CONTROL,
    }[target]
    move(declaration, act, to=target, by=by, at=at)


def standing(declaration: Declaration) -> Standing:
    """What the desks hold against the declaration just now."""
    money = revenue.balance(declaration.mrn)
    return Standing(
        open_controls=Control.objects.filter(
            declaration=declaration, concluded_at__isnull=True
        ).count(),
        open_questions=Question.objects.filter(
            declaration=declaration, answered_at__isnull=True
        ).count(),
        owed=money.owed,
        secured=money.secured,
    )
