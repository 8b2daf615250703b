"""Changing selectivity by two people: an analyst proposes, a supervisor puts it in force."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from customhouse.accounts import queries as people
from customhouse.accounts.actor import Actor
from customhouse.accounts.guards import for_roles
from customhouse.presentation import faults, languages
from customhouse.presentation.problems import sentence
from customhouse.settings.database import acting_as
from customhouse.targeting import actions, queries
from customhouse.tariffs import queries as tariffs
from customhouse.workbench.forms.selectivity import LARGEST_BUNDLE, ProposalForm
from fondaco.risk.difference import differences
from fondaco.risk.problem import SelectivityRefused

DESK = ("analyst", "supervisor")
LARGEST_FORM = LARGEST_BUNDLE + 65_536


@for_roles(*DESK)
@require_GET
def proposals(request: HttpRequest) -> HttpResponse:
    """What is in force, what waits for its second person, and the place to propose."""
    return render(request, "workbench/proposals.html", _context(request))


@for_roles("analyst", transaction=False, largest_body=LARGEST_FORM)
@require_POST
def propose(request: HttpRequest) -> HttpResponse:
    """Propose a bundle; whatever is wrong with it is said in words, and then nothing is kept."""
    actor, at = _actor(request), datetime.now(UTC)
    with acting_as(actor):
        in_force, books = queries.files_of(queries.newest_digest()), tariffs.code_books(at=at)
    form = ProposalForm(request.POST, request.FILES, in_force=in_force)
    if not form.is_valid():
        return _again(request, form)
    try:
        digest = actions.propose(
            files=form.bundle,
            books=books,
            reason=form.cleaned_data["reason"],
            by=actor,
            at=at,
        )
    except SelectivityRefused as refused:
        language = languages.current()
        return _again(request, form, [each.said(language) for each in refused.problems])
    except actions.NothingToDo as refused:
        return _again(request, form, [sentence(refused)])
    messages.success(request, _("It is proposed. A supervisor can now put it in force."))
    return redirect("selectivity-proposal", digest)


@for_roles(*DESK)
@require_GET
def proposal(request: HttpRequest, digest: str) -> HttpResponse:
    """One proposal: who, why, and how it differs from what is in force."""
    found = next((each for each in queries.proposals() if each.digest == digest), None)
    if found is None:
        return faults.not_found(request)
    before, after = queries.files_of(queries.newest_digest()), queries.files_of(digest)
    context = {
        "proposal": found,
        "who": people.names_of_pseudonyms([found.proposed_by]).get(found.proposed_by, ""),
        "changes": differences(before, after),
        "texts": _texts(before, after),
        "may_approve": _may_approve(found, _actor(request)),
        "at": datetime.now(UTC),
    }
    return render(request, "workbench/proposal.html", context)


@for_roles("supervisor", transaction=False)
@require_POST
def approve(request: HttpRequest, digest: str) -> HttpResponse:
    """Put a proposal in force, as the second person."""
    try:
        actions.approve(digest=digest, by=_actor(request), at=datetime.now(UTC))
    except (actions.SamePerson, actions.NothingToDo) as refused:
        messages.error(request, sentence(refused))
        return redirect("selectivity-proposals")
    except actions.NoSuchProposal:
        return faults.not_found(request)
    messages.success(request, _("It is in force from now on."))
    return redirect("selectivity-proposals")


def _context(request: HttpRequest) -> dict[str, Any]:
    bundle = queries.selectivity()
    waiting = queries.proposals()
    return {
        "in_force": bundle,
        "title": bundle.title.said(languages.current()),
        "waiting": waiting,
        "names": people.names_of_pseudonyms(sorted({each.proposed_by for each in waiting})),
        "form": ProposalForm(in_force={}),
        "flaws": (),
        "may_propose": _actor(request).has_role("analyst"),
        "at": datetime.now(UTC),
    }


def _again(
    request: HttpRequest, form: ProposalForm, flaws: list[str] | None = None
) -> HttpResponse:
    with acting_as(_actor(request)):
        shown = _context(request) | {"form": form, "flaws": flaws or ()}
        return render(request, "workbench/proposals.html", shown, status=422)


def _may_approve(found: queries.Proposal, actor: Actor) -> bool:
    return actor.has_role("supervisor") and found.proposed_by != actor.pseudonym


def _texts(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> list[tuple[str, str]]:
    """The lines that differ, file by file."""
    changed = [name for name in sorted({*before, *after}) if before.get(name) != after.get(name)]
    return [(name, "\n".join(_lines(before.get(name), after.get(name)))) for name in changed]


def _lines(before: bytes | None, after: bytes | None) -> list[str]:
    old, new = ((text or b"").decode(errors="replace").splitlines() for text in (before, after))
    return list(difflib.unified_diff(old, new, n=2, lineterm=""))[2:]


def _actor(request: HttpRequest) -> Actor:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return actor
