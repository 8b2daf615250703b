"""The life of a declaration on a real database: every step by its own action, none around it."""

from datetime import timedelta
from decimal import Decimal

import msgspec
import pytest
from django.db import IntegrityError, ProgrammingError, transaction

from customhouse.declarations.actions import (
    attachments,
    controls,
    correct,
    end,
    override,
    pay,
    present,
    questions,
    requests,
)
from customhouse.declarations.actions.lodge import lodge
from customhouse.declarations.entry import Lodgement
from customhouse.declarations.models import Control, Declaration, Request
from customhouse.declarations.problems import NotAllowed, NotFound, Refused, Unfit
from customhouse.declarations.queries.decisions import replay
from customhouse.examinations import actions as examinations
from customhouse.examinations.actions import Found
from customhouse.records.queries import history
from customhouse.revenue import queries as money
from customhouse.revenue.bank_simulator import Simulator
from customhouse.revenue.models import PaymentOrder, UnmatchedMoney
from customhouse.settings.database import acting_as, as_customs, execute
from fondaco.declaration.document import Document
from fondaco.declaration.lifecycle import TRANSITIONS, Act, State
from fondaco.declaration.replacement import with_totals
from tests.customhouse import world

pytestmark = pytest.mark.database
DEBT, DEPOSIT = PaymentOrder.Purpose.DEBT, PaymentOrder.Purpose.DEPOSIT
LATER = world.AT + timedelta(hours=2)


def lodged(house: world.World, document: Document | None = None) -> str:
    """Lodge a declaration that is accepted or registered; answer its number."""
    lodgement = Lodgement(document or world.declaration())
    (answer,) = lodge(lodgements=[lodgement], by=house.importer, at=world.AT)
    assert answer.mrn is not None, answer.decision
    return answer.mrn


def found(mrn: str) -> Declaration:
    """The declaration as it stands."""
    with as_customs():
        return Declaration.objects.get(mrn=mrn)


def control_of(mrn: str) -> Control:
    """The declaration's only control."""
    with as_customs():
        return Control.objects.get(declaration_id=mrn)


def examiner(house: world.World, control: Control) -> object:
    """The officer who was drawn."""
    return next(
        each for each in (house.officer, house.colleague) if each.person_id == control.officer_id
    )


def settle(mrn: str, house: world.World, purpose: PaymentOrder.Purpose = DEBT) -> None:
    """Pay what is owed, through the bank."""
    pay.pay(mrn=mrn, purpose=purpose, return_to="/", by=house.importer, at=LATER)
    with as_customs():
        order = PaymentOrder.objects.filter(mrn=mrn, state="asked").latest("id")
    Simulator().book(order.reference, amount=order.amount, currency=order.currency, at=LATER)
    pay.collect(at=LATER)


def conclude(mrn: str, house: world.World) -> None:
    """Find everything in order."""
    control = control_of(mrn)
    controls.conclude(
        control_id=control.id,
        result=Control.Result.CONFORM,
        remarks="",
        by=examiner(house, control),
        at=LATER,
    )


def told(mrn: str, house: world.World) -> list[str]:
    """What the importer reads in the record."""
    with acting_as(house.importer):
        return [entry.kind for entry in history(mrn)]


def test_checked_paid_and_released(in_channel):
    house = in_channel("yellow")
    mrn = lodged(house)

    conclude(mrn, house)
    assert found(mrn).state == State.AWAITING_PAYMENT
    settle(mrn, house)

    assert found(mrn).state == State.RELEASED
    assert told(mrn, house) == [
        "declaration.accepted",
        "control.notified",
        "declaration.control-concluded",
        "declaration.control-concluded",
        "declaration.settled",
        "declaration.released",
    ]
    with as_customs():
        assert money.balance(mrn) == money.Balance(0, 0)


def test_paid_before_it_is_checked_is_released_by_the_check(in_channel):
    house = in_channel("yellow")
    mrn = lodged(house)

    settle(mrn, house)
    assert found(mrn).state == State.UNDER_CONTROL
    conclude(mrn, house)

    assert found(mrn).state == State.RELEASED


