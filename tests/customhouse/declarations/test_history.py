"""What officers' rules know of an importer: summed from what it declared, known from before."""

from datetime import date, timedelta

import pytest

from customhouse.declarations.actions import controls
from customhouse.declarations.actions.importer_history import refresh, take_over
from customhouse.declarations.actions.lodge import lodge
from customhouse.declarations.entry import Lodgement
from customhouse.declarations.models import Control, Declaration
from customhouse.declarations.queries.facts import facts_about
from customhouse.settings.database import as_customs
from fondaco.clearance.facts import History
from tests.customhouse import world

pytestmark = pytest.mark.database
TODAY = world.AT.date()


def known(on: date = TODAY) -> History:
    """The importer's record as a judgement on the day sees it."""
    with as_customs():
        (facts,) = facts_about(
            [world.declaration()], on=on, arrived=[None], at=world.AT, sender=None
        )
    return facts.history


def send(house: world.World, *references: str) -> None:
    """Lodge declarations."""
    lodge(
        lodgements=[Lodgement(world.declaration(each)) for each in references],
        by=house.importer,
        at=world.AT,
    )


def test_declarations_and_value_are_summed(in_channel):
    house = in_channel("green")
    send(house, "A", "B")

    assert known() == History()
    assert refresh(at=world.AT + timedelta(minutes=5)) == 1
    assert refresh(at=world.AT + timedelta(minutes=6)) == 0

    with as_customs():
        value = sum(each.customs_value for each in Declaration.objects.all())
    assert known() == History(2, 0, value, 0)


def test_irregular_controls_are_counted(in_channel):
    house = in_channel("yellow")
    send(house, "A")
    with as_customs():
        control = Control.objects.get()
    officer = next(o for o in (house.officer, house.colleague) if o.person_id == control.officer_id)
    controls.conclude(
        control_id=control.id,
        result=Control.Result.IRREGULAR,
        remarks="no invoice",
        by=officer,
        at=world.AT,
    )

    refresh(at=world.AT + timedelta(minutes=5))

    assert known().irregularities_365_days == 1


def test_what_is_old_counts_no_more_and_the_first_day_stays(in_channel):
    house = in_channel("green")
    send(house, "A")
    refresh(at=world.AT + timedelta(days=1))

    refresh(at=world.AT + timedelta(days=400))

    assert known(on=world.AT.date() + timedelta(days=400)) == History(known_days=400)


def test_who_was_known_before_is_not_new(in_channel):
    house = in_channel("green")
    take_over(first_seen={world.IMPORTER: date(2020, 1, 1)}, by=house.analyst, at=world.AT)
    send(house, "A")

    refresh(at=world.AT + timedelta(minutes=5))

    assert known().known_days == (world.AT.date() - date(2020, 1, 1)).days
    assert known().declarations_90_days == 1
