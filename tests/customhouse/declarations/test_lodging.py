"""Lodging: judged, entered, answered; the same again answers the same; nothing is done twice."""

import msgspec
import pytest

from customhouse.declarations.actions.lodge import lodge
from customhouse.declarations.entry import Answer, Lodgement
from customhouse.declarations.models import Declaration, GoodsItem, Submission, Version
from customhouse.declarations.queries.decisions import replay
from customhouse.records.queries import history, secret_of
from customhouse.revenue.models import Transfer
from customhouse.settings.database import acting_as, as_customs
from fondaco.declaration.document import Document
from fondaco.evidence.draw import Purpose, draw
from tests.customhouse import world

pytestmark = pytest.mark.database


def send(house: world.World, *documents: Document, key: str | None = None) -> tuple[Answer, ...]:
    """Lodge documents as the importer."""
    lodgements = [Lodgement(document, key) for document in documents]
    return lodge(lodgements=lodgements, by=house.importer, at=world.AT)


def test_a_declaration_in_order_is_accepted_charged_and_on_record(in_channel):
    house = in_channel("yellow")

    (answer,) = send(house, world.declaration())

    assert (answer.outcome, answer.state) == ("accepted", "under control")
    with as_customs():
        entered = Declaration.objects.get(mrn=answer.mrn)
        assert entered.assessed == answer.decision.assessment.total
        assert GoodsItem.objects.filter(declaration=entered).count() == entered.item_count
        booked = Transfer.objects.filter(mrn=answer.mrn, debit="receivable")
        assert sum(each.amount for each in booked) == entered.assessed * 100
    with acting_as(house.importer):
        told = [entry.kind for entry in history(answer.mrn)]
    assert told == ["declaration.accepted", "control.notified"]


@pytest.mark.chance
def test_the_draw_is_the_one_that_the_days_secret_makes(in_channel):
    house = in_channel("yellow")

    (answer,) = send(house, world.declaration())

    with as_customs():
        drawn = Declaration.objects.get(mrn=answer.mrn).draw
        secret = secret_of(answer.decision.on)
    assert drawn == draw(secret, answer.mrn, purpose=Purpose.SELECTION)
    assert answer.decision.selection.draw == drawn


def test_what_validation_refuses_leaves_its_reference_free(in_channel):
    house = in_channel("yellow")
    wrong = world.declaration(office="XF999999")

    (refused,) = send(house, wrong)
    (accepted,) = send(house, world.declaration())

    assert (refused.outcome, refused.mrn) == ("refused", None)
    assert accepted.outcome == "accepted"
    with as_customs():
        assert Declaration.objects.count() == 1


@pytest.mark.parametrize("key", [None, "a key"])
def test_the_same_again_gets_the_same_answer(in_channel, key):
    house = in_channel("yellow")
    (first,) = send(house, world.declaration(), key=key)

    (again,) = send(house, world.declaration(), key=key)

    assert (again.mrn, again.replayed) == (first.mrn, True)
    assert again.decision == first.decision
    with as_customs():
        assert Version.objects.count() == 1


def test_another_document_under_the_same_reference_is_a_conflict_that_names_the_element(in_channel):
    house = in_channel("yellow")
    (first,) = send(house, world.declaration())

    (second,) = send(house, world.declaration(office="XF000201"))

    assert (second.outcome, second.mrn) == ("conflict", first.mrn)
    assert second.differing == ("office",)


def test_a_key_is_never_reused_for_another_document(in_channel):
    house = in_channel("yellow")
    send(house, world.declaration("A"), key="one")

    (second,) = send(house, world.declaration("B"), key="one")

    assert (second.outcome, second.differing) == ("conflict", ("local_reference",))


def test_a_refusal_under_a_key_is_answered_again(in_channel):
    house = in_channel("yellow")
    wrong = world.declaration(office="XF999999")
    (first,) = send(house, wrong, key="one")

    (again,) = send(house, wrong, key="one")

    assert (again.outcome, again.replayed) == ("refused", True)
    assert again.decision == first.decision
    with as_customs():
        assert Submission.objects.count() == 1


