"""One declaration whole: where it stands, what it says, what was decided, asked, found, attached.

A trader's copy leaves out what betrays selection: channel, draw, hits, and requests within
customs. It is left out here, where it is read, and not in a page.
"""

from datetime import date, datetime
from decimal import Decimal

import msgspec

from customhouse.declarations.models import Attachment, Control, Declaration, Question, Request
from customhouse.declarations.problems import NotFound
from customhouse.declarations.queries.decisions import decision_of, document_of
from customhouse.settings.database import execute
from fondaco.clearance.decision import Decision
from fondaco.declaration.document import Document


class Judgement(msgspec.Struct, frozen=True):
    """One version of a declaration, and under which law it was judged on which day."""

    version: int
    at: datetime
    actor: str
    reason: str
    judged_on: date
    document_digest: str
    law_digest: str
    decision_digest: str


class ControlSeen(msgspec.Struct, frozen=True):
    """A control, as far as the reader may know of it."""

    id: int
    kind: str
    method: str
    ordered_at: datetime
    officer_id: int | None
    concluded_at: datetime | None
    result: str | None
    remarks: str


class QuestionSeen(msgspec.Struct, frozen=True):
    """A question and its answer."""

    id: int
    text: str
    path: str
    asked_at: datetime
    asked_by: int
    answer: str | None
    answered_at: datetime | None


class AttachmentSeen(msgspec.Struct, frozen=True):
    """A supporting document."""

    id: int
    name: str
    kind: str
    media_type: str
    size: int
    digest: str
    uploaded_at: datetime


class RequestSeen(msgspec.Struct, frozen=True):
    """A request that a second person answers."""

    id: int
    kind: str
    is_internal: bool
    reason: str
    power: str
    channel: str | None
    document_digest: str | None
    asked_at: datetime
    asked_by: int
    answer: str | None
    answered_at: datetime | None
    answer_reason: str


class File(msgspec.Struct, frozen=True, kw_only=True):
    """A declaration with everything that belongs to it."""

    mrn: str
    state: str
    local_reference: str
    declarant: str
    importer: str | None
    importer_name: str
    kind: str
    procedure: str
    office: str
    channel: str | None
    draw: int | None
    is_audit_due: bool
    version: int
    lodged_at: datetime
    arrived_at: datetime | None
    accepted_at: datetime | None
    released_at: datetime | None
    ended_at: datetime | None
    tax_point: date | None
    currency: str
    customs_value: Decimal | None
    assessed: Decimal | None
    is_sandbox: bool
    document: Document
    decision: Decision
    judgements: tuple[Judgement, ...]
    controls: tuple[ControlSeen, ...]
    questions: tuple[QuestionSeen, ...]
    attachments: tuple[AttachmentSeen, ...]
    requests: tuple[RequestSeen, ...]

    @property
    def judged(self) -> Judgement:
        """The version in force."""
        return self.judgements[-1]

    @property
    def open_controls(self) -> tuple[ControlSeen, ...]:
        """The controls that are not concluded."""
        return tuple(each for each in self.controls if each.concluded_at is None)

    @property
    def open_questions(self) -> tuple[QuestionSeen, ...]:
        """The questions that wait for an answer."""
        return tuple(each for each in self.questions if each.answered_at is None)

    @property
    def open_requests(self) -> tuple[RequestSeen, ...]:
        """The requests that wait for a second person."""
        return tuple(each for each in self.requests if each.answer is None)


