"""The charges of the law: what each is reckoned on, how it is rounded, what forgives it."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from itertools import chain

import msgspec

from fondaco.legal.citation import Citation
from fondaco.legal.dated import Timeline, changes, in_force
from fondaco.legal.flaw import FlawKind
from fondaco.legal.reading import Entry, Placed, Reader
from fondaco.legal.wording import Wording
from fondaco.units.money import Rounding

VALUE = "value"
"""The part of a base that is the customs value."""

FIRST_DESTINATION = "first-destination"
"""The part of a base that is the incidental expenses up to the first destination."""


class Charge(msgspec.Struct, frozen=True):
    """A duty, tax or fee: its base is a sum of value, expenses and charges that come before it."""

    code: str
    order: int
    name: Wording
    base: tuple[str, ...]
    rounding: Rounding
    citation: Citation


class Relief(msgspec.Struct, frozen=True):
    """What an additional procedure code, claimed on an item, forgives of one charge.

    Where it ``stays_in_base``, other charges are reckoned on what was forgiven all the same.
    """

    additional_procedure: str
    charge: str
    stays_in_base: bool
    citation: Citation


class Threshold(msgspec.Struct, frozen=True):
    """A charge that law forgives a consignment whose customs value is no more than ``up_to``.

    Goods of the codes in ``exceptions`` are not forgiven.
    """

    charge: str
    up_to: Decimal
    exceptions: tuple[str, ...]
    citation: Citation


class ChargeEntry(Entry, frozen=True, kw_only=True):
    """charges.csv: one charge; the parts of its base with a space between two."""

    code: str
    order: int
    en: str
    fr: str
    base: str
    rounding: Rounding


class ReliefEntry(Entry, frozen=True, kw_only=True):
    """reliefs.csv: one additional procedure code and one charge it forgives."""

    additional_procedure: str
    charge: str
    stays_in_base: bool


class ThresholdEntry(Entry, frozen=True, kw_only=True):
    """thresholds.csv: up to which value of a consignment a charge is forgiven."""

    charge: str
    up_to: Decimal
    exceptions: str | None = None


class ChargesOfTheDay(msgspec.Struct, frozen=True):
    """The charges, reliefs and thresholds in force on one day; which charge duty and tax are."""

    duty: str
    tax: str
    charges: Mapping[str, Charge]
    reliefs: Mapping[tuple[str, str], Relief]
    thresholds: Mapping[str, Threshold]


class DatedCharges:
    """Every charge the law has had."""

    def __init__(self, reader: Reader, *, duty: str, tax: str) -> None:
        self._reader, self._duty, self._tax = reader, duty, tax
        self.charges = self._read_charges()
        self.reliefs = self._read_reliefs()
        self.thresholds = self._read_thresholds()
        self.codes = frozenset(self.charges)
        for code in (duty, tax):
            self.check("country.toml", code)

    def on(self, day: date) -> ChargesOfTheDay:
        """What is in force on the day, the charges in the order in which they are reckoned."""
        charges = in_force(self.charges, day)
        ordered = sorted(charges.values(), key=lambda charge: (charge.order, charge.code))
        return ChargesOfTheDay(
            self._duty,
            self._tax,
            {charge.code: charge for charge in ordered},
            in_force(self.reliefs, day),
            in_force(self.thresholds, day),
        )

    def changes(self) -> Iterator[date]:
        """The days on which some charge, relief or threshold begins or ends."""
        return chain(changes(self.charges), changes(self.reliefs), changes(self.thresholds))

    def forgiven(self) -> Iterator[tuple[str, str]]:
        """Every charge that a relief or threshold names, with the file that names it."""
        yield from (("reliefs.csv", charge) for _, charge in self.reliefs)
        yield from (("thresholds.csv", charge) for charge in self.thresholds)

    def check(self, place: str, code: str) -> None:
        """Keep a flaw where a file names a charge that charges.csv has not."""
        if code not in self.codes:
            self._reader.refuse(place, code, FlawKind.UNKNOWN_CODE, code, "a charge of charges.csv")

    def _read_charges(self) -> dict[str, Timeline[Charge]]:
        rows = self._reader.table("charges.csv", ChargeEntry)
        orders = {row.entry.code: row.entry.order for row in rows}

        def charge(at: Placed[ChargeEntry]) -> Charge:
            entry, base = at.entry, tuple(at.entry.base.split())
            for part in base:
                is_earlier = part in orders and orders[part] < entry.order
                if part not in (VALUE, FIRST_DESTINATION) and not is_earlier:
                    expected = f"{VALUE}, {FIRST_DESTINATION} or a charge that comes before"
                    self._reader.flaw(at, FlawKind.UNKNOWN_CODE, found=part, expected=expected)
            name, cites = Wording(entry.en, entry.fr), self._reader.citation(at)
            return Charge(entry.code, entry.order, name, base, entry.rounding, cites)

        return self._reader.timelines(rows, key=lambda entry: entry.code, value=charge)

    def _read_reliefs(self) -> dict[tuple[str, str], Timeline[Relief]]:
        def relief(at: Placed[ReliefEntry]) -> Relief:
            entry = at.entry
            cites = self._reader.citation(at)
            return Relief(entry.additional_procedure, entry.charge, entry.stays_in_base, cites)

        rows = self._reader.table("reliefs.csv", ReliefEntry)
        return self._reader.timelines(
            rows, key=lambda entry: (entry.additional_procedure, entry.charge), value=relief
        )

    def _read_thresholds(self) -> dict[str, Timeline[Threshold]]:
        def threshold(at: Placed[ThresholdEntry]) -> Threshold | None:
            entry = at.entry
            if entry.up_to < 0:
                expected = "a value of zero or more"
                self._reader.flaw(at, FlawKind.NEGATIVE, found=entry.up_to, expected=expected)
                return None
            exceptions = tuple((entry.exceptions or "").split())
            return Threshold(entry.charge, entry.up_to, exceptions, self._reader.citation(at))

        rows = self._reader.table("thresholds.csv", ThresholdEntry)
        return self._reader.timelines(rows, key=lambda entry: entry.charge, value=threshold)