def test_a_deposit_of_the_whole_debt_releases_the_goods(in_channel):
    house = in_channel("blue")
    mrn = lodged(house)

    settle(mrn, house, DEPOSIT)

    assert found(mrn).state == State.RELEASED
    with as_customs():
        owed = money.balance(mrn)
    assert owed.owed == owed.secured > 0


def test_goods_that_are_more_than_declared_are_reassessed_and_held_until_the_difference_is_paid(
    in_channel,
):
    house = in_channel("red")
    mrn = lodged(house)
    settle(mrn, house)
    control, before = control_of(mrn), found(mrn)

    examinations.report(
        control_id=control.id,
        place="XFPFO01",
        began_at=world.AT,
        found=[Found("shipment.items[0].invoice_amount.amount", "40000", "80000", "value")],
        remarks="second invoice in the container",
        by=examiner(house, control),
        at=LATER,
    )

    after = found(mrn)
    assert (after.state, after.version) == (State.AWAITING_PAYMENT, 2)
    assert after.assessed > before.assessed
    with as_customs():
        assert money.balance(mrn).owed == int((after.assessed - before.assessed) * 100)
    settle(mrn, house)
    assert found(mrn).state == State.RELEASED
    with as_customs():
        assert replay(mrn, version=2).is_the_same


def test_goods_that_are_less_than_declared_are_refunded(in_channel):
    house = in_channel("red")
    mrn = lodged(house)
    settle(mrn, house)
    control = control_of(mrn)

    examinations.report(
        control_id=control.id,
        place="XFPFO01",
        began_at=world.AT,
        found=[Found("shipment.items[0].invoice_amount.amount", "", "100", "value")],
        remarks="",
        by=examiner(house, control),
        at=LATER,
    )
    pay.collect(at=LATER)

    assert found(mrn).state == State.RELEASED
    with as_customs():
        assert money.balance(mrn).owed == 0
        assert PaymentOrder.objects.get(mrn=mrn, purpose="refund").state == "paid"


def test_only_the_officer_drawn_concludes_a_control_and_a_supervisor_passes_it_on(in_channel):
    house = in_channel("yellow")
    mrn = lodged(house)
    control = control_of(mrn)
    other = house.colleague if control.officer_id == house.officer.person_id else house.officer
    by_other = {
        "control_id": control.id,
        "result": Control.Result.CONFORM,
        "remarks": "",
        "by": other,
        "at": LATER,
    }

    with pytest.raises(NotAllowed, match="another officer's control"):
        controls.conclude(**by_other)
    with pytest.raises(NotAllowed, match="without that power"):
        controls.pass_on(control_id=control.id, to=other.person_id, reason="x", by=other, at=LATER)
    controls.pass_on(
        control_id=control.id,
        to=other.person_id,
        reason="shift ended",
        by=house.supervisor,
        at=LATER,
    )
    controls.conclude(**by_other)

    assert control_of(mrn).concluded_by == other.person_id
    with pytest.raises(NotAllowed, match="already concluded"):
        controls.pass_on(
            control_id=control.id,
            to=house.officer.person_id,
            reason="x",
            by=house.supervisor,
            at=LATER,
        )


def test_a_question_holds_the_goods_until_it_is_answered(in_channel):
    house = in_channel("blue")
    mrn = lodged(house)
    question = questions.ask(mrn=mrn, text="Which vineyard?", by=house.officer, at=LATER)
    settle(mrn, house)
    assert found(mrn).state == State.UNDER_CONTROL

    with pytest.raises(NotFound):
        questions.answer(question_id=question.id, text="Mine", by=house.stranger, at=LATER)
    questions.answer(question_id=question.id, text="The upper one", by=house.importer, at=LATER)

    assert found(mrn).state == State.RELEASED


