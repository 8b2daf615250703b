"""The front door and what stands beside it: start, help, status, accessibility, display."""

from __future__ import annotations

import time

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from customhouse.accounts.guards import public
from customhouse.enquiries import condition
from customhouse.presentation.context import STAYED, THEME_COOKIE, THEMES

HOME = (
    ({"trader", "broker"}, "desk"),
    ({"officer", "supervisor"}, "today"),
    ({"analyst"}, "rules"),
    ({"auditor"}, "overview"),
)
"""The first page of each role, which is where signing in leads."""

CHOICES = (
    (
        "new-declaration",
        _("Declare goods"),
        _("From a file, from an earlier declaration, or step by step."),
    ),
    (
        "declarations",
        _("Follow a declaration"),
        _("Where it stands, who holds it, what comes next, what is owed."),
    ),
    (
        "tariff",
        _("Look up a commodity code"),
        _("What goods are called in the tariff, and what is charged on them."),
    ),
    (
        "calculator",
        _("Work out what is owed"),
        _("Duty and tax on a shipment, line by line, with the law of each."),
    ),
    (
        "receipt",
        _("Check a receipt"),
        _("Whether a receipt or release note is genuine, without asking us."),
    ),
    (
        "developers",
        _("Connect your software"),
        _("The interface for machines, a sandbox, and webhooks."),
    ),
)


@public
@require_GET
def start(request: HttpRequest) -> HttpResponse:
    """Ask the public what they want to do; lead who is signed in to their first page."""
    actor = request.actor  # type: ignore[attr-defined]
    if actor is not None:
        for roles, route in HOME:
            if actor.has_role(*roles) and (there := _address(route)):
                return redirect(there)
    choices = [(there, *rest) for route, *rest in CHOICES if (there := _address(route))]
    return render(request, "enquiries/start.html", {"choices": choices})


@public
@require_GET
def help_page(request: HttpRequest) -> HttpResponse:
    """Say how to get help and from whom."""
    return render(request, "enquiries/help.html")


@public
@require_GET
def status(request: HttpRequest) -> HttpResponse:
    """Say whether each part of the service works, as found a moment ago."""
    return render(request, "enquiries/status.html", {"parts": condition.parts()})


@public
@require_GET
def accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement (Directive (EU) 2016/2102, article 7)."""
    return render(request, "enquiries/accessibility.html")


@public
@require_http_methods(["GET", "POST"])
def display(request: HttpRequest) -> HttpResponse:
    """Let the reader choose language and colours; the choice is kept in a cookie, nothing else."""
    if request.method == "GET":
        return render(request, "enquiries/display.html", {"themes": THEMES})
    answer = HttpResponseRedirect(_back(request))
    chosen = request.POST.get("theme", "")
    if chosen in THEMES:
        answer.set_cookie(THEME_COOKIE, chosen, max_age=365 * 24 * 3600, **_cookie())
    if request.POST.get("language") in dict(settings.LANGUAGES):
        answer.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            request.POST["language"],
            max_age=365 * 24 * 3600,
            **_cookie(),
        )
    return answer


@public
@require_POST
def session(request: HttpRequest) -> HttpResponse:
    """Let who is signed in stay so; answer the seconds that are left."""
    if request.actor is None:  # type: ignore[attr-defined]
        return HttpResponse(status=401)
    request.session[STAYED] = int(time.time())
    return HttpResponse(str(settings.SESSION_COOKIE_AGE), content_type="text/plain")


def _address(route: str) -> str:
    try:
        return reverse(route)
    except NoReverseMatch:
        return ""


def _back(request: HttpRequest) -> str:
    wanted = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, request.is_secure())
    return wanted if safe else reverse("display")


def _cookie() -> dict[str, object]:
    return {"secure": settings.ON_TLS, "httponly": True, "samesite": "Lax"}
