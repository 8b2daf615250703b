"""Whether a receipt is genuine: checked as anyone would check it at home, with the log's key alone.

Nothing is looked up. What the receipt says is sealed again, its place in the tree is followed to
the root, and the root must be the one that the log's key signed.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import msgspec

from customhouse.records.entry import Head, log_entry
from fondaco.evidence.canonical import canonical
from fondaco.evidence.commitment import SALT_BYTES
from fondaco.evidence.log_proof import LogProof, log_proof_of, proven
from fondaco.evidence.merkle import leaf_hashes
from fondaco.evidence.note import Malformed, PublicKey, public_key


class Opened(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a receipt opens: everything under the seal, and the salt that makes the seal."""

    actor: str
    at: datetime
    bodies: tuple[str, ...]
    kind: str
    organisations: tuple[int, ...]
    payload: Mapping[str, Any]
    salt: str
    subject: str


class Genuine(msgspec.Struct, frozen=True):
    """What a genuine receipt proves."""

    opened: Opened
    index: int
    size: int
    log: str


class NotGenuine(ValueError):
    """A receipt that proves nothing, and at which step it failed: form, content or log."""

    def __init__(self, step: str, reason: str) -> None:
        super().__init__(reason)
        self.step = step


def check(text: str, *, key: str) -> Genuine:
    """What the receipt proves under the log's public key; NotGenuine where it proves nothing."""
    log = public_key(key)
    try:
        claim = log_proof_of(f"{text.strip()}\n")
    except Malformed as refused:
        raise NotGenuine("form", str(refused)) from refused
    try:
        opened = msgspec.json.decode(claim.extra, type=Opened)
        leaf = leaf_hashes([_entry(opened)])
    except (msgspec.DecodeError, ValueError, TypeError) as refused:
        raise NotGenuine("content", str(refused)) from refused
    return _stands(claim, opened, leaf, log)


def _stands(claim: LogProof, opened: Opened, leaf: bytes, log: PublicKey) -> Genuine:
    try:
        found = proven(claim, leaf=leaf, log=log, witnesses=(), quorum=0)
    except Malformed as refused:
        raise NotGenuine("form", str(refused)) from refused
    if found is None:
        raise NotGenuine("log", f"{log.name} does not hold this entry under a checkpoint it signed")
    return Genuine(opened, claim.index, found.size, log.name)


def _entry(opened: Opened) -> bytes:
    """The entry of the public log that seals what the receipt opens."""
    salt = bytes.fromhex(opened.salt)
    if len(salt) != SALT_BYTES or opened.at.tzinfo is None:
        raise ValueError("found a salt or a time in another form than records have")
    head = Head(
        opened.actor, opened.at, opened.bodies, opened.kind, opened.organisations, opened.subject
    )
    sealed = canonical(head) + b"\n" + canonical(opened.payload)
    return log_entry(sealed, at=opened.at, salt=salt)
