"""The goods that the nation trades in: real codes, plausible prices, masses and origins.

Prices are medians in the law's currency for one kilogram net; `spread` is the standard deviation
of a price's logarithm. Nothing here is law: that codes, units, documents and charges fit the
demonstration country's law is what the tests of this package say.
"""

from __future__ import annotations

from collections.abc import Mapping
from csv import DictReader
from decimal import Decimal
from functools import cache
from importlib.resources import files
from math import cos, pi

import msgspec

BULK = frozenset({"VG", "VL", "VO", "VQ", "VR", "VY"})
"""Kinds of package that are none: goods in bulk (UN/ECE Recommendation 21)."""
WHOLE_UNITS = frozenset({"NAR", "NPR"})
"""Supplementary units of which nobody declares a half."""
_SEASON = 0.6
_PARTNERS = {
    "300": frozenset({"CH", "GB", "IS", "NO"}),
    "200": frozenset({"BD", "ET", "KH", "MM", "TZ", "ZM"}),
}
_NEVER_PREFERRED = ("24", "93", "98", "99")


class ChargeOnGoods(msgspec.Struct, frozen=True):
    """A charge that a declarant names beside duty and tax, and what it counts if it counts."""

    code: str
    origin: str | None = None
    base_unit: str | None = None
    base_per_unit: Decimal = Decimal(0)


class Good(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of goods and how it usually trades."""

    sector: str
    code: str
    description: str
    price: float
    spread: float
    lot: float
    unit: str | None
    unit_mass: float
    packing: str
    package_mass: float
    tare: float
    peak: int | None
    origins: dict[str, float]
    documents: tuple[str, ...]
    charges: tuple[ChargeOnGoods, ...]
    taken_for: str | None

    @property
    def is_bulk(self) -> bool:
        """Whether the goods are carried without packages."""
        return self.packing in BULK

    def charges_from(self, origin: str) -> tuple[ChargeOnGoods, ...]:
        """Return the charges that goods of that origin bear beside duty and tax."""
        return tuple(each for each in self.charges if each.origin in (None, origin))

    def is_protected_from(self, origin: str) -> bool:
        """Whether goods of that origin bear a charge that those of others do not."""
        return any(each.origin == origin for each in self.charges)

    def preference(self, origin: str) -> str | None:
        """Return the preference that goods of that origin may claim, None where there is none."""
        if self.code.startswith(_NEVER_PREFERRED):
            return None
        return next((code for code, area in _PARTNERS.items() if origin in area), None)

    def season(self, month: int) -> float:
        """Return how much more than usual the goods travel in a month, 1 where they always do."""
        if self.peak is None:
            return 1.0
        return 1.0 + _SEASON * cos((month - self.peak) * pi / 6)


@cache
def goods() -> Mapping[str, Good]:
    """Return all of them by code."""
    text = files(__package__).joinpath("goods.csv").read_text(encoding="utf-8")
    return {row["code"]: _good(row) for row in DictReader(text.splitlines())}


@cache
def sectors() -> Mapping[str, tuple[Good, ...]]:
    """Return the goods by the sector that trades in them."""
    names = dict.fromkeys(each.sector for each in goods().values())
    return {name: tuple(each for each in goods().values() if each.sector == name) for name in names}


def _good(row: Mapping[str, str]) -> Good:
    return Good(
        sector=row["sector"],
        code=row["code"],
        description=row["description"],
        price=float(row["price"]),
        spread=float(row["spread"]),
        lot=float(row["lot"]),
        unit=row["unit"] or None,
        unit_mass=float(row["unit_mass"] or 0),
        packing=row["packing"],
        package_mass=float(row["package_mass"] or 0),
        tare=float(row["tare"]),
        peak=int(row["peak"]) if row["peak"] else None,
        origins=shares(row["origins"]),
        documents=tuple(row["documents"].split()),
        charges=tuple(map(_charge, row["charges"].split())),
        taken_for=row["taken_for"] or None,
    )


def shares(text: str) -> dict[str, float]:
    """Return weights by name from their short form.

    >>> shares("CN:6 BD:3")
    {'CN': 6.0, 'BD': 3.0}
    """
    pairs = (each.split(":") for each in text.split())
    return {name: float(weight) for name, weight in pairs}


def _charge(text: str) -> ChargeOnGoods:
    if "@" in text:
        code, origin = text.split("@")
        return ChargeOnGoods(code, origin=origin)
    code, *base = text.split("/")
    if not base:
        return ChargeOnGoods(code)
    return ChargeOnGoods(code, base_unit=base[0], base_per_unit=Decimal(base[1]))
