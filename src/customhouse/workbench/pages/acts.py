"""What an officer does to a file; each act says what it does before it is done."""

from __future__ import annotations

from datetime import UTC, datetime

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from customhouse.accounts.actor import Actor
from customhouse.accounts.guards import for_roles
from customhouse.declarations.actions import controls, override, questions, requests, seizure
from customhouse.declarations.queries.file import file_of
from customhouse.declarations.refusals import told
from customhouse.declarations.shown import law_of
from customhouse.declarations.terms import ControlResult
from customhouse.examinations import actions as examinations
from customhouse.settings.database import acting_as
from customhouse.workbench.forms import (
    AnswerRequestForm,
    ConcludeForm,
    DifferenceForm,
    EndSeizureForm,
    LowerForm,
    PassForm,
    QuestionForm,
    SeizeForm,
)
from customhouse.workbench.pages.file import ORDER, _officers, context
from customhouse.workbench.pages.today import OFFICERS
from fondaco.declaration.document import Document
from fondaco.declaration.elements import value_at


@for_roles(*OFFICERS, transaction=False)
@require_POST
@told("mrn", back="file")
def conclude(request: HttpRequest, mrn: str, number: int) -> HttpResponse:
    """Conclude a check of documents."""
    form = ConcludeForm(request.POST)
    if not form.is_valid():
        return _again(request, mrn, "conclude", form)
    controls.conclude(
        control_id=number,
        result=ControlResult(form.cleaned_data["result"]),
        remarks=form.cleaned_data["remarks"],
        by=_actor(request),
        at=_now(),
    )
    messages.success(request, _("The control is concluded."))
    return redirect("file", mrn)


@for_roles(*OFFICERS, transaction=False)
@require_POST
@told("mrn", back="file")
def ask(request: HttpRequest, mrn: str) -> HttpResponse:
    """Put a question to the trader."""
    with acting_as(_actor(request)):
        items = file_of(mrn, for_customs=True).document.items
    form = QuestionForm(request.POST, items=items)
    if not form.is_valid():
        return _again(request, mrn, "question", form)
    questions.ask(
        mrn=mrn,
        text=form.cleaned_data["text"],
        path=form.cleaned_data["path"],
        by=_actor(request),
        at=_now(),
    )
    messages.success(request, _("The trader has your question. The goods wait for the answer."))
    return redirect("file", mrn)


@for_roles(*OFFICERS, transaction=False)
@require_POST
@told("mrn", back="file")
def lower(request: HttpRequest, mrn: str) -> HttpResponse:
    """Ask that a declaration be controlled less."""
    with acting_as(_actor(request)):
        channel = file_of(mrn, for_customs=True).channel
    form = LowerForm(request.POST, below=ORDER[: ORDER.index(channel or "green")])
    if not form.is_valid():
        return _again(request, mrn, "lower", form)
    override.ask_to_lower(
        mrn=mrn,
        channel=form.cleaned_data["channel"],
        power=form.cleaned_data["power"],
        reason=form.cleaned_data["reason"],
        by=_actor(request),
        at=_now(),
    )
    messages.success(
        request, _("A supervisor has your request. Until it is granted nothing changes.")
    )
    return redirect("file", mrn)


@for_roles(*OFFICERS, transaction=False)
@require_POST
@told("mrn", back="file")
def answer(request: HttpRequest, mrn: str, number: int) -> HttpResponse:
    """Grant or refuse a request, as the second person."""
    form = AnswerRequestForm(request.POST)
    if not form.is_valid():
        return _again(request, mrn, "request", form)
    granted = form.cleaned_data["answer"] == "granted"
    requests.answer(
        request_id=number,
        granted=granted,
        reason=form.cleaned_data["reason"],
        by=_actor(request),
        at=_now(),
    )
    messages.success(
        request, _("The request is granted.") if granted else _("The request is refused.")
    )
    return redirect("file", mrn)


@for_roles("supervisor", transaction=False)
@require_POST
@told("mrn", back="file")
def pass_on(request: HttpRequest, mrn: str, number: int) -> HttpResponse:
    """Pass a control to another officer."""
    with acting_as(_actor(request)):
        officers = _officers(_actor(request))
    form = PassForm(request.POST, officers=officers)
    if not form.is_valid():
        return _again(request, mrn, "pass", form)
    controls.pass_on(
        control_id=number,
        to=int(form.cleaned_data["to"]),
        reason=form.cleaned_data["reason"],
        by=_actor(request),
        at=_now(),
    )
    messages.success(request, _("The file is passed on."))
    return redirect("file", mrn)


