"""One line of an invoice, before it becomes a goods item: goods, quantities, price, proof."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from math import ceil
from random import Random

import msgspec

from customhouse.demonstration.chance import happens, lognormal, rounded, weighted
from customhouse.demonstration.countries import Country
from customhouse.demonstration.goods import WHOLE_UNITS, ChargeOnGoods, Good, goods
from customhouse.demonstration.identifiers import lading
from customhouse.demonstration.values import Source, Supplier, Trader

MOST = 20
NO_PREFERENCE = "100"
_MEAN_MORE = 4.6
"""What an expectation of further lines makes a mean of about five once cut off at the most."""
_PROOFS = {"300": {"954": 5.0, "864": 4.0}, "200": {"865": 1.0}}
_PROOF_SHARE = 0.85
_SMALL_SHARE, _SMALL = 0.05, 0.004
"""One consignment in twenty is a parcel."""


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """Goods of one code and origin; masses in kilograms, the price in the invoice's currency."""

    good: Good
    description: str
    origin: str
    net_mass: Decimal
    gross_mass: Decimal
    units: Decimal | None
    packages: int | None
    amount: Decimal
    packing: str
    charges: tuple[ChargeOnGoods, ...] = ()
    preference: str = NO_PREFERENCE
    documents: tuple[tuple[str, str, str], ...] = ()
    """Category, kind and number of each."""


def drawn(
    dice: Random,
    trader: Trader,
    source: Source,
    *,
    supplier: Supplier,
    country: Country,
    at: datetime,
) -> tuple[Line, ...]:
    """Draw what a trader buys of one of its suppliers at a time: one to twenty lines."""
    traded = {code: goods()[code].season(at.month) for code in source.goods}
    bulk = all(goods()[code].is_bulk for code in traded)
    count = 1 if bulk else min(MOST, 1 + int(dice.expovariate(1 / _MEAN_MORE)))
    chosen = sorted(
        (goods()[weighted(dice, traded)] for _ in range(count)),
        key=lambda good: (good.is_bulk, good.code),
    )
    if chosen[0].is_bulk != chosen[-1].is_bulk:  # nobody pours goods beside packages
        chosen = [each for each in chosen if not each.is_bulk]
    scale = (_SMALL if not bulk and happens(dice, _SMALL_SHARE) else 1) / len(chosen) ** 0.75
    return tuple(
        _line(dice, good, supplier=supplier, country=country, scale=scale) for good in chosen
    )


def _line(dice: Random, good: Good, *, supplier: Supplier, country: Country, scale: float) -> Line:
    origin = country.code
    if len(good.origins) > 1 and happens(dice, 0.06):  # made elsewhere, sold from here
        origin = weighted(dice, good.origins)
    net, units = _quantities(dice, good, lot=good.lot * scale)
    packages = None if good.is_bulk else max(1, ceil(float(net) / good.package_mass))
    price = lognormal(dice, median=good.price * supplier.dearness, spread=good.spread)
    preference, proof = _claimed(dice, good, origin)
    return Line(
        good=good,
        description=f"{good.description}, ref. {dice.randrange(1000, 10_000)}",
        origin=origin,
        net_mass=net,
        gross_mass=rounded(float(net) * (1 + good.tare * (0.8 + 0.4 * dice.random())), places=3),
        units=units,
        packages=packages,
        amount=max(rounded(price * float(net) / country.rate, places=2), Decimal("1.00")),
        packing=good.packing,
        charges=good.charges_from(origin),
        preference=preference,
        documents=(*required(good, dice), *proof),
    )


def _quantities(dice: Random, good: Good, *, lot: float) -> tuple[Decimal, Decimal | None]:
    """Return net mass, and the supplementary quantity where the goods have one."""
    mass = lognormal(dice, median=lot, spread=0.6)
    if good.unit is None:
        return max(rounded(mass, places=3), Decimal("0.010")), None
    if good.unit in WHOLE_UNITS:
        units = max(1, round(mass / good.unit_mass))
        apart = 0.97 + 0.06 * dice.random()
        return max(rounded(units * good.unit_mass * apart, places=3), Decimal("0.010")), Decimal(
            units
        )
    net = max(rounded(mass, places=3), Decimal("0.010"))
    return net, max(rounded(float(net) / good.unit_mass, places=3), Decimal("0.001"))


def _claimed(dice: Random, good: Good, origin: str) -> tuple[str, tuple[tuple[str, str, str], ...]]:
    preference = good.preference(origin)
    if preference is None or not happens(dice, _PROOF_SHARE):
        return NO_PREFERENCE, ()
    return preference, (proof_of_origin(dice, preference),)


def proof_of_origin(dice: Random, preference: str) -> tuple[str, str, str]:
    """Return the document that a preference rests on."""
    return ("N", weighted(dice, _PROOFS[preference]), lading(dice))


def required(good: Good, dice: Random) -> Iterator[tuple[str, str, str]]:
    """Return the documents that customs asks for with the goods."""
    for code in good.documents:
        yield (code[0], code[1:], lading(dice))


def item_total(lines: Sequence[Line]) -> Decimal:
    """Return the sum of the prices."""
    return sum((line.amount for line in lines), Decimal(0))
