"""Requests by message: a partial declaration (function 13) that asks to amend or to annul one.

What is not accepted yet is corrected or withdrawn at once; for what is, a second person of
customs answers. A message may also say that the goods are here, which is done at once too. Every
such message is answered once and its answer kept, a refusal too.
"""

from collections.abc import Callable
from datetime import datetime

import msgspec
from django.db import IntegrityError

from customhouse.accounts.actor import Actor
from customhouse.declarations.actions.correct import ask_to_amend, ask_to_invalidate, correct
from customhouse.declarations.actions.end import withdraw
from customhouse.declarations.actions.lodge import TRIES
from customhouse.declarations.actions.present import present
from customhouse.declarations.actions.proceed import locked
from customhouse.declarations.actions.tables import SUBMISSIONS
from customhouse.declarations.models import Declaration
from customhouse.declarations.problems import NotAllowed, NotFound, Problem, Refused, Unfit
from customhouse.declarations.queries import earlier
from customhouse.declarations.queries.decisions import document_of
from customhouse.records import actions as records
from customhouse.records.entry import Entry
from customhouse.records.queries import body
from customhouse.settings.database import acting_as
from customhouse.tariffs import queries as tariffs
from fondaco.declaration.amendment import (
    AmendmentRefused,
    amended,
    is_amendment,
    is_cancellation,
    is_presentation,
)
from fondaco.declaration.comparison import differences
from fondaco.declaration.document import Document
from fondaco.declaration.lifecycle import State, StepRefused
from fondaco.declaration.rules import Case
from fondaco.declaration.rules import findings as broken_rules
from fondaco.evidence.canonical import canonical, digest_of_bytes
from fondaco.legal.finding import Finding
from fondaco.territory.calendar import legal_day

LONGEST_REASON = 2000
_NOT_ACCEPTED = (State.REGISTERED.value, State.UNSUPPORTED.value)


class Obstacle(msgspec.Struct, frozen=True):
    """Why a request cannot be met: what was found, what was expected, how to mend it."""

    code: str
    found: str
    expected: str
    mend: str


class Asked(msgspec.Struct, frozen=True, omit_defaults=True):
    """The answer to a request.

    ``outcome`` is corrected, withdrawn or presented where it was done at once, requested where a
    second person answers, refused, or conflict where the request's reference or key was
    used before for another message, which ``differing`` compares.
    """

    outcome: str
    at: datetime
    mrn: str | None = None
    state: str | None = None
    request: int | None = None
    findings: tuple[Finding, ...] = ()
    obstacle: Obstacle | None = None
    differing: tuple[str, ...] = ()
    replayed: bool = False


_ANSWERS = msgspec.json.Decoder(Asked)


def ask(*, document: Document, key: str | None, by: Actor, at: datetime) -> Asked:
    """Do what a request asks for, or put it before customs, and keep the answer.

    The declaration's number with the kind and the reference of the request, or the sender's
    key, name one request for ever: the same again gets the same answer.
    """
    name = key or _name(document)
    for attempt in range(1, TRIES + 1):
        try:
            with acting_as(by):
                return _answer(document, name, by=by, at=at)
        except IntegrityError:
            # The same message came at the same time: look again.
            if attempt == TRIES:
                raise
    raise AssertionError("a loop of tries ends in an answer or an error")


def _name(document: Document) -> str | None:
    if not document.mrn or not document.local_reference:
        return None
    return f"request {document.kind} {document.mrn}/{document.local_reference}"


def _answer(document: Document, name: str | None, *, by: Actor, at: datetime) -> Asked:
    content = canonical(document)
    digest = digest_of_bytes(content)
    sent = earlier.by_key(by.organisation_id or 0, [name] if name else []).value()
    before = sent.get(name or "")
    if before is not None:
        return _again(before, document, digest, by=by, at=at)
    answer = _done(document, by=by, at=at)
    given = canonical(answer)
    records.keep_bodies(bodies={digest: content, digest_of_bytes(given): given})
    if name:
        row = (by.organisation_id, name, digest, digest_of_bytes(given), answer.mrn, at)
        SUBMISSIONS.insert([row])
    return answer


def _again(
    before: earlier.Lodged, document: Document, digest: str, *, by: Actor, at: datetime
) -> Asked:
    if before.document_digest == digest:
        first = _ANSWERS.decode(body(before.decision_digest))
        return msgspec.structs.replace(first, replayed=True)
    known = document_of(before.document_digest)
    differing = tuple(each.path for each in differences(known, document))
    answer = Asked("conflict", before.at, mrn=before.mrn, differing=differing)
    _record_refusal(document, obstacle=answer.outcome, by=by, at=at)
    return answer


