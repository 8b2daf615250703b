"""Carrying out what is due: goods arrive, debts are paid, officers decide, traders answer."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import msgspec
from django.db import transaction

from customhouse.accounts import queries as accounts
from customhouse.accounts.actor import Actor
from customhouse.declarations.actions import attachments, controls, pay, present, questions
from customhouse.declarations.problems import Problem
from customhouse.declarations.queries.file import ControlSeen, File, file_of
from customhouse.demonstration import answers, officers, people
from customhouse.demonstration.actions import errands, second_thoughts
from customhouse.demonstration.actions.errands import Due
from customhouse.demonstration.actions.trade import Trade
from customhouse.demonstration.behaviour import Truth
from customhouse.demonstration.chance import happens
from customhouse.demonstration.values import Consignment
from customhouse.examinations import actions as examinations
from customhouse.revenue.bank import bank
from customhouse.revenue.bank_simulator import Simulator
from customhouse.settings.database import as_system, looking_as
from customhouse.settings.row_security import CUSTOMS

AGAIN_AFTER = timedelta(minutes=10)
PAPER_SHARE = 0.7

log = logging.getLogger(__name__)


def lodge_next(trade: Trade, *, at: datetime) -> None:
    """Lodge the next consignment that was never lodged."""
    with as_system():
        lodge(trade, trade.consignment(trade.next_number(), at=at), at=at)


def lodge(trade: Trade, coming: Consignment, *, at: datetime) -> None:
    """Lodge a consignment; somebody may think again about it."""
    with as_system():
        answer = trade.lodge(coming, at=at)
        second_thoughts.note(trade, coming, state=answer.state or "", at=at)


def run_next(trade: Trade, *, until: datetime, at: datetime | None = None) -> bool:
    """Carry out the first errand due by an instant, in a transaction; says whether there was one.

    It happens `at` an instant, or else when it was due. What a person at a page has done before
    is left as they did it.
    """
    with as_system():
        return run_next_within(trade, until=until, at=at)


def run_next_within(trade: Trade, *, until: datetime, at: datetime | None = None) -> bool:
    """Do the same inside the system's open transaction."""
    due = errands.next_due(until)
    if due is None:
        return False
    errands.done(due.id)
    try:
        with transaction.atomic():
            _carry_out(trade, due, at=at or due.due_at)
    except Problem as refused:
        log.info("an errand came too late", extra={"mrn": due.mrn, "why": str(refused)})
    return True


def _carry_out(trade: Trade, due: Due, *, at: datetime) -> None:
    coming = trade.consignment(due.number, at=due.lodged_at, seed=due.seed)
    if due.kind == errands.MEND:
        trade.mend(coming, at=at)
    elif due.mrn is not None:
        _DOINGS[due.kind](trade, coming, due=due, mrn=due.mrn, at=at)


def _arrive(trade: Trade, coming: Consignment, *, due: Due, mrn: str, at: datetime) -> None:
    sender = trade.declarant(coming.sender)
    declaration = present.present(mrn=mrn, by=sender, at=at)
    trade.note_next(coming, mrn, declaration.state, at=at)
    second_thoughts.note(trade, coming, state=declaration.state, at=at)


def _pay(trade: Trade, coming: Consignment, *, due: Due, mrn: str, at: datetime) -> None:
    """Pay on the bank's page; the house takes it up from the bank's statement by itself."""
    if _is_shown_traders(trade, coming, since=_file(mrn).accepted_at, at=at):
        _put_off(due, at=at)
        return
    sender, purpose = trade.declarant(coming.sender), pay.Purpose.DEBT
    page = pay.pay(mrn=mrn, purpose=purpose, return_to="/", by=sender, at=at)
    _confirm(page, at=at)


def _confirm(page: str, *, at: datetime) -> None:
    """Do as a payer does on the page of the simulated bank; any other bank is left alone."""
    adapter = bank()
    if isinstance(adapter, Simulator):
        address, asked = urlsplit(page), parse_qs(urlsplit(page).query)
        adapter.book(
            address.path.rpartition("/")[2],
            amount=int(asked["amount"][0]),
            currency=asked["currency"][0],
            at=at,
        )


def _control(trade: Trade, coming: Consignment, *, due: Due, mrn: str, at: datetime) -> None:
    file = _file(mrn)
    control = next((each for each in file.open_controls if each.id == due.subject), None)
    if control is None:
        return
    officer = _officer(trade, control, file=file, at=at)
    if officer is None or file.open_questions:
        _put_off(due, at=at)
        return
    dice = trade.dice(coming, "control", control.id)
    asked = officers.question(dice, kind=control.kind, items=len(file.document.items))
    if asked is not None and not file.questions:
        question = questions.ask(mrn=mrn, text=asked, by=officer, at=at)
        subject, delay = question.id, coming.answers_after
        trade.note(coming, errands.ANSWER, delay, at=at, subject=subject)
        trade.note(coming, errands.CONTROL, delay * 1.2, at=at, subject=control.id)
        return
    truth = msgspec.json.decode(due.truth, type=Truth)
    finding = officers.finding(dice, truth, kind=control.kind)
    state = _conclude(control, finding, file=file, by=officer, at=at)
    trade.note_next(coming, mrn, state, at=at)


