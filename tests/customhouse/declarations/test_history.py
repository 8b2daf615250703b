"""What officers' rules know of an importer is summed from what the importer declared."""

from datetime import timedelta

import pytest

from customhouse.declarations.actions.importer_history import refresh
from customhouse.declarations.actions.lodge import lodge
from customhouse.declarations.entry import Lodgement
from customhouse.declarations.models import Control, ImporterHistory
from customhouse.settings.database import as_customs
from tests.customhouse import world

pytestmark = pytest.mark.database


def test_an_importers_history_counts_declarations_value_and_irregularities(in_channel):
    house = in_channel("yellow")
    answers = lodge(
        lodgements=[Lodgement(world.declaration(name)) for name in ("A", "B")],
        by=house.importer,
        at=world.AT,
    )
    with as_customs():
        Control.objects.filter(declaration_id=answers[0].mrn).update(
            result="irregular", concluded_at=world.AT, concluded_by=house.officer.person_id
        )

    refresh(at=world.AT + timedelta(days=1))
    refresh(at=world.AT + timedelta(days=1))

    with as_customs():
        summed = ImporterHistory.objects.get(importer=world.IMPORTER)
    value = sum(v.customs_value for v in answers[0].decision.assessment.values)
    assert (summed.declarations_90_days, summed.irregularities_365_days) == (2, 1)
    assert summed.value_90_days == 2 * value


def test_what_is_long_ago_counts_no_more(in_channel):
    house = in_channel("yellow")
    lodge(lodgements=[Lodgement(world.declaration())], by=house.importer, at=world.AT)

    refresh(at=world.AT + timedelta(days=91))

    with as_customs():
        assert ImporterHistory.objects.get(importer=world.IMPORTER).declarations_90_days == 0
