"""What a party can do to a declaration by machine, each act one address."""

from __future__ import annotations

from typing import Literal

import msgspec
from django.conf import settings
from django.http import HttpRequest, HttpResponse

from customhouse.accounts.actor import Actor
from customhouse.accounts.guards import for_keys
from customhouse.declarations import media
from customhouse.declarations.actions import attachments, correct, end, pay, present, questions
from customhouse.declarations.queries import file as files
from customhouse.exchange import standing
from customhouse.exchange.api import answers, asked
from customhouse.exchange.api.reading import ROLES, require_seen, standing_for
from customhouse.exchange.incoming import JSON, XML, read
from customhouse.revenue.terms import Purpose
from customhouse.settings.database import acting_as
from fondaco.messages import wco_json

SCOPE = "declarations:write"
FORM = "multipart/form-data"
LONGEST_FORM = media.LARGEST + 64 * 1024

writer = for_keys(*ROLES, scope=SCOPE, transaction=False)
writer_of_documents = for_keys(
    *ROLES, scope=SCOPE, transaction=False, largest_body=wco_json.MOST_BYTES
)
writer_of_files = for_keys(*ROLES, scope=SCOPE, transaction=False, largest_body=LONGEST_FORM)


class Reason(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Why something is asked."""

    reason: asked.Sentence


class Amendment(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The declaration as it should have been, and why."""

    reason: asked.Sentence
    document: msgspec.Raw


class Said(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The answer to a question."""

    text: asked.Sentence


class Payment(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is to be paid: the debt, or a deposit of as much."""

    purpose: Literal["debt", "deposit"] = "debt"


class PaymentPage(msgspec.Struct, frozen=True):
    """Where the payment is confirmed."""

    page: str


@writer
def presentation(request: HttpRequest, mrn: str) -> HttpResponse:
    """Give notice that the goods have arrived; the declaration is judged again and accepted."""
    by = _actor(request)
    require_seen(mrn, by=by)
    present.present(mrn=mrn, by=by, at=asked.received_at())
    return _standing(request, mrn)


@writer_of_documents
def correction(request: HttpRequest, mrn: str) -> HttpResponse:
    """Put another document in the place of one that is not accepted yet."""
    kind = asked.media_type_of(request, accepted=(JSON, *XML))
    document = read(asked.body_of(request), kind=kind).document
    correct.correct(mrn=mrn, document=document, by=_actor(request), at=asked.received_at())
    return _standing(request, mrn)


@writer_of_documents
def amendment(request: HttpRequest, mrn: str) -> HttpResponse:
    """Ask customs to amend an accepted declaration."""
    wanted = asked.content(request, Amendment)
    document = wco_json.read(bytes(wanted.document))
    made = correct.ask_to_amend(
        mrn=mrn,
        document=document,
        reason=wanted.reason,
        by=_actor(request),
        at=asked.received_at(),
    )
    return _requested(request, mrn, made.id)


@writer
def invalidation(request: HttpRequest, mrn: str) -> HttpResponse:
    """Ask customs to annul an accepted declaration."""
    wanted = asked.content(request, Reason)
    made = correct.ask_to_invalidate(
        mrn=mrn, reason=wanted.reason, by=_actor(request), at=asked.received_at()
    )
    return _requested(request, mrn, made.id)


@writer
def withdrawal(request: HttpRequest, mrn: str) -> HttpResponse:
    """Take back a declaration that is not accepted yet."""
    wanted = asked.content(request, Reason)
    end.withdraw(mrn=mrn, reason=wanted.reason, by=_actor(request), at=asked.received_at())
    return _standing(request, mrn)


@writer
def answer(request: HttpRequest, mrn: str, number: int) -> HttpResponse:
    """Answer a question of customs."""
    wanted, by = asked.content(request, Said), _actor(request)
    with acting_as(by):
        about, _ = files.question(number)
    if about != mrn:
        raise asked.Refused("not-found", "There is no such question on this declaration.")
    questions.answer(question_id=number, text=wanted.text, by=by, at=asked.received_at())
    return _standing(request, mrn)


@writer
def payment(request: HttpRequest, mrn: str) -> HttpResponse:
    """Ask for the bank's page on which what is owed is paid, or a deposit given."""
    wanted = asked.content(request, Payment)
    page = pay.pay(
        mrn=mrn,
        purpose=Purpose(wanted.purpose),
        return_to="/",
        by=_actor(request),
        at=asked.received_at(),
    )
    there = settings.ADDRESS + page if page.startswith("/") else page
    return answers.answered(PaymentPage(there), status=201, language=asked.language_of(request))


@writer_of_files
def attach(request: HttpRequest, mrn: str) -> HttpResponse:
    """Attach one supporting document."""
    asked.media_type_of(request, accepted=(FORM,))
    files_sent, kind = request.FILES.getlist("file"), request.POST.get("kind", "")
    if len(files_sent) != 1:
        raise asked.Refused("bad-request", "Expected one file in the part named `file`.")
    if not (len(kind) <= 40 and (kind.isprintable() or not kind)):
        raise asked.Refused("bad-request", "kind: expected a short code such as N935.")
    (sent,) = files_sent
    attached = attachments.attach(
        mrn=mrn,
        name=sent.name or "",
        kind=kind,
        content=sent.read(),
        by=_actor(request),
        at=asked.received_at(),
    )
    return answers.answered(
        standing.attached(attached), status=201, language=asked.language_of(request)
    )


def _actor(request: HttpRequest) -> Actor:
    return request.actor  # type: ignore[attr-defined,no-any-return]


def _standing(request: HttpRequest, mrn: str) -> HttpResponse:
    language = asked.language_of(request)
    shown = standing_for(_actor(request), mrn, language=language)
    return answers.answered(shown, language=language)


def _requested(request: HttpRequest, mrn: str, number: int) -> HttpResponse:
    language = asked.language_of(request)
    shown = standing_for(_actor(request), mrn, language=language)
    made = next(each for each in shown.requests if each.id == number)
    return answers.answered(made, status=202, language=language)