def _officer(trade: Trade, control: ControlSeen, *, file: File, at: datetime) -> Actor | None:
    """Return who concludes the control now; None where it waits for somebody at a page."""
    drawn = control.officer_id
    if drawn is not None and drawn not in trade.shown_officers:
        return accounts.actor_of_person(drawn)
    if drawn is not None and trade.is_left_to_people(since=control.ordered_at, at=at):
        return None
    others = [
        each for each in accounts.on_shift(office=file.office) if each not in trade.shown_officers
    ]
    supervisor = _supervisor(file.office)
    if not others or supervisor is None:
        return None
    to = others[control.id % len(others)]
    reason = "Passed on: waiting for two hours"
    controls.pass_on(control_id=control.id, to=to, reason=reason, by=supervisor, at=at)
    return accounts.actor_of_person(to)


def _supervisor(office: str) -> Actor | None:
    address = people.supervisor_at(office)
    number = accounts.people_at([address]).get(address)
    return accounts.actor_of_person(number) if number is not None else None


def _conclude(
    control: ControlSeen,
    finding: officers.Finding,
    *,
    file: File,
    by: Actor,
    at: datetime,
) -> str:
    """Conclude a control with what was found; answers where the declaration stands then."""
    result = controls.ControlResult
    if finding.values:
        try:
            _report(control, finding, file=file, by=by, at=at)
        except Problem as refused:  # what was found cannot be assessed as it stands
            log.info("a finding was not assessed", extra={"mrn": file.mrn, "why": str(refused)})
        else:
            return _file(file.mrn).state
    declaration = controls.conclude(
        control_id=control.id,
        result=result.IRREGULAR if finding.is_irregular else result.CONFORM,
        remarks=finding.remarks,
        by=by,
        at=at,
    )
    return declaration.state


def _report(
    control: ControlSeen,
    finding: officers.Finding,
    *,
    file: File,
    by: Actor,
    at: datetime,
) -> None:
    place = file.document.shipment and file.document.shipment.goods_location
    examinations.report(
        control_id=control.id,
        place=(place and place.identifier) or file.office,
        began_at=max(control.ordered_at, at - timedelta(minutes=40)),
        found=[
            examinations.Found(path, declared, found)
            for path, (declared, found) in finding.values.items()
        ],
        remarks=finding.remarks,
        by=by,
        at=at,
    )


def _answer(trade: Trade, coming: Consignment, *, due: Due, mrn: str, at: datetime) -> None:
    file = _file(mrn)
    question = next((each for each in file.open_questions if each.id == due.subject), None)
    if question is None:
        return
    if _is_shown_traders(trade, coming, since=question.asked_at, at=at):
        _put_off(due, at=at)
        return
    dice, clerk = trade.dice(coming, "answer"), trade.clerk(coming.sender, at=at)
    if happens(dice, PAPER_SHARE):
        name, kind, content = answers.paper(coming)
        attachments.attach(mrn=mrn, name=name, kind=kind, content=content, by=clerk, at=at)
    text = answers.answer(dice)
    questions.answer(question_id=question.id, text=text, by=clerk, at=at)


def _file(mrn: str) -> File:
    with looking_as(CUSTOMS):
        return file_of(mrn, for_customs=True)


def _is_shown_traders(
    trade: Trade, coming: Consignment, *, since: datetime | None, at: datetime
) -> bool:
    is_theirs = coming.sender == trade.shown_trader
    return is_theirs and trade.is_left_to_people(since=since, at=at)


def _put_off(due: Due, *, at: datetime) -> None:
    errands.note(due.number, due.kind, due_at=at + AGAIN_AFTER, subject=due.subject)


def _withdraw(trade: Trade, coming: Consignment, *, due: Due, mrn: str, at: datetime) -> None:
    second_thoughts.withdraw(trade, coming, mrn=mrn, at=at)


def _amend(trade: Trade, coming: Consignment, *, due: Due, mrn: str, at: datetime) -> None:
    second_thoughts.ask_to_amend(trade, coming, file=_file(mrn), at=at)


def _decide(trade: Trade, coming: Consignment, *, due: Due, mrn: str, at: datetime) -> None:
    file = _file(mrn)
    if not second_thoughts.decide(trade, coming, request_id=due.subject, file=file, at=at):
        _put_off(due, at=at)


_DOINGS = {
    errands.ARRIVE: _arrive,
    errands.PAY: _pay,
    errands.CONTROL: _control,
    errands.ANSWER: _answer,
    errands.WITHDRAW: _withdraw,
    errands.AMEND: _amend,
    errands.DECIDE: _decide,
}
