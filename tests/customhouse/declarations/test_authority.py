"""Who may correct, withdraw, amend or annul: the declarant, and who acts in its name."""

from datetime import timedelta

import pytest

from customhouse.declarations.actions import correct, end
from customhouse.declarations.actions.lodge import lodge
from customhouse.declarations.entry import Lodgement
from customhouse.declarations.models import Declaration
from customhouse.declarations.problems import NotFound, NotTheDeclarant
from customhouse.register import actions as register
from customhouse.settings.database import as_customs
from fondaco.declaration.document import Document
from fondaco.declaration.lifecycle import State
from fondaco.parties.mandate import Representation
from fondaco.units.period import Period
from tests.customhouse import world

pytestmark = pytest.mark.database
LATER = world.AT + timedelta(hours=2)
AFTER_THE_MANDATE = world.AT + timedelta(days=2)
IMPORTER, BROKER = world.IMPORTER, "XF200000021"
DIRECT, INDIRECT = Representation.DIRECT, Representation.INDIRECT


CORRECTIONS: dict[str, Document] = {}
"""What each declaration of these tests would be corrected to."""


def lodged(house, representation, *, kind="IMD"):
    """A broker's declaration for the importer; answers its number."""
    day = world.AT.date()
    register.grant_mandate(
        principal=IMPORTER,
        representative=BROKER,
        representation=representation,
        valid=Period(day, day + timedelta(days=1)),
        by=house.importer,
        at=world.AT,
    )
    declarant = IMPORTER if representation is DIRECT else BROKER
    parties = {
        "declarant": {"identifier": declarant},
        "representative": {"identifier": BROKER, "status": representation.value},
    }
    document = world.declaration(kind=kind, **parties)
    (answer,) = lodge(lodgements=[Lodgement(document)], by=house.stranger, at=world.AT)
    assert answer.mrn is not None, answer.decision
    CORRECTIONS[answer.mrn] = world.declaration(kind=kind, issued_at="2026-11-19", **parties)
    return answer.mrn


def corrects(mrn, by, at):
    correct.correct(mrn=mrn, document=CORRECTIONS[mrn], by=by, at=at)


def withdraws(mrn, by, at):
    end.withdraw(mrn=mrn, reason="sold on", by=by, at=at)


def asks_to_amend(mrn, by, at):
    changed = CORRECTIONS[mrn]
    correct.ask_to_amend(mrn=mrn, document=changed, reason="typing error", by=by, at=at)


def asks_to_annul(mrn, by, at):
    correct.ask_to_invalidate(mrn=mrn, reason="sold on", by=by, at=at)


BEFORE_ARRIVAL = [corrects, withdraws]
AFTER_ACCEPTANCE = [asks_to_amend, asks_to_annul]
ACTS = [("IMD", each) for each in BEFORE_ARRIVAL] + [("IMA", each) for each in AFTER_ACCEPTANCE]


def in_force(mrn):
    with as_customs():
        found = Declaration.objects.get(mrn=mrn)
        return found.state, found.version


@pytest.mark.parametrize(("kind", "act"), ACTS)
def test_who_is_represented_directly_is_the_declarant_and_may(in_channel, kind, act):
    house = in_channel("green")
    mrn = lodged(house, DIRECT, kind=kind)

    act(mrn, house.importer, LATER)


@pytest.mark.parametrize(("kind", "act"), ACTS)
def test_who_acts_in_the_declarants_name_may(in_channel, kind, act):
    house = in_channel("green")
    mrn = lodged(house, DIRECT, kind=kind)

    act(mrn, house.stranger, LATER)


@pytest.mark.parametrize(("kind", "act"), ACTS)
def test_when_the_mandate_has_ended_the_representative_may_no_more(in_channel, kind, act):
    house = in_channel("green")
    mrn = lodged(house, DIRECT, kind=kind)
    before = in_force(mrn)

    with pytest.raises(NotTheDeclarant) as refused:
        act(mrn, house.stranger, AFTER_THE_MANDATE)

    assert refused.value.who == (IMPORTER,)
    assert in_force(mrn) == before


@pytest.mark.parametrize(("kind", "act"), ACTS)
def test_who_is_represented_indirectly_is_not_the_declarant_and_may_not(in_channel, kind, act):
    house = in_channel("green")
    mrn = lodged(house, INDIRECT, kind=kind)
    before = in_force(mrn)

    with pytest.raises(NotTheDeclarant) as refused:
        act(mrn, house.importer, LATER)

    assert (refused.value.found, refused.value.who) == (IMPORTER, (BROKER,))
    assert in_force(mrn) == before


@pytest.mark.parametrize(("kind", "act"), ACTS)
def test_an_indirect_representative_is_the_declarant_and_may_after_its_mandate_too(
    in_channel, kind, act
):
    house = in_channel("green")
    mrn = lodged(house, INDIRECT, kind=kind)
    at = LATER if act is corrects else AFTER_THE_MANDATE  # what is judged again needs it

    act(mrn, house.stranger, at)


@pytest.mark.parametrize(("kind", "act"), ACTS)
def test_an_officer_is_not_the_declarant(in_channel, kind, act):
    house = in_channel("green")
    mrn = lodged(house, DIRECT, kind=kind)

    with pytest.raises(NotTheDeclarant):
        act(mrn, house.officer, LATER)


def test_who_is_no_party_is_not_told_that_there_is_such_a_declaration(in_channel):
    house = in_channel("green")
    other = world.trader("Third House", "XF300000032")
    mrn = lodged(house, DIRECT)

    with pytest.raises(NotFound):
        withdraws(mrn, other, LATER)

    assert in_force(mrn) == (State.REGISTERED, 1)
