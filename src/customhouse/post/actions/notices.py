"""Notices: written with what they tell, then put in order and on their way by the worker."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

import msgspec

from customhouse.settings.database import as_system, execute, require_transaction
from customhouse.settings.rows import Rows

SORTER = 0x666F6E64706F7374
"""The advisory lock of the one who puts notices in order ("fondpost")."""
AT_ONCE = 5_000

_OUT = Rows(
    "message_out",
    {
        "organisation_id": "bigint",
        "topic": "text",
        "subject": "text",
        "payload": "jsonb",
        "created_at": "timestamptz",
    },
)
# One sorter at a time, so that numbers appear in their order: who reads on from the last number
# it saw misses nothing.
_SORT = """
WITH taken AS (
    DELETE FROM message_out WHERE id IN (SELECT id FROM message_out ORDER BY id LIMIT %s)
    RETURNING *
)
INSERT INTO notification (organisation_id, topic, subject, payload, created_at)
SELECT organisation_id, topic, subject, payload, created_at FROM taken ORDER BY id
RETURNING id
"""
_FAN_OUT = """
INSERT INTO delivery (endpoint_id, notification_id, organisation_id, state, attempts,
                      next_attempt_at)
SELECT endpoint.id, notification.id, notification.organisation_id, 'waiting', 0, %s
FROM notification JOIN webhook_endpoint AS endpoint
    ON endpoint.organisation_id = notification.organisation_id
WHERE notification.id = ANY(%s) AND endpoint.disabled_at IS NULL
    AND (endpoint.topics = '{}' OR notification.topic = ANY(endpoint.topics))
ORDER BY notification.id
"""


class Notice(msgspec.Struct, frozen=True):
    """Something an organisation must be told; the payload is for its machines, without secrets."""

    organisation_id: int
    topic: str
    subject: str
    payload: Mapping[str, object]


def notify(*, notices: Sequence[Notice], at: datetime) -> None:
    """Write notices in the transaction of what they tell; inside `pipeline()` nothing waits."""
    require_transaction()
    _OUT.insert(
        (
            notice.organisation_id,
            notice.topic,
            notice.subject,
            msgspec.json.encode(notice.payload).decode(),
            at,
        )
        for notice in notices
    )


def dispatch(*, at: datetime, most: int = AT_ONCE) -> int:
    """Put waiting notices in order, where they can be read, and start their deliveries."""
    with as_system():
        (is_ours,) = execute("SELECT pg_try_advisory_xact_lock(%s)", (SORTER,)).fetchone() or (0,)
        if not is_ours:
            return 0
        sorted_in = [number for (number,) in execute(_SORT, (most,))]
        if sorted_in:
            execute(_FAN_OUT, (at, sorted_in))
    return len(sorted_in)
