"""Goods found prohibited or smuggled are held; only two people, citing a power, end it."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, ProgrammingError, transaction

from customhouse.declarations.actions import correct, pay, questions, requests, seizure
from customhouse.declarations.actions.lodge import lodge
from customhouse.declarations.entry import Lodgement
from customhouse.declarations.models import Control, Declaration, Request
from customhouse.declarations.problems import NotAllowed, Unfit
from customhouse.examinations import actions as examinations
from customhouse.records.queries import history
from customhouse.revenue import queries as money
from customhouse.revenue.bank_simulator import Simulator
from customhouse.revenue.models import PaymentOrder
from customhouse.settings.database import acting_as, as_customs
from fondaco.declaration.lifecycle import TRANSITIONS, State
from tests.customhouse import world

pytestmark = pytest.mark.database
LATER = world.AT + timedelta(hours=2)
GOODS, POWER = "40 kg of ivory under the tiles", "Customs Act 2025, s. 120(1)"
END = {"power": "Customs Act 2025, s. 124", "reason": "The permit was shown."}


@pytest.fixture
def house(in_channel):
    return in_channel("red")


@pytest.fixture
def seized(house):
    """The number of a declaration whose goods were seized."""
    (answer,) = lodge(lodgements=[Lodgement(world.declaration())], by=house.importer, at=world.AT)
    seize(answer.mrn, house)
    return answer.mrn


def found(mrn):
    with as_customs():
        return Declaration.objects.get(mrn=mrn)


def control_of(mrn):
    with as_customs():
        return Control.objects.get(declaration_id=mrn)


def seize(mrn, house, *, goods=GOODS, power=POWER):
    control = control_of(mrn)
    drawn = house.officer if control.officer_id == house.officer.person_id else house.colleague
    examinations.seize(
        control_id=control.id,
        place="XFPFO01",
        began_at=world.AT,
        goods=goods,
        power=power,
        by=drawn,
        at=LATER,
    )


def ended(mrn, house, *, forfeit, by=None):
    request = seizure.ask_to_end(mrn=mrn, forfeit=forfeit, **END, by=house.officer, at=LATER)
    requests.answer(
        request_id=request.id,
        granted=True,
        reason="agreed",
        by=by or house.supervisor,
        at=LATER,
    )


def test_the_goods_are_held_and_the_parties_are_told_which_and_under_which_power(house, seized):
    control = control_of(seized)
    assert found(seized).state == State.SEIZED
    assert (control.result, control.remarks) == ("prohibited", GOODS)
    with acting_as(house.importer):
        notice = next(each for each in history(seized) if each.kind == "declaration.seized")
    assert (notice.payload["goods"], notice.payload["power"]) == (GOODS, POWER)


@pytest.mark.parametrize(("goods", "power"), [("", POWER), (GOODS, " ")])
def test_without_goods_or_power_nothing_is_seized(house, goods, power):
    (answer,) = lodge(lodgements=[Lodgement(world.declaration())], by=house.importer, at=world.AT)

    with pytest.raises(Unfit):
        seize(answer.mrn, house, goods=goods, power=power)

    assert found(answer.mrn).state == State.UNDER_CONTROL
    assert control_of(answer.mrn).concluded_at is None


def test_only_the_officer_who_was_drawn_seizes(house):
    (answer,) = lodge(lodgements=[Lodgement(world.declaration())], by=house.importer, at=world.AT)
    control = control_of(answer.mrn)
    other = house.colleague if control.officer_id == house.officer.person_id else house.officer

    with pytest.raises(NotAllowed):
        examinations.seize(
            control_id=control.id,
            place="",
            began_at=world.AT,
            goods=GOODS,
            power=POWER,
            by=other,
            at=LATER,
        )


def test_neither_payment_nor_an_answer_releases_seized_goods(house, seized):
    question = questions.ask(mrn=seized, text="Whose is it?", by=house.officer, at=LATER)
    pay.pay(
        mrn=seized,
        purpose=PaymentOrder.Purpose.DEBT,
        return_to="/",
        by=house.importer,
        at=LATER,
    )
    with as_customs():
        order = PaymentOrder.objects.filter(mrn=seized, state="asked").latest("id")
    Simulator().book(order.reference, amount=order.amount, currency=order.currency, at=LATER)
    pay.collect(at=LATER)
    questions.answer(question_id=question.id, text="Not ours", by=house.importer, at=LATER)

    assert found(seized).state == State.SEIZED
    with as_customs():
        assert money.balance(seized).owed == 0


def test_the_database_itself_refuses_to_release_seized_goods(house, seized):
    for state in (State.RELEASED, State.UNDER_CONTROL, State.AWAITING_PAYMENT, State.INVALIDATED):
        for act in ("release", "conclude control", "settle", "amend", "invalidate"):
            with (
                as_customs(),
                pytest.raises((IntegrityError, ProgrammingError)),
                transaction.atomic(),
            ):
                Declaration.objects.filter(mrn=seized).update(state=state.value, last_act=act)


def test_only_a_return_or_a_forfeiture_leads_away_from_seized_goods():
    away = {act.value for start, act, end in TRANSITIONS if start is State.SEIZED and end != start}
    into = {(start, act.value) for start, act, end in TRANSITIONS if end is State.SEIZED != start}

    assert away == {"return", "forfeit"}
    assert into == {(State.UNDER_CONTROL, "seize")}
    assert not any(start is State.FORFEITED != end for start, _, end in TRANSITIONS)


def test_a_declaration_whose_goods_are_seized_is_neither_amended_nor_annulled(house, seized):
    with pytest.raises(NotAllowed, match="appeal against the seizure"):
        correct.ask_to_invalidate(mrn=seized, reason="sold on", by=house.importer, at=LATER)


def test_returned_goods_go_on_with_their_declaration(house, seized):
    ended(seized, house, forfeit=False)

    after = found(seized)
    assert after.state == State.AWAITING_PAYMENT
    with acting_as(house.importer):
        told = [each for each in history(seized) if each.kind == "declaration.returned"]
    assert told[0].payload["power"] == END["power"]


def test_forfeited_goods_end_the_declaration_and_its_debt(house, seized):
    ended(seized, house, forfeit=True)

    after = found(seized)
    assert (after.state, after.released_at) == (State.FORFEITED, None)
    assert after.ended_at == LATER
    with as_customs():
        assert money.balance(seized).owed == 0


def test_nobody_ends_a_seizure_alone_or_without_the_role(house, seized):
    request = seizure.ask_to_end(mrn=seized, forfeit=True, **END, by=house.supervisor, at=LATER)

    for person in (house.supervisor, house.officer):
        with pytest.raises(NotAllowed):
            requests.answer(
                request_id=request.id, granted=True, reason="agreed", by=person, at=LATER
            )

    assert found(seized).state == State.SEIZED


@pytest.mark.parametrize("missing", ["power", "reason"])
def test_a_seizure_is_not_ended_without_a_power_and_a_reason(house, seized, missing):
    with pytest.raises(Unfit):
        seizure.ask_to_end(
            mrn=seized, forfeit=True, **(END | {missing: " "}), by=house.officer, at=LATER
        )


def test_the_database_itself_refuses_an_end_without_a_power(house, seized):
    request = seizure.ask_to_end(mrn=seized, forfeit=True, **END, by=house.officer, at=LATER)

    with as_customs(), pytest.raises(IntegrityError), transaction.atomic():
        Request.objects.filter(id=request.id).update(power="")


def test_what_is_not_seized_is_neither_returned_nor_forfeited(house):
    (answer,) = lodge(lodgements=[Lodgement(world.declaration())], by=house.importer, at=world.AT)

    with pytest.raises(NotAllowed, match="the goods are not seized"):
        seizure.ask_to_end(mrn=answer.mrn, forfeit=True, **END, by=house.officer, at=LATER)


def test_a_second_answer_finds_the_seizure_ended(house, seized):
    first, second = (
        seizure.ask_to_end(mrn=seized, forfeit=forfeit, **END, by=house.officer, at=LATER)
        for forfeit in (False, True)
    )
    requests.answer(
        request_id=first.id, granted=True, reason="agreed", by=house.supervisor, at=LATER
    )

    with pytest.raises(NotAllowed):
        requests.answer(
            request_id=second.id, granted=True, reason="agreed", by=house.supervisor, at=LATER
        )

    assert found(seized).state == State.AWAITING_PAYMENT