def file_of(mrn: str, *, for_customs: bool) -> File:
    """The whole declaration, as its trader or as customs may read it; NotFound without one."""
    found = Declaration.objects.filter(mrn=mrn).first()
    if found is None:
        raise NotFound(mrn)
    decision = decision_of(found.decision_digest)
    return File(
        mrn=found.mrn,
        state=found.state,
        local_reference=found.local_reference,
        declarant=found.declarant,
        importer=found.importer,
        importer_name=found.importer_name,
        kind=found.kind,
        procedure=found.procedure,
        office=found.office,
        channel=found.channel if for_customs else None,
        draw=found.draw if for_customs else None,
        is_audit_due=found.audit_due and for_customs,
        version=found.version,
        lodged_at=found.lodged_at,
        arrived_at=found.arrived_at,
        accepted_at=found.accepted_at,
        released_at=found.released_at,
        ended_at=found.ended_at,
        tax_point=found.tax_point,
        currency=found.currency,
        customs_value=found.customs_value,
        assessed=found.assessed,
        is_sandbox=found.is_sandbox,
        document=document_of(found.document_digest),
        decision=decision if for_customs else without_selection(decision),
        judgements=_judgements(mrn),
        controls=_controls(found, for_customs=for_customs),
        questions=_questions(found),
        attachments=_attachments(found),
        requests=_requests(found, for_customs=for_customs),
    )


def without_selection(decision: Decision) -> Decision:
    """The decision as a trader may read it: nothing in it tells whether it was selected."""
    return msgspec.structs.replace(
        decision, selection=None, selectivity_digest=None, next_steps=(), facts_digest=""
    )


def attachment(mrn: str, attachment_id: int) -> AttachmentSeen:
    """One supporting document of a declaration; NotFound where the reader sees none."""
    found = Attachment.objects.filter(declaration_id=mrn, id=attachment_id).first()
    if found is None:
        raise NotFound(mrn)
    return _attachment(found)


def question(question_id: int) -> tuple[str, QuestionSeen]:
    """A question and the number of its declaration; NotFound where the reader sees none."""
    found = Question.objects.filter(id=question_id).first()
    if found is None:
        raise NotFound(f"with question {question_id}")
    return found.declaration_id, _question(found)


def _judgements(mrn: str) -> tuple[Judgement, ...]:
    statement = """
        SELECT version, at, actor, reason, judged_on, document_digest, law_digest, decision_digest
        FROM declaration_version WHERE mrn = %s ORDER BY version
    """
    return tuple(Judgement(*row) for row in execute(statement, (mrn,)))


def _controls(found: Declaration, *, for_customs: bool) -> tuple[ControlSeen, ...]:
    known = Control.objects.filter(declaration=found).order_by("id")
    if not for_customs:
        known = known.filter(notified_at__isnull=False)
    return tuple(
        ControlSeen(
            id=each.id,
            kind=each.kind,
            method=each.method if for_customs else "",
            ordered_at=each.ordered_at,
            officer_id=each.officer_id if for_customs else None,
            concluded_at=each.concluded_at,
            result=each.result,
            remarks=each.remarks if for_customs else "",
        )
        for each in known
    )


def _questions(found: Declaration) -> tuple[QuestionSeen, ...]:
    return tuple(
        _question(each) for each in Question.objects.filter(declaration=found).order_by("id")
    )


def _question(each: Question) -> QuestionSeen:
    return QuestionSeen(
        each.id, each.text, each.path, each.asked_at, each.asked_by, each.answer, each.answered_at
    )


def _attachments(found: Declaration) -> tuple[AttachmentSeen, ...]:
    known = Attachment.objects.filter(declaration=found).order_by("id")
    return tuple(_attachment(each) for each in known)


def _attachment(each: Attachment) -> AttachmentSeen:
    return AttachmentSeen(
        each.id, each.name, each.kind, each.media_type, each.size, each.digest, each.uploaded_at
    )


def _requests(found: Declaration, *, for_customs: bool) -> tuple[RequestSeen, ...]:
    known = Request.objects.filter(declaration=found).order_by("id")
    if not for_customs:
        known = known.filter(is_internal=False)
    return tuple(
        RequestSeen(
            id=each.id,
            kind=each.kind,
            is_internal=each.is_internal,
            reason=each.reason,
            power=each.power,
            channel=each.channel,
            document_digest=each.document_digest,
            asked_at=each.asked_at,
            asked_by=each.asked_by,
            answer=each.answer,
            answered_at=each.answered_at,
            answer_reason=each.answer_reason,
        )
        for each in known
    )
