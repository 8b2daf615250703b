"""An officer's day: the files drawn for them, what waits, what others asked; all files."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from customhouse.accounts import actions as accounts
from customhouse.accounts import queries as people
from customhouse.accounts.guards import for_roles
from customhouse.declarations.listed import find, listing
from customhouse.presentation.answers import listed
from customhouse.tariffs import queries as tariffs
from customhouse.workbench import queries
from customhouse.workbench.forms import PassForm, ReasonForm

OFFICERS = ("officer", "supervisor")
OVERDUE = timedelta(hours=4)
"""How long a control may be open before its file counts as overdue."""


@for_roles(*OFFICERS)
@require_GET
def today(request: HttpRequest) -> HttpResponse:
    """What this officer has to do, the oldest that waits for nobody else first."""
    actor, at = request.actor, datetime.now(UTC)  # type: ignore[attr-defined]
    midnight = at.replace(hour=0, minute=0, second=0, microsecond=0)
    context = {
        "at": at,
        "tasks": queries.tasks_of(actor.person_id),
        "done": queries.done_today(actor.person_id, since=midnight),
        "asked": queries.open_requests(is_internal=False, not_by=actor.person_id),
        "is_on_shift": actor.person_id in people.on_shift(office=actor.office, role="officer"),
        "office": actor.office,
        "overdue": at - OVERDUE,
    }
    return render(request, "workbench/today.html", context)


@for_roles("officer", transaction=False)
@require_POST
def shift(request: HttpRequest) -> HttpResponse:
    """Begin or end one's shift: files are drawn among those on shift."""
    actor = request.actor  # type: ignore[attr-defined]
    begins = request.POST.get("shift") == "begin"
    accounts.set_on_shift(
        person_id=actor.person_id, is_on_shift=begins, by=actor, at=datetime.now(UTC)
    )
    return redirect("today")


@for_roles(*OFFICERS, "auditor")
@require_GET
def files(request: HttpRequest) -> HttpResponse:
    """Every declaration: found by number, reference, importer, goods, state, office and day."""
    offered = listing(for_customs=True, at=datetime.now(UTC))
    return listed(request, "workbench/files.html", offered, find)


@for_roles("supervisor")
@require_GET
def supervision(request: HttpRequest) -> HttpResponse:
    """What is overdue, who has how much, and what needs a second person."""
    actor, at = request.actor, datetime.now(UTC)  # type: ignore[attr-defined]
    open_controls = queries.open_controls(offices=())
    officers = _officers()
    load = queries.load_of_officers()
    context = {
        "at": at,
        "overdue": [each for each in open_controls if each.since < at - OVERDUE],
        "unassigned": [each for each in open_controls if each.officer is None],
        "open_count": len(open_controls),
        "asked": queries.open_requests(is_internal=True, not_by=actor.person_id),
        "names": dict(officers),
        "load": sorted(
            ((name, load.get(number, 0)) for number, name in officers), key=lambda each: -each[1]
        ),
        "most": max([*load.values(), 1]),
        "pass_form": PassForm(officers=officers),
        "reason_form": ReasonForm(),
    }
    return render(request, "workbench/supervision.html", context)


def _officers() -> list[tuple[int, str]]:
    offices = tariffs.law().on(datetime.now(UTC).date()).code_books.offices
    held = {person for office in offices for person in people.on_shift(office=office)}
    return sorted(people.names(sorted(held)).items(), key=lambda each: each[1])


def officers() -> list[tuple[int, str]]:
    """The officers on shift at any office, by name, as choices."""
    return _officers() or [(0, _("nobody is on shift"))]
