"""The judgement itself: document, facts, law and selectivity in; one decision out."""

from collections.abc import Sequence
from datetime import date

import msgspec

from fondaco.assessment.assess import assess
from fondaco.assessment.statement import Assessment, Unassessable
from fondaco.clearance import cross_checks
from fondaco.clearance.decision import Decision, Next, Outcome, RequiredDocument
from fondaco.clearance.facts import Facts, Unknown
from fondaco.clearance.required_documents import missing, required_documents
from fondaco.clearance.rulebook import Law, LawOfTheDay
from fondaco.declaration.document import Document
from fondaco.declaration.elements import pointer_of
from fondaco.declaration.rules import findings as broken_rules
from fondaco.declaration.rules.case import Case
from fondaco.evidence.canonical import digest
from fondaco.legal.finding import Finding, Gravity
from fondaco.risk.bundle import Selectivity
from fondaco.risk.channel import Channel
from fondaco.risk.environment import known
from fondaco.risk.features import Features
from fondaco.risk.selection import Selection, kept

ENGINE = "fondaco 0.1.0"
"""The version of the judgement: a decision names it, because another may judge otherwise."""


class Digests(msgspec.Struct, frozen=True, gc=False):
    """The names of document and facts, where the caller has their bytes and so need not ask."""

    document: str
    facts: str


def clear(
    document: Document,
    facts: Facts,
    law: Law,
    selectivity: Selectivity | None,
    *,
    on: date,
    draw: int,
    digests: Digests | None = None,
) -> Decision:
    """Judge one declaration on its tax point: the same inputs give the same bytes.

    ``draw`` is in parts per million. Without ``selectivity``, as in a trader's check at
    home, nothing is selected. Who hands in ``digests`` answers for them: the decision names
    document and facts by them. LookupError for a day before the law's first.
    Revised Kyoto Convention, General Annex chapters 3, 4 and 6; TFA article 7.
    """
    named = digests or Digests(digest(document), digest(facts))
    day = law.on(on)
    unsupported = _unsupported_procedure(document, facts, day)
    if unsupported is not None:
        return _decision(named, facts, day, Outcome.UNSUPPORTED, procedure=unsupported)
    required = required_documents(document, day)
    found = _findings(document, facts, day, required)
    assessment = _assessment(document, day, found)
    if any(each.gravity is Gravity.ERROR for each in found):
        return _decision(named, facts, day, Outcome.REFUSED, found=found, required=required)
    selection = _select(document, facts, assessment, selectivity, on=on, draw=draw)
    return _decision(
        named,
        facts,
        day,
        Outcome.ACCEPTED if facts.arrived_on is not None else Outcome.REGISTERED,
        found=found,
        required=required,
        assessment=assessment,
        selection=selection,
        selectivity=selectivity.digest if selectivity is not None else None,
    )


def _unsupported_procedure(document: Document, facts: Facts, day: LawOfTheDay) -> str | None:
    """The first procedure that is known by name and not cleared yet.

    Only a declaration that can be told from others, and that a party to it sent, can be kept
    under it: a stranger's would take up the declarant's reference. Others meet every rule.
    """
    if document.local_reference is None or document.declarant is None:
        return None
    if cross_checks.is_sent_by_a_stranger(document, facts):
        return None
    procedures = day.code_books.procedures
    for item in document.items:
        known = procedures.get(item.procedure or "")
        if known is not None and not known.is_supported:
            return known.code
    return None


def _findings(
    document: Document,
    facts: Facts,
    day: LawOfTheDay,
    required: tuple[RequiredDocument, ...],
) -> list[Finding]:
    case = Case(document, day.on, day.code_books)
    found = list(broken_rules(document, case, rules=day.rules))
    in_force = day.rules.citations
    found += cross_checks.findings(document, facts, on=day.on, in_force=in_force)
    found += missing(required)
    return found


def _assessment(document: Document, day: LawOfTheDay, found: list[Finding]) -> Assessment | None:
    """The bill; what stands in its way is added to the findings, never bridged by a zero."""
    bill = assess(document, day.assessment)
    if not isinstance(bill, Unassessable):
        return bill
    places = {each.path for each in found}
    found += [
        Finding(
            rule=each.rule,
            path=each.path,
            pointer=pointer_of(each.path),
            citation=each.citation,
            found=each.found,
            values=each.values,
        )
        for each in bill.obstacles
        # What a rule has said of the same place already is not said twice.
        if each.path not in places
    ]
    return None


def _select(
    document: Document,
    facts: Facts,
    assessment: Assessment | None,
    selectivity: Selectivity | None,
    *,
    on: date,
    draw: int,
) -> Selection | None:
    if selectivity is None:
        return None
    earlier = facts.earlier
    return selectivity.select(
        known(
            document,
            features=_features(document, facts, on=on),
            assessment=assessment,
            on=on,
            lists=facts.lists,
        ),
        on=on,
        draw=draw,
        previous=kept(Channel(earlier.channel), draw=earlier.draw) if earlier is not None else None,
    )


def _features(document: Document, facts: Facts, *, on: date) -> Features:
    importer = facts.trader(document.importer)
    knows_history = Unknown.HISTORY not in facts.unknown
    history = facts.history
    return Features(
        lodged_on=facts.lodged_on,
        arrived_on=facts.arrived_on,
        importer_declarations_90_days=history.declarations_90_days if knows_history else None,
        importer_irregularities_365_days=(
            history.irregularities_365_days if knows_history else None
        ),
        importer_value_90_days=history.value_90_days if knows_history else None,
        importer_known_days=history.known_days if knows_history else None,
        importer_registered_days=(on - importer.registered_on).days if importer else None,
        importer_authorisations=(
            tuple([each.kind for each in importer.authorisations if on in each.valid])
            if importer
            else None
        ),
    )


def _decision(
    digests: Digests,
    facts: Facts,
    day: LawOfTheDay,
    outcome: Outcome,
    *,
    found: Sequence[Finding] = (),
    required: tuple[RequiredDocument, ...] = (),
    assessment: Assessment | None = None,
    selection: Selection | None = None,
    selectivity: str | None = None,
    procedure: str | None = None,
) -> Decision:
    return Decision(
        outcome=outcome,
        on=day.on,
        findings=tuple(found),
        next_steps=_next_steps(outcome, assessment, selection),
        document_digest=digests.document,
        facts_digest=digests.facts,
        law_digest=day.digest,
        engine=ENGINE,
        selectivity_digest=selectivity,
        assessment=assessment,
        required_documents=required,
        selection=selection,
        procedure=procedure,
        not_checked=facts.unknown,
    )


_CONTROLS = {Channel.YELLOW: Next.CHECK_DOCUMENTS, Channel.RED: Next.EXAMINE}


def _next_steps(
    outcome: Outcome, assessment: Assessment | None, selection: Selection | None
) -> tuple[Next, ...]:
    if outcome is Outcome.REFUSED:
        return (Next.MEND,)
    if outcome is Outcome.REGISTERED:
        return (Next.ARRIVE,)
    if outcome is Outcome.UNSUPPORTED:
        return ()
    channel = selection.channel if selection is not None else Channel.GREEN
    steps = [_CONTROLS[channel]] if channel in _CONTROLS else []
    if assessment is not None and assessment.total > 0:
        steps.append(Next.PAY)
    steps.append(Next.RELEASE)
    if channel is Channel.BLUE:
        steps.append(Next.AUDIT)
    return tuple(steps)
