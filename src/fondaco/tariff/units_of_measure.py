"""Units of measurement that the tariff counts in, and how one becomes another.

>>> litre = Unit("LTR", Wording("litre", "litre"), "volume", Decimal(1))
>>> hectolitre = Unit("HLT", Wording("hectolitre", "hectolitre"), "volume", Decimal(100))
>>> litre.counted_in(hectolitre)
Decimal('0.01')
"""

from decimal import Decimal

import msgspec

from fondaco.legal.dated import Timeline
from fondaco.legal.flaw import FlawKind
from fondaco.legal.reading import Entry, Placed, Reader
from fondaco.legal.wording import Wording


class Unit(msgspec.Struct, frozen=True, gc=False):
    """A unit (UN/ECE Recommendation 20), what it measures, and its size in the smallest of it."""

    code: str
    name: Wording
    dimension: str
    size: Decimal

    def counted_in(self, other: "Unit") -> Decimal | None:
        """How many of the other unit one of this is; None where they measure different things."""
        if self.dimension != other.dimension:
            return None
        return self.size / other.size


class UnitEntry(Entry, frozen=True, kw_only=True):
    """One unit as the law lists it."""

    code: str
    en: str
    fr: str
    dimension: str
    size: Decimal


def read_units(reader: Reader) -> dict[str, Timeline[Unit]]:
    """The units of the bundle."""

    def unit(at: Placed[UnitEntry]) -> Unit | None:
        entry = at.entry
        if entry.size <= 0:
            reader.flaw(at, FlawKind.NEGATIVE, found=entry.size, expected="a size above zero")
            return None
        return Unit(entry.code, Wording(entry.en, entry.fr), entry.dimension, entry.size)

    return reader.timelines(
        reader.table("units.csv", UnitEntry), key=lambda entry: entry.code, value=unit
    )
