"""The only readers of the record: facts, bodies, the log's files, proofs and receipts."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import msgspec

from customhouse.records import published, tiles
from customhouse.records.entry import Entry, digest_bytes, digest_name
from customhouse.settings.database import execute, looking_as
from customhouse.settings.recent import Recent
from customhouse.settings.row_security import CUSTOMS, SYSTEM
from fondaco.evidence.canonical import canonical
from fondaco.evidence.log_proof import LogProof
from fondaco.evidence.note import note_of
from fondaco.evidence.proof import inclusion_proof
from fondaco.evidence.tile import TILE_WIDTH, bundle, tile_at

_COLUMNS = """
record.id, record.kind, record.subject, record.actor, record.at, record.payload, record.bodies,
record.organisations, record.salt, record.leaf, leaf.index
"""
_RECORDS = f"SELECT {_COLUMNS} FROM record LEFT JOIN leaf ON leaf.record_id = record.id"  # noqa: S608

_secrets: Recent[date, bytes] = Recent(seconds=3600, most=64)


class NotYet(Exception):  # noqa: N818 - nothing has failed: it takes some seconds
    """What was recorded is not under a signed checkpoint yet; it will be within seconds."""


class NoSecret(KeyError):
    """No secret is committed for a day, so nothing can be drawn on it yet."""


class Recorded(msgspec.Struct, frozen=True):
    """One fact on record; `index` is its place in the log, None for some seconds."""

    id: int
    kind: str
    subject: str
    actor: str
    at: datetime
    payload: dict[str, Any]
    bodies: tuple[str, ...]
    organisations: tuple[int, ...]
    salt: bytes
    leaf: bytes
    index: int | None

    @property
    def entry(self) -> Entry:
        """The entry as it was appended."""
        return Entry(
            kind=self.kind,
            subject=self.subject,
            actor=self.actor,
            payload=self.payload,
            organisations=self.organisations,
            bodies=self.bodies,
        )


class Published(msgspec.Struct, frozen=True):
    """The commitment to a day's secret, and the secret once it is published."""

    day: date
    commitment: str
    committed_at: datetime
    secret: str | None


def history(subject: str) -> tuple[Recorded, ...]:
    """Return what is on record about a subject, the oldest first, as far as it may be seen."""
    statement = f"{_RECORDS} WHERE record.subject = %s ORDER BY record.id"
    return tuple(_recorded(row) for row in execute(statement, (subject,)))


def records(
    *, after: int = 0, most: int = 100, kind: str | None = None, actor: str | None = None
) -> tuple[Recorded, ...]:
    """Return the records that follow a number, of one kind or actor where asked."""
    statement = (
        f"{_RECORDS} WHERE record.id > %s AND (%s::text IS NULL OR record.kind = %s)"
        " AND (%s::text IS NULL OR record.actor = %s) ORDER BY record.id LIMIT %s"
    )
    return tuple(
        _recorded(row) for row in execute(statement, (after, kind, kind, actor, actor, most))
    )


def in_log_order(*, start: int, most: int) -> tuple[Recorded, ...]:
    """Return the records from a place in the log on, in its order, which has no gaps."""
    statement = f"{_RECORDS} WHERE leaf.index >= %s ORDER BY leaf.index LIMIT %s"
    return tuple(_recorded(row) for row in execute(statement, (start, most)))


def record(record_id: int) -> Recorded | None:
    """Return one record, or None where there is none that may be seen."""
    row = execute(f"{_RECORDS} WHERE record.id = %s", (record_id,)).fetchone()
    return None if row is None else _recorded(row)


def body(digest: str) -> bytes:
    """Return the bytes kept under a digest (`sha256:...`); knowing the digest is the right to.

    Raises KeyError where nothing is kept under it.
    """
    with looking_as(CUSTOMS):
        found = execute(
            "SELECT content FROM body WHERE digest = %s", (digest_bytes(digest),)
        ).fetchone()
    if found is None:
        raise KeyError(digest)
    return bytes(found[0])


def proof(record_id: int) -> str:
    """Return the proof that the log holds a record: a C2SP tlog-proof, without the content.

    Raises KeyError for a record that may not be seen, NotYet within seconds of recording it.
    """
    return str(_proof(_require(record_id)))