def test_arrival_is_the_tax_point_of_a_declaration_lodged_before(in_channel):
    house = in_channel("yellow")
    mrn = lodged(house, world.declaration(kind="IMD"))

    present.present(mrn=mrn, by=house.importer, at=world.AT + timedelta(days=5))

    arrived = found(mrn)
    assert (arrived.state, arrived.version) == (State.UNDER_CONTROL, 2)
    assert str(arrived.tax_point) == "2026-11-26"
    assert arrived.channel == "yellow"
    assert told(mrn, house) == [
        "declaration.registered",
        "declaration.accepted",
        "control.notified",
    ]


def test_before_acceptance_a_declaration_is_corrected_and_keeps_its_draw(in_channel):
    house = in_channel("red")
    mrn = lodged(house, world.declaration(kind="IMD"))
    before = found(mrn)
    corrected = world.declaration(kind="IMD", issued_at="2026-11-19")

    correct.correct(mrn=mrn, document=corrected, by=house.importer, at=LATER)
    with pytest.raises(Refused):
        correct.correct(
            mrn=mrn,
            document=world.declaration(kind="IMD", office="XF999999"),
            by=house.importer,
            at=LATER,
        )

    after = found(mrn)
    assert (after.version, after.draw) == (2, before.draw)
    with pytest.raises(NotFound):
        correct.correct(mrn=mrn, document=corrected, by=house.stranger, at=LATER)


def test_the_same_goods_lodged_again_keep_draw_and_channel(in_channel):
    house = in_channel("red")
    mrn = lodged(house, world.declaration("first", kind="IMD"))
    end.withdraw(mrn=mrn, reason="wrong office", by=house.importer, at=LATER)
    assert found(mrn).state == State.WITHDRAWN

    again = lodged(house, world.declaration("second"))

    assert found(again).draw == found(mrn).draw


def test_a_channel_met_before_is_not_escaped_by_annulment(in_channel):
    house = in_channel("yellow")
    first = lodged(house, world.declaration("first"))
    with as_customs():
        Control.objects.filter(declaration_id=first).update(notified_at=None)
    request = correct.ask_to_invalidate(mrn=first, reason="sold on", by=house.importer, at=LATER)
    requests.answer(
        request_id=request.id, granted=True, reason="agreed", by=house.officer, at=LATER
    )
    world.select(world.selecting("green"))

    again = lodged(house, world.declaration("second"))

    assert found(first).state == State.INVALIDATED
    assert found(again).channel in ("yellow", "red")
    with as_customs():
        assert money.balance(first).owed == 0


def test_an_amendment_is_asked_for_granted_and_charged(in_channel):
    house = in_channel("blue")
    mrn = lodged(house)
    document = world.declaration()
    items = document.shipment.items
    dearer = msgspec.structs.replace(items[0].invoice_amount, amount=Decimal("99000"))
    changed = with_totals(
        msgspec.structs.replace(
            document,
            shipment=msgspec.structs.replace(
                document.shipment,
                items=(msgspec.structs.replace(items[0], invoice_amount=dearer), *items[1:]),
            ),
        )
    )
    before = found(mrn)

    request = correct.ask_to_amend(
        mrn=mrn, document=changed, reason="credit note", by=house.importer, at=LATER
    )
    requests.answer(
        request_id=request.id, granted=True, reason="agreed", by=house.officer, at=LATER
    )

    after = found(mrn)
    assert (after.version, after.channel) == (2, before.channel)
    assert after.assessed > before.assessed
    with as_customs():
        assert money.balance(mrn).owed == int(after.assessed * 100)


def test_once_a_control_is_notified_nothing_is_amended(in_channel):
    house = in_channel("red")
    mrn = lodged(house)

    with pytest.raises(NotAllowed, match="a control that was notified"):
        correct.ask_to_amend(
            mrn=mrn,
            document=world.declaration(issued_at="2026-11-19"),
            reason="typing error",
            by=house.importer,
            at=LATER,
        )


