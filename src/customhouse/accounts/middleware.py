"""Between server and view: who acts, and how much a route lets in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.request import UnreadablePostError
from django.utils import translation

from customhouse.accounts import queries
from customhouse.accounts.actor import Actor
from customhouse.settings.slow_bodies import found_no_room

ORGANISATION = "organisation"
"""Where the session keeps the organisation that a person with several chose to act for."""

Answer = Callable[[HttpRequest], HttpResponse]


class ActorMiddleware:
    """Gives every request its `actor`: a person by session, a key by bearer secret, or None."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Find the actor, then let the request pass."""
        request.actor = _actor(request)  # type: ignore[attr-defined]
        return self._answer(request)


def _actor(request: HttpRequest) -> Actor | None:
    kind, _, secret = request.headers.get("Authorization", "").partition(" ")
    if kind.lower() == "bearer":
        return queries.actor_of_secret(secret.strip(), at=datetime.now(UTC))
    if settings.SESSION_COOKIE_NAME not in request.COOKIES or not request.user.is_authenticated:
        return None
    chosen = request.session.get(ORGANISATION)
    number = int(request.user.pk)
    language = translation.get_language() or ""
    return queries.actor_of_person(number, organisation_id=chosen, language=language)


class BodyLimit:
    """Refuses a body larger than its route allows (`largest_body`), before a byte of it is read."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let the request pass; the check is made once the route is known."""
        return self._answer(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """Answer 413 where the announced length is more than the route's limit."""
        largest: int = getattr(view, "largest_body", settings.LARGEST_BODY)
        announced = request.META.get("CONTENT_LENGTH") or "0"
        if announced.isdigit() and int(announced) <= largest:
            return None
        detail = f"Found {announced} bytes, expected at most {largest}: send less at once."
        return _problem(413, "Too large", detail)

    def process_exception(self, request: HttpRequest, failed: Exception) -> HttpResponse | None:
        """Answer 503 where there was no room for the body, 400 where it broke off."""
        if not isinstance(failed, UnreadablePostError):
            return None
        if found_no_room(failed):
            return _problem(503, "No room", "Many bodies are on their way: send it again.")
        return _problem(400, "Broken off", "The body broke off: send it again.")


def _problem(status: int, title: str, detail: str) -> JsonResponse:
    return JsonResponse(
        {"type": "about:blank", "status": status, "title": title, "detail": detail},
        status=status,
        content_type="application/problem+json",
    )