def _done(document: Document, *, by: Actor, at: datetime) -> Asked:
    law = tariffs.law()
    day = law.on(legal_day(at, ahead_of_utc=law.ahead_of_utc))
    case = Case(document, day.on, day.code_books)
    found = broken_rules(document, case, rules=day.rules)
    if found:
        return _refused(Asked("refused", at, findings=found), document, by=by)
    try:
        with acting_as(by):  # a savepoint: what is refused half-way leaves nothing
            return _carried_out(document, by=by, at=at)
    except Refused as refusal:
        answer = Asked("refused", at, mrn=document.mrn, findings=refusal.findings)
    except NotFound as refusal:
        answer = Asked("refused", at, obstacle=_obstacle(refusal))
    except Problem as refusal:
        answer = Asked("refused", at, mrn=document.mrn, obstacle=_obstacle(refusal))
    return _refused(answer, document, by=by)


def _carried_out(document: Document, *, by: Actor, at: datetime) -> Asked:
    declaration = locked(document.mrn or "")
    reason = " ".join(each.text for each in document.statements if each.text)[:LONGEST_REASON]
    act = _act_of(document)
    try:
        return act(declaration, document, reason=reason, by=by, at=at)
    except AmendmentRefused as refusal:
        raise Unfit(
            found=str(refusal),
            expected="changes of what the declaration says",
            mend="point at the elements to change, and give their new values",
        ) from None
    except StepRefused:
        raise NotAllowed(
            found=f"a declaration that is {declaration.state}",
            expected="one that still counts",
            mend="nothing: this declaration has ended",
        ) from None
    except IntegrityError:
        raise NotAllowed(
            found="a request of this kind that is not answered yet",
            expected="none",
            mend="wait for the answer to the first",
        ) from None


def _act_of(document: Document) -> Callable[..., Asked]:
    if is_presentation(document):
        return _present
    if is_amendment(document):
        return _amend
    # The rules have let nothing else through; whatever they let through must not end a declaration.
    if not is_cancellation(document):
        raise AssertionError(f"found a request of kind {document.kind}, which no rule refused")
    return _annul


def _present(
    declaration: Declaration, request: Document, *, reason: str, by: Actor, at: datetime
) -> Asked:
    after = present(mrn=declaration.mrn, by=by, at=at)
    return Asked("presented", at, mrn=after.mrn, state=after.state)


def _amend(
    declaration: Declaration, request: Document, *, reason: str, by: Actor, at: datetime
) -> Asked:
    document = amended(document_of(declaration.document_digest), request)
    if declaration.state in _NOT_ACCEPTED:
        after = correct(mrn=declaration.mrn, document=document, by=by, at=at)
        return Asked("corrected", at, mrn=after.mrn, state=after.state)
    made = ask_to_amend(mrn=declaration.mrn, document=document, reason=reason, by=by, at=at)
    return Asked("requested", at, mrn=declaration.mrn, state=declaration.state, request=made.id)


def _annul(
    declaration: Declaration, request: Document, *, reason: str, by: Actor, at: datetime
) -> Asked:
    if declaration.state in _NOT_ACCEPTED:
        after = withdraw(mrn=declaration.mrn, reason=reason, by=by, at=at)
        return Asked("withdrawn", at, mrn=after.mrn, state=after.state)
    made = ask_to_invalidate(mrn=declaration.mrn, reason=reason, by=by, at=at)
    return Asked("requested", at, mrn=declaration.mrn, state=declaration.state, request=made.id)


def _refused(answer: Asked, document: Document, *, by: Actor) -> Asked:
    rules = sorted({finding.rule for finding in answer.findings})
    obstacle = answer.obstacle.code if answer.obstacle else ""
    _record_refusal(document, rules=rules, obstacle=obstacle, by=by, at=answer.at)
    return answer


def _record_refusal(
    document: Document, *, rules: list[str] | None = None, obstacle: str, by: Actor, at: datetime
) -> None:
    """Put a refusal on record: what was asked of what, and what stood in the way."""
    told = {"asked": document.kind or "", "rules": rules or [], "obstacle": obstacle}
    entry = Entry(
        kind="request.refused",
        subject=f"{document.mrn or '?'}/{document.local_reference or '?'}",
        payload=told,
        actor=by.pseudonym,
        organisations=(by.organisation_id,) if by.organisation_id else (),
    )
    records.append(entries=[entry], at=at)


def _obstacle(refusal: Problem) -> Obstacle:
    return Obstacle(refusal.code, refusal.found, refusal.expected, refusal.mend)
