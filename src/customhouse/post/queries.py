"""The only readers of the post room: notifications, webhooks and how they fare."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import msgspec

from customhouse.post.webhook_secrets import secret_of
from customhouse.settings.database import as_system, execute

_NOTIFICATIONS = """
SELECT id, topic, subject, payload, created_at FROM notification
WHERE organisation_id = %s AND id > %s ORDER BY id LIMIT %s
"""
_LATEST = """
SELECT id, topic, subject, payload, created_at FROM notification
WHERE organisation_id = %s ORDER BY id DESC LIMIT %s
"""
_ENDPOINTS = """
SELECT id, url, topics, generation, created_at, disabled_at, disabled_reason,
    (SELECT count(*) FROM delivery WHERE endpoint_id = webhook_endpoint.id AND state = 'waiting')
FROM webhook_endpoint WHERE organisation_id = %s ORDER BY id
"""
_DELIVERIES = """
SELECT delivery.id, endpoint_id, notification_id, notification.topic, notification.subject,
    delivery.state, delivery.attempts, delivery.next_attempt_at
FROM delivery JOIN notification ON notification.id = delivery.notification_id
WHERE delivery.organisation_id = %s AND (%s::bigint IS NULL OR endpoint_id = %s)
ORDER BY delivery.id DESC LIMIT %s
"""
_ATTEMPTS = """
SELECT number, at, status, milliseconds, trouble FROM delivery_attempt
WHERE delivery_id = %s AND organisation_id = %s ORDER BY id
"""
_BACKLOG = """
SELECT (SELECT count(*) FROM message_out), (SELECT min(created_at) FROM message_out),
    (SELECT count(*) FROM delivery WHERE state = 'waiting' AND next_attempt_at <= %s)
"""


class Notification(msgspec.Struct, frozen=True):
    """A notice as its organisation reads it; `id` is where to read on from."""

    id: int
    topic: str
    subject: str
    payload: dict[str, Any]
    created_at: datetime


class Endpoint(msgspec.Struct, frozen=True):
    """A webhook as its owner sees it."""

    id: int
    url: str
    topics: tuple[str, ...]
    generation: int
    created_at: datetime
    disabled_at: datetime | None
    disabled_reason: str
    waiting: int

    @property
    def secret(self) -> str:
        """The secret that signs what is sent to it."""
        return secret_of(self.id, generation=self.generation)


class Delivery(msgspec.Struct, frozen=True):
    """How one notification fares on its way to one endpoint."""

    id: int
    endpoint_id: int
    notification_id: int
    topic: str
    subject: str
    state: str
    attempts: int
    next_attempt_at: datetime | None


class Attempt(msgspec.Struct, frozen=True):
    """One call of an endpoint."""

    number: int
    at: datetime
    status: int | None
    milliseconds: int
    trouble: str


class Backlog(msgspec.Struct, frozen=True):
    """What the post room has not done yet."""

    unsorted: int
    oldest: datetime | None
    due_deliveries: int


def notifications(
    organisation_id: int, *, after: int = 0, most: int = 100
) -> tuple[Notification, ...]:
    """Return the notices that follow a number, in order: reading on from the last misses none."""
    return _notifications(_NOTIFICATIONS, (organisation_id, after, most))


def latest_notifications(organisation_id: int, *, most: int = 20) -> tuple[Notification, ...]:
    """Return the newest notices, the newest first."""
    return _notifications(_LATEST, (organisation_id, most))


def endpoints(organisation_id: int) -> tuple[Endpoint, ...]:
    """Return the webhooks of an organisation."""
    return tuple(
        Endpoint(number, url, tuple(topics), *rest)
        for number, url, topics, *rest in execute(_ENDPOINTS, (organisation_id,))
    )


def deliveries(
    organisation_id: int, *, endpoint_id: int | None = None, most: int = 50
) -> tuple[Delivery, ...]:
    """Return the newest deliveries of an organisation, to one endpoint where asked."""
    parameters = (organisation_id, endpoint_id, endpoint_id, most)
    return tuple(Delivery(*row) for row in execute(_DELIVERIES, parameters))


def attempts(delivery_id: int, *, organisation_id: int) -> tuple[Attempt, ...]:
    """Return every attempt at a delivery, the first first."""
    return tuple(Attempt(*row) for row in execute(_ATTEMPTS, (delivery_id, organisation_id)))


def backlog(*, at: datetime) -> Backlog:
    """Return how much waits, for the status page."""
    with as_system():
        row = execute(_BACKLOG, (at,)).fetchone() or (0, None, 0)
    return Backlog(*row)


def _notifications(statement: str, parameters: tuple[int, ...]) -> tuple[Notification, ...]:
    return tuple(
        Notification(number, topic, subject, msgspec.json.decode(payload), created_at)
        for number, topic, subject, payload, created_at in execute(statement, parameters)
    )
