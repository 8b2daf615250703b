"""Second thoughts: traders who withdraw, or ask to amend, and officers who answer them."""

from __future__ import annotations

from datetime import datetime, timedelta

import msgspec

from customhouse.accounts import queries as accounts
from customhouse.accounts.actor import Actor
from customhouse.declarations.actions import correct, end, requests
from customhouse.declarations.queries.file import File
from customhouse.demonstration.actions import errands
from customhouse.demonstration.actions.trade import Trade
from customhouse.demonstration.chance import happens
from customhouse.demonstration.people import HEAD_OFFICE
from customhouse.demonstration.values import Consignment
from fondaco.declaration.document import Document
from fondaco.declaration.lifecycle import State

WITHDRAWAL_SHARE, AMENDMENT_SHARE = 0.015, 0.03
GRANTED_SHARE = 0.85
ANSWERED_AFTER = timedelta(hours=3)
_REASONS = (
    "The seller has corrected the reference of the article.",
    "The description named another model of the same goods.",
)


def note(trade: Trade, coming: Consignment, *, state: str, at: datetime) -> None:
    """Note, now and then, that somebody will think again about a declaration that stands so."""
    dice = trade.dice(coming, "second thoughts", state)
    if state == State.REGISTERED and happens(dice, WITHDRAWAL_SHARE):
        trade.note(coming, errands.WITHDRAW, (coming.arrives_after or timedelta()) / 2, at=at)
    elif state == State.RELEASED and happens(dice, AMENDMENT_SHARE):
        trade.note(coming, errands.AMEND, timedelta(minutes=30 + dice.randrange(300)), at=at)


def withdraw(trade: Trade, coming: Consignment, *, mrn: str, at: datetime) -> None:
    """Take a declaration back before its goods arrive."""
    clerk = trade.clerk(coming.sender, at=at)
    end.withdraw(mrn=mrn, reason="The order was cancelled.", by=clerk, at=at)
    errands.drop(coming.number)


def ask_to_amend(trade: Trade, coming: Consignment, *, file: File, at: datetime) -> None:
    """Ask customs to put a description right."""
    dice, clerk = trade.dice(coming, "amend"), trade.clerk(coming.sender, at=at)
    document = _described_anew(file.document, f"rev. {dice.randrange(2, 10)}")
    reason = dice.choice(_REASONS)
    asked = correct.ask_to_amend(mrn=file.mrn, document=document, reason=reason, by=clerk, at=at)
    trade.note(coming, errands.DECIDE, ANSWERED_AFTER, at=at, subject=asked.id)


def decide(trade: Trade, coming: Consignment, *, request_id: int, file: File, at: datetime) -> bool:
    """Answer a request; says no where it waits for the officer whom one may sign in as."""
    open_one = next((each for each in file.open_requests if each.id == request_id), None)
    if open_one is None:
        return True
    if file.office == HEAD_OFFICE and trade.is_left_to_people(since=open_one.asked_at, at=at):
        return False
    officer = _officer(trade, file.office)
    if officer is None:
        return False
    is_granted = happens(trade.dice(coming, "decide"), GRANTED_SHARE)
    why = "The invoice bears it out." if is_granted else "The invoice says otherwise."
    requests.answer(request_id=request_id, granted=is_granted, reason=why, by=officer, at=at)
    return True


def _officer(trade: Trade, office: str) -> Actor | None:
    there = [each for each in accounts.on_shift(office=office) if each not in trade.shown_officers]
    return accounts.actor_of_person(there[0]) if there else None


def _described_anew(document: Document, mark: str) -> Document:
    replace = msgspec.structs.replace
    shipment = document.shipment
    if shipment is None:
        return document
    first, *others = shipment.items
    changed = replace(first, description=f"{first.description}, {mark}")
    return replace(document, shipment=replace(shipment, items=(changed, *others)))
