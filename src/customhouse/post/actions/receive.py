"""Taking messages in: once each, by the sender's own number for it, for ever."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import msgspec

from customhouse.settings.database import execute, require_transaction

_ENTER = """
INSERT INTO message_in (sender, message_id, organisation_id, kind, digest, received_at)
VALUES (%s, %s, %s, %s, %s, %s)
ON CONFLICT (sender, message_id) DO NOTHING RETURNING id
"""
_FIND = """
SELECT kind, digest, received_at, outcome FROM message_in WHERE sender = %s AND message_id = %s
"""
_ANSWER = """
UPDATE message_in SET outcome = %s::jsonb
WHERE sender = %s AND message_id = %s AND outcome IS NULL RETURNING id
"""


class Received(msgspec.Struct, frozen=True):
    """What is known of a message: new, or taken before with this outcome."""

    is_new: bool
    received_at: datetime
    outcome: dict[str, Any] | None = None


class AnotherMessage(Exception):  # noqa: N818 - the sender is at fault, not we
    """The sender used this id before for another message; `differing` names what differs."""

    def __init__(self, message_id: str, *, differing: tuple[str, ...]) -> None:
        self.message_id, self.differing = message_id, differing
        super().__init__(
            f"the id {message_id!r} was used before for a message with another "
            f"{' and '.join(differing)}: send a new message under a new id"
        )


def receive(
    *,
    sender: str,
    message_id: str,
    kind: str,
    digest: str,
    organisation_id: int | None,
    at: datetime,
) -> Received:
    """Take a message in, inside the transaction that acts on it; a repeat is told its outcome.

    Two at once wait for each other. Raises AnotherMessage for an id used before for another
    message, which changes nothing.
    """
    require_transaction()
    entered = execute(_ENTER, (sender, message_id, organisation_id, kind, digest, at)).fetchone()
    if entered is not None:
        return Received(is_new=True, received_at=at)
    row = execute(_FIND, (sender, message_id)).fetchone()
    if row is None:
        raise AnotherMessage(message_id, differing=("sender",))
    known_kind, known_digest, received_at, outcome = row
    pairs = {"kind": (kind, known_kind), "body": (digest, known_digest)}
    differing = tuple(name for name, (sent, known) in pairs.items() if sent != known)
    if differing:
        raise AnotherMessage(message_id, differing=differing)
    known = None if outcome is None else msgspec.json.decode(outcome, type=dict[str, Any])
    return Received(is_new=False, received_at=received_at, outcome=known)


def answer(*, sender: str, message_id: str, outcome: Mapping[str, object]) -> None:
    """Write what became of a message, once, in the transaction that took it."""
    require_transaction()
    text = msgspec.json.encode(outcome).decode()
    if execute(_ANSWER, (text, sender, message_id)).fetchone() is None:
        raise LookupError(f"found no message {message_id!r} of {sender!r} without an outcome")
