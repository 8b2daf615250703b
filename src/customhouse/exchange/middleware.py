"""The machines' own door: the API is answered before sessions, cookies, languages and pages.

A request with a key needs none of those; going round them saves most of the time that is not
spent on the declaration itself.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.core.exceptions import PermissionDenied, RequestDataTooBig, SuspiciousOperation
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from django.http.request import UnreadablePostError
from django.urls import Resolver404, ResolverMatch, resolve
from django.utils.crypto import get_random_string
from psycopg_pool import PoolTimeout

from customhouse.accounts.queries import actor_of_secret
from customhouse.exchange.api import answers, asked

ADDRESSES = "customhouse.exchange.urls"
BEFORE = "/api/"
SMALLEST_LIMIT = 256 * 1024

Answer = Callable[[HttpRequest], HttpResponse]

log = logging.getLogger(__name__)


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
        request.actor = _actor(request)  # type: ignore[attr-defined]
        return match.func(request, *match.args, **match.kwargs)
    except Exception as failed:
        return _refused(request, failed)


def _actor(request: HttpRequest) -> object:
    kind, _, secret = request.META.get("HTTP_AUTHORIZATION", "").partition(" ")
    if kind.lower() != "bearer":
        return None
    return actor_of_secret(secret.strip(), at=asked.received_at())


def _check_length(request: HttpRequest, match: ResolverMatch) -> None:
    """Refuse a body larger than its route takes, before a byte of it is read."""
    largest = getattr(match.func, "largest_body", 0) or SMALLEST_LIMIT
    announced = request.META.get("CONTENT_LENGTH") or "0"
    if not announced.isdecimal():
        raise asked.Refused("bad-request", "Found a Content-Length that is no number.")
    if len(announced) > 12 or int(announced) > largest:
        raise asked.Refused(
            "too-large",
            f"Found {announced[:20]} bytes, expected at most {largest}: send less at once.",
        )
    if request.META.get("HTTP_TRANSFER_ENCODING") and "CONTENT_LENGTH" not in request.META:
        raise asked.Refused(
            "length", "Found a body in chunks, expected its length: send Content-Length."
        )


def _refused(request: HttpRequest, failed: Exception) -> HttpResponse:
    language = asked.language_of(request)
    match failed:
        case asked.Refused():
            response = answers.problem(failed.kind, failed.detail, language=language)
            response.headers.update(failed.headers)
            return response
        case Resolver404() | Http404():
            return answers.problem(
                "not-found", f"There is nothing at {request.path_info[:200]}.", language=language
            )
        case PermissionDenied():
            return answers.problem("forbidden", str(failed), language=language)
        case RequestDataTooBig():
            return answers.problem("too-large", str(failed), language=language)
        case UnreadablePostError() | SuspiciousOperation():
            return answers.problem("bad-request", "The body broke off.", language=language)
        case OperationalError() | InterfaceError() | PoolTimeout():
            return _unavailable(failed, language=language)
        case _:
            return _fault(request, failed, language=language)


def _unavailable(failed: Exception, *, language: str) -> HttpResponse:
    log.warning("the database did not answer", exc_info=failed)
    response = answers.problem(
        "unavailable",
        "Nothing was written. Send the same again, with the same key, in a few seconds.",
        language=language,
    )
    response.headers["Retry-After"] = "5"
    return response


def _fault(request: HttpRequest, failed: Exception, *, language: str) -> HttpResponse:
    reference = get_random_string(8, "ABCDEFGHJKLMNPQRSTUVWXYZ23456789")
    log.error(
        "the API failed",
        exc_info=failed,
        extra={"reference": reference, "path": request.path_info},
    )
    return answers.problem(
        "fault",
        f"The fault is on record as {reference}. Nothing was written: send the same again.",
        language=language,
        reference=reference,
    )
