"""A fact on its way into the record: what is kept, and what the log shows of it.

The log is public, so an entry in it says only that something was recorded that day, and seals the
rest: even the kind, the subject or the minute would tell who was selected for control.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, time

import msgspec

from fondaco.evidence.canonical import canonical
from fondaco.evidence.commitment import SALT_BYTES, leaf
from fondaco.evidence.commitment import entry as entry_of

OPEN_KIND = "record"
"""All that the public log says of the kind of any entry."""
NAME_OF_DIGEST = "sha256:"


class Entry(msgspec.Struct, frozen=True):
    """One fact to append.

    `kind` says what happened, such as `declaration.lodged`, `subject` to what, such as an MRN;
    `payload` is a struct or mapping without floats. `organisations` may read it, customs alone
    where there are none. `bodies` are the digests (`sha256:...`) of what it rests on.
    """

    kind: str
    subject: str
    actor: str
    payload: msgspec.Struct | Mapping[str, object] = {}
    organisations: tuple[int, ...] = ()
    bodies: tuple[str, ...] = ()


class Sealed(msgspec.Struct, frozen=True):
    """What the table keeps of an entry: canonical payload, fresh salt, the entry of the log."""

    payload: str
    salt: bytes
    leaf: bytes


class Head(msgspec.Struct, frozen=True):
    """What the seal covers besides the payload."""

    actor: str
    at: datetime
    bodies: tuple[str, ...]
    kind: str
    organisations: tuple[int, ...]
    subject: str


def sealed(entries: Sequence[Entry], *, at: datetime) -> list[Sealed]:
    """Seal entries, each with a salt of its own."""
    salts = os.urandom(SALT_BYTES * len(entries))
    return [
        _sealed(entry, at=at, salt=salts[place * SALT_BYTES : (place + 1) * SALT_BYTES])
        for place, entry in enumerate(entries)
    ]


def _sealed(entry: Entry, *, at: datetime, salt: bytes) -> Sealed:
    payload = canonical(entry.payload)
    if b"\\u0000" in payload:
        raise ValueError(f"found a NUL in the payload of {entry.kind}: refuse it at the door")
    return Sealed(
        payload.decode(), salt, log_entry(content(entry, at=at, payload=payload), at=at, salt=salt)
    )


def content(entry: Entry, *, at: datetime, payload: bytes) -> bytes:
    """Return the bytes that are sealed: head and payload, a line each, in canonical form."""
    head = Head(
        entry.actor,
        at.astimezone(UTC),
        entry.bodies,
        entry.kind,
        entry.organisations,
        entry.subject,
    )
    return canonical(head) + b"\n" + payload


def log_entry(content: bytes, *, at: datetime, salt: bytes) -> bytes:
    """Return the entry of the public log: the day, and the seal on the content."""
    day = datetime.combine(at.astimezone(UTC).date(), time(), UTC)
    return entry_of(leaf(OPEN_KIND, about="", actor="", at=day, payload=content, salt=salt))


def digest_bytes(name: str) -> bytes:
    """Return the 32 bytes of a digest such as `sha256:44136f...`."""
    if not name.startswith(NAME_OF_DIGEST) or len(name) != len(NAME_OF_DIGEST) + 64:
        raise ValueError(f"found the digest {name!r}, expected sha256: and 64 hexadecimal digits")
    return bytes.fromhex(name[len(NAME_OF_DIGEST) :])


def digest_name(digest: bytes) -> str:
    """Return the name of a digest as everything outside the tables writes it."""
    return NAME_OF_DIGEST + digest.hex()
