"""Who is in the nation: as many as said, each told from the others, rings that hang together."""

from __future__ import annotations

from collections import Counter

from customhouse.demonstration.behaviour import FRAUDS, Behaviour
from customhouse.demonstration.known import Register, mandates, registered
from customhouse.demonstration.nation import BROKERS, TRADERS, nation
from customhouse.demonstration.values import Nation
from fondaco.evidence.canonical import digest
from fondaco.identifiers import trader as identifiers
from fondaco.identifiers.transport import Kind, is_valid


def test_the_same_seed_gives_the_same_nation(people: Nation) -> None:
    assert nation(people.seed) == people
    assert nation(people.seed + 1) != people


def test_there_are_as_many_as_said(people: Nation) -> None:
    assert (len(people.traders), len(people.brokers)) == (TRADERS, BROKERS)


def test_identifiers_are_valid_and_everybodys_own(people: Nation) -> None:
    all_of_them = [each.identifier for each in (*people.traders, *people.brokers)]
    assert all(identifiers.is_valid(each, issued_by="XF") for each in all_of_them)
    assert len(set(all_of_them)) == len(all_of_them)


def test_names_are_everybodys_own_and_fit_the_form(people: Nation) -> None:
    for firms in (people.traders, people.brokers):
        names = Counter(each.name for each in firms)
        assert max(names.values()) == 1
        assert max(map(len, names)) <= 70


def test_ships_have_valid_numbers(people: Nation) -> None:
    assert all(is_valid(ship.number, kind=Kind.SHIP) for ship in people.ships)


def test_a_ring_shares_address_telephone_broker_and_a_supplier(people: Nation) -> None:
    rings = {each.ring for each in people.traders if each.ring}
    assert len(rings) >= 4
    for ring in rings:
        members = [each for each in people.traders if each.ring == ring]
        assert len(members) > 2
        shared = {(m.address, m.telephone, m.broker, m.sources[0].supplier) for m in members}
        assert len(shared) == 1
        assert all(habit.behaviour in FRAUDS for m in members for habit in m.habits)


def test_others_do_not_share_an_address(people: Nation) -> None:
    addresses = Counter(each.address for each in people.traders if not each.ring)
    assert sum(count - 1 for count in addresses.values()) <= 4


def test_most_traders_mean_well(people: Nation) -> None:
    tempted = [
        each
        for each in people.traders
        if any(h.share > 0.05 and h.behaviour in FRAUDS for h in each.habits)
    ]
    assert 0.08 < len(tempted) / len(people.traders) < 0.3
    kinds = {habit.behaviour for each in people.traders for habit in each.habits}
    assert kinds == set(Behaviour) - {Behaviour.HONEST}


def test_whoever_has_a_broker_has_given_it_a_mandate(people: Nation) -> None:
    held = {(each.principal, each.representative) for each in mandates(people)}
    assert held == {(t.identifier, t.broker) for t in people.traders if t.broker}
    assert {each.broker for each in people.traders if each.broker} <= {
        each.identifier for each in people.brokers
    }


def test_the_register_says_nothing_of_habits(people: Nation) -> None:
    offender = next(each for each in people.traders if each.ring)
    assert registered(offender).name == offender.name
    assert not hasattr(registered(offender), "habits")
    assert digest(registered(offender))
    assert Register(people)