def test_a_channel_falls_only_by_two_people_and_a_cited_power(in_channel):
    house = in_channel("red")
    mrn = lodged(house)
    ask = {"mrn": mrn, "channel": "green", "reason": "perishable", "by": house.officer, "at": LATER}

    with pytest.raises(Unfit):
        override.ask_to_lower(power="", **ask)
    request = override.ask_to_lower(power="Customs Act 2025, s. 30(2)", **ask)
    with pytest.raises(NotAllowed, match="your own request"):
        requests.answer(
            request_id=request.id, granted=True, reason="ok", by=house.officer, at=LATER
        )
    with pytest.raises(NotAllowed, match="without that power"):
        requests.answer(
            request_id=request.id, granted=True, reason="ok", by=house.colleague, at=LATER
        )
    requests.answer(request_id=request.id, granted=True, reason="ok", by=house.supervisor, at=LATER)

    assert found(mrn).channel == "green"
    assert control_of(mrn).result == "overridden"
    with as_customs():
        kinds = [entry.kind for entry in history(mrn)]
    assert "override.asked" in kinds
    assert "override.asked" not in told(mrn, house)


def test_the_database_itself_refuses_to_let_one_person_answer_their_own_request(in_channel):
    house = in_channel("red")
    mrn = lodged(house)
    request = override.ask_to_lower(
        mrn=mrn, channel="green", power="s. 30", reason="x", by=house.officer, at=LATER
    )

    with pytest.raises(IntegrityError), as_customs():
        Request.objects.filter(id=request.id).update(
            answer="granted", answered_at=LATER, answered_by=house.officer.person_id
        )


def test_money_nobody_asked_for_waits_in_suspense(in_channel):
    house = in_channel("blue")
    mrn = lodged(house)
    settle(mrn, house)
    with as_customs():
        order = PaymentOrder.objects.get(mrn=mrn)
    Simulator().book("no such order", amount=100, currency="XFC", at=LATER)

    assert pay.collect(at=LATER) == 0

    with as_customs():
        assert UnmatchedMoney.objects.get().text == "no such order"
        assert PaymentOrder.objects.get(id=order.id).state == "paid"


def test_a_file_is_taken_by_its_content_and_once(in_channel):
    house = in_channel("yellow")
    mrn = lodged(house)
    given = {"mrn": mrn, "kind": "N935", "by": house.importer, "at": LATER}

    first = attachments.attach(name="../invoice.pdf", content=b"%PDF-1.7 pages", **given)
    again = attachments.attach(name="again.pdf", content=b"%PDF-1.7 pages", **given)

    assert (first.id, first.name, first.media_type) == (again.id, "invoice.pdf", "application/pdf")
    for content in (b"MZ\x90", b"<html>", b"%PDF-1.7 /JavaScript (evil)", b""):
        with pytest.raises(Unfit):
            attachments.attach(name="invoice.pdf", content=content, **given)


def test_the_database_refuses_every_step_that_the_law_of_its_life_does_not_name(in_channel):
    house = in_channel("blue")
    mrn = lodged(house)
    start = State(found(mrn).state)

    taken = {
        (start, act, state)
        for act in Act
        for state in State
        if (act, state) != (Act(found(mrn).last_act), start) and _steps(mrn, act, state)
    }

    assert taken == {each for each in TRANSITIONS if each[0] is start}


def _steps(mrn: str, act: Act, state: State) -> bool:
    """Whether the database lets the declaration take a step; it is taken back at once."""
    sql = "UPDATE declaration SET state = %s, last_act = %s WHERE mrn = %s"
    with as_customs():
        mark = transaction.savepoint()
        try:
            execute(sql, (state.value, act.value, mrn))
        except IntegrityError:
            return False
        finally:
            transaction.savepoint_rollback(mark)
    return True


@pytest.mark.parametrize(
    "table", ["ledger_transfer", "declaration_version", "goods_item", "submission"]
)
@pytest.mark.parametrize("statement", ["DELETE FROM {}", "UPDATE {} SET mrn = mrn"])
def test_what_is_entered_is_never_changed_or_deleted(in_channel, table, statement):
    house = in_channel("yellow")
    lodged(house)

    with pytest.raises(ProgrammingError, match="permission denied"), as_customs():
        execute(statement.format(table))
