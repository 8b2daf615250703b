"""Pages that could not be shown: each says what happened, what is safe, and what to do now."""

from __future__ import annotations

import logging
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.crypto import get_random_string
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

log = logging.getLogger(__name__)

LAST_RESORT = (
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Fondaco</title>'
    "<h1>This page could not be made</h1><p>Nothing you had sent before was lost. Try again in a"
    " few minutes.</p><p lang='fr'>Cette page n’a pas pu être établie. Rien de ce que vous aviez"
    " envoyé n’est perdu. Réessayez dans quelques minutes.</p></html>"
)


class Fault(NamedTuple):
    """What a fault is called and what its page says."""

    heading: str | Promise
    sentence: str | Promise


FAULTS = {
    400: Fault(
        _("What was sent could not be read"),
        _("It was not in a form that we understand, so nothing was changed."),
    ),
    403: Fault(
        _("This page is not open to you"),
        _("It is for another role or another organisation. Nothing was changed."),
    ),
    404: Fault(
        _("There is nothing at this address"),
        _("It may have been mistyped, or it belongs to another organisation."),
    ),
    405: Fault(_("This cannot be done here"), _("Go back and use the button on the page.")),
    409: Fault(
        _("Somebody was quicker"),
        _("What you wanted to change has changed since you opened it, so nothing was written."),
    ),
    413: Fault(_("This is too large"), _("Send less at once, or a smaller file.")),
    429: Fault(_("Too many tries"), _("Wait a few minutes, then try again.")),
    500: Fault(
        _("Something failed on our side"),
        _("The fault is on record. What you had sent before is safe; this step was not done."),
    ),
}


def page(
    request: HttpRequest, *, status: int, reference: str = "", detail: str = ""
) -> HttpResponse:
    """Return the page of a fault, with ways to go on; plain words if even that cannot be made."""
    fault = FAULTS[status]
    context = {
        "status": status,
        "heading": fault.heading,
        "sentence": detail or fault.sentence,
        "ways": _ways(request, status),
        "reference": reference,
    }
    try:
        return render(request, "faults/fault.html", context, status=status)
    except Exception:  # the page of last resort must not fail
        log.exception("the page of a fault failed")
        return HttpResponse(LAST_RESORT, status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer 400."""
    return page(request, status=400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer 403."""
    return page(request, status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer 404."""
    return page(request, status=404)


def conflict(request: HttpRequest, *, detail: str = "") -> HttpResponse:
    """Answer 409: the thing changed under the reader's hands."""
    return page(request, status=409, detail=detail)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer 500, with a reference that stands in the log beside the fault."""
    reference = get_random_string(8, "ABCDEFGHJKLMNPQRSTUVWXYZ23456789")
    log.error("page failed", extra={"reference": reference, "path": request.path})
    return page(request, status=500, reference=reference)


def no_token(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form that came without its token: an old page, or cookies refused."""
    detail = _(
        "The form was opened too long ago, or your browser keeps no cookies. "
        "Go back, load the page again and send it once more: what you typed is kept."
    )
    return page(request, status=403, detail=str(detail))


def _ways(request: HttpRequest, status: int) -> list[tuple[object, str]]:
    ways: list[tuple[object, str]] = []
    if status in {409, 500, 429}:
        ways.append((_("Load the page again"), request.path if request.method == "GET" else ""))
    if status == 403 and getattr(request, "actor", None) is None:
        ways.append((_("Sign in"), f"{reverse('account_login')}?next={request.path}"))
    ways.append((_("Go to the start page"), reverse("start")))
    if status in {403, 404}:
        ways.append((_("Ask for help"), reverse("help")))
    if status == 500:
        ways.append((_("See whether something is out of order"), reverse("status")))
    return [way for way in ways if way[1]]
