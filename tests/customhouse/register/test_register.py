"""The register: who trades, what they may, and for whom they may declare."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError

from customhouse.accounts.actor import Actor, system_actor
from customhouse.records.queries import history
from customhouse.register import actions, queries
from customhouse.settings.database import acting_as, as_customs, execute
from fondaco.parties.mandate import Mandate, Representation
from fondaco.parties.trader import Authorisation, Standing, Trader
from fondaco.units.period import Period

pytestmark = pytest.mark.database

AT = datetime(2026, 11, 21, 8, 30, tzinfo=UTC)
TODAY = AT.date()
YEAR = Period(date(2026, 1, 1), date(2027, 1, 1))
IMPORTER, BROKER = "XF100000018", "XF200000026"
CUSTOMS = system_actor("test")


@pytest.fixture(autouse=True)
def forgetting():
    queries.forget()
    yield
    queries.forget()


def person(trader: str, organisation: int, role: str = "trader") -> Actor:
    return Actor(
        person_id=organisation,
        pseudonym=f"P-{organisation}",
        name="Ada",
        organisation_id=organisation,
        organisation_kind=role,
        trader_identifier=trader,
        roles=frozenset({role}),
    )


@pytest.fixture
def traders(forgetting) -> tuple[Actor, Actor]:
    """Register an importer (organisation 7) and a broker (8), both with people."""
    with as_customs():
        execute(
            "INSERT INTO organisation (id, kind, name, trader_identifier, is_sandbox, created_at)"
            " VALUES (7, 'trader', 'Salt', %s, false, now()),"
            " (8, 'broker', 'Quay', %s, false, now())",
            (IMPORTER, BROKER),
        )
    for identifier, name in ((IMPORTER, "Salt and Sons"), (BROKER, "Quay Brokers")):
        actions.register_trader(
            identifier=identifier, name=name, registered_on=date(2020, 5, 4), by=CUSTOMS, at=AT
        )
    return person(IMPORTER, 7), person(BROKER, 8, "broker")


def grant(by: Actor, **changes) -> int:
    given = {
        "principal": IMPORTER,
        "representative": BROKER,
        "representation": Representation.DIRECT,
        "valid": YEAR,
    }
    return actions.grant_mandate(**{**given, **changes}, by=by, at=AT)


def test_a_registered_trader_reads_as_a_value_of_the_core(traders):
    actions.authorise(
        identifier=IMPORTER, kind="DPO", reference="DPO-1", valid=YEAR, by=CUSTOMS, at=AT
    )
    assert queries.trader_facts([BROKER, IMPORTER, "unknown", IMPORTER]) == (
        Trader(
            identifier=IMPORTER,
            name="Salt and Sons",
            standing=Standing.ACTIVE,
            registered_on=date(2020, 5, 4),
            authorisations=(Authorisation("DPO", "DPO-1", YEAR),),
        ),
        Trader(
            identifier=BROKER,
            name="Quay Brokers",
            standing=Standing.ACTIVE,
            registered_on=date(2020, 5, 4),
        ),
    )


def test_a_suspended_trader_is_so_in_the_next_decision(traders):
    queries.trader_facts([IMPORTER])
    actions.change_standing(
        identifier=IMPORTER, standing=Standing.SUSPENDED, reason="arrears", by=CUSTOMS, at=AT
    )
    assert queries.trader_facts([IMPORTER])[0].standing is Standing.SUSPENDED


def test_a_revoked_authorisation_counts_no_more(traders):
    actions.authorise(
        identifier=IMPORTER, kind="DPO", reference="DPO-1", valid=YEAR, by=CUSTOMS, at=AT
    )
    actions.revoke_authorisation(reference="DPO-1", reason="asked", by=CUSTOMS, at=AT)
    assert queries.trader_facts([IMPORTER])[0].authorisations == ()


def test_traders_do_not_keep_the_register(traders):
    importer, _ = traders
    with pytest.raises(PermissionDenied):
        actions.change_standing(
            identifier=BROKER, standing=Standing.CLOSED, reason="", by=importer, at=AT
        )


def test_a_principal_gives_a_mandate_and_it_is_on_record_for_both(traders):
    importer, broker = traders
    grant(importer)
    assert queries.mandates(IMPORTER, BROKER) == (
        Mandate(IMPORTER, BROKER, Representation.DIRECT, YEAR),
    )
    for side in traders:
        with acting_as(side):
            assert [each.kind for each in history(f"trader:{IMPORTER}")][-1] == "mandate.granted"
            assert len(queries.mandates_held(side.trader_identifier)) == 1


def test_a_broker_cannot_give_itself_a_mandate(traders):
    _, broker = traders
    with pytest.raises(PermissionDenied):
        grant(broker)


@pytest.mark.parametrize("side", [0, 1])
def test_either_side_ends_a_mandate_at_once(traders, side):
    number = grant(traders[0])
    actions.revoke_mandate(mandate_id=number, by=traders[side], at=AT)
    assert queries.mandates_of([(IMPORTER, BROKER)]) == ()


def test_a_stranger_does_not_end_a_mandate(traders):
    number = grant(traders[0])
    with pytest.raises(LookupError):
        actions.revoke_mandate(mandate_id=number, by=person("XF3", 9), at=AT)
    assert len(queries.mandates(IMPORTER, BROKER)) == 1


def test_a_mandate_takes_the_place_of_an_earlier_one_of_its_kind(traders):
    grant(traders[0])
    longer = Period(date(2026, 1, 1))
    grant(traders[0], valid=longer)
    grant(traders[0], representation=Representation.INDIRECT)
    assert queries.mandates(IMPORTER, BROKER) == (
        Mandate(IMPORTER, BROKER, Representation.DIRECT, longer),
        Mandate(IMPORTER, BROKER, Representation.INDIRECT, YEAR),
    )


def test_a_mandate_needs_registered_traders(traders):
    with pytest.raises(LookupError, match="XF900000000"):
        grant(traders[0], representative="XF900000000")


def test_nobody_represents_themselves(traders):
    with pytest.raises(IntegrityError):
        grant(traders[0], representative=IMPORTER)


def test_other_traders_are_invisible_in_the_tables_themselves(traders):
    grant(traders[0])
    with acting_as(person("XF3", 9)):
        for table in ("trader", "authorisation", "mandate"):
            assert execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)  # noqa: S608


def test_search_takes_signs_for_what_they_are(traders):
    with as_customs():
        assert [each.name for each in queries.search("quay")] == ["Quay Brokers"]
        assert queries.search("%") == ()
        assert len(queries.search("XF")) == 2