@for_roles(*OFFICERS, transaction=False)
@require_http_methods(["GET", "POST"])
@told("mrn", back="file")
def examine(request: HttpRequest, mrn: str, number: int) -> HttpResponse:
    """The result of an examination: as declared in two taps, or what differs."""
    with acting_as(_actor(request)):
        found = file_of(mrn, for_customs=True)
        names = law_of(found).names
    items = found.document.items
    act = request.POST.get("result", "")
    form = DifferenceForm(None if act == "prohibited" else request.POST or None, items=items)
    seizing = SeizeForm(request.POST if act == "prohibited" else None)
    if request.method == "POST" and act == "prohibited" and seizing.is_valid():
        _seize(request, mrn, number, seizing)
        messages.success(request, _("The goods are seized, and their parties are told."))
        return redirect("file", mrn)
    if request.method == "POST" and request.POST.get("result") == "conform":
        _report(request, mrn, number, form=None)
        messages.success(request, _("Found as declared. The file goes on by itself."))
        return redirect("today")
    if request.method == "POST" and form.is_valid():
        _report(request, mrn, number, form=form)
        messages.success(request, _("The difference is recorded and the bill worked out again."))
        return redirect("file", mrn)
    began = request.POST.get("began") or _now().isoformat()
    shown = {
        "file": found,
        "names": names,
        "number": number,
        "form": form,
        "seizing": seizing,
        "items": items,
        "began": began,
    }
    return render(request, "workbench/examine.html", shown)


@for_roles(*OFFICERS, transaction=False)
@require_POST
@told("mrn", back="file")
def end_seizure(request: HttpRequest, mrn: str) -> HttpResponse:
    """Ask that seized goods be returned, or forfeited."""
    form = EndSeizureForm(request.POST)
    if not form.is_valid():
        return _again(request, mrn, "seizure", form)
    seizure.ask_to_end(
        mrn=mrn,
        forfeit=form.cleaned_data["end"] == "forfeit",
        power=form.cleaned_data["power"],
        reason=form.cleaned_data["reason"],
        by=_actor(request),
        at=_now(),
    )
    messages.success(
        request, _("A supervisor has your request. Until it is granted the goods stay seized.")
    )
    return redirect("file", mrn)


def _seize(request: HttpRequest, mrn: str, number: int, form: SeizeForm) -> None:
    with acting_as(_actor(request)):
        document = file_of(mrn, for_customs=True).document
    examinations.seize(
        control_id=number,
        place=_place(document),
        began_at=_began(request.POST.get("began", "")),
        goods=form.cleaned_data["goods"],
        power=form.cleaned_data["power"],
        by=_actor(request),
        at=_now(),
    )


def _place(document: Document) -> str:
    shipment = document.shipment
    place = shipment.goods_location.identifier if shipment and shipment.goods_location else None
    return place or ""


def _report(request: HttpRequest, mrn: str, number: int, *, form: DifferenceForm | None) -> None:
    with acting_as(_actor(request)):
        document = file_of(mrn, for_customs=True).document
    found = []
    if form is not None:
        declared = value_at(document, form.path)
        found = [
            examinations.Found(
                path=form.path,
                declared="" if declared is None else str(declared),
                found=form.cleaned_data["found"],
                kind=form.cleaned_data["element"],
            )
        ]
    examinations.report(
        control_id=number,
        place=_place(document),
        began_at=_began(request.POST.get("began", "")),
        found=found,
        remarks=form.cleaned_data["remarks"] if form else "",
        by=_actor(request),
        at=_now(),
    )


def _began(text: str) -> datetime:
    """When the examination was opened on the phone; now, where the page did not say so truly."""
    now = _now()
    try:
        began = datetime.fromisoformat(text)
    except ValueError:
        return now
    return began if began.tzinfo is not None and began <= now else now


def _again(request: HttpRequest, mrn: str, name: str, form: Form) -> HttpResponse:
    actor = _actor(request)
    with acting_as(actor):
        shown = context(mrn, by=actor)
        shown["forms"][name] = form
        shown["fault"] = form
        return render(request, "workbench/file.html", shown, status=422)


def _actor(request: HttpRequest) -> Actor:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return actor


def _now() -> datetime:
    return datetime.now(UTC)
