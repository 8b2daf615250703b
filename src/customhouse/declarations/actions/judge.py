"""Judging: facts and numbers gathered, the core asked, the answer kept with its bytes."""

from collections.abc import Sequence
from datetime import date, datetime

from customhouse.accounts.actor import Actor
from customhouse.declarations import sandbox
from customhouse.declarations.entry import Judged
from customhouse.declarations.queries.facts import facts_about
from customhouse.declarations.queries.numbers import next_mrns
from customhouse.records import queries as records
from customhouse.targeting import queries as targeting
from customhouse.tariffs import queries as tariffs
from fondaco.clearance.clear import clear
from fondaco.clearance.facts import Facts
from fondaco.declaration.document import Document
from fondaco.declaration.kinds import is_lodged_before_arrival
from fondaco.evidence.canonical import canonical, digest_of_bytes
from fondaco.evidence.draw import Purpose, draw
from fondaco.territory.calendar import legal_day


def judge(documents: Sequence[Document], *, by: Actor, at: datetime) -> tuple[Judged, ...]:
    """Judge documents that were never judged before, each under a number of its own."""
    law = tariffs.law()
    on = legal_day(at, ahead_of_utc=law.ahead_of_utc)
    arrived = [None if is_lodged_before_arrival(document.kind) else on for document in documents]
    facts = facts_about(documents, on=on, arrived=arrived, at=at, sender=by.trader_identifier)
    numbers = next_mrns(len(documents), year=on.year, country=law.country)
    return tuple(
        judge_one(document, facts=known, mrn=mrn, on=on, is_sandbox=by.is_sandbox)
        for document, known, mrn in zip(documents, facts, numbers, strict=True)
    )


def judge_one(
    document: Document,
    *,
    facts: Facts,
    mrn: str,
    on: date,
    drawn: int | None = None,
    is_sandbox: bool = False,
) -> Judged:
    """Judge one document under its number; a draw once made is passed in again and kept."""
    if is_sandbox:
        facts = sandbox.forced(facts, document, drawn=drawn)
    if drawn is None:
        drawn = _draw(mrn, facts=facts, on=on)
    selectivity = targeting.sandbox_selectivity() if is_sandbox else targeting.selectivity()
    decision = clear(document, facts, tariffs.law(), selectivity, on=on, draw=drawn)
    decision_bytes = canonical(decision)
    document_bytes, facts_bytes = canonical(document), canonical(facts)
    return Judged(
        mrn=mrn,
        draw=drawn,
        document=document,
        document_bytes=document_bytes,
        facts=facts,
        facts_bytes=facts_bytes,
        decision=decision,
        decision_bytes=decision_bytes,
        document_digest=decision.document_digest,
        facts_digest=decision.facts_digest,
        decision_digest=digest_of_bytes(decision_bytes),
        is_sandbox=is_sandbox,
    )


def _draw(mrn: str, *, facts: Facts, on: date) -> int:
    # The same consignment again keeps its draw: nobody can roll twice.
    if facts.earlier is not None:
        return facts.earlier.draw
    return draw(records.secret_of(on), mrn, purpose=Purpose.SELECTION)
