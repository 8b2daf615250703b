"""Who gives way to what: careless firms, lone offenders, and rings that share more than a trade."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

import msgspec

from customhouse.demonstration.behaviour import Behaviour, Habit
from customhouse.demonstration.chance import happens, weighted
from customhouse.demonstration.goods import sectors
from customhouse.demonstration.values import Broker, Trader

FOUNDED = date(2026, 2, 1)
"""The day from which the firms of rings were registered: they are young."""

_RINGS: tuple[tuple[str, Behaviour, int, float], ...] = (
    ("clothing", Behaviour.UNDERVALUATION, 6, 0.55),
    ("electronics", Behaviour.UNDERVALUATION, 5, 0.5),
    ("footwear", Behaviour.MISCLASSIFICATION, 4, 0.5),
    ("vehicles", Behaviour.ORIGIN, 4, 0.6),
    ("furniture", Behaviour.SMUGGLING, 4, 0.3),
)
"""Sector, what its firms do, how many they are, in what share of their consignments."""

_TEMPTATION = {
    Behaviour.UNDERVALUATION: 5.0,
    Behaviour.ORIGIN: 2.0,
    Behaviour.QUANTITY: 3.0,
    Behaviour.SMUGGLING: 1.0,
}
_ON_GOODS_OF_VALUE = ("clothing", "footwear", "electronics", "vehicles", "luxury", "tobacco")


def drawn(dice: Random, *, sector: str, is_trusted: bool) -> tuple[Habit, ...]:
    """Draw the habits of a trader that is of no ring."""
    careless = 0.22 if happens(dice, 0.12) else 0.02
    found = [Habit(Behaviour.CARELESS, careless / (3 if is_trusted else 1))]
    offenders = 0.2 if sector in _ON_GOODS_OF_VALUE else 0.1
    if happens(dice, offenders):
        found.append(Habit(_temptation(dice, sector), 0.1 + 0.3 * dice.random()))
    elif not is_trusted:
        found.append(Habit(_temptation(dice, sector), 0.006))
    return tuple(found)


def _temptation(dice: Random, sector: str) -> Behaviour:
    """Draw what a trader in these goods may be tempted to."""
    neighbours = sum(good.taken_for is not None for good in sectors()[sector])
    return weighted(dice, {**_TEMPTATION, Behaviour.MISCLASSIFICATION: min(neighbours, 3) * 2.0})


def with_rings(
    traders: Sequence[Trader], *, brokers: Sequence[Broker], dice: Random
) -> tuple[Trader, ...]:
    """Turn some traders into rings: young firms at one address, with one telephone and broker."""
    made = list(traders)
    for number, (sector, behaviour, size, share) in enumerate(_RINGS, 1):
        places = [i for i, each in enumerate(made) if each.sector == sector and not each.ring]
        chosen = sorted(dice.sample(places, min(size, len(places))))
        if not chosen:
            continue
        shared, broker = made[chosen[0]], dice.choice(brokers)
        for place in chosen:
            made[place] = _joined(
                made[place], shared, broker, number, (Habit(behaviour, share),), dice
            )
    return tuple(made)


def _joined(
    trader: Trader,
    shared: Trader,
    broker: Broker,
    ring: int,
    habits: tuple[Habit, ...],
    dice: Random,
) -> Trader:
    return msgspec.structs.replace(
        trader,
        address=shared.address,
        telephone=shared.telephone,
        office=shared.office,
        sources=shared.sources[:1] + trader.sources[:1],
        broker=broker.identifier,
        representation="2",
        registered_on=FOUNDED + timedelta(days=dice.randrange(120)),
        weight=0.8 + 1.2 * dice.random(),
        is_trusted=False,
        deferment=trader.deferment if happens(dice, 0.3) else None,
        habits=habits,
        ring=ring,
    )
