"""From what went wrong to the problem that says so: every refusal of the API is made here."""

from __future__ import annotations

import logging
from typing import Any

from django.core.exceptions import PermissionDenied, RequestDataTooBig, SuspiciousOperation
from django.db import DataError, IntegrityError, InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.http.request import UnreadablePostError
from django.urls import Resolver404
from django.utils import translation
from django.utils.crypto import get_random_string

from customhouse.declarations import problems
from customhouse.exchange import told
from customhouse.exchange.api import answers, asked
from customhouse.presentation.problems import sentence
from customhouse.records.queries import NoSecret
from customhouse.settings.slow_bodies import found_no_room
from customhouse.targeting.queries import NoSelectivity
from customhouse.tariffs import queries as tariffs
from fondaco.declaration.lifecycle import StepRefused
from fondaco.messages.problem import Refusal

UNAVAILABLE = (
    OperationalError,
    InterfaceError,
    tariffs.NoLaw,
    NoSelectivity,
    NoSecret,
)
"""What another try may mend: the database is away, or the house is not open yet."""

_KINDS: dict[type[Exception], str] = {
    problems.NotFound: "not-found",
    problems.NotAllowed: "not-now",
    problems.NotTheDeclarant: "not-the-declarant",
    problems.Unfit: "unfit",
    StepRefused: "not-now",
    IntegrityError: "not-now",
}

log = logging.getLogger(__name__)


def refused(request: HttpRequest, failed: Exception) -> HttpResponse:
    """Answer what went wrong."""
    language = asked.language_of(request)
    if isinstance(failed, asked.Refused):
        response = _problem(failed.kind, failed.detail, language)
        for name, value in failed.headers.items():
            response.headers[name] = value
        return response
    if isinstance(failed, Refusal):
        return answers.of_details(answers.unreadable(failed, language=language), language=language)
    if isinstance(failed, UNAVAILABLE):
        return _unavailable(failed, language)
    return _of_desk(failed, language) or _of_http(request, failed, language)


def _of_desk(failed: Exception, language: str) -> HttpResponse | None:
    """Answer what an action refused, in words; None where it is nothing of the kind."""
    if isinstance(failed, problems.Refused):
        acts = tariffs.law().acts
        found = told.findings(failed.findings, acts=acts, language=language)
        return _problem("refused", _said(failed, language), language, findings=found)
    kind = next((kind for known, kind in _KINDS.items() if isinstance(failed, known)), None)
    if kind is None:
        return None
    detail = _ELSEWHERE[language] if kind == "not-now" and not hasattr(failed, "mend") else ""
    return _problem(kind, detail or _said(failed, language), language)


_ELSEWHERE = {
    "en": "The declaration does not stand where this can be done, or it was asked already.",
    "fr": "La déclaration n'en est pas là, ou cela est déjà demandé.",
}


def _said(failed: Exception, language: str) -> str:
    with translation.override(language):
        return sentence(failed)


def _of_http(request: HttpRequest, failed: Exception, language: str) -> HttpResponse:
    match failed:
        case Resolver404() | Http404():
            return _problem(
                "not-found", f"There is nothing at {request.path_info[:200]}.", language
            )
        case PermissionDenied():
            return _problem("forbidden", str(failed), language)
        case RequestDataTooBig():
            return _problem("too-large", str(failed), language)
        case UnreadablePostError() if found_no_room(failed):
            return _unavailable(failed, language)
        case MultiPartParserError() | UnreadablePostError() | SuspiciousOperation():
            return _problem("bad-request", "The body broke off, or is not as announced.", language)
        case DataError():
            return _problem("bad-request", "A value is out of range.", language)
        case _:
            return _fault(request, failed, language)


def _unavailable(failed: Exception, language: str) -> HttpResponse:
    log.warning("the API cannot answer for the moment", exc_info=failed)
    detail = "Nothing was written. Send the same again, with the same key, in a few seconds."
    response = _problem("unavailable", detail, language)
    response.headers["Retry-After"] = "5"
    return response


def _fault(request: HttpRequest, failed: Exception, language: str) -> HttpResponse:
    reference = get_random_string(8, "ABCDEFGHJKLMNPQRSTUVWXYZ23456789")
    log.error(
        "the API failed",
        exc_info=failed,
        extra={"reference": reference, "path": request.path_info},
    )
    return _problem(
        "fault",
        f"The fault is on record as {reference}. Nothing was written: send the same again.",
        language,
        reference=reference,
    )


def _problem(kind: str, detail: str, language: str, **more: Any) -> HttpResponse:
    return answers.problem(kind, detail, language=language, **more)
