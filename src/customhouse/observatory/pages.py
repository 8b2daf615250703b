"""The live picture: what came in, what waits, what left and what it brings, today."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_GET

from customhouse.accounts.guards import for_roles
from customhouse.declarations.shown import office_name
from customhouse.observatory import figures, queries
from customhouse.observatory.queries import Picture
from customhouse.presentation import languages
from customhouse.settings.recent import Recent
from customhouse.tariffs import queries as tariffs
from fondaco.assessment.explanation import cited
from fondaco.clearance.service_standards import Promise

READERS = ("officer", "supervisor", "analyst", "auditor")
SECONDS = 5
"""How often the picture is drawn again. It is read once for all who look at it."""

_recent: Recent[datetime, Picture] = Recent(seconds=SECONDS - 1, most=4)


@for_roles(*READERS)
@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    """The whole page."""
    return render(request, "observatory/overview.html", _context() | {"every": SECONDS})


@for_roles(*READERS)
@require_GET
def now(request: HttpRequest) -> HttpResponse:
    """The part of the page that brings itself up to date."""
    return render(request, "observatory/picture.html", _context())


def forget() -> None:
    """Forget the picture that this process remembers; for whoever changes the database under it."""
    _recent.clear()


def _context() -> dict[str, Any]:
    picture = _picture(timezone.now())
    law = tariffs.law().on(timezone.localtime(picture.at).date())
    stages = figures.stages(picture)
    aim = law.service_standards.get(Promise.RELEASE)
    return {
        "picture": picture,
        "at": picture.at,
        "today": timezone.localtime(picture.since).date().isoformat(),
        "currency": law.currency,
        "aim": aim,
        "aim_law": cited(aim.citation, language=languages.current(), acts=law.acts) if aim else "",
        "alone": figures.share_alone(picture.released),
        "stages": stages,
        "most": max((each.count for each in stages), default=0),
        "money": figures.money(picture),
        "charges": figures.charges(picture),
        "charge_names": law.assessment.charge_names,
        "offices": figures.offices(picture),
        "office_names": {code: office_name(code, law) for code in picture.offices()},
        "lodged": figures.lodged(picture),
        "channels": figures.channels(picture),
        "release_times": figures.release_times(picture, aim=aim.within if aim else None),
        "revenue": figures.revenue(picture, currency=law.currency),
        "files": _files,
    }


def _picture(at: datetime) -> Picture:
    midnight = timezone.localtime(at).replace(hour=0, minute=0, second=0, microsecond=0)
    known = _recent.get(midnight)
    if known is None:
        known = queries.picture(since=midnight, at=at)
        _recent.keep(midnight, known)
    return known


def _files(**filters: str) -> str:
    """The address of the list behind a figure."""
    try:
        return f"{reverse('files')}?{urlencode(filters)}"
    except NoReverseMatch:
        return ""
