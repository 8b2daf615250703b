"""`manage.py publish_selectivity`: it takes an analyst and a supervisor, never one person."""

import pytest
from django.core.management import CommandError, call_command

from customhouse.settings.database import as_system
from customhouse.targeting import queries
from customhouse.targeting.models import SelectivityBundle
from fondaco.legal import bundle
from tests.customhouse import world

pytestmark = pytest.mark.database
FOLDER = str(world.ROOT / "selectivity")
ANALYST, SUPERVISOR, OFFICER = (f"{name}@{{}}.example" for name in ("anna", "sunniva", "oda"))


def publish(house: world.World, proposed_by: str, approved_by: str) -> None:
    """Publish the demonstration's selectivity as these two."""
    number = house.analyst.organisation_id
    call_command(
        "publish_selectivity",
        FOLDER,
        proposed_by=proposed_by.format(number),
        approved_by=approved_by.format(number),
        reason="test",
    )


def test_two_people_put_a_folder_in_force(in_channel) -> None:
    house = in_channel("green")

    publish(house, ANALYST, SUPERVISOR)

    with as_system():
        assert queries.newest_digest() == bundle.digest(world.selectivity_files())
        published = SelectivityBundle.objects.latest("id")
    assert published.proposed_by == house.analyst.pseudonym
    assert published.approved_by == house.supervisor.pseudonym


@pytest.mark.parametrize("pair", [(ANALYST, ANALYST), (OFFICER, SUPERVISOR), (ANALYST, OFFICER)])
def test_nobody_approves_without_the_role(in_channel, pair: tuple[str, str]) -> None:
    house = in_channel("green")
    with as_system():
        before = SelectivityBundle.objects.count()

    with pytest.raises(CommandError, match="found nobody"):
        publish(house, *pair)

    with as_system():
        assert SelectivityBundle.objects.count() == before