def test_a_batch_is_answered_line_by_line_and_may_repeat_itself(in_channel):
    house = in_channel("yellow")
    one, two = world.declaration("A"), world.declaration("B")
    other = msgspec.structs.replace(one, office="XF000201")
    wrong = world.declaration("C", office="XF999999")

    answers = send(house, one, two, one, other, wrong)

    assert [(each.outcome, each.replayed) for each in answers] == [
        ("accepted", False),
        ("accepted", False),
        ("accepted", True),
        ("conflict", False),
        ("refused", False),
    ]
    assert answers[0].mrn == answers[2].mrn != answers[1].mrn


def test_a_decision_replays_to_the_same_bytes(in_channel):
    house = in_channel("red")
    (answer,) = send(house, world.declaration())

    with as_customs():
        again = replay(answer.mrn, version=1)

    assert again.is_the_same
    assert again.recorded == again.again


def test_a_deferred_debt_leaves_nothing_in_the_way_of_release(in_channel):
    house = in_channel("blue")
    world.deferment(1_000_000_00)

    (answer,) = send(house, world.declaration())

    assert answer.state == "released"
    with as_customs():
        assert Declaration.objects.get(mrn=answer.mrn).audit_due


def test_a_deferment_is_never_drawn_beyond_its_limit(in_channel):
    house = in_channel("blue")
    (first,) = send(house, world.declaration("A"))
    world.deferment(int(first.decision.assessment.total * 100) * 2 + 1)

    answers = send(house, *(world.declaration(f"B{n}") for n in range(3)))

    assert sorted(each.state for each in answers) == ["awaiting payment", "released", "released"]


def test_a_declaration_lodged_before_arrival_is_registered_and_told_nothing_of_its_channel(
    in_channel,
):
    house = in_channel("red")

    (answer,) = send(house, world.declaration(kind="IMD"))

    assert (answer.outcome, answer.state) == ("registered", "registered")
    with as_customs():
        entered = Declaration.objects.get(mrn=answer.mrn)
        assert (entered.channel, entered.control_notified_at) == (None, None)


def test_a_procedure_not_cleared_yet_is_kept_by_its_name(in_channel):
    house = in_channel("green")
    document = world.declaration(kind="EXA")
    shipment = document.shipment
    items = tuple(msgspec.structs.replace(item, procedure="1000") for item in shipment.items)
    document = msgspec.structs.replace(
        document, shipment=msgspec.structs.replace(shipment, items=items)
    )

    (answer,) = send(house, document)

    assert (answer.outcome, answer.state) == ("unsupported", "unsupported")
    assert answer.decision.procedure == "1000"


def test_a_stranger_cannot_take_up_a_reference_by_a_procedure_not_cleared_yet(in_channel):
    house = in_channel("green")
    document = world.declaration(kind="EXA")
    items = tuple(
        msgspec.structs.replace(item, procedure="1000") for item in document.shipment.items
    )
    shipment = msgspec.structs.replace(document.shipment, items=items)
    document = msgspec.structs.replace(document, shipment=shipment)

    (answer,) = lodge(lodgements=[Lodgement(document)], by=house.stranger, at=world.AT)

    assert (answer.outcome, answer.mrn) == ("refused", None)
    assert "CC09" in {finding.rule for finding in answer.decision.findings}


def test_another_organisation_sees_nothing_of_it(in_channel):
    house = in_channel("yellow")
    (answer,) = send(house, world.declaration())

    with acting_as(house.stranger):
        assert not Declaration.objects.filter(mrn=answer.mrn).exists()
        assert not Version.objects.exists()
        assert not GoodsItem.objects.exists()
        assert not Transfer.objects.exists()
        assert history(answer.mrn) == ()


def test_nobody_lodges_in_anothers_name(in_channel):
    house = in_channel("yellow")
    document = world.declaration()

    (answer,) = lodge(lodgements=[Lodgement(document)], by=house.stranger, at=world.AT)

    assert answer.outcome == "refused"
    assert {finding.path for finding in answer.decision.findings} & {"declarant.identifier"}
