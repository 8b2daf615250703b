"""What a declarant is told of a decision, and nothing else: the one way from judgement to answer.

Whatever is not a field of `Told` stays in the building: selection, channel, draw, the digests from
which they could be guessed, an audit that is not announced. A control is told once it is notified.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal

import msgspec

from customhouse.declarations.actions.ask import Asked, Obstacle
from customhouse.declarations.entry import Answer
from customhouse.exchange import words
from fondaco.assessment.explanation import cited, explain
from fondaco.assessment.statement import Assessment, ItemValue, Line
from fondaco.clearance.decision import Next, Outcome, RequiredDocument
from fondaco.clearance.rulebook import LawOfTheDay
from fondaco.declaration.document import Document
from fondaco.declaration.lifecycle import State
from fondaco.legal.citation import Citation
from fondaco.legal.finding import Finding
from fondaco.legal.wording import Wording
from fondaco.messages.problem import Problem

DECLARATIONS = "/api/declarations"


class Step(msgspec.Struct, frozen=True, gc=False):
    """What happens next: its code, and the sentence for people."""

    code: str
    text: str


class FindingTold(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """One breach of one rule: where, which law, what was found and expected, how to mend it."""

    rule: str
    gravity: str
    path: str
    pointer: str
    law: str
    found: str
    message: str
    expected: str
    mend: str


class Trouble(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """One thing about a message: where, what was found and expected, how to mend it."""

    code: str
    path: str
    found: str
    expected: str
    mend: str

    @classmethod
    def of(cls, problem: Problem, *, language: str) -> Trouble:
        """A problem of a message in words."""
        return cls(
            problem.code,
            problem.path,
            problem.found,
            problem.expected(language),
            problem.mend(language),
        )


class Charge(msgspec.Struct, frozen=True, gc=False):
    """What is owed under one charge code, and what the law calls it."""

    charge: str
    name: str
    amount: Decimal


class LineTold(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """One line of the bill, and the sentence that says how it was worked out, with its law."""

    item: int
    charge: str
    measure: str
    basis: Decimal
    unit: str
    rate: Decimal
    amount: Decimal
    text: str
    citation: Citation
    per: Decimal | None = None
    bound: str | None = None
    payment_method: str | None = None
    base: tuple[str, ...] = ()
    relief: str | None = None
    relieved: Decimal | None = None


class Bill(msgspec.Struct, frozen=True, gc=False):
    """The whole bill: how each value was built, each line, the sums."""

    currency: str
    total: Decimal
    totals: tuple[Charge, ...]
    lines: tuple[LineTold, ...]
    values: tuple[ItemValue, ...]


class Links(msgspec.Struct, frozen=True, omit_defaults=True, rename={"itself": "self"}, gc=False):
    """Where to go on from here."""

    itself: str
    documents: str
    payments: str
    law: str | None = None


class Told(msgspec.Struct, frozen=True, omit_defaults=True):
    """The answer to one declaration."""

    outcome: str
    at: datetime
    local_reference: str | None = None
    mrn: str | None = None
    state: str | None = None
    replayed: bool = False
    is_sandbox: bool = False
    procedure: str | None = None
    tax_point: date | None = None
    next_steps: tuple[Step, ...] = ()
    findings: tuple[FindingTold, ...] = ()
    assessment: Bill | None = None
    required_documents: tuple[RequiredDocument, ...] = ()
    notes: tuple[Trouble, ...] = ()
    differing: tuple[str, ...] = ()
    document_digest: str | None = None
    law_digest: str | None = None
    links: Links | None = None


class AskedTold(msgspec.Struct, frozen=True, omit_defaults=True):
    """The answer to a request to amend or annul a declaration."""

    outcome: str
    at: datetime
    local_reference: str | None = None
    mrn: str | None = None
    state: str | None = None
    request: int | None = None
    replayed: bool = False
    findings: tuple[FindingTold, ...] = ()
    obstacle: Obstacle | None = None
    notes: tuple[Trouble, ...] = ()
    links: Links | None = None


def told_of_request(
    answer: Asked,
    document: Document,
    *,
    acts: Mapping[str, Wording],
    language: str,
    notes: tuple[Problem, ...] = (),
) -> AskedTold:
    """What the sender of a request is told."""
    return AskedTold(
        outcome=answer.outcome,
        at=answer.at,
        local_reference=document.local_reference,
        mrn=answer.mrn,
        state=answer.state,
        request=answer.request,
        replayed=answer.replayed,
        findings=findings(answer.findings, acts=acts, language=language),
        obstacle=answer.obstacle,
        notes=tuple([Trouble.of(each, language=language) for each in notes]),
        links=links(answer.mrn) if answer.mrn else None,
    )


def told(
    answer: Answer,
    document: Document,
    *,
    law: LawOfTheDay | None,
    language: str,
    notes: tuple[Problem, ...] = (),
    is_sandbox: bool = False,
) -> Told:
    """What the sender of the document is told; ``law`` is the one of the decision's own day."""
    decision = answer.decision
    noted = tuple([Trouble.of(each, language=language) for each in notes])
    if decision is None or law is None:
        return Told(
            outcome=answer.outcome,
            at=answer.at,
            local_reference=document.local_reference,
            mrn=answer.mrn,
            is_sandbox=is_sandbox,
            notes=noted,
            differing=answer.differing,
        )
    return Told(
        outcome=answer.outcome,
        at=answer.at,
        local_reference=document.local_reference,
        mrn=answer.mrn,
        state=answer.state,
        replayed=answer.replayed,
        is_sandbox=is_sandbox,
        procedure=decision.procedure,
        tax_point=decision.on if decision.outcome is Outcome.ACCEPTED else None,
        next_steps=steps(decision.next_steps, state=answer.state, language=language),
        findings=findings(decision.findings, acts=law.acts, language=language),
        assessment=bill(decision.assessment, law=law, language=language),
        required_documents=decision.required_documents,
        notes=noted,
        document_digest=decision.document_digest,
        law_digest=decision.law_digest,
        links=links(answer.mrn, law_digest=decision.law_digest) if answer.mrn else None,
    )


