"""Why a file is on the table: the selection in words, the goods against their peers."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import NamedTuple

from django.utils.translation import gettext as _

from customhouse.declarations.queries import peers
from customhouse.declarations.queries.file import File
from customhouse.declarations.queries.peers import Spread
from customhouse.presentation import languages
from fondaco.declaration.document import GoodsItem
from fondaco.risk.selection import Selection

MILLION = Decimal(1_000_000)


class HitShown(NamedTuple):
    """A rule that hit, in words."""

    rule: str
    title: str
    reason: str
    items: tuple[int, ...]
    channel: str | None
    share: Decimal
    is_mandatory: bool


class SelectionShown(NamedTuple):
    """A selection in words."""

    channel: str
    hits: list[HitShown]
    others: list[str]
    probability: Decimal
    draw: int
    method: str | None


class GoodsShown(NamedTuple):
    """An item, its value per kilogram, and how those of others lie."""

    item: GoodsItem
    number: int
    value: Decimal | None
    per_kilogram: Decimal | None
    peers: Spread | None

    @property
    def stands_out(self) -> str:
        """Where the value lies beside those of others: `below`, `above`, or nothing to say."""
        if self.peers is None or self.per_kilogram is None:
            return ""
        if self.per_kilogram < self.peers.low:
            return "below"
        return "above" if self.per_kilogram > self.peers.high else ""


class PaperShown(NamedTuple):
    """A document named on the declaration, and the items it stands on."""

    code: str
    number: str
    items: list[int]


def papers(found: File) -> list[PaperShown]:
    """Return each document once, with every item that names it."""
    named: dict[tuple[str, str], list[int]] = {}
    for number, item in _numbered(found):
        for each in item.documents:
            named.setdefault((each.code, each.identifier or ""), []).append(number)
    return [PaperShown(code, number, items) for (code, number), items in named.items()]


def selected(selection: Selection | None) -> SelectionShown | None:
    """Say why a declaration was selected, and how likely it was."""
    if selection is None:
        return None
    language = languages.current()
    return SelectionShown(
        channel=selection.channel.value,
        hits=[
            HitShown(
                rule=hit.profile,
                title=hit.title.said(language),
                reason=hit.reason.said(language),
                items=hit.items,
                channel=hit.channel.value if hit.channel else None,
                share=Decimal(hit.share) / MILLION,
                is_mandatory=hit.mandatory,
            )
            for hit in selection.hits
        ],
        others=_others(selection),
        probability=Decimal(selection.propensity_ppm) / MILLION,
        draw=selection.draw,
        method=selection.method,
    )


def goods(found: File, *, at: datetime) -> list[GoodsShown]:
    """Put each item beside comparable goods of others."""
    assessment = found.decision.assessment
    values = {each.item: each.customs_value for each in assessment.values} if assessment else {}
    asked = [
        (number, item.commodity_code, item.origin)
        for number, item in _numbered(found)
        if item.commodity_code and item.origin
    ]
    spreads = peers.spreads(asked, importer=found.importer, at=at)
    return [
        GoodsShown(
            item,
            number,
            values.get(number),
            _per_kilogram(values.get(number), item),
            spreads.get(number),
        )
        for number, item in _numbered(found)
    ]


def _others(selection: Selection) -> list[str]:
    found = []
    if selection.at_random:
        found.append(_("Drawn at random, whatever else selected it as well."))
    if selection.stratum.value == "earlier":
        found.append(_("The same consignment was selected before, and keeps its channel."))
    return found


def _numbered(found: File) -> list[tuple[int, GoodsItem]]:
    return [(item.number or place, item) for place, item in enumerate(found.document.items, 1)]


def _per_kilogram(value: Decimal | None, item: GoodsItem) -> Decimal | None:
    if value is None or not item.net_mass:
        return None
    return (value / item.net_mass).quantize(Decimal("0.01"))
