"""The machines' own door: the API is answered before sessions, cookies, languages and pages.

A request with a key needs none of those; going round them saves most of the time that is not
spent on the declaration itself.
"""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import ResolverMatch, resolve

from customhouse.accounts.actor import Actor
from customhouse.accounts.queries import actor_of_secret
from customhouse.exchange.api import asked
from customhouse.exchange.api.refusals import refused
from customhouse.exchange.limits import buckets

ADDRESSES = "customhouse.exchange.urls"
BEFORE = "/api/"
SMALLEST_LIMIT = 256 * 1024
LONGEST_ADDRESS = 4000

Answer = Callable[[HttpRequest], HttpResponse]


class ApiDoor:
    """Answers what begins with /api/, and lets everything else pass."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer a machine, or let a person's request pass."""
        if request.path_info.startswith(BEFORE):
            return _answered(request)
        return self._answer(request)


def _answered(request: HttpRequest) -> HttpResponse:
    try:
        match = resolve(request.path_info, urlconf=ADDRESSES)
        _check_length(request, match)
        request.actor = actor = _actor(request)  # type: ignore[attr-defined]
        if actor is not None:
            _check_rate(actor)
        return match.func(request, *match.args, **match.kwargs)
    except Exception as failed:
        return refused(request, failed)


def _actor(request: HttpRequest) -> Actor | None:
    kind, _, secret = request.META.get("HTTP_AUTHORIZATION", "").partition(" ")
    if kind.lower() != "bearer":
        return None
    return actor_of_secret(secret.strip(), at=asked.received_at())


def _check_rate(actor: Actor) -> None:
    seconds = buckets.wait(actor.organisation_id or 0)
    if seconds:
        raise asked.Refused(
            "too-many",
            f"Your organisation sent more than is taken at once: wait {seconds} s.",
            **{"Retry-After": str(seconds)},
        )


def _check_length(request: HttpRequest, match: ResolverMatch) -> None:
    """Refuse a body larger than its route takes, before a byte of it is read."""
    largest = getattr(match.func, "largest_body", 0) or SMALLEST_LIMIT
    announced = request.META.get("CONTENT_LENGTH") or "0"
    if not (announced.isascii() and announced.isdecimal()):
        raise asked.Refused("bad-request", "Found a Content-Length that is no number.")
    if len(announced) > 12 or int(announced) > largest:
        raise asked.Refused(
            "too-large",
            f"Found {announced[:20]} bytes, expected at most {largest}: send less at once.",
        )
    if request.META.get("HTTP_TRANSFER_ENCODING") and not request.META.get("CONTENT_LENGTH"):
        raise asked.Refused(
            "length", "Found a body in chunks, expected its length: send Content-Length."
        )
