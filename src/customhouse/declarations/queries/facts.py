"""One snapshot of the facts that a judgement needs, for many declarations at once."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal

from customhouse.declarations import consignment
from customhouse.declarations.queries import earlier
from customhouse.register import queries as register
from customhouse.revenue import queries as revenue
from customhouse.settings.database import execute
from fondaco.clearance.cross_checks import identifiers_in
from fondaco.clearance.facts import Earlier, Facts, History
from fondaco.declaration.document import Document

_HISTORY = """
SELECT importer, declarations_90_days, irregularities_365_days, value_90_days,
       %s::date - first_seen
FROM importer_history WHERE importer = ANY(%s)
"""


def facts_about(
    documents: Sequence[Document],
    *,
    on: date,
    arrived: Sequence[date | None],
    at: datetime,
    sender: str | None,
) -> tuple[Facts, ...]:
    """The facts about each document, in order, as the building knows them at that instant."""
    named = sorted({name for document in documents for name in identifiers_in(document)})
    traders = {each.identifier: each for each in register.trader_facts(named)}
    mandates = register.mandates_of(_represented(documents))
    available = revenue.available(named)
    histories = _histories(named, on=on)
    marks = [consignment.keys(document) for document in documents]
    past = earlier.by_consignment([key for keys in marks for key in keys], at=at)
    return tuple(
        Facts(
            lodged_on=on,
            sender=sender,
            arrived_on=here,
            traders=tuple(traders[name] for name in identifiers_in(document) if name in traders),
            mandates=tuple(m for m in mandates if m.principal == document.importer),
            available=_available(document, available),
            earlier=_heaviest([past[key] for key in keys if key in past]),
            history=histories.get(document.importer or "", History()),
            lists={FAILED_AUDITS: _failed(document, histories)},
        )
        for document, here, keys in zip(documents, arrived, marks, strict=True)
    )


FAILED_AUDITS = "failed audits"
"""The living list of importers in whose goods something irregular was found within a year."""


def _failed(document: Document, histories: Mapping[str, History]) -> tuple[str, ...]:
    return tuple(
        name
        for name in identifiers_in(document)
        if name in histories and histories[name].irregularities_365_days
    )


def _represented(documents: Sequence[Document]) -> list[tuple[str, str]]:
    pairs = {
        (document.importer, agent)
        for document in documents
        if document.importer and document.representative
        for agent in identifiers_in(document)
        if agent != document.importer
    }
    return sorted(pairs)


def _available(document: Document, left: dict[str, Decimal]) -> Decimal | None:
    return left.get(payer(document) or "")


def payer(document: Document) -> str | None:
    """Who pays: the holder of the deferment named on the declaration, or else the importer."""
    for holder in document.authorisation_holders:
        if holder.category == "DPO" and holder.identifier:
            return holder.identifier
    return document.importer


def _heaviest(found: Sequence[Earlier]) -> Earlier | None:
    order = ("green", "blue", "yellow", "red")
    return max(found, key=lambda each: order.index(each.channel), default=None)


def _histories(importers: Sequence[str], *, on: date) -> dict[str, History]:
    rows = execute(_HISTORY, (on, list(importers)))
    return {
        importer: History(declarations, irregularities, value, known)
        for importer, declarations, irregularities, value, known in rows.fetchall()
    }
