"""The review before sending: every finding with its field, the bill, and then one button."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

import msgspec
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from customhouse.accounts.actor import Actor
from customhouse.accounts.guards import for_roles
from customhouse.declarations.actions import correct as correcting
from customhouse.declarations.actions import drafts as writing_actions
from customhouse.declarations.actions.lodge import lodge
from customhouse.declarations.entry import Answer, Lodgement
from customhouse.declarations.forms import ReasonForm
from customhouse.declarations.forms.steps import TITLES
from customhouse.declarations.pages import reviewing
from customhouse.declarations.pages.lists import TRADERS
from customhouse.declarations.pages.reviewing import Reviewed
from customhouse.declarations.pages.writing import progress
from customhouse.declarations.problems import NotFound, Refused
from customhouse.declarations.queries import drafts
from customhouse.declarations.queries.drafts import DraftSeen
from customhouse.declarations.queries.file import file_of
from customhouse.declarations.refusals import told
from customhouse.declarations.writing import place_of, typed_of
from customhouse.settings.database import acting_as


@for_roles(*TRADERS, transaction=False)
@require_http_methods(["GET", "POST"])
@told(back="desk")
def review(request: HttpRequest, number: int) -> HttpResponse:
    """Show what would be decided; send it when it is in order."""
    actor = _actor(request)
    with acting_as(actor):
        found = _draft(actor, number)
        reviewed = reviewing.reviewed(found, actor=actor)
    form = ReasonForm(request.POST or None) if _act(found) == "amend" else None
    if request.method == "POST" and reviewed.is_in_order and (form is None or form.is_valid()):
        return _send(request, found, reviewed, form)
    shown = {
        "draft": found,
        "steps": progress(found, "review"),
        "act": _act(found),
        "reviewed": reviewed,
        "document": reviewed.document,
        "form": form,
        "places": {each.path: _address(number, each.path) for each in reviewed.findings},
        "day": reviewing.law_of_today(),
    }
    return render(request, "declarations/writing/review.html", shown)


@for_roles(*TRADERS, transaction=False)
@require_POST
@told("mrn", back="declaration")
def change(request: HttpRequest, mrn: str, act: str) -> HttpResponse:
    """Begin the draft of a correction or an amendment."""
    actor = _actor(request)
    with acting_as(actor):
        document = file_of(mrn, for_customs=False).document
    content = {
        "base": msgspec.to_builtins(document),
        "typed": typed_of(document),
        "for": {"act": act, "mrn": mrn},
    }
    number = writing_actions.begin(
        content=content, name=document.local_reference or mrn, by=actor, at=_now()
    )
    return redirect("draft-step", number, "goods")


def _send(
    request: HttpRequest, found: DraftSeen, reviewed: Reviewed, form: ReasonForm | None
) -> HttpResponse:
    actor, document = _actor(request), reviewed.document
    assert document is not None
    purpose: Mapping[str, str] = found.content.get("for", {})
    if purpose.get("act") == "correct":
        correcting.correct(mrn=purpose["mrn"], document=document, by=actor, at=_now())
        messages.success(request, _("The correction stands in the place of the declaration."))
        return _done(found, purpose["mrn"], actor)
    if purpose.get("act") == "amend" and form is not None:
        correcting.ask_to_amend(
            mrn=purpose["mrn"],
            document=document,
            reason=form.cleaned_data["reason"],
            by=actor,
            at=_now(),
        )
        messages.success(request, _("Customs has your request. A second person decides on it."))
        return _done(found, purpose["mrn"], actor)
    (answer,) = lodge(lodgements=[Lodgement(document)], by=actor, at=_now())
    return _answered(request, found, answer)


def _answered(request: HttpRequest, found: DraftSeen, answer: Answer) -> HttpResponse:
    if answer.outcome == "conflict":
        messages.error(
            request,
            _("You used this reference before, for %(mrn)s. Give this declaration another.")
            % {"mrn": answer.mrn},
        )
        return redirect(reverse("draft-step", args=[found.id, "who"]) + "#id_reference")
    if answer.mrn is None:
        raise Refused(answer.decision.findings if answer.decision else ())
    messages.success(
        request, _("The declaration is lodged. Its number is %(mrn)s.") % {"mrn": answer.mrn}
    )
    return _done(found, answer.mrn, _actor(request))


def _done(found: DraftSeen, mrn: str, actor: Actor) -> HttpResponse:
    writing_actions.lodged(draft_id=found.id, mrn=mrn, by=actor, at=_now())
    return redirect("declaration", mrn)


def _address(number: int, path: str) -> str:
    place = place_of(path)
    if place is None or place.step not in TITLES:
        return ""
    return reverse("draft-step", args=[number, place.step]) + f"?check=1{place.anchor}"


def _act(found: DraftSeen) -> str:
    return str(found.content.get("for", {}).get("act", "lodge"))


def _draft(actor: Actor, number: int) -> DraftSeen:
    found = drafts.draft(number, organisation_id=actor.organisation_id or 0)
    if found.mrn is not None:
        raise NotFound(f"draft {number}")
    return found


def _actor(request: HttpRequest) -> Actor:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return actor


def _now() -> datetime:
    return datetime.now(UTC)
