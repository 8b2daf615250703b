"""One declaration as its trader sees it, and the receipt of each entry."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from customhouse.accounts import queries as people
from customhouse.accounts.actor import Actor
from customhouse.accounts.guards import for_roles
from customhouse.declarations.forms import AnswerForm, AttachmentForm, ReasonForm
from customhouse.declarations.pages.standing import standing
from customhouse.declarations.queries import usual
from customhouse.declarations.queries.authority import changers, may_change
from customhouse.declarations.queries.file import File, file_of
from customhouse.declarations.refusals import told
from customhouse.declarations.shown import bill_of, law_of, office_name, procedure_name, required
from customhouse.declarations.timeline import timeline
from customhouse.presentation import answers, faults
from customhouse.presentation.findings import told as finding_told
from customhouse.records import queries as records
from customhouse.register import queries as register
from customhouse.revenue import queries as revenue
from fondaco.declaration.lifecycle import State
from fondaco.revenue.ledger import major

TRADERS = ("trader", "broker")
ACCEPTED = {State.UNDER_CONTROL.value, State.AWAITING_PAYMENT.value, State.RELEASED.value}


@for_roles(*TRADERS)
@require_GET
@told(back="declarations")
def declaration(request: HttpRequest, mrn: str) -> HttpResponse:
    """The whole declaration: standing, bill, items, papers, messages, timeline."""
    return render(request, "declarations/declaration.html", context(mrn, by=_actor(request)))


@for_roles(*TRADERS)
@require_GET
@told(back="declarations")
def receipt(request: HttpRequest, mrn: str, number: int) -> HttpResponse:
    """The receipt of one entry as a file, which anyone can check without us."""
    file_of(mrn, for_customs=False)
    try:
        text = records.receipt(number)
    except KeyError:
        return faults.not_found(request)
    except records.NotYet:
        return render(request, "declarations/receipt_not_yet.html", {"mrn": mrn}, status=409)
    answer = answers.document(
        text.encode(), name=f"{mrn}-{number}.receipt.txt", media_type="text/plain; charset=utf-8"
    )
    answer["Content-Disposition"] = f'attachment; filename="{mrn}-{number}.receipt.txt"'
    return answer


def context(mrn: str, *, by: Actor) -> dict[str, Any]:
    """Everything that the trader's page of a declaration shows."""
    at = datetime.now(UTC)
    file = file_of(mrn, for_customs=False)
    day = law_of(file)
    balance = revenue.balance(mrn)
    history = records.history(mrn)
    actors = sorted({each.actor for each in history})
    names = people.names_seen(actors, organisation_id=by.organisation_id)
    who = changers(file.document, at=at)
    return {
        "file": file,
        "at": at,
        "office": office_name(file.office, day),
        "standing": standing(
            file,
            balance=balance,
            office=office_name(file.office, day),
            usually=_usually(file, at),
        ),
        "owed": major(balance.owed),
        "secured": major(balance.secured),
        "bill": bill_of(file, day),
        "findings": [finding_told(each, acts=day.acts) for each in file.decision.findings],
        "goods_items": file.document.items,
        "names": day.names,
        "terms": day.valuation.terms,
        "procedure": procedure_name(file.procedure, day),
        "required": required(file, day),
        "timeline": timeline(history, names=names, others=_("Customs")),
        "can": _can(file, may_change=may_change(by, who=who, lodged_by=by.organisation_id or 0)),
        "changers": _named(who),
        "answer_form": AnswerForm(),
        "attachment_form": AttachmentForm(),
        "reason_form": ReasonForm(),
    }


def _usually(file: File, at: datetime) -> timedelta | None:
    if file.state != State.UNDER_CONTROL or not file.open_controls:
        return None
    return usual.control_takes(office=file.office, kind=file.open_controls[0].kind, at=at)


def _named(identifiers: tuple[str, ...]) -> str:
    known = {each.identifier: each.name for each in register.trader_facts(identifiers)}
    return _(" or ").join(known.get(each, each) for each in identifiers)


def _can(file: File, *, may_change: bool) -> dict[str, bool]:
    is_accepted = file.state in ACCEPTED
    is_held = any(each.concluded_at is None for each in file.controls)
    is_irregular = any(each.result == "irregular" for each in file.controls)
    asked = {each.kind for each in file.open_requests}
    changeable = is_accepted and not is_held and not is_irregular
    return {
        "change": may_change,
        "correct": may_change and file.state == State.REGISTERED,
        "withdraw": may_change and file.state in (State.REGISTERED, State.UNSUPPORTED),
        "amend": may_change and changeable and "amend" not in asked,
        "annul": may_change and changeable and "invalidate" not in asked,
        "held": is_accepted and (is_held or is_irregular),
        "attach": file.ended_at is None,
        "notice": is_accepted,
        "release": file.state == State.RELEASED,
    }


def _actor(request: HttpRequest) -> Actor:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return actor
