"""The officer's file: facts, reasons and actions on one screen."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from customhouse.accounts import queries as people
from customhouse.accounts.actor import Actor
from customhouse.accounts.guards import for_roles
from customhouse.declarations.queries import peers
from customhouse.declarations.queries.file import File, attachment, file_of
from customhouse.declarations.refusals import told
from customhouse.declarations.shown import bill_of, law_of, office_name, procedure_name, required
from customhouse.declarations.timeline import timeline
from customhouse.examinations import queries as examinations
from customhouse.presentation import answers
from customhouse.presentation.findings import told as finding_told
from customhouse.records import queries as records
from customhouse.revenue import queries as revenue
from customhouse.workbench import reasons
from customhouse.workbench.forms import (
    AnswerRequestForm,
    ConcludeForm,
    EndSeizureForm,
    LowerForm,
    PassForm,
    QuestionForm,
)
from customhouse.workbench.pages.today import READERS
from fondaco.declaration.lifecycle import State
from fondaco.revenue.ledger import major

ORDER = ("green", "blue", "yellow", "red")


@for_roles(*READERS)
@require_GET
@told(back="files")
def file(request: HttpRequest, mrn: str) -> HttpResponse:
    """The whole file on one screen."""
    return render(request, "workbench/file.html", context(mrn, by=_actor(request)))


@for_roles(*READERS)
@require_GET
@told("mrn", back="file")
def document(request: HttpRequest, mrn: str, number: int) -> HttpResponse:
    """Show a supporting document beside the file, never as anything a browser would run."""
    found = attachment(mrn, number)
    shown = answers.document(
        records.body(found.digest), name=f"{mrn}-{number}", media_type=found.media_type
    )
    shown["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return shown


def context(mrn: str, *, by: Actor) -> dict[str, Any]:
    """Everything the file shows to this officer."""
    at = datetime.now(UTC)
    found = file_of(mrn, for_customs=True)
    day = law_of(found)
    history = records.history(mrn)
    pseudonyms = people.names_of_pseudonyms(sorted({each.actor for each in history}))
    officers = _officers(by)
    balance = revenue.balance(mrn)
    return {
        "file": found,
        "at": at,
        "names": day.names,
        "terms": day.valuation.terms,
        "office": office_name(found.office, day),
        "procedure": procedure_name(found.procedure, day),
        "goods": reasons.goods(found, at=at),
        "papers": reasons.papers(found),
        "selection": reasons.selected(found.decision.selection),
        "past": peers.past(found.importer, but=mrn, at=at),
        "reports": examinations.reports(mrn),
        "findings": [finding_told(each, acts=day.acts) for each in found.decision.findings],
        "required": required(found, day),
        "bill": bill_of(found, day),
        "owed": major(balance.owed),
        "secured": major(balance.secured),
        "timeline": timeline(history, names=pseudonyms, others=_("Somebody without a name here")),
        "people": people.names(_numbers(found)),
        "mine": _mine(found, by),
        "may": _may(found, by),
        "forms": _forms(found, officers),
    }


def _mine(found: File, by: Actor) -> Any:
    return next((each for each in found.open_controls if each.officer_id == by.person_id), None)


def _may(found: File, by: Actor) -> dict[str, bool]:
    works = by.has_role("officer", "supervisor")
    is_accepted = found.accepted_at is not None and found.ended_at is None
    is_seized = found.state == State.SEIZED
    ending = any(each.kind in ("forfeit", "return") for each in found.open_requests)
    lowered = any(each.kind == "lower channel" for each in found.open_requests)
    return {
        "ask": works and is_accepted,
        "lower": works and bool(found.open_controls) and not lowered and not is_seized,
        "end_seizure": works and is_seized and not ending,
        "pass_on": by.has_role("supervisor") and bool(found.open_controls),
        "answer": works,
        "examine": works,
    }


def _forms(found: File, officers: list[tuple[int, str]]) -> dict[str, Any]:
    below = ORDER[: ORDER.index(found.channel or "green")]
    return {
        "conclude": ConcludeForm(),
        "question": QuestionForm(items=found.document.items),
        "lower": LowerForm(below=below),
        "seizure": EndSeizureForm(),
        "pass": PassForm(officers=officers),
        "request": AnswerRequestForm(),
    }


def _officers(by: Actor) -> list[tuple[int, str]]:
    members = people.members(by.organisation_id or 0)
    found = {each.person_id: each.name for each in members if each.role == "officer"}
    return sorted(found.items(), key=lambda each: each[1])


def _numbers(found: File) -> list[int]:
    numbers = {each.officer_id for each in found.controls}
    numbers |= {each.asked_by for each in found.requests}
    numbers |= {each.asked_by for each in found.questions}
    return sorted(number for number in numbers if number is not None)


def _actor(request: HttpRequest) -> Actor:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return actor