_OPEN_TO = {
    None: frozenset((Next.MEND,)),
    State.REGISTERED.value: frozenset((Next.ARRIVE,)),
    State.UNDER_CONTROL.value: frozenset(
        (Next.CHECK_DOCUMENTS, Next.EXAMINE, Next.PAY, Next.RELEASE)
    ),
    State.AWAITING_PAYMENT.value: frozenset((Next.PAY, Next.RELEASE)),
    State.REFUSED.value: frozenset((Next.MEND,)),
}
"""The steps that may be told in each state. An audit is in none: it is told when it begins.

A declaration is under control only once the control was notified to its declarant.
"""


def steps(decided: tuple[Next, ...], *, state: str | None, language: str) -> tuple[Step, ...]:
    """The steps that still lie before a declaration in this state, as far as they may be told."""
    allowed = _OPEN_TO.get(state, frozenset())
    sentences = words.next_steps(language)
    return tuple([Step(each.value, sentences[each]) for each in decided if each in allowed])


def findings(
    found: tuple[Finding, ...], *, acts: Mapping[str, Wording], language: str
) -> tuple[FindingTold, ...]:
    """The findings with their sentences; ``acts`` are the titles of the law they cite."""
    return tuple([_finding(each, acts=acts, language=language) for each in found])


def _finding(found: Finding, *, acts: Mapping[str, Wording], language: str) -> FindingTold:
    message, expected, mend = words.of_finding(found, language=language)
    return FindingTold(
        rule=found.rule,
        gravity=found.gravity.value,
        path=found.path,
        pointer=found.pointer,
        law=cited(found.citation, language=language, acts=acts),
        found=found.found,
        message=message,
        expected=expected,
        mend=mend,
    )


def bill(assessment: Assessment | None, *, law: LawOfTheDay, language: str) -> Bill | None:
    """The bill with every line in words, None where there is none."""
    if assessment is None:
        return None
    names = law.assessment.charge_names
    return Bill(
        currency=assessment.currency,
        total=assessment.total,
        totals=tuple(
            [
                Charge(
                    each.charge,
                    names[each.charge].said(language) if each.charge in names else each.charge,
                    each.amount,
                )
                for each in assessment.totals
            ]
        ),
        lines=tuple([_line(each, law=law, language=language) for each in assessment.lines]),
        values=assessment.values,
    )


def _line(line: Line, *, law: LawOfTheDay, language: str) -> LineTold:
    return LineTold(
        item=line.item,
        charge=line.charge,
        measure=line.measure,
        basis=line.basis,
        unit=line.unit,
        rate=line.rate,
        amount=line.amount,
        text=explain(line, language=language, law=law.assessment),
        citation=line.citation,
        per=line.per,
        bound=line.bound,
        payment_method=line.payment_method,
        base=line.base,
        relief=line.relief,
        relieved=line.relieved,
    )


def links(mrn: str, *, law_digest: str | None = None) -> Links:
    """Where the declaration and what belongs to it are found."""
    itself = f"{DECLARATIONS}/{mrn}"
    law = f"/api/law/{law_digest}" if law_digest else None
    return Links(itself, f"{itself}/documents", f"{itself}/payments", law)
