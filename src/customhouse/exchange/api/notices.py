"""Notices to an organisation's machines: read by polling, or sent to their webhooks."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

import msgspec
from django.http import HttpRequest, HttpResponse

from customhouse.accounts.actor import Actor
from customhouse.accounts.guards import for_keys
from customhouse.exchange.api import answers, asked
from customhouse.exchange.api.reading import ROLES
from customhouse.post import actions as post
from customhouse.post import queries
from customhouse.post.address_guard import AddressRefused
from customhouse.settings.database import acting_as

MOST = 500

reader = for_keys(*ROLES, scope="notifications:read")
owner = for_keys(*ROLES, scope="webhooks:write", transaction=False)


class Notices(msgspec.Struct, frozen=True):
    """Notices in their order; ``after`` is where to read on from."""

    notifications: tuple[queries.Notification, ...]
    after: int


class Webhook(msgspec.Struct, frozen=True, omit_defaults=True):
    """A webhook as its owner sees it."""

    id: int
    url: str
    topics: tuple[str, ...]
    created_at: datetime
    waiting: int
    disabled_at: datetime | None = None
    disabled_reason: str = ""


class NewWebhook(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where an organisation wants to be told, and of which topics; of all where none is named."""

    url: Annotated[str, msgspec.Meta(min_length=8, max_length=2000)]
    topics: Annotated[tuple[Topic, ...], msgspec.Meta(max_length=50)] = ()


Topic = Annotated[str, msgspec.Meta(pattern=r"\A[a-z][a-z.-]{0,60}\Z")]


class Secret(msgspec.Struct, frozen=True):
    """A webhook's number, and the secret with which it checks our signatures."""

    id: int
    secret: str


class Deliveries(msgspec.Struct, frozen=True):
    """How notices fared on their way to a webhook, the newest first."""

    deliveries: tuple[Delivery, ...]


class Delivery(msgspec.Struct, frozen=True):
    """One notice on its way to a webhook, with every attempt."""

    id: int
    notification: int
    topic: str
    subject: str
    state: str
    attempts: tuple[queries.Attempt, ...]
    next_attempt_at: datetime | None


@reader
def notifications(request: HttpRequest) -> HttpResponse:
    """The organisation's notices that follow a number."""
    query = asked.query(request, "after", "limit")
    after = asked.count(query.get("after"), least=0, most=10**18, default=0)
    most = asked.count(query.get("limit"), least=1, most=MOST, default=100)
    found = queries.notifications(_organisation(request), after=after, most=most)
    content = Notices(found, found[-1].id if found else after)
    return answers.answered(content, language=asked.language_of(request))


@owner
def webhooks(request: HttpRequest) -> HttpResponse:
    """The organisation's webhooks."""
    with acting_as(_actor(request)):
        found = tuple(_webhook(each) for each in queries.endpoints(_organisation(request)))
    return answers.answered({"webhooks": found}, language=asked.language_of(request))


@owner
def add(request: HttpRequest) -> HttpResponse:
    """Add a webhook; its secret is in the answer."""
    wanted = asked.content(request, NewWebhook)
    try:
        made = post.add_endpoint(
            url=wanted.url,
            topics=wanted.topics,
            by=_actor(request),
            at=asked.received_at(),
        )
    except (AddressRefused, ValueError) as refused:
        raise asked.Refused("unfit", str(refused)) from None
    return answers.answered(
        Secret(made.id, made.secret), status=201, language=asked.language_of(request)
    )


@owner
def disable(request: HttpRequest, number: int) -> HttpResponse:
    """Stop telling a webhook."""
    _found(post.disable_endpoint, request, number)
    return answers.nothing()


@owner
def enable(request: HttpRequest, number: int) -> HttpResponse:
    """Tell a webhook again from now on."""
    _found(post.enable_endpoint, request, number)
    return answers.nothing()


@owner
def rotate(request: HttpRequest, number: int) -> HttpResponse:
    """Give a webhook a new secret; for a day both sign."""
    made = _found(post.rotate_secret, request, number)
    return answers.answered(
        Secret(made.id, made.secret), status=201, language=asked.language_of(request)
    )


@owner
def deliveries(request: HttpRequest, number: int) -> HttpResponse:
    """The newest deliveries to a webhook, with every attempt at them."""
    organisation = _organisation(request)
    with acting_as(_actor(request)):
        if number not in {each.id for each in queries.endpoints(organisation)}:
            raise asked.Refused("not-found", f"There is no webhook {number}.")
        found = queries.deliveries(organisation, endpoint_id=number, most=50)
        shown = tuple(
            Delivery(
                each.id,
                each.notification_id,
                each.topic,
                each.subject,
                each.state,
                queries.attempts(each.id, organisation_id=organisation),
                each.next_attempt_at,
            )
            for each in found
        )
    return answers.answered(Deliveries(shown), language=asked.language_of(request))


def _found(act: Any, request: HttpRequest, number: int) -> Any:
    try:
        return act(endpoint_id=number, by=_actor(request), at=asked.received_at())
    except LookupError:
        raise asked.Refused("not-found", f"There is no webhook {number} in that state.") from None


def _webhook(each: queries.Endpoint) -> Webhook:
    return Webhook(
        each.id,
        each.url,
        each.topics,
        each.created_at,
        each.waiting,
        each.disabled_at,
        each.disabled_reason,
    )


def _actor(request: HttpRequest) -> Actor:
    return request.actor  # type: ignore[attr-defined,no-any-return]


def _organisation(request: HttpRequest) -> int:
    return _actor(request).organisation_id or 0
