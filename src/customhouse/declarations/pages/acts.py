"""What a trader does to a declaration: answer, attach, arrive, withdraw, ask, pay."""

from __future__ import annotations

from datetime import UTC, datetime

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from customhouse.accounts.actor import Actor
from customhouse.accounts.guards import for_roles
from customhouse.declarations import media
from customhouse.declarations.actions import attachments, correct, end, present, questions
from customhouse.declarations.actions import pay as paying
from customhouse.declarations.forms import AnswerForm, AttachmentForm, PayForm, ReasonForm
from customhouse.declarations.pages.declaration import TRADERS, context
from customhouse.declarations.queries.file import attachment as attachment_of
from customhouse.declarations.queries.file import file_of, question
from customhouse.declarations.refusals import told
from customhouse.presentation import answers
from customhouse.records import queries as records
from customhouse.revenue import queries as revenue
from customhouse.settings.database import acting_as
from fondaco.revenue.ledger import major

LARGEST_UPLOAD = media.LARGEST + 64 * 1024


@for_roles(*TRADERS, transaction=False)
@require_POST
@told("mrn", back="declaration")
def answer(request: HttpRequest, mrn: str, number: int) -> HttpResponse:
    """Answer a question."""
    with acting_as(_actor(request)):
        question(number)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return _again(request, mrn, answer_form=form, asked=number)
    questions.answer(
        question_id=number, text=form.cleaned_data["answer"], by=_actor(request), at=_now()
    )
    messages.success(request, _("Your answer is with customs."))
    return redirect("declaration", mrn)


@for_roles(*TRADERS, transaction=False, largest_body=LARGEST_UPLOAD)
@require_POST
@told("mrn", back="declaration")
def attach(request: HttpRequest, mrn: str) -> HttpResponse:
    """Attach a supporting document."""
    form = AttachmentForm(request.POST, request.FILES)
    if not form.is_valid():
        return _again(request, mrn, attachment_form=form)
    file = form.cleaned_data["file"]
    attachments.attach(
        mrn=mrn,
        name=file.name,
        kind=form.cleaned_data["kind"],
        content=file.read(),
        by=_actor(request),
        at=_now(),
    )
    messages.success(request, _("The document is attached."))
    return redirect(reverse("declaration", args=[mrn]) + "#documents")


@for_roles(*TRADERS)
@require_GET
@told("mrn", back="declaration")
def attachment(request: HttpRequest, mrn: str, number: int) -> HttpResponse:
    """Give a supporting document back as it was attached."""
    return attached(mrn, number)


def attached(mrn: str, number: int) -> HttpResponse:
    """Answer a supporting document, never as anything a browser would run."""
    found = attachment_of(mrn, number)
    given = answers.document(
        records.body(found.digest), name=_plain(found.name), media_type=found.media_type
    )
    given["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return given


@for_roles(*TRADERS, transaction=False)
@require_POST
@told("mrn", back="declaration")
def arrive(request: HttpRequest, mrn: str) -> HttpResponse:
    """Say that the goods have arrived."""
    present.present(mrn=mrn, by=_actor(request), at=_now())
    return redirect("declaration", mrn)


@for_roles(*TRADERS, transaction=False)
@require_http_methods(["GET", "POST"])
@told("mrn", back="declaration")
def withdraw(request: HttpRequest, mrn: str) -> HttpResponse:
    """Take a declaration back before acceptance."""
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        end.withdraw(mrn=mrn, reason=form.cleaned_data["reason"], by=_actor(request), at=_now())
        messages.success(request, _("The declaration is withdrawn."))
        return redirect("declaration", mrn)
    return _confirm(request, mrn, "declarations/withdraw.html", form)


@for_roles(*TRADERS, transaction=False)
@require_http_methods(["GET", "POST"])
@told("mrn", back="declaration")
def annul(request: HttpRequest, mrn: str) -> HttpResponse:
    """Ask customs to annul an accepted declaration."""
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        correct.ask_to_invalidate(
            mrn=mrn, reason=form.cleaned_data["reason"], by=_actor(request), at=_now()
        )
        messages.success(request, _("Customs has your request. A second person decides on it."))
        return redirect("declaration", mrn)
    return _confirm(request, mrn, "declarations/annul.html", form)


@for_roles(*TRADERS, transaction=False)
@require_http_methods(["GET", "POST"])
@told("mrn", back="declaration")
def pay(request: HttpRequest, mrn: str) -> HttpResponse:
    """Pay what is owed, or secure it; the bank's own page takes the order."""
    form = PayForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        there = paying.pay(
            mrn=mrn,
            purpose=form.purpose,
            return_to=reverse("declaration-paid", args=[mrn]),
            by=_actor(request),
            at=_now(),
        )
        return redirect(there)
    with acting_as(_actor(request)):
        file, balance = file_of(mrn, for_customs=False), revenue.balance(mrn)
    shown = {
        "file": file,
        "owed": major(balance.owed),
        "secured": major(balance.secured),
        "form": form,
    }
    return render(request, "declarations/pay.html", shown)


@for_roles(*TRADERS, transaction=False)
@require_GET
@told("mrn", back="declaration")
def paid(request: HttpRequest, mrn: str) -> HttpResponse:
    """Come back from the bank: take up what it has booked, which the worker would do as well."""
    with acting_as(_actor(request)):
        file_of(mrn, for_customs=False)
    paying.collect(at=_now())
    with acting_as(_actor(request)):
        owed = revenue.balance(mrn)
    if owed.owed <= owed.secured:
        messages.success(request, _("The money has arrived."))
    else:
        messages.info(
            request, _("The bank has not told us of a payment yet. We look again by ourselves.")
        )
    return redirect("declaration", mrn)


def _confirm(request: HttpRequest, mrn: str, template: str, form: Form) -> HttpResponse:
    with acting_as(_actor(request)):
        file = file_of(mrn, for_customs=False)
    return render(request, template, {"file": file, "form": form})


def _again(request: HttpRequest, mrn: str, **forms: object) -> HttpResponse:
    with acting_as(_actor(request)):
        shown = context(mrn, by=_actor(request)) | forms
        return render(request, "declarations/declaration.html", shown, status=422)


def _plain(name: str) -> str:
    return "".join(
        sign if sign.isascii() and sign.isalnum() or sign in ".-_ " else "_" for sign in name
    )


def _actor(request: HttpRequest) -> Actor:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return actor


def _now() -> datetime:
    return datetime.now(UTC)
