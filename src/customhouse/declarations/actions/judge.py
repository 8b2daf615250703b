"""Judging: facts and numbers gathered, the core asked, the answer kept with its bytes."""

from collections.abc import Sequence
from datetime import date, datetime

from customhouse.accounts.actor import Actor
from customhouse.declarations import sandbox
from customhouse.declarations.entry import Incoming, Judged, Lodgement
from customhouse.declarations.queries import facts
from customhouse.declarations.queries.facts import payer as payer_of
from customhouse.declarations.queries.numbers import mrns, next_serials
from customhouse.records import queries as records
from customhouse.settings.together import Later
from customhouse.targeting import queries as targeting
from customhouse.tariffs import queries as tariffs
from fondaco.clearance.clear import Digests, clear
from fondaco.clearance.facts import Facts
from fondaco.clearance.rulebook import Law
from fondaco.declaration.document import Document
from fondaco.declaration.kinds import is_lodged_before_arrival
from fondaco.evidence.canonical import canonical, digest_of_bytes
from fondaco.evidence.draw import Purpose, draw
from fondaco.risk.bundle import Selectivity
from fondaco.territory.calendar import legal_day


class Asked:
    """All that judging some documents needs, on its way: asked for inside `asking()`."""

    def __init__(self, incoming: Sequence[Incoming], *, by: Actor, at: datetime) -> None:
        documents = [each.document for each in incoming]
        self._incoming, self._by, self._at = incoming, by, at
        self._law = tariffs.newest_later()
        self._selectivity = None if by.is_sandbox else targeting.newest_later()
        self._facts = facts.Asked(documents, at=at)
        self._serials = next_serials(len(documents))

    def judge(self, places: Sequence[int]) -> tuple[Judged, ...]:
        """Judge those of the documents that were never judged before, each under its number."""
        law = tariffs.law_of(self._law.value())
        selectivity = _selectivity(self._selectivity)
        on = legal_day(self._at, ahead_of_utc=law.ahead_of_utc)
        arrived = [
            None if is_lodged_before_arrival(each.document.kind) else on for each in self._incoming
        ]
        known = self._facts.facts(on=on, arrived=arrived, sender=self._by.trader_identifier)
        numbers = mrns(self._serials.value(), year=on.year, country=law.country)
        return tuple(
            [
                _judged(
                    self._incoming[place],
                    facts=known[place],
                    mrn=numbers[place],
                    on=on,
                    law=law,
                    selectivity=selectivity,
                    is_sandbox=self._by.is_sandbox,
                )
                for place in places
            ]
        )


def judge_one(
    document: Document,
    *,
    facts: Facts,
    mrn: str,
    on: date,
    drawn: int,
    is_sandbox: bool = False,
) -> Judged:
    """Judge a document again under its number; the draw once made is passed in and kept."""
    return _judged(
        Incoming.of(Lodgement(document)),
        facts=facts,
        mrn=mrn,
        on=on,
        law=tariffs.law(),
        selectivity=_selectivity(None if is_sandbox else targeting.newest_later()),
        drawn=drawn,
        is_sandbox=is_sandbox,
    )


def _selectivity(digest: Later[str] | None) -> Selectivity:
    if digest is None:
        return targeting.sandbox_selectivity()
    return targeting.selectivity_of(digest.value())


def _judged(
    incoming: Incoming,
    *,
    facts: Facts,
    mrn: str,
    on: date,
    law: Law,
    selectivity: Selectivity,
    drawn: int | None = None,
    is_sandbox: bool,
) -> Judged:
    document = incoming.document
    if is_sandbox:
        own = sandbox.apart(facts, mrn=mrn, payer=payer_of(document))
        facts = sandbox.forced(own, document, drawn=drawn)
    if drawn is None:
        drawn = _draw(mrn, facts=facts, on=on)
    facts_bytes = canonical(facts)
    digests = Digests(incoming.digest, digest_of_bytes(facts_bytes))
    decision = clear(document, facts, law, selectivity, on=on, draw=drawn, digests=digests)
    decision_bytes = canonical(decision)
    return Judged(
        mrn=mrn,
        draw=drawn,
        document=document,
        document_bytes=incoming.content,
        facts=facts,
        facts_bytes=facts_bytes,
        decision=decision,
        decision_bytes=decision_bytes,
        document_digest=digests.document,
        facts_digest=digests.facts,
        decision_digest=digest_of_bytes(decision_bytes),
        is_sandbox=is_sandbox,
    )


def _draw(mrn: str, *, facts: Facts, on: date) -> int:
    # The same consignment again keeps its draw: nobody can roll twice.
    if facts.earlier is not None:
        return facts.earlier.draw
    return draw(records.secret_of(on), mrn, purpose=Purpose.SELECTION)
