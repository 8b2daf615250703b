"""Presentation: the goods have arrived, so what was lodged before is judged again and accepted."""

from datetime import datetime

from customhouse.accounts.actor import Actor
from customhouse.declarations import booking, history
from customhouse.declarations.actions import controls
from customhouse.declarations.actions.proceed import locked, move, standing
from customhouse.declarations.actions.rejudge import (
    charge,
    defer,
    document_of,
    enter_version,
    rejudge,
)
from customhouse.declarations.entry import Judged
from customhouse.declarations.models import Declaration
from customhouse.declarations.problems import NotAllowed
from customhouse.records import actions as records
from customhouse.settings.database import as_customs
from customhouse.targeting import actions as targeting
from customhouse.tariffs import queries as tariffs
from fondaco.clearance.decision import Outcome
from fondaco.clearance.release import state_after
from fondaco.declaration.lifecycle import Act, State
from fondaco.territory.calendar import legal_day


def present(*, mrn: str, by: Actor, at: datetime) -> Declaration:
    """Take notice that the goods are here: the tax point of a declaration lodged before arrival.

    It is judged again on that day's law, rates and exchange; what is then found wrong
    refuses it, and what is in order is accepted (Revised Kyoto Convention, GA 3.25).
    """
    with as_customs():
        declaration = locked(mrn)
        _check(declaration, by=by)
        on = legal_day(at, ahead_of_utc=tariffs.law().ahead_of_utc)
        document = document_of(declaration)
        judged = rejudge(declaration, document, on=on, arrived=on, at=at)
        declaration.arrived_at = at
        enter_version(declaration, judged, reason="presented", by=by, at=at)
        if judged.decision.outcome is not Outcome.ACCEPTED:
            rules = sorted({finding.rule for finding in judged.decision.findings})
            move(declaration, Act.REFUSE, to=State.REFUSED, by=by, at=at, told={"rules": rules})
            return declaration
        accept(declaration, judged, by=by, at=at)
        return declaration


def accept(declaration: Declaration, judged: Judged, *, by: Actor, at: datetime) -> None:
    """Give a declaration lodged before arrival its legal force, its debt and its control."""
    declaration.accepted_at, declaration.tax_point = at, judged.decision.on
    declaration.channel = booking.channel(judged)
    declaration.audit_due = declaration.channel == "blue"
    charge(declaration, judged, at=at)
    defer(declaration, judged, at=at)
    order = booking.control_order(
        judged,
        organisation=declaration.organisation_id,
        importer_organisation=declaration.importer_organisation_id,
    )
    if order is not None:
        declaration.control_notified_at = at
        controls.order([order], on_shift=controls.on_shift_later([order.office]).value(), at=at)
    move(
        declaration,
        Act.ACCEPT,
        to=state_after(standing(declaration)),
        by=by,
        at=at,
        kept={"decision": judged.decision_digest},
    )
    _tell_what_follows(declaration, by=by, at=at)
    chosen = booking.selected(judged, version=declaration.version)
    targeting.enter(selected=[chosen] if chosen else [], at=at)


def _tell_what_follows(declaration: Declaration, *, by: Actor, at: datetime) -> None:
    # The record tells the same story of goods declared before arrival as of all others.
    names = []
    if declaration.control_notified_at is not None:
        names.append("control.notified")
    if declaration.state == State.RELEASED:
        names.append("declaration.released")
    told = {"state": declaration.state, "version": declaration.version}
    entries = [history.said(declaration, name, by=by, payload=told) for name in names]
    if entries:
        records.append(entries=entries, at=at)


def _check(declaration: Declaration, *, by: Actor) -> None:
    if declaration.state != State.REGISTERED:
        raise NotAllowed(
            found=f"a declaration that is {declaration.state}",
            expected="one that is registered before arrival",
            mend="nothing: the goods of this declaration were presented already",
        )
    if by.organisation_kind != "customs" and by.organisation_id not in (
        declaration.organisation_id,
        declaration.importer_organisation_id,
    ):
        raise NotAllowed(
            found="another organisation's declaration",
            expected="one of your own",
            mend="ask the declarant to give the notice of arrival",
        )
