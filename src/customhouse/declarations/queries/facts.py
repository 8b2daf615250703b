"""One snapshot of the facts that a judgement needs, for many declarations at once."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal

import msgspec

from customhouse.declarations import consignment
from customhouse.declarations.queries import earlier
from customhouse.register import queries as register
from customhouse.revenue import queries as revenue
from customhouse.settings.together import Question, asking
from fondaco.clearance.cross_checks import identifiers_in
from fondaco.clearance.facts import Earlier, Facts, History
from fondaco.declaration.document import Document


class _Counts(msgspec.Struct):
    """What was counted of an importer, and the day of its first declaration."""

    importer: str
    declarations_90_days: int
    irregularities_365_days: int
    value_90_days: Decimal
    first_seen: date


_HISTORY = Question(
    """
    SELECT importer, declarations_90_days, irregularities_365_days, value_90_days, first_seen
    FROM importer_history WHERE importer = ANY(%s)
    """,
    _Counts,
)


class Asked:
    """The facts about some declarations, on their way: all is asked before anything is awaited."""

    def __init__(self, documents: Sequence[Document], *, at: datetime) -> None:
        named = sorted({name for document in documents for name in identifiers_in(document)})
        self._marks = [consignment.keys(document) for document in documents]
        self._traders = register.traders_later(named)
        self._mandates = register.mandates_later(_represented(documents))
        self._available = revenue.available(named)
        self._histories = _HISTORY.ask(named)
        self._past = earlier.by_consignment([key for keys in self._marks for key in keys], at=at)
        self._documents = documents

    def facts(
        self, *, on: date, arrived: Sequence[date | None], sender: str | None
    ) -> tuple[Facts, ...]:
        """The facts about each document, in order, once they are there."""
        traders = {each.identifier: each for each in self._traders.value()}
        mandates, available = self._mandates.value(), self._available.value()
        histories, past = _counted(self._histories.value(), on=on), self._past.value()
        return tuple(
            [
                Facts(
                    lodged_on=on,
                    sender=sender,
                    arrived_on=here,
                    traders=tuple(
                        [traders[name] for name in identifiers_in(document) if name in traders]
                    ),
                    mandates=tuple([m for m in mandates if m.principal == document.importer]),
                    available=_available(document, available),
                    earlier=_heaviest([past[key] for key in keys if key in past]),
                    history=histories.get(document.importer or "", History()),
                    lists={FAILED_AUDITS: _failed(document, histories)},
                )
                for document, here, keys in zip(self._documents, arrived, self._marks, strict=True)
            ]
        )


def facts_about(
    documents: Sequence[Document],
    *,
    on: date,
    arrived: Sequence[date | None],
    at: datetime,
    sender: str | None,
) -> tuple[Facts, ...]:
    """The facts about each document, in order, as the building knows them at that instant."""
    with asking():
        asked = Asked(documents, at=at)
    return asked.facts(on=on, arrived=arrived, sender=sender)


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


def _counted(rows: Sequence[_Counts], *, on: date) -> dict[str, History]:
    return {
        row.importer: History(
            row.declarations_90_days,
            row.irregularities_365_days,
            row.value_90_days,
            (on - row.first_seen).days,
        )
        for row in rows
    }
