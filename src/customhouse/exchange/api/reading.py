"""Reading declarations by machine: the list, one of them, its versions, receipts and documents."""

from __future__ import annotations

import base64
import binascii
from datetime import UTC, date, datetime, time

import msgspec
from django.http import Http404, HttpRequest, HttpResponse

from customhouse.accounts import queries as accounts
from customhouse.accounts.actor import Actor
from customhouse.accounts.guards import for_keys
from customhouse.declarations.queries import feed
from customhouse.declarations.queries.decisions import decision_of, document_of
from customhouse.declarations.queries.file import File, attachment, file_of
from customhouse.exchange import standing, told
from customhouse.exchange.api import answers, asked
from customhouse.records import queries as records
from customhouse.revenue import queries as revenue
from customhouse.settings.database import acting_as
from customhouse.tariffs import queries as tariffs
from fondaco.clearance.decision import Decision
from fondaco.clearance.rulebook import LawOfTheDay
from fondaco.declaration.document import Document
from fondaco.declaration.lifecycle import State
from fondaco.messages import wco_xml

ROLES = ("trader", "broker")
SCOPE = "declarations:read"
MOST = 200

reader = for_keys(*ROLES, scope=SCOPE)


class Page(msgspec.Struct, frozen=True, omit_defaults=True):
    """A page of declarations; ``next`` is the address of the following one."""

    declarations: tuple[feed.Summary, ...]
    next: str | None = None


class VersionTold(msgspec.Struct, frozen=True, omit_defaults=True):
    """One version: the document as it was sent, and what was decided on it."""

    mrn: str
    version: int
    judged_on: date
    document: Document
    document_digest: str
    law_digest: str
    findings: tuple[told.FindingTold, ...] = ()
    assessment: told.Bill | None = None


@reader
def declarations(request: HttpRequest) -> HttpResponse:
    """The organisation's declarations, the newest first."""
    query = asked.query(request, "state", "local_reference", "since", "cursor", "limit")
    most = asked.count(query.get("limit"), least=1, most=MOST, default=50)
    found = feed.page(
        state=_state(query.get("state")),
        reference=query.get("local_reference"),
        since=_since(query.get("since")),
        before=_place(query.get("cursor")),
        most=most + 1,
    )
    shown = found[:most]
    more = None
    if len(found) > most:
        kept = {name: value for name, value in query.items() if name != "cursor"}
        more = asked.address(told.DECLARATIONS, **kept, cursor=_cursor(shown[-1]))
    return answers.answered(Page(shown, more), language=asked.language_of(request))


@reader
def declaration(request: HttpRequest, mrn: str) -> HttpResponse:
    """One declaration as it stands now."""
    language = asked.language_of(request)
    by: Actor = request.actor  # type: ignore[attr-defined]
    return answers.answered(standing_of(mrn, by=by, language=language), language=language)


@reader
def version(request: HttpRequest, mrn: str, number: int) -> HttpResponse:
    """One version of a declaration, as JSON or, where that is asked for, as WCO XML."""
    language = asked.language_of(request)
    file = file_of(mrn, for_customs=False)
    found = next((each for each in file.judgements if each.version == number), None)
    if found is None:
        raise Http404
    document = document_of(found.document_digest)
    if asked.prefers_xml(request):
        return answers.xml(wco_xml.write(document), status=200, language=language)
    decision = decision_of(found.decision_digest)
    law = law_of(decision)
    return answers.answered(
        VersionTold(
            mrn=mrn,
            version=number,
            judged_on=found.judged_on,
            document=document,
            document_digest=found.document_digest,
            law_digest=found.law_digest,
            findings=told.findings(decision.findings, acts=law.acts, language=language),
            assessment=told.bill(decision.assessment, law=law, language=language),
        ),
        language=language,
    )


@reader
def receipt(request: HttpRequest, mrn: str, record: int) -> HttpResponse:
    """The receipt of one entry of the declaration's record, to be checked without us."""
    found = records.record(record)
    if found is None or found.subject != mrn:
        raise Http404
    try:
        text = records.receipt(record)
    except records.NotYet as wait:
        raise asked.Refused("not-now", str(wait), **{"Retry-After": "10"}) from None
    return answers.text(text, language=asked.language_of(request))


@reader
def documents(request: HttpRequest, mrn: str) -> HttpResponse:
    """The supporting documents of a declaration."""
    file = file_of(mrn, for_customs=False)
    found = tuple(standing.attached(each) for each in file.attachments)
    return answers.answered({"documents": found}, language=asked.language_of(request))


@reader
def document(request: HttpRequest, mrn: str, number: int) -> HttpResponse:
    """One supporting document, as it was uploaded."""
    found = attachment(mrn, number)
    response = HttpResponse(records.body(found.digest), content_type=found.media_type)
    response.headers["Content-Disposition"] = "attachment"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["Cache-Control"] = "no-store"
    return response


def standing_of(mrn: str, *, by: Actor, language: str) -> standing.Standing:
    """Where a declaration stands, read on behalf of whoever acts in this transaction."""
    file = file_of(mrn, for_customs=False)
    history = records.history(mrn)
    return standing.standing(
        file,
        law=law_of(file.decision),
        balance=revenue.balance(mrn),
        history=history,
        names=accounts.names_seen(
            sorted({each.actor for each in history}), organisation_id=by.organisation_id
        ),
        language=language,
    )


def standing_for(by: Actor, mrn: str, *, language: str) -> standing.Standing:
    """Where a declaration stands, in a transaction of its own."""
    with acting_as(by):
        return standing_of(mrn, by=by, language=language)


def require_seen(mrn: str, *, by: Actor) -> File:
    """The file of a declaration that this actor may see; NotFound otherwise."""
    with acting_as(by):
        return file_of(mrn, for_customs=False)


def law_of(decision: Decision) -> LawOfTheDay:
    """The law under which a decision was made, on its own day."""
    return tariffs.law_of(decision.law_digest).on(decision.on)


def _state(text: str | None) -> str | None:
    states = [each.value for each in State]
    if text is None or text in states:
        return text
    raise asked.Refused("bad-request", f"state: expected one of: {', '.join(states)}.")


def _since(text: str | None) -> datetime | None:
    if text is None:
        return None
    try:
        if len(text) == 10:
            return datetime.combine(date.fromisoformat(text), time(), UTC)
        found = datetime.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.tzinfo is None or not 1900 < found.year < 9000:
        raise asked.Refused(
            "bad-request", "since: expected a day, or an instant with its offset (RFC 3339)."
        )
    return found


def _cursor(last: feed.Summary) -> str:
    text = f"{last.lodged_at.isoformat()}~{last.mrn}"
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _place(cursor: str | None) -> feed.Place | None:
    if cursor is None:
        return None
    try:
        text = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode("ascii")
        at, _, mrn = text.partition("~")
        place = feed.Place(datetime.fromisoformat(at), mrn)
    except (ValueError, binascii.Error):
        place = None
    if place is None or place.lodged_at.tzinfo is None or not place.mrn.isalnum():
        raise asked.Refused("bad-request", "cursor: expected what `next` gave you, unchanged.")
    return place
