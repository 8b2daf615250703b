"""Webhook endpoints: an organisation's people say where its machines want to be told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import msgspec
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext

from customhouse.accounts.actor import Actor
from customhouse.post.address_guard import parsed
from customhouse.post.webhook_secrets import secret_of
from customhouse.records import actions as records
from customhouse.records.actions import Entry
from customhouse.settings.database import acting_as, execute

MOST_ENDPOINTS = 20

_ADD = """
INSERT INTO webhook_endpoint (organisation_id, url, topics, generation, created_at,
    disabled_reason) VALUES (%s, %s, %s, 1, %s, '') RETURNING id
"""
_COUNT = """
SELECT count(*) FROM webhook_endpoint WHERE organisation_id = %s AND disabled_at IS NULL
"""
_DISABLE = """
UPDATE webhook_endpoint SET disabled_at = %s, disabled_reason = %s
WHERE id = %s AND organisation_id = %s AND disabled_at IS NULL RETURNING url
"""
_ABANDON = """
UPDATE delivery SET state = 'abandoned', next_attempt_at = NULL
WHERE endpoint_id = %s AND state = 'waiting'
"""
_ENABLE = """
UPDATE webhook_endpoint SET disabled_at = NULL, disabled_reason = ''
WHERE id = %s AND organisation_id = %s AND disabled_at IS NOT NULL RETURNING url
"""
_ROTATE = """
UPDATE webhook_endpoint SET generation = generation + 1, rotated_at = %s
WHERE id = %s AND organisation_id = %s RETURNING generation
"""
_AGAIN = """
UPDATE delivery SET state = 'waiting', attempts = 0, next_attempt_at = %s
WHERE id = %s AND organisation_id = %s AND state <> 'waiting' RETURNING id
"""


class NewEndpoint(msgspec.Struct, frozen=True):
    """An endpoint and the secret that its owner checks our signatures with."""

    id: int
    secret: str


def add_endpoint(*, url: str, topics: Sequence[str] = (), by: Actor, at: datetime) -> NewEndpoint:
    """Start telling an address of the actor's organisation of these topics, or of all.

    Raises AddressRefused for an address that is never called.
    """
    organisation = _organisation(by)
    parsed(url, may_reach_loopback=settings.WEBHOOKS_MAY_REACH_LOOPBACK)
    with acting_as(by):
        (count,) = execute(_COUNT, (organisation,)).fetchone() or (0,)
        if count >= MOST_ENDPOINTS:
            raise ValueError(f"found {count} endpoints, expected at most {MOST_ENDPOINTS}")
        row = execute(_ADD, (organisation, url, list(topics), at)).fetchone()
        number = int(row[0]) if row else 0
        _tell("webhook.added", number, {"url": url, "topics": list(topics)}, by=by, at=at)
    return NewEndpoint(number, secret_of(number, generation=1))


def disable_endpoint(*, endpoint_id: int, reason: str = "", by: Actor, at: datetime) -> None:
    """Stop telling an endpoint; what waits for it is abandoned and stays readable by polling."""
    with acting_as(by):
        found = execute(_DISABLE, (at, reason, endpoint_id, _organisation(by))).fetchone()
        _require(found, endpoint_id)
        execute(_ABANDON, (endpoint_id,))
        _tell("webhook.disabled", endpoint_id, {"reason": reason}, by=by, at=at)


def enable_endpoint(*, endpoint_id: int, by: Actor, at: datetime) -> None:
    """Tell an endpoint again from now on."""
    with acting_as(by):
        _require(execute(_ENABLE, (endpoint_id, _organisation(by))).fetchone(), endpoint_id)
        _tell("webhook.enabled", endpoint_id, {}, by=by, at=at)


def rotate_secret(*, endpoint_id: int, by: Actor, at: datetime) -> NewEndpoint:
    """Give an endpoint a new secret; for a day both sign, so that nothing is missed."""
    with acting_as(by):
        row = execute(_ROTATE, (at, endpoint_id, _organisation(by))).fetchone()
        _require(row, endpoint_id)
        _tell("webhook.secret-changed", endpoint_id, {}, by=by, at=at)
    return NewEndpoint(endpoint_id, secret_of(endpoint_id, generation=int(row[0]) if row else 0))


def send_again(*, delivery_id: int, by: Actor, at: datetime) -> None:
    """Start a delivery over that was made or abandoned, with its whole schedule."""
    with acting_as(by):
        _require(execute(_AGAIN, (at, delivery_id, _organisation(by))).fetchone(), delivery_id)


def _organisation(by: Actor) -> int:
    if by.organisation_id is None or not by.may("webhooks:write"):
        raise PermissionDenied(
            gettext("Only an organisation's people, or its key with webhooks:write, may do this.")
        )
    return by.organisation_id


def _require(row: object, number: int) -> None:
    if row is None:
        raise LookupError(f"found no {number} of your organisation in the state that this needs")


def _tell(kind: str, number: int, told: dict[str, object], *, by: Actor, at: datetime) -> None:
    entry = Entry(
        kind=kind,
        subject=f"webhook:{number}",
        actor=by.pseudonym,
        payload=told,
        organisations=(_organisation(by),),
    )
    records.append(entries=[entry], at=at)
