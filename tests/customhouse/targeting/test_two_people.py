"""Selectivity changes by two people each time, and never to what the law does not have."""

from datetime import timedelta

import pytest

from customhouse.settings.database import as_system
from customhouse.targeting import actions, queries
from customhouse.tariffs import queries as tariffs
from fondaco.risk.problem import SelectivityRefused
from tests.customhouse import world

pytestmark = pytest.mark.database
LATER = world.AT + timedelta(hours=1)


def propose(files, *, by, at=LATER):
    books = tariffs.code_books(at=at)
    return actions.propose(files=files, books=books, reason="A reason", by=by, at=at)


def test_what_the_law_does_not_have_is_refused_and_nothing_is_kept(in_channel) -> None:
    house = in_channel("green")
    files = dict(world.selectivity_files())
    files["lists.toml"] = files["lists.toml"].replace(b'"U165"', b'"U110"')

    with as_system(), pytest.raises(SelectivityRefused, match="proofs of origin: found U110"):
        propose(files, by=house.analyst)

    with as_system():
        assert queries.proposals() == ()


def test_what_is_in_force_is_not_proposed_again(in_channel) -> None:
    house = in_channel("green")

    with as_system(), pytest.raises(actions.NothingToDo):
        propose(world.selecting("green"), by=house.analyst)


def test_an_earlier_bundle_comes_back_by_two_people_as_well(in_channel) -> None:
    house = in_channel("green")
    first = queries.newest_digest()
    with as_system():
        second = propose(world.selectivity_files(), by=house.analyst)
        actions.approve(digest=second, by=house.supervisor, at=LATER)
        after = LATER + timedelta(hours=1)
        assert propose(world.selecting("green"), by=house.supervisor, at=after) == first

        with pytest.raises(actions.SamePerson):
            actions.approve(digest=first, by=house.supervisor, at=after)

        assert queries.newest_digest() == second
        actions.approve(digest=first, by=house.analyst, at=after)
        assert queries.newest_digest() == first


def test_what_was_approved_is_not_approved_twice(in_channel) -> None:
    house = in_channel("green")

    with as_system(), pytest.raises(actions.NothingToDo):
        actions.approve(digest=queries.newest_digest(), by=house.analyst, at=LATER)
