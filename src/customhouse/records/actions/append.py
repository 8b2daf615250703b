"""Appending: facts and bodies go on record in the transaction of what they are about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from customhouse.records.entry import Entry, digest_bytes, sealed
from customhouse.settings.database import require_transaction
from customhouse.settings.rows import as_json, recordset
from customhouse.settings.together import Step, Write, write

_COLUMNS = {
    "kind": "text",
    "subject": "text",
    "organisations": "bigint[]",
    "actor": "text",
    "payload": "jsonb",
    "bodies": "bytea[]",
    "salt": "bytea",
    "leaf": "bytea",
}

# The number is drawn before the row is entered, so that a trader's act can enter a record which
# the trader may not see: RETURNING would be a look at it.
_APPEND: Write = (
    Step(
        "numbered_record",
        "SELECT nextval('record_id_seq') AS id, %s::timestamptz AS at, given.* "  # noqa: S608
        f"FROM {recordset(_COLUMNS)}",
    ),
    Step(
        "entered_record",
        "INSERT INTO record "
        "(id, kind, subject, organisations, actor, at, payload, bodies, salt, leaf) "
        "SELECT id, kind, subject, organisations, actor, at, payload, bodies, salt, leaf "
        "FROM numbered_record",
    ),
    Step(
        "entered_pending_leaf",
        "INSERT INTO pending_leaf (record_id) SELECT id FROM numbered_record",
    ),
)

# Without a conflict target: with one, PostgreSQL would ask whether we may see the row.
_KEEP: Write = (
    Step(
        "entered_body",
        "INSERT INTO body (digest, content) SELECT * FROM unnest(%b::bytea[], %b::bytea[]) "
        "ON CONFLICT DO NOTHING",
    ),
)


def append(*, entries: Sequence[Entry], at: datetime) -> None:
    """Append facts inside the caller's transaction, all in one statement.

    Raises TypeError or ValueError for a payload that has no canonical form.
    """
    require_transaction()
    if not entries:
        return
    rows = [
        (
            entry.kind,
            entry.subject,
            entry.organisations,
            entry.actor,
            kept.payload,
            [digest_bytes(name) for name in entry.bodies],
            kept.salt,
            kept.leaf,
        )
        for entry, kept in zip(entries, sealed(entries, at=at), strict=True)
    ]
    write(_APPEND, (at, as_json(_COLUMNS, rows)))


def keep_bodies(*, bodies: Mapping[str, bytes]) -> None:
    """Keep bodies under their digests (`sha256:...`), inside the caller's transaction.

    A body that is kept already is passed over; one that has not its digest is refused by the
    database. Law and selectivity are kept once, when they are published, not with each decision.
    """
    require_transaction()
    if bodies:
        # Always in one order, so that two transactions with the same bodies cannot deadlock.
        names = sorted(bodies)
        write(_KEEP, ([digest_bytes(name) for name in names], [bodies[name] for name in names]))
