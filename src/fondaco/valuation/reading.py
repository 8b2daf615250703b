"""The law of customs value as the bundle's files give it, and as in force on a day."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from fondaco.legal.dated import Provision, Timeline, changes, in_force
from fondaco.legal.flaw import FlawKind
from fondaco.legal.reading import Entry, Placed, Reader
from fondaco.legal.wording import Wording
from fondaco.units.money import Rounding
from fondaco.valuation.law import (
    Basis,
    ChargeKind,
    DeliveryTerm,
    ExchangeRate,
    Method,
    Part,
    Principles,
    Sharing,
    ValuationLaw,
    ValueSource,
)

FILE = "valuation.toml"


class ChargeKindEntry(Entry, frozen=True, kw_only=True):
    """One kind of addition or deduction."""

    code: str
    en: str
    fr: str
    part: Part
    sharing: Sharing
    required: bool


class TermEntry(Entry, frozen=True, kw_only=True):
    """One term of delivery; ``includes`` lists parts of the carriage, a space between two."""

    code: str
    en: str
    fr: str
    includes: str | None = None


class MethodEntry(Entry, frozen=True, kw_only=True):
    """One method of valuation and the WTO article it is."""

    code: str
    en: str
    fr: str
    article: str
    source: ValueSource


class RateEntry(Entry, frozen=True, kw_only=True):
    """One customs exchange rate: the law's currency for one unit of the other."""

    currency: str
    rate: Decimal


class PrincipleEntry(Entry, frozen=True, kw_only=True):
    """One choice of law."""

    value: str


class DatedValuation:
    """The law of customs value at all times."""

    def __init__(self, reader: Reader, *, currency: str) -> None:
        self._currency = currency
        reader.only(FILE, _PRINCIPLES)
        self._principles = {name: _principle(reader, name) for name in _PRINCIPLES}
        self._kinds = _kinds(reader)
        self._terms = _terms(reader)
        self._methods = _methods(reader)
        self._rates = _rates(reader)
        self._check_header_freight(reader)

    def on(self, day: date) -> ValuationLaw:
        """The law of customs value on the day; LookupError before it had its principles."""
        return ValuationLaw(
            currency=self._currency,
            principles=self._principles_on(day),
            kinds=in_force(self._kinds, day),
            terms=in_force(self._terms, day),
            methods=in_force(self._methods, day),
            rates=in_force(self._rates, day),
        )

    def changes(self) -> Iterator[date]:
        """The days on which something of it changes."""
        yield from changes(self._kinds)
        yield from changes(self._terms)
        yield from changes(self._methods)
        yield from changes(self._rates)
        yield from changes(self._principles)

    def currencies(self) -> Iterable[str]:
        """Every currency that has ever had a rate."""
        return self._rates

    def _principles_on(self, day: date) -> Principles:
        found: dict[str, Provision[str]] = {}
        for name, line in self._principles.items():
            provision = line.on(day)
            if provision is None:
                raise LookupError(f"{FILE} has no {name} in force on {day}")
            found[name] = provision
        return Principles(
            basis=Basis(found["basis"].value),
            basis_citation=found["basis"].citation,
            rounding=Rounding(found["rounding"].value),
            first_destination=frozenset(map(Part, found["first_destination"].value.split())),
            header_freight=found["header_freight"].value,
            exchange_citation=found["exchange"].citation,
            apportionment_citation=found["apportionment"].citation,
        )

    def _check_header_freight(self, reader: Reader) -> None:
        for provision in self._principles["header_freight"]:
            if provision.value not in self._kinds:
                reader.refuse(
                    FILE, "header_freight", FlawKind.UNKNOWN_CODE, provision.value, "a charge kind"
                )


_PRINCIPLES: Mapping[str, frozenset[str] | None] = {
    "basis": frozenset(Basis),
    "rounding": frozenset(Rounding),
    "first_destination": None,
    "header_freight": None,
    "exchange": frozenset(["customs rate of the day"]),
    "apportionment": frozenset(["largest remainder"]),
}
"""Each choice of law and the answers it may have; None where they are checked elsewhere."""


def _principle(reader: Reader, name: str) -> Timeline[str]:
    allowed = _PRINCIPLES[name]

    def value(at: Placed[PrincipleEntry]) -> str | None:
        given = at.entry.value
        known = given in allowed if allowed is not None else _are_parts(name, given)
        if known:
            return given
        expected = " or ".join(sorted(allowed or map(str, Part)))
        reader.flaw(at, FlawKind.UNKNOWN_CODE, found=given, expected=expected)
        return None

    rows = reader.values(FILE, name, PrincipleEntry)
    lines = reader.timelines(rows, key=lambda _: name, value=value, continuous=True)
    return lines.get(name, Timeline(()))


def _are_parts(name: str, given: str) -> bool:
    return name != "first_destination" or set(given.split()) <= set(Part)


def _kinds(reader: Reader) -> dict[str, Timeline[ChargeKind]]:
    def kind(at: Placed[ChargeKindEntry]) -> ChargeKind:
        entry = at.entry
        return ChargeKind(
            entry.code,
            Wording(entry.en, entry.fr),
            entry.part,
            entry.sharing,
            entry.required,
            reader.citation(at),
        )

    rows = reader.table("charge_kinds.csv", ChargeKindEntry)
    return reader.timelines(rows, key=lambda entry: entry.code, value=kind)


def _terms(reader: Reader) -> dict[str, Timeline[DeliveryTerm]]:
    def term(at: Placed[TermEntry]) -> DeliveryTerm | None:
        entry = at.entry
        includes = (entry.includes or "").split()
        if not set(includes) <= {Part.FREIGHT, Part.INSURANCE, Part.INLAND}:
            expected = "freight, insurance, inland"
            reader.flaw(at, FlawKind.UNKNOWN_CODE, found=entry.includes, expected=expected)
            return None
        parts = frozenset(map(Part, includes))
        return DeliveryTerm(entry.code, Wording(entry.en, entry.fr), parts, reader.citation(at))

    rows = reader.table("delivery_terms.csv", TermEntry)
    return reader.timelines(rows, key=lambda entry: entry.code, value=term)


def _methods(reader: Reader) -> dict[str, Timeline[Method]]:
    def method(at: Placed[MethodEntry]) -> Method:
        entry = at.entry
        name = Wording(entry.en, entry.fr)
        by_price = entry.source is ValueSource.PRICE
        return Method(entry.code, name, entry.article, by_price, reader.citation(at))

    rows = reader.table("valuation_methods.csv", MethodEntry)
    return reader.timelines(rows, key=lambda entry: entry.code, value=method)


def _rates(reader: Reader) -> dict[str, Timeline[ExchangeRate]]:
    def rate(at: Placed[RateEntry]) -> ExchangeRate | None:
        entry = at.entry
        if entry.rate <= 0:
            reader.flaw(at, FlawKind.NEGATIVE, found=entry.rate, expected="a rate above zero")
            return None
        return ExchangeRate(entry.rate, reader.citation(at))

    rows = reader.table("exchange_rates.csv", RateEntry)
    return reader.timelines(rows, key=lambda entry: entry.currency, value=rate, continuous=True)
