"""`manage.py replay`: a recorded decision comes out to the same bytes, or is told apart."""

from io import StringIO

import psycopg
import pytest
from django.core.management import CommandError, call_command

from customhouse.declarations.actions import correct
from customhouse.declarations.actions.lodge import lodge
from customhouse.declarations.entry import Lodgement
from customhouse.declarations.models import Version
from customhouse.declarations.queries.decisions import replay
from customhouse.records.entry import digest_bytes
from customhouse.records.queries import body
from customhouse.settings.database import as_customs, as_system
from tests.customhouse import world

pytestmark = pytest.mark.database


def replayed(*numbers: str, **options: object) -> str:
    """What the command says."""
    said = StringIO()
    call_command("replay", *numbers, stdout=said, **options)
    return said.getvalue().strip()


def lodged(house: world.World, reference: str = "first", *, kind: str = "IMD") -> str:
    """Lodge a declaration; answer its number."""
    document = world.declaration(reference, kind=kind)
    (answer,) = lodge(lodgements=[Lodgement(document)], by=house.importer, at=world.AT)
    assert answer.mrn is not None
    return answer.mrn


@pytest.mark.parametrize("channel", ["green", "yellow", "red", "blue"])
def test_every_version_is_judged_again_to_the_same_bytes(in_channel, channel: str) -> None:
    house = in_channel(channel)
    mrn = lodged(house)
    changed = world.declaration("first", kind="IMD", issued_at="2026-11-19")
    correct.correct(mrn=mrn, document=changed, by=house.importer, at=world.AT)
    lodged(house, "second", kind="IMA")

    assert replayed(mrn) == "2 decisions judged again: each came out to the same bytes."
    assert replayed() == "3 decisions judged again: each came out to the same bytes."
    assert replayed(newest=1).startswith("1 decisions")
    with as_customs():
        recorded = Version.objects.get(declaration_id=mrn, version=2).decision_digest
    with as_system():
        assert replay(mrn, version=2).again == body(recorded)


def test_a_decision_is_replayed_under_the_law_and_selectivity_of_its_day(in_channel) -> None:
    house = in_channel("red")
    mrn = lodged(house, kind="IMA")
    world.select(world.selecting("green"))

    assert replayed(mrn).startswith("1 decisions judged again")


def test_a_number_that_is_not_there_is_named(in_channel) -> None:
    in_channel("green")

    with pytest.raises(CommandError, match="found no declaration 26XFNOTHERE"):
        replayed("26XFNOTHERE")


def test_where_nothing_was_decided_nothing_is_said_to_be_well(in_channel) -> None:
    in_channel("green")

    with pytest.raises(CommandError, match="0 of 0"):
        replayed()


@pytest.mark.parametrize("what", ["decision_digest", "document_digest", "facts_digest"])
def test_a_body_that_somebody_altered_is_told_apart(committed, state, what: str) -> None:
    house = world.build(channel="green")
    mrn, other = lodged(house), lodged(house, "other", kind="IMA")
    with as_customs():
        digest = getattr(Version.objects.get(declaration_id=mrn), what)
    content = body(digest)
    with psycopg.connect(committed["FONDACO_OWNER_DATABASE_URL"]) as connection:
        # As an intruder would with the owner's password: the guards away, then one digit.
        connection.execute("SELECT set_config('fondaco.scope', 'system', true)")
        connection.execute("DROP TRIGGER append_only ON body")
        connection.execute("ALTER TABLE body DROP CONSTRAINT a_body_is_kept_under_its_digest")
        changed = connection.execute(
            "UPDATE body SET content = %s WHERE digest = %s",
            (content.replace(b"2026-11-2", b"2026-11-1", 1), digest_bytes(digest)),
        )
        assert changed.rowcount == 1 and b"2026-11-2" in content

    with pytest.raises(CommandError, match="1 of 2 decisions differ"):
        replayed()
    assert replayed(other).startswith("1 decisions judged again")
