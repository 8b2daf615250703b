"""The page for those who connect their software: from the first key to the last error."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from customhouse.accounts.guards import public
from customhouse.declarations import sandbox
from customhouse.exchange import scenarios, schemas
from customhouse.exchange.api.answers import KINDS
from customhouse.exchange.examples import examples
from customhouse.presentation import languages
from fondaco.messages import wco_json


@public
@require_GET
def developers(request: HttpRequest) -> HttpResponse:
    """Say how to connect software, with requests that can be typed as they stand."""
    language = languages.current()
    context = {
        "examples": examples(),
        "address": settings.ADDRESS,
        "channels": sandbox.CHANNELS,
        "scenarios": [each.told(language=language) for each in scenarios.scenarios().values()],
        "schemas": [(name, title.said(language)) for name, title in schemas.TITLES.items()],
        "kinds": [
            (name, kind.status, kind.title.said(language), kind.advice.said(language))
            for name, kind in KINDS.items()
        ],
        "most_lines": wco_json.MOST_DECLARATIONS,
        "per_second": settings.API_DECLARATIONS_PER_SECOND,
    }
    return render(request, "exchange/developers.html", context)
