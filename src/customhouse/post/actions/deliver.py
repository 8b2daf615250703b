"""Delivering notifications to webhooks: at least once, ten times over 75 hours, then no more."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

import msgspec
from django.conf import settings

from customhouse.post.address_guard import Resolve
from customhouse.post.sending import Letter, Result, send
from customhouse.post.webhook_secrets import secret_of
from customhouse.settings.database import as_system, execute

WAITS = tuple(
    timedelta(seconds=seconds)
    for seconds in (0, 5, 300, 1800, 7200, 18000, 36000, 50400, 72000, 86400)
)
"""The wait before each attempt, from the one before: the schedule of Standard Webhooks 1.0.0."""
LEASE = timedelta(seconds=60)
"""After this, what a crashed process had claimed is claimed again."""
OLD_SECRET = timedelta(days=1)
"""How long the secret before the last still signs, after it was changed."""
AT_ONCE_TO_ONE = 2
"""A slow endpoint holds up so many callers and no more."""

_CLAIM = """
UPDATE delivery SET attempts = attempts + 1, next_attempt_at = %(lease)s
FROM webhook_endpoint AS endpoint, notification
WHERE delivery.id IN (
        SELECT due.id FROM webhook_endpoint AS open CROSS JOIN LATERAL (
            SELECT id FROM delivery AS waiting
            WHERE waiting.endpoint_id = open.id AND waiting.state = 'waiting'
                AND waiting.next_attempt_at <= %(at)s
            ORDER BY waiting.next_attempt_at, waiting.id LIMIT %(each)s FOR UPDATE SKIP LOCKED
        ) AS due
        WHERE open.disabled_at IS NULL AND NOT open.id = ANY(%(busy)s::bigint[])
        LIMIT %(most)s)
    AND endpoint.id = delivery.endpoint_id AND notification.id = delivery.notification_id
RETURNING delivery.id, delivery.endpoint_id, delivery.organisation_id, delivery.attempts,
    endpoint.url, endpoint.generation, endpoint.rotated_at,
    notification.id, notification.topic, notification.subject, notification.payload,
    notification.created_at
"""
_LOG = """
INSERT INTO delivery_attempt (delivery_id, organisation_id, number, at, status, milliseconds,
    trouble) VALUES (%s, %s, %s, %s, %s, %s, %s)
"""
_MOVE = """
UPDATE delivery SET state = %s, next_attempt_at = %s WHERE id = %s AND state = 'waiting'
"""
_GONE = """
UPDATE webhook_endpoint SET disabled_at = %s, disabled_reason = 'gone (410)'
WHERE id = %s AND disabled_at IS NULL
"""
_ABANDON = """
UPDATE delivery SET state = 'abandoned', next_attempt_at = NULL
WHERE endpoint_id = %s AND state = 'waiting'
"""


class Claimed(msgspec.Struct, frozen=True):
    """A delivery that this process makes now, and no other."""

    delivery_id: int
    endpoint_id: int
    organisation_id: int
    attempt: int
    letter: Letter


def deliver(*, at: datetime, most: int = 100, resolve: Resolve | None = None) -> int:
    """Make the deliveries that are due, one after the other; answers how many were tried."""
    claimed = claim(at=at, most=most)
    for each in claimed:
        deliver_one(each, at=at, resolve=resolve)
    return len(claimed)


def claim(*, at: datetime, most: int, busy: Sequence[int] = ()) -> tuple[Claimed, ...]:
    """Take up to so many due deliveries, a few for each endpoint that is not busy."""
    with as_system():
        rows = execute(
            _CLAIM,
            {
                "at": at,
                "lease": at + LEASE,
                "each": AT_ONCE_TO_ONE,
                "busy": list(busy),
                "most": most,
            },
        ).fetchall()
    return tuple(
        Claimed(number, endpoint, organisation, attempt, _letter(endpoint, *rest, at=at))
        for number, endpoint, organisation, attempt, *rest in sorted(rows)
    )


def deliver_one(claimed: Claimed, *, at: datetime, resolve: Resolve | None = None) -> Result:
    """Call the endpoint once, outside any transaction, then write what came of it."""
    result = send(claimed.letter, at=at, resolve=resolve)
    state, next_attempt = _next(claimed, result, at=at)
    with as_system():
        execute(
            _LOG,
            (
                claimed.delivery_id,
                claimed.organisation_id,
                claimed.attempt,
                at,
                result.status,
                result.milliseconds,
                result.trouble,
            ),
        )
        execute(_MOVE, (state, next_attempt, claimed.delivery_id))
        if result.is_gone:
            execute(_GONE, (at, claimed.endpoint_id))
            execute(_ABANDON, (claimed.endpoint_id,))
    return result


def _next(claimed: Claimed, result: Result, *, at: datetime) -> tuple[str, datetime | None]:
    if result.is_delivered:
        return "delivered", None
    if result.is_gone or claimed.attempt >= len(WAITS):
        return "abandoned", None
    return "waiting", at + WAITS[claimed.attempt]


def _letter(
    endpoint_id: int,
    url: str,
    generation: int,
    rotated_at: datetime | None,
    number: int,
    topic: str,
    subject: str,
    payload: str,
    created_at: datetime,
    *,
    at: datetime,
) -> Letter:
    keys = [secret_of(endpoint_id, generation=generation)]
    if rotated_at is not None and at - rotated_at < OLD_SECRET:
        keys.append(secret_of(endpoint_id, generation=generation - 1))
    event = {
        "specversion": "1.0",
        "id": str(number),
        "source": settings.ADDRESS,
        "type": topic,
        "subject": subject,
        "time": created_at,
        "datacontenttype": "application/json",
        "data": msgspec.Raw(payload.encode()),
    }
    return Letter(url, f"msg_{number}", msgspec.json.encode(event), tuple(keys))
