"""Appending: facts and bodies go on record in the transaction of what they are about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from customhouse.records.entry import Entry, digest_bytes, sealed
from customhouse.settings.database import Later, execute, require_transaction

# The number is drawn before the row is entered, so that a trader's act can enter a record which
# the trader may not see: RETURNING would be a look at it.
_APPEND = """
WITH given AS MATERIALIZED (
    SELECT nextval('record_id_seq') AS id, each.*
    FROM unnest(%s::text[], %s::text[], %s::text[], %s::text[], %s::text[], %s::text[],
                %s::bytea[], %s::bytea[])
        AS each(kind, subject, organisations, actor, payload, bodies, salt, leaf)
), entered AS (
    INSERT INTO record (id, kind, subject, organisations, actor, at, payload, bodies, salt, leaf)
    SELECT id, kind, subject, organisations::bigint[], actor, %s::timestamptz, payload::jsonb,
           bodies::bytea[], salt, leaf
    FROM given
), pending AS (
    INSERT INTO pending_leaf (record_id) SELECT id FROM given
)
SELECT id FROM given ORDER BY id
"""

# Without a conflict target: with one, PostgreSQL would ask whether we may see the row.
_KEEP = """
INSERT INTO body (digest, content) SELECT * FROM unnest(%s::bytea[], %s::bytea[])
ON CONFLICT DO NOTHING
"""


def append(*, entries: Sequence[Entry], at: datetime) -> Later[tuple[int, ...]]:
    """Append facts inside the caller's transaction, all in one statement.

    Answers the numbers of the records, in order, when asked; inside `pipeline()` nothing waits.
    Raises TypeError or ValueError for a payload that has no canonical form.
    """
    require_transaction()
    if not entries:
        return Later.known(())
    kept = sealed(entries, at=at)
    cursor = execute(
        _APPEND,
        (
            [entry.kind for entry in entries],
            [entry.subject for entry in entries],
            ["{" + ",".join(map(str, entry.organisations)) + "}" for entry in entries],
            [entry.actor for entry in entries],
            [each.payload for each in kept],
            [_array(entry.bodies) for entry in entries],
            [each.salt for each in kept],
            [each.leaf for each in kept],
            at,
        ),
    )
    return Later(cursor, lambda rows: tuple(number for (number,) in rows))


def keep_bodies(*, bodies: Mapping[str, bytes]) -> None:
    """Keep bodies under their digests (`sha256:...`), inside the caller's transaction.

    A body that is kept already is passed over; one that has not its digest is refused by the
    database. Law and selectivity are kept once, when they are published, not with each decision.
    """
    require_transaction()
    if bodies:
        # Always in one order, so that two transactions with the same bodies cannot deadlock.
        names = sorted(bodies)
        execute(_KEEP, ([digest_bytes(name) for name in names], [bodies[name] for name in names]))


def _array(bodies: tuple[str, ...]) -> str:
    return "{" + ",".join(f'"\\\\x{digest_bytes(name).hex()}"' for name in bodies) + "}"
