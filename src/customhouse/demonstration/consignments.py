"""The nation's trade: one declaration after another, each with its truth. Pure but for the seed.

>>> from datetime import UTC, datetime
>>> from customhouse.demonstration.nation import nation
>>> trade = consignments(nation(1), seed=2, start=datetime(2026, 11, 2, tzinfo=UTC), count=2)
>>> [each.document.kind[:2] for each in trade]
['IM', 'IM']
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from random import Random

from customhouse.demonstration import frauds, journeys, lines, paper, rhythm, slips
from customhouse.demonstration.behaviour import Behaviour, Difference, Truth
from customhouse.demonstration.chance import happens, lognormal, stream
from customhouse.demonstration.countries import POST, countries
from customhouse.demonstration.identifiers import lading
from customhouse.demonstration.lines import Line
from customhouse.demonstration.values import Consignment, Nation, Paper, Trader
from fondaco.declaration.comparison import differences
from fondaco.declaration.document import Document

AHEAD_SHARE = 0.6
LATE_PAYER_SHARE = 0.12


def consignments(
    nation: Nation,
    *,
    seed: int,
    start: datetime,
    count: int,
    per_day: float = 400,
    first: int = 1,
) -> Iterator[Consignment]:
    """Yield so many consignments in the order of their lodgement, `per_day` on average.

    Each has a number from `first` on. The same arguments give the same bytes.
    """
    clock = rhythm.instants(stream(seed, "clock", first), start=start, per_day=per_day)
    for number in range(first, first + count):
        yield consignment(nation, seed=seed, number=number, at=next(clock))


def consignment(nation: Nation, *, seed: int, number: int, at: datetime) -> Consignment:
    """Return the consignment of that number as it is lodged at an instant.

    It has dice of its own: it does not depend on those before it.
    """
    dice = stream(seed, nation.seed, "consignment", number)
    trader = dice.choices(nation.traders, [each.weight for each in nation.traders])[0]
    return _consignment(dice, nation, trader, number=number, at=at)


def _consignment(
    dice: Random, nation: Nation, trader: Trader, *, number: int, at: datetime
) -> Consignment:
    source = dice.choice(trader.sources)
    supplier = nation.suppliers[source.supplier]
    country = countries()[supplier.address.country or ""]
    bought = lines.drawn(dice, trader, source, supplier=supplier, country=country, at=at)
    way = journeys.drawn(dice, nation, bought, supplier=supplier, country=country, at=at)
    is_ahead = way.mode != POST and happens(dice, AHEAD_SHARE)
    payment, holder = _payment(dice, nation, trader)
    order = paper.Order(
        trader=trader,
        supplier=supplier,
        journey=way,
        currency=country.currency,
        reference=f"{trader.identifier[-5:]}-{at.year % 100}-{number:08}",
        invoice=f"{lading(dice)[:4]}{dice.randrange(10**6):06}",
        invoiced_on=(at - timedelta(days=dice.randrange(2, 60))).date(),
        previous=lading(dice),
        is_ahead=is_ahead,
        payment=payment,
        holder=holder,
    )
    behaviour = _behaviour(dice, trader)
    document, mended, truth = _told(dice, behaviour, order, bought)
    return Consignment(
        number=number,
        sender=trader.broker or trader.identifier,
        lodged_at=at,
        document=document,
        mended=mended,
        truth=truth,
        arrives_after=way.waits if is_ahead else None,
        pays_after=None if holder else _pays_after(dice),
        answers_after=_minutes(dice, median=240, spread=1),
        papers=tuple(_papers(mended or document)),
    )


def _behaviour(dice: Random, trader: Trader) -> Behaviour:
    for habit in trader.habits:
        if happens(dice, habit.share):
            return habit.behaviour
    return Behaviour.HONEST


def _told(
    dice: Random, behaviour: Behaviour, order: paper.Order, bought: Sequence[Line]
) -> tuple[Document, Document | None, Truth]:
    """Return the declaration, the mended one where it will be refused, and the truth of it."""
    ring = order.trader.ring
    honest = paper.document(order, bought)
    if behaviour is Behaviour.HONEST:
        return honest, None, Truth(behaviour, ring=ring)
    if behaviour is Behaviour.CARELESS:
        return slips.slipped(dice, honest), honest, Truth(behaviour, ring=ring)
    scheme = frauds.schemed(dice, behaviour, bought)
    if scheme is None:
        return honest, None, Truth(Behaviour.HONEST, ring=ring)
    declared = paper.document(order, scheme.declared)
    actual = paper.document(order, scheme.actual)
    truth = Truth(
        behaviour=behaviour,
        items=scheme.items,
        differences=tuple(
            Difference(each.path, each.before, each.after) for each in differences(declared, actual)
        ),
        concealed=scheme.concealed,
        forged=scheme.forged,
        ring=ring,
    )
    return declared, None, truth


def _payment(dice: Random, nation: Nation, trader: Trader) -> tuple[str, str | None]:
    """Return how the debt is paid, and who holds the leave to pay it later."""
    if trader.deferment is not None:
        return paper.DEFERRED, trader.identifier
    if trader.broker is not None and trader.representation == "3":
        return paper.DEFERRED, trader.broker
    return (paper.TRANSFER if happens(dice, 0.8) else paper.CARD), None


def _pays_after(dice: Random) -> timedelta:
    if happens(dice, LATE_PAYER_SHARE):
        return _minutes(dice, median=4 * 1440, spread=0.5)
    return _minutes(dice, median=50, spread=1)


def _minutes(dice: Random, *, median: float, spread: float) -> timedelta:
    return timedelta(minutes=int(lognormal(dice, median=median, spread=spread)) + 1)


def _papers(document: Document) -> Iterator[Paper]:
    named = [*document.documents, *(each for item in document.items for each in item.documents)]
    for each in dict.fromkeys((f"{one.category}{one.kind}", one.identifier) for one in named):
        yield Paper(each[0], each[1] or "")
