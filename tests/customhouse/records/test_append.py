"""What is put on record stays as it was, and only those it concerns see it."""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import sha256

import psycopg
import pytest
from django.db import DatabaseError, IntegrityError, ProgrammingError, transaction

from customhouse.records import actions, queries
from customhouse.records.actions import Entry
from customhouse.settings.database import as_customs, as_system, execute, on_behalf_of
from customhouse.settings.together import writing

pytestmark = pytest.mark.database

AT = datetime(2026, 11, 21, 8, 30, 15, 123456, tzinfo=UTC)
MRN = "26XF000000000001J0"


def entry(**changes) -> Entry:
    given = {"kind": "declaration.lodged", "subject": MRN, "actor": "P-1", "organisations": (7,)}
    return Entry(**{**given, **changes})


def digest(body: bytes) -> str:
    return "sha256:" + sha256(body).hexdigest()


def test_a_record_reads_as_it_was_appended():
    body = b'{"a":1}'
    with as_system():
        actions.keep_bodies(bodies={digest(body): body})
        actions.append(entries=[entry(payload={"b": 2, "a": "é"}, bodies=(digest(body),))], at=AT)
        (found,) = queries.history(MRN)
    assert found.entry == entry(payload={"a": "é", "b": 2}, bodies=(digest(body),))
    assert (found.at, found.index) == (AT, None)
    assert queries.body(digest(body)) == body


def test_a_batch_is_numbered_in_its_order():
    with as_system():
        actions.append(entries=[entry(subject=f"S{place}") for place in range(50)], at=AT)
        found = execute("SELECT subject FROM record ORDER BY id DESC LIMIT 50").fetchall()
    assert found == [(f"S{place}",) for place in reversed(range(50))]


def test_appending_nothing_does_nothing():
    with as_system():
        actions.append(entries=[], at=AT)
        actions.keep_bodies(bodies={})


def test_facts_and_bodies_are_written_together():
    with as_system():
        with writing():
            actions.append(entries=[entry(), entry()], at=AT)
            actions.keep_bodies(bodies={digest(b"x"): b"x"})
            assert queries.history(MRN) == ()
        assert len(queries.history(MRN)) == 2
        assert queries.body(digest(b"x")) == b"x"


def test_an_error_in_one_of_them_undoes_all():
    with pytest.raises(IntegrityError), as_system(), writing():
        actions.append(entries=[entry()], at=AT)
        actions.keep_bodies(bodies={digest(b"x"): b"y"})
    with as_system():
        assert queries.history(MRN) == ()


def test_outside_a_transaction_nothing_is_appended(committed: dict[str, str]):
    with pytest.raises(RuntimeError, match="found no open transaction"):
        actions.append(entries=[entry()], at=AT)


@pytest.mark.parametrize(
    ("payload", "refusal"),
    [({"share": 0.5}, TypeError), ({"text": "a\x00b"}, ValueError), ({"n": 2**60}, ValueError)],
)
def test_a_payload_without_one_spelling_is_refused(payload, refusal):
    with as_system(), pytest.raises(refusal):
        actions.append(entries=[entry(payload=payload)], at=AT)


def test_a_body_is_kept_once():
    with as_system():
        actions.keep_bodies(bodies={digest(b"law"): b"law"})
        actions.keep_bodies(bodies={digest(b"law"): b"law", digest(b"x"): b"x"})
        assert execute("SELECT count(*) FROM body").fetchone() == (2,)


def test_a_body_under_another_digest_is_refused():
    with pytest.raises(IntegrityError), as_system():
        actions.keep_bodies(bodies={digest(b"law"): b"lawless"})


def test_a_missing_body_is_a_key_error():
    with pytest.raises(KeyError):
        queries.body(digest(b"never seen"))


def test_another_organisations_records_are_invisible():
    with on_behalf_of(scope="trader", organisation_id=7):
        actions.append(entries=[entry(), entry(organisations=(7, 8))], at=AT)
        assert len(queries.history(MRN)) == 2
    with on_behalf_of(scope="trader", organisation_id=8):
        assert len(queries.history(MRN)) == 1
    with on_behalf_of(scope="trader", organisation_id=9):
        assert queries.history(MRN) == ()
    with as_customs():
        assert len(queries.history(MRN)) == 2


def test_a_traders_act_may_enter_what_the_trader_does_not_see():
    with on_behalf_of(scope="trader", organisation_id=7):
        actions.append(entries=[entry(kind="selected", organisations=())], at=AT)
        actions.keep_bodies(bodies={digest(b"selectivity"): b"selectivity"})
        assert queries.history(MRN) == ()
        assert execute("SELECT count(*) FROM body").fetchone() == (0,)
    with as_customs():
        assert len(queries.history(MRN)) == 1


def test_who_says_nothing_sees_nothing_and_enters_nothing():
    with as_system():
        actions.append(entries=[entry()], at=AT)
    assert queries.history(MRN) == ()
    with pytest.raises(ProgrammingError), transaction.atomic():
        actions.append(entries=[entry()], at=AT)


def test_the_behalf_of_an_outer_block_is_restored():
    with on_behalf_of(scope="trader", organisation_id=7):
        actions.append(entries=[entry()], at=AT)
        with as_system():
            actions.append(entries=[entry(organisations=())], at=AT)
            assert len(queries.history(MRN)) == 2
        assert len(queries.history(MRN)) == 1
        with pytest.raises(ValueError, match="stop"), as_system():
            raise ValueError("stop")
        assert len(queries.history(MRN)) == 1


TABLES = ["record", "body", "leaf", "checkpoint"]
CHANGES = [
    "UPDATE {table} SET {column} = {column}",
    "DELETE FROM {table}",
    "TRUNCATE {table} CASCADE",
]
COLUMNS = {"record": "kind", "body": "content", "leaf": "hash", "checkpoint": "note"}


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("change", CHANGES)
def test_the_application_may_not_change_what_is_on_record(table, change):
    statement = change.format(table=table, column=COLUMNS[table])
    refused = pytest.raises(ProgrammingError, match="permission denied")
    with refused, as_system():
        execute(statement)


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("change", CHANGES)
def test_not_even_the_owner_changes_what_is_on_record(owner, table, change):
    owner.execute("SELECT set_config('fondaco.scope', 'system', true)")
    with pytest.raises(psycopg.errors.InsufficientPrivilege, match="expected it never"):
        owner.execute(change.format(table=table, column=COLUMNS[table]))


@pytest.mark.parametrize("table", ["record", "body", "draw_secret", "membership", "api_key"])
def test_row_security_is_forced(table):
    found = execute(
        "SELECT relrowsecurity AND relforcerowsecurity FROM pg_class WHERE relname = %s", (table,)
    ).fetchone()
    assert found == (True,)


def test_a_draws_secret_is_sealed_from_customs_too():
    actions.commit_secrets(today=AT.date(), at=AT)
    with as_customs():
        assert execute("SELECT count(*) FROM draw_secret").fetchone() == (0,)


def test_the_application_makes_no_tables():
    with pytest.raises(DatabaseError), as_system():
        execute("CREATE TABLE mine (id int)")
