"""Ending a declaration: withdrawn by the trader before acceptance, annulled by customs after."""

from datetime import datetime

from customhouse.accounts.actor import Actor
from customhouse.declarations import consignment
from customhouse.declarations.actions.authority import check_may_change
from customhouse.declarations.actions.proceed import locked, move
from customhouse.declarations.actions.rejudge import document_of, post
from customhouse.declarations.models import Declaration, PastConsignment
from customhouse.revenue import queries as money
from customhouse.settings.database import acting_as, as_customs
from fondaco.declaration.lifecycle import Act, State
from fondaco.revenue import debt

NOT_SELECTED = "green"


def withdraw(*, mrn: str, reason: str, by: Actor, at: datetime) -> Declaration:
    """Take a declaration back before acceptance; its goods keep the draw they have."""
    with acting_as(by):
        check_may_change(locked(mrn), by=by, at=at)
    with as_customs():
        declaration = locked(mrn)
        _remember(declaration, at=at)
        move(declaration, Act.WITHDRAW, to=State.WITHDRAWN, by=by, at=at, told={"reason": reason})
        return declaration


def invalidate(declaration: Declaration, *, reason: str, by: Actor, at: datetime) -> None:
    """Annul an accepted declaration: its debt ends, what was paid becomes refundable."""
    _remember(declaration, at=at)
    transfers = debt.extinguished(declaration.mrn, money.charged(declaration.mrn))
    post(declaration, transfers, purpose="ended", at=at)
    move(declaration, Act.INVALIDATE, to=State.INVALIDATED, by=by, at=at, told={"reason": reason})


def _remember(declaration: Declaration, *, at: datetime) -> None:
    if declaration.is_sandbox:  # what was tried there never weighs on real goods
        return
    document = document_of(declaration)
    PastConsignment.objects.bulk_create(
        PastConsignment(
            key=key,
            mrn=declaration.mrn,
            channel=declaration.channel or NOT_SELECTED,
            draw=declaration.draw,
            at=at,
        )
        for key in consignment.keys(document)
    )
