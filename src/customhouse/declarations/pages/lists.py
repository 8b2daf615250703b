"""The trader's desk and the list of declarations."""

from __future__ import annotations

from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from customhouse.accounts.guards import for_roles
from customhouse.declarations.listed import find, listing
from customhouse.declarations.queries import desk, drafts, lists
from customhouse.presentation.answers import listed

TRADERS = ("trader", "broker")


@for_roles(*TRADERS)
@require_GET
def desk_page(request: HttpRequest) -> HttpResponse:
    """What needs the trader, first; then what is under way."""
    actor = request.actor  # type: ignore[attr-defined]
    at = datetime.now(UTC)
    context = {
        "tasks": desk.tasks(at=at),
        "under_way": lists.find(
            {"state": "under control"}, sort="lodged", descending=False, offset=0, most=8
        )[0],
        "on_the_way": lists.find(
            {"state": "registered"}, sort="lodged", descending=False, offset=0, most=8
        )[0],
        "released": lists.find(
            {"state": "released"}, sort="lodged", descending=True, offset=0, most=5
        )[0],
        "drafts": drafts.drafts(organisation_id=actor.organisation_id, most=8),
        "counts": lists.counts(),
        "at": at,
    }
    return render(request, "declarations/desk.html", context)


@for_roles(*TRADERS)
@require_GET
def declarations(request: HttpRequest) -> HttpResponse:
    """Every declaration of the organisation: views, filters, pages, files."""
    offered = listing(for_customs=False, at=datetime.now(UTC))
    return listed(request, "declarations/list.html", offered, find)