def receipt(record_id: int) -> str:
    """Return the receipt for a record: the proof, and what was recorded, which it opens.

    `docs/verify_receipt.py` checks it offline. Raises as `proof` does.
    """
    recorded = _require(record_id)
    opened = canonical(
        {
            "actor": recorded.actor,
            "at": recorded.at,
            "bodies": recorded.bodies,
            "kind": recorded.kind,
            "organisations": recorded.organisations,
            "payload": recorded.payload,
            "salt": recorded.salt.hex(),
            "subject": recorded.subject,
        }
    )
    return str(msgspec.structs.replace(_proof(recorded), extra=opened))


def checkpoint() -> str | None:
    """Return the last signed checkpoint of the log, or None before the first."""
    found = execute("SELECT note FROM checkpoint ORDER BY size DESC LIMIT 1").fetchone()
    return None if found is None else str(found[0])


def verifier_key() -> str | None:
    """Return the public key that log and receipts are checked with; None before there is one."""
    return published.signer().key.text if published.has_key() else None


def tile(path: str) -> bytes | None:
    """Return the file of a tile such as `tile/0/000.p/17`, or None where there is none.

    Raises ValueError for a path in another form.
    """
    wanted = tile_at(path)
    hashes = tiles.read(wanted)
    return hashes[: wanted.width * 32] if len(hashes) >= wanted.width * 32 else None


def entries(path: str) -> bytes | None:
    """Return the file with the entries under a tile, such as `tile/entries/000.p/17`, or None."""
    wanted = tile_at(path.replace("tile/entries/", "tile/0/", 1))
    first = wanted.number * TILE_WIDTH
    statement = """
        SELECT record.leaf FROM leaf JOIN record ON record.id = leaf.record_id
        WHERE leaf.index >= %s AND leaf.index < %s ORDER BY leaf.index
    """
    with looking_as(CUSTOMS):
        found = execute(statement, (first, first + wanted.width)).fetchall()
    return bundle([bytes(leaf) for (leaf,) in found]) if len(found) == wanted.width else None


def secret_of(day: date) -> bytes:
    """Return the secret of a day's draws, which is on record by its commitment since before.

    Raises NoSecret for a day without one: the worker commits to each a week ahead.
    """
    known = _secrets.get(day)
    if known is not None:
        return known
    with looking_as(SYSTEM):
        found = execute("SELECT secret FROM draw_secret WHERE day = %s", (day,)).fetchone()
    if found is None:
        raise NoSecret(f"no secret is committed for {day}: is the worker running?")
    _secrets.keep(day, bytes(found[0]))
    return bytes(found[0])


def forget_secrets() -> None:
    """Forget the secrets this process remembers; for whoever changes the database under it."""
    _secrets.clear()


def commitments(*, since: date) -> tuple[Published, ...]:
    """Return the commitments to the days' secrets, with those that are published by now."""
    statement = """
        SELECT day, commitment, committed_at, CASE WHEN published_at IS NOT NULL THEN secret END
        FROM draw_secret WHERE day >= %s ORDER BY day
    """
    with looking_as(SYSTEM):
        return tuple(
            Published(day, text, at, None if secret is None else bytes(secret).hex())
            for day, text, at, secret in execute(statement, (since,))
        )


def waiting() -> int:
    """Return how many records are not in the log yet."""
    return int((execute("SELECT count(*) FROM pending_leaf").fetchone() or (0,))[0])


def _require(record_id: int) -> Recorded:
    found = record(record_id)
    if found is None:
        raise KeyError(record_id)
    return found


def _proof(recorded: Recorded) -> LogProof:
    row = execute("SELECT size, note FROM checkpoint ORDER BY size DESC LIMIT 1").fetchone()
    if row is None or recorded.index is None or recorded.index >= row[0]:
        raise NotYet(f"record {recorded.id} is not under a checkpoint yet: ask again in 10 s")
    size, note = row
    path = inclusion_proof(recorded.index, size=size, read=tiles.read)
    return LogProof(recorded.index, path, note_of(note))


def _recorded(row: tuple[Any, ...]) -> Recorded:
    number, kind, subject, actor, at, payload, bodies, organisations, salt, leaf, index = row
    return Recorded(
        id=number,
        kind=kind,
        subject=subject,
        actor=actor,
        at=at.astimezone(UTC),
        payload=msgspec.json.decode(payload),  # Django leaves jsonb as text
        bodies=tuple(digest_name(bytes(each)) for each in bodies),
        organisations=tuple(organisations),
        salt=bytes(salt),
        leaf=bytes(leaf),
        index=index,
    )
