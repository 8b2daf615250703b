"""An officer's day: the queue with its clocks, and who is on shift; every file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from customhouse.accounts import actions as accounts
from customhouse.accounts import queries as people
from customhouse.accounts.actor import Actor
from customhouse.accounts.guards import for_roles
from customhouse.declarations.listed import find, listing
from customhouse.declarations.queries import queue
from customhouse.declarations.queries.queue import Waiting
from customhouse.declarations.shown import office_name
from customhouse.presentation.answers import listed
from customhouse.tariffs import queries as tariffs

OFFICERS = ("officer", "supervisor")
READERS = (*OFFICERS, "auditor", "analyst")


@for_roles(*OFFICERS)
@require_GET
def today(request: HttpRequest) -> HttpResponse:
    """What waits for this officer, the longest first; what waits for a second person."""
    actor, at = _actor(request), datetime.now(UTC)
    mine = queue.controls_of(actor.person_id or 0)
    asked = [
        each
        for each in queue.requests_at(actor.office)
        if each.asked_by != actor.person_id
        and (not each.is_internal or actor.has_role("supervisor"))
    ]
    context = {
        "at": at,
        "ready": [each for each in mine if each.arrived_at and not each.waits_for_trader],
        "waiting": [each for each in mine if not each.arrived_at or each.waits_for_trader],
        "requests": asked,
        "is_on_shift": actor.person_id in people.on_shift(office=actor.office),
        "takes_turns": actor.has_role("officer"),
        "office": office_name(actor.office, tariffs.law().on(at.date())),
        "oldest": _oldest(mine),
    }
    return render(request, "workbench/today.html", context)


@for_roles("officer", transaction=False)
@require_POST
def shift(request: HttpRequest) -> HttpResponse:
    """Go on shift or leave it; files are drawn among those who are on it."""
    actor, begins = _actor(request), request.POST.get("shift") == "begin"
    accounts.set_on_shift(
        person_id=actor.person_id or 0, is_on_shift=begins, by=actor, at=datetime.now(UTC)
    )
    told = _("You are on shift: files can be drawn for you.") if begins else _("You are off shift.")
    messages.success(request, told)
    return redirect("today")


@for_roles(*READERS)
@require_GET
def files(request: HttpRequest) -> HttpResponse:
    """Every file: by number, container, trader, goods, state, office."""
    offered = listing(for_customs=True, at=datetime.now(UTC))
    return listed(request, "workbench/files.html", offered, find)


def _oldest(waiting: Sequence[Waiting]) -> datetime | None:
    return min((each.ordered_at for each in waiting), default=None)


def _actor(request: HttpRequest) -> Actor:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return actor
