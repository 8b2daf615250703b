"""Lowering a channel: two people, a cited power, and an entry nobody can take back."""

from datetime import datetime

from customhouse.accounts.actor import Actor
from customhouse.declarations import history
from customhouse.declarations.actions.asking import opened_within
from customhouse.declarations.actions.proceed import locked, move, proceed
from customhouse.declarations.models import Control, Declaration, Request
from customhouse.declarations.problems import NotAllowed
from customhouse.records import actions as records
from customhouse.settings.database import as_customs
from fondaco.declaration.lifecycle import Act, State

ORDER = ("green", "blue", "yellow", "red")


def ask_to_lower(
    *, mrn: str, channel: str, power: str, reason: str, by: Actor, at: datetime
) -> Request:
    """Ask that a declaration be controlled less; a supervisor, never the asker, answers."""
    with as_customs():
        declaration = locked(mrn)
        if ORDER.index(channel) >= ORDER.index(declaration.channel or "green"):
            raise NotAllowed(
                found=f"{channel}, where {declaration.channel} applies",
                expected="a lower channel",
                mend="order a control instead, if more should be checked",
            )
        request = opened_within(
            declaration,
            Request.Kind.LOWER_CHANNEL,
            power=power,
            reason=reason,
            channel=channel,
            by=by,
            at=at,
        )
        kept = {"request": request.id, "to": channel, "power": power, "reason": reason}
        records.append(
            entries=[history.noted(declaration, "override.asked", by=by, payload=kept)],
            at=at,
        )
        return request


def lower(declaration: Declaration, request: Request, *, by: Actor, at: datetime) -> None:
    """Carry out a granted request: controls above the new channel are closed as overridden."""
    before, declaration.channel = declaration.channel, request.channel
    kinds = [Control.Kind.EXAMINATION.value]
    if request.channel != "yellow":
        kinds.append(Control.Kind.DOCUMENTS.value)
    Control.objects.filter(
        declaration=declaration, kind__in=kinds, concluded_at__isnull=True
    ).update(
        concluded_at=at,
        concluded_by=by.person_id,
        result=Control.Result.OVERRIDDEN.value,
        remarks=request.power,
    )
    move(
        declaration,
        Act.CONCLUDE_CONTROL,
        to=State(declaration.state),
        by=by,
        at=at,
        kept={"from": before, "to": request.channel, "power": request.power},
    )
    proceed(declaration, by=by, at=at)
