"""Where a declaration stands, as its parties may know it: who holds it, what comes next, the bill.

Like `told`, this is a door: what is not a field here stays in the building.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import msgspec

from customhouse.declarations.queries.file import File
from customhouse.exchange import told, words
from customhouse.records.queries import Recorded
from customhouse.revenue.queries import Balance
from fondaco.clearance.decision import Next, RequiredDocument
from fondaco.clearance.rulebook import LawOfTheDay
from fondaco.declaration.lifecycle import State
from fondaco.revenue.ledger import major

DOCUMENTS, EXAMINATION = "documents", "examination"
TOLD_RESULTS = frozenset(("conform", "irregular", "prohibited"))
"""That a control was lifted by customs itself is not told."""
ANSWER = "answer the question"
"""A next step that no decision knows: an officer has asked something since."""


class Holder(msgspec.Struct, frozen=True, omit_defaults=True):
    """In whose hands a declaration is: the customs office's or the party's own, and since when."""

    who: str
    since: datetime
    office: str | None = None


class Control(msgspec.Struct, frozen=True, omit_defaults=True):
    """A control that was notified."""

    kind: str
    ordered_at: datetime
    concluded_at: datetime | None = None
    result: str | None = None


class Question(msgspec.Struct, frozen=True, omit_defaults=True):
    """A question of customs, and its answer."""

    id: int
    text: str
    asked_at: datetime
    path: str = ""
    answer: str | None = None
    answered_at: datetime | None = None


class Request(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a party asked of customs, and what a second person answered."""

    id: int
    kind: str
    reason: str
    asked_at: datetime
    answer: str | None = None
    answered_at: datetime | None = None
    answer_reason: str = ""


class Attached(msgspec.Struct, frozen=True, omit_defaults=True):
    """A supporting document."""

    id: int
    name: str
    media_type: str
    size: int
    digest: str
    uploaded_at: datetime
    kind: str = ""


class Version(msgspec.Struct, frozen=True):
    """One judged version: when, why, under which law."""

    version: int
    at: datetime
    reason: str
    judged_on: date
    document_digest: str
    law_digest: str


class Event(msgspec.Struct, frozen=True):
    """One entry of the record, and where its receipt is."""

    record: int
    kind: str
    at: datetime
    by: str
    details: dict[str, Any]
    receipt: str


