"""What the log holds of an event: that it happened, by whom and when, and a seal on its content.

The content stays outside. Whoever holds the payload and its salt can show that they are what was
recorded; once both are erased the entry and the tree stay as they were, and say nothing more.
"""

import hmac
from datetime import UTC, datetime
from hashlib import sha256
from typing import Annotated

import msgspec

from fondaco.evidence.canonical import canonical
from fondaco.evidence.note import Malformed

SALT_BYTES = 32


class Leaf(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of the log."""

    type: str
    """What happened, such as ``declaration.lodged``."""
    object: str
    """The identifier of what it happened to, such as a movement reference number."""
    actor: str
    """The pseudonym of the person or system that did it."""
    time: Annotated[datetime, msgspec.Meta(tz=True)]
    """When, in UTC."""
    commitment: str
    """The seal on the payload."""


def leaf(kind: str, *, about: str, actor: str, at: datetime, payload: bytes, salt: bytes) -> Leaf:
    """The entry for an event. The salt is 32 secret random bytes, fresh for each event.

    >>> from datetime import datetime, UTC
    >>> entry = leaf(
    ...     "declaration.lodged",
    ...     about="26DD00000000000018",
    ...     actor="9f2c",
    ...     at=datetime(2026, 11, 21, 8, 30, tzinfo=UTC),
    ...     payload=b"{}",
    ...     salt=bytes(32),
    ... )
    >>> entry.commitment[:23]
    'sha256:fb1634c4e6cd4b1f'
    """
    if at.tzinfo is None:
        raise ValueError(f"found {at} without an offset, expected an instant: give its time zone")
    return Leaf(kind, about, actor, at.astimezone(UTC), seal(payload, salt=salt))


def entry(leaf: Leaf) -> bytes:
    """The bytes of the entry, as the log hashes and publishes them."""
    return canonical(leaf)


def leaf_of(data: bytes) -> Leaf:
    """The leaf in an entry. Raises Malformed for bytes that ``entry`` would not have written."""
    try:
        found = msgspec.json.decode(data, type=Leaf)
    except msgspec.DecodeError as refused:
        raise Malformed(f"this is not an entry of our log: {refused}") from refused
    if entry(msgspec.structs.replace(found, time=found.time.astimezone(UTC))) != data:
        raise Malformed("found an entry in another spelling, expected canonical form and UTC")
    return found


def seal(payload: bytes, *, salt: bytes) -> str:
    """The salted SHA-256 of a payload, which nobody can guess from without the salt."""
    if len(salt) != SALT_BYTES:
        raise ValueError(f"found a salt of {len(salt)} bytes, expected {SALT_BYTES} random ones")
    return "sha256:" + sha256(salt + payload).hexdigest()


def is_sealed(payload: bytes, *, salt: bytes, commitment: str) -> bool:
    """Whether this payload and salt are the ones that were sealed.

    >>> is_sealed(b"{}", salt=bytes(32), commitment=seal(b"{}", salt=bytes(32)))
    True
    """
    return len(salt) == SALT_BYTES and hmac.compare_digest(seal(payload, salt=salt), commitment)


def pseudonym(identity: str, *, secret: bytes) -> str:
    """A name for a person in the public log, which only the holder of the secret can tie to them.

    With a secret for each person, erasing it cuts the tie for good.
    """
    if len(secret) < SALT_BYTES:
        raise ValueError(f"found a secret of {len(secret)} bytes, expected {SALT_BYTES} or more")
    return hmac.new(secret, identity.encode(), sha256).hexdigest()[:32]
