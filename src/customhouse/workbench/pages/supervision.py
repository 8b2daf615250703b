"""The supervisor's page: what is stuck or overdue, second approvals, how the load lies."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from customhouse.accounts import queries as people
from customhouse.accounts.actor import Actor
from customhouse.accounts.guards import for_roles
from customhouse.declarations.queries import queue
from customhouse.declarations.shown import office_name
from customhouse.tariffs import queries as tariffs

OVERDUE = timedelta(hours=8)
"""One shift: a control that outlives it is shown as overdue. The law sets no term."""
UNPAID = timedelta(days=3)


@for_roles("supervisor")
@require_GET
def supervision(request: HttpRequest) -> HttpResponse:
    """Stuck and overdue files, requests for a second person, load by officer."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    at = datetime.now(UTC)
    everywhere = request.GET.get("office") == "all"
    office = "" if everywhere else actor.office
    controls = queue.controls_at(office)
    members = people.members(actor.organisation_id or 0)
    officers = {each.person_id: each for each in members if each.role == "officer"}
    held = Counter(each.officer_id for each in controls)
    context = {
        "at": at,
        "everywhere": everywhere,
        "office": office_name(actor.office, tariffs.law().on(at.date())),
        "nobody": [each for each in controls if each.officer_id is None],
        "overdue": [
            each
            for each in controls
            if each.officer_id is not None and at - each.ordered_at > OVERDUE
        ],
        "requests": queue.requests_at(office),
        "unpaid": queue.unpaid_at(office, since=at - UNPAID),
        "load": [
            (each, held.get(each.person_id, 0))
            for each in sorted(officers.values(), key=lambda each: each.name)
            if everywhere or each.office == actor.office
        ],
        "most": max(held.values(), default=0),
        "people": people.names(
            sorted({n for n in (*held, *(r.asked_by for r in queue.requests_at(office))) if n})
        ),
    }
    return render(request, "workbench/supervision.html", context)