class Standing(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A declaration as its parties see it."""

    mrn: str
    state: str
    state_text: str
    local_reference: str
    declarant: str
    importer: str | None
    kind: str
    procedure: str
    office: str
    version: int
    lodged_at: datetime
    arrived_at: datetime | None = None
    accepted_at: datetime | None = None
    released_at: datetime | None = None
    ended_at: datetime | None = None
    tax_point: date | None = None
    held_by: Holder | None = None
    next_steps: tuple[told.Step, ...] = ()
    currency: str
    customs_value: Decimal | None = None
    assessed: Decimal | None = None
    owed: Decimal
    secured: Decimal
    assessment: told.Bill | None = None
    findings: tuple[told.FindingTold, ...] = ()
    required_documents: tuple[RequiredDocument, ...] = ()
    controls: tuple[Control, ...] = ()
    questions: tuple[Question, ...] = ()
    requests: tuple[Request, ...] = ()
    documents: tuple[Attached, ...] = ()
    versions: tuple[Version, ...] = ()
    timeline: tuple[Event, ...] = ()
    is_sandbox: bool = False
    document_digest: str
    law_digest: str
    links: told.Links


def standing(
    file: File,
    *,
    law: LawOfTheDay,
    balance: Balance,
    history: Iterable[Recorded],
    names: dict[str, str],
    language: str,
) -> Standing:
    """A trader's file in words; ``names`` say who acted, and where they do not it was customs."""
    decision = file.decision
    return Standing(
        mrn=file.mrn,
        state=file.state,
        state_text=words.state(file.state, language=language),
        local_reference=file.local_reference,
        declarant=file.declarant,
        importer=file.importer,
        kind=file.kind,
        procedure=file.procedure,
        office=file.office,
        version=file.version,
        lodged_at=file.lodged_at,
        arrived_at=file.arrived_at,
        accepted_at=file.accepted_at,
        released_at=file.released_at,
        ended_at=file.ended_at,
        tax_point=file.tax_point,
        held_by=holder(file),
        next_steps=next_steps(file, balance, language=language),
        currency=file.currency,
        customs_value=file.customs_value,
        assessed=file.assessed,
        owed=major(balance.owed),
        secured=major(balance.secured),
        assessment=told.bill(decision.assessment, law=law, language=language),
        findings=told.findings(decision.findings, acts=law.acts, language=language),
        required_documents=decision.required_documents,
        controls=_controls(file),
        questions=_questions(file),
        requests=_requests(file),
        documents=tuple(attached(each) for each in file.attachments),
        versions=_versions(file),
        timeline=tuple(_event(each, mrn=file.mrn, names=names) for each in history),
        is_sandbox=file.is_sandbox,
        document_digest=decision.document_digest,
        law_digest=decision.law_digest,
        links=told.links(file.mrn, law_digest=decision.law_digest),
    )


def holder(file: File) -> Holder | None:
    """Who must act next; None where nobody must."""
    asked = [each.asked_at for each in file.open_questions]
    ordered = [each.ordered_at for each in file.open_controls]
    if file.state == State.REGISTERED:
        return Holder("declarant", file.lodged_at)
    if asked:
        return Holder("declarant", min(asked))
    if ordered:
        return Holder("customs", min(ordered), file.office)
    if file.state == State.AWAITING_PAYMENT:
        return Holder("declarant", file.accepted_at or file.lodged_at)
    return None


def next_steps(file: File, balance: Balance, *, language: str) -> tuple[told.Step, ...]:
    """What still lies before it, in order, as its standing is now."""
    sentences = words.next_steps(language)
    ahead = [told.Step(each.value, sentences[each]) for each in _ahead(file, balance)]
    if file.open_questions:
        ahead.insert(0, told.Step(ANSWER, words.answer(language)))
    return tuple(ahead)


def _ahead(file: File, balance: Balance) -> list[Next]:
    if file.state == State.REGISTERED:
        return [Next.ARRIVE]
    if file.state == State.REFUSED:
        return [Next.MEND]
    if file.state not in (State.UNDER_CONTROL, State.AWAITING_PAYMENT):
        return []
    kinds = {each.kind for each in file.open_controls}
    steps = [Next.CHECK_DOCUMENTS] if DOCUMENTS in kinds else []
    steps += [Next.EXAMINE] if EXAMINATION in kinds else []
    steps += [Next.PAY] if balance.owed > balance.secured else []
    return [*steps, Next.RELEASE]


def _controls(file: File) -> tuple[Control, ...]:
    return tuple(
        Control(
            each.kind,
            each.ordered_at,
            each.concluded_at,
            each.result if each.result in TOLD_RESULTS else None,
        )
        for each in file.controls
    )


def _questions(file: File) -> tuple[Question, ...]:
    return tuple(
        Question(each.id, each.text, each.asked_at, each.path, each.answer, each.answered_at)
        for each in file.questions
    )


def _requests(file: File) -> tuple[Request, ...]:
    return tuple(
        Request(
            each.id,
            each.kind,
            each.reason,
            each.asked_at,
            each.answer,
            each.answered_at,
            each.answer_reason,
        )
        for each in file.requests
    )


def _versions(file: File) -> tuple[Version, ...]:
    return tuple(
        Version(
            each.version,
            each.at,
            each.reason,
            each.judged_on,
            each.document_digest,
            each.law_digest,
        )
        for each in file.judgements
    )


def attached(each: Any) -> Attached:
    """A supporting document, of a file or as just attached."""
    return Attached(
        each.id, each.name, each.media_type, each.size, each.digest, each.uploaded_at, each.kind
    )


def _event(each: Recorded, *, mrn: str, names: dict[str, str]) -> Event:
    return Event(
        record=each.id,
        kind=each.kind,
        at=each.at,
        by=names.get(each.actor, "customs"),
        details=each.payload,
        receipt=f"{told.DECLARATIONS}/{mrn}/receipts/{each.id}",
    )
