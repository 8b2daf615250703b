"""Each file of the tariff read into the provisions that followed one another, flaws kept."""

from collections.abc import Iterable, Mapping

import msgspec

from fondaco.legal.dated import Timeline
from fondaco.legal.flaw import FlawKind
from fondaco.legal.reading import Entry, Placed, Reader
from fondaco.legal.wording import Wording
from fondaco.nomenclature.tree import DatedNomenclature
from fondaco.tariff.duty_expression import Expression, ExpressionRefused, parse
from fondaco.tariff.entries import (
    AgreementEntry,
    DutyEntry,
    ExciseEntry,
    FeeEntry,
    GoodsEntry,
    PreferenceEntry,
    RemedyEntry,
    RequirementEntry,
    SupplementaryUnitEntry,
    TaxEntry,
    TaxRateEntry,
)
from fondaco.tariff.measure import Agreement, Fee, Measure, MeasureKind, Requirement
from fondaco.tariff.schedule import ALL_GOODS
from fondaco.tariff.units_of_measure import Unit
from fondaco.territory.areas import EVERYWHERE, DatedAreas

DUTY = Wording("Third-country duty", "Droit applicable aux pays tiers")
EXCISE = Wording("Excise duty", "Droit d'accise")
NO_UNIT = "none"


class TaxRate(msgspec.Struct, frozen=True):
    """A rate of value added tax by its category; None where goods are exempt."""

    category: str
    rate: Expression | None
    name: Wording


class Surroundings(msgspec.Struct, frozen=True):
    """What the tariff's files may refer to, and the charges that duty and tax are."""

    reader: Reader
    nomenclature: DatedNomenclature
    areas: DatedAreas
    units: Mapping[str, Timeline[Unit]]
    currency: str
    duty_charge: str
    tax_charge: str

    def rate(self, at: Placed[Entry], text: str) -> Expression | None:
        """The rate that an entry writes; None, and a flaw kept, where it cannot be read."""
        try:
            found = parse(text, currency=self.currency)
        except ExpressionRefused as reason:
            self.reader.flaw(at, FlawKind.EXPRESSION, found=text, expected=str(reason))
            return None
        strange = {part.unit for part in found.parts if part.unit} - set(self.units)
        if strange:
            found_units = ", ".join(sorted(strange))
            self.reader.flaw(
                at, FlawKind.UNKNOWN_CODE, found=found_units, expected="units of units.csv"
            )
        return found

    def goods(self, at: Placed[GoodsEntry]) -> None:
        """Keep a flaw where an entry names goods that the nomenclature has not."""
        code = at.entry.code
        if code != ALL_GOODS and not self.nomenclature.has(code):
            expected = "a code of nomenclature.csv, or all"
            self.reader.flaw(at, FlawKind.UNKNOWN_CODE, found=code, expected=expected)

    def area(self, at: Placed[Entry], area: str) -> None:
        """Keep a flaw where an entry names an area that is neither listed nor a country."""
        is_country = len(area) == 2 and area.isalpha() and area.isupper()
        if area not in self.areas.names and not is_country:
            expected = "an area of areas.csv, or a country"
            self.reader.flaw(at, FlawKind.UNKNOWN_CODE, found=area, expected=expected)


def duties(around: Surroundings) -> dict[str, Timeline[Measure]]:
    """The duty on goods of any origin, by code."""

    def measure(at: Placed[DutyEntry]) -> Measure | None:
        around.goods(at)
        return _measure(
            around, at, MeasureKind.DUTY, around.duty_charge, EVERYWHERE, at.entry.rate, DUTY
        )

    rows = around.reader.table("duties.csv", DutyEntry)
    return around.reader.timelines(rows, key=lambda entry: entry.code, value=measure)


def agreements(around: Surroundings) -> dict[str, Timeline[Agreement]]:
    """The agreements, by identifier."""

    def agreement(at: Placed[AgreementEntry]) -> Agreement:
        entry = at.entry
        around.area(at, entry.area)
        return Agreement(
            entry.agreement,
            entry.preference,
            entry.area,
            tuple(entry.documents.split()),
            Wording(entry.en, entry.fr),
            around.reader.citation(at),
        )

    rows = around.reader.table("agreements.csv", AgreementEntry)
    return around.reader.timelines(rows, key=lambda entry: entry.agreement, value=agreement)


def preferences(
    around: Surroundings, agreements: Mapping[str, object]
) -> dict[tuple[str, str], Timeline[Measure]]:
    """The preferential duties, by agreement and code."""

    def measure(at: Placed[PreferenceEntry]) -> Measure | None:
        around.goods(at)
        entry = at.entry
        if entry.agreement not in agreements:
            expected = "an agreement of agreements.csv"
            around.reader.flaw(at, FlawKind.UNKNOWN_CODE, found=entry.agreement, expected=expected)
        name, charge = Wording(entry.agreement), around.duty_charge
        kind = MeasureKind.PREFERENCE
        return _measure(around, at, kind, charge, entry.agreement, entry.rate, name)

    rows = around.reader.table("preferential_duties.csv", PreferenceEntry)
    return around.reader.timelines(
        rows, key=lambda entry: (entry.agreement, entry.code), value=measure
    )


def remedies(around: Surroundings) -> dict[tuple[str, str, str], Timeline[Measure]]:
    """The duties on top, by charge, code and area."""

    def measure(at: Placed[RemedyEntry]) -> Measure | None:
        around.goods(at)
        entry = at.entry
        around.area(at, entry.area)
        name, kind = Wording(entry.en, entry.fr), MeasureKind.REMEDY
        return _measure(around, at, kind, entry.charge, entry.area, entry.rate, name)

    rows = around.reader.table("trade_remedies.csv", RemedyEntry)
    return around.reader.timelines(
        rows, key=lambda entry: (entry.charge, entry.code, entry.area), value=measure
    )


def excises(around: Surroundings) -> dict[tuple[str, str], Timeline[Measure]]:
    """The excise duties, by charge and code."""

    def measure(at: Placed[ExciseEntry]) -> Measure | None:
        around.goods(at)
        entry, kind = at.entry, MeasureKind.EXCISE
        return _measure(around, at, kind, entry.charge, EVERYWHERE, entry.rate, EXCISE)

    rows = around.reader.table("excise.csv", ExciseEntry)
    return around.reader.timelines(
        rows, key=lambda entry: (entry.charge, entry.code), value=measure
    )


def _measure(
    around: Surroundings,
    at: Placed[GoodsEntry],
    kind: MeasureKind,
    charge: str,
    area: str,
    rate: str,
    name: Wording,
) -> Measure | None:
    expression = around.rate(at, rate)
    if expression is None:
        return None
    code = at.entry.code
    place = "" if area == EVERYWHERE else f" {area}"
    return Measure(
        f"{charge}{place} {code}",
        kind,
        charge,
        code,
        area,
        expression,
        name,
        around.reader.citation(at),
        at.entry.since,
    )


def tax_rates(around: Surroundings) -> dict[str, Timeline[TaxRate]]:
    """The rates of value added tax, by category."""

    def rate(at: Placed[TaxRateEntry]) -> TaxRate | None:
        entry, name = at.entry, Wording(at.entry.en, at.entry.fr)
        if entry.rate is None:
            return TaxRate(entry.category, None, name)
        expression = around.rate(at, entry.rate)
        return None if expression is None else TaxRate(entry.category, expression, name)

    rows = around.reader.table("vat_rates.csv", TaxRateEntry)
    return around.reader.timelines(
        rows, key=lambda entry: entry.category, value=rate, continuous=True
    )


def taxes(around: Surroundings, rates: Iterable[str]) -> dict[str, Timeline[str]]:
    """The category of value added tax, by code."""

    known = set(rates)

    def category(at: Placed[TaxEntry]) -> str:
        around.goods(at)
        if at.entry.category not in known:
            expected = "a category of vat_rates.csv"
            around.reader.flaw(
                at, FlawKind.UNKNOWN_CODE, found=at.entry.category, expected=expected
            )
        return at.entry.category

    rows = around.reader.table("vat.csv", TaxEntry)
    return around.reader.timelines(rows, key=lambda entry: entry.code, value=category)


def fees(around: Surroundings) -> dict[str, Timeline[Fee]]:
    """The fees, by identifier."""

    def fee(at: Placed[FeeEntry]) -> Fee | None:
        around.goods(at)
        entry = at.entry
        if entry.amount < 0:
            expected = "an amount of zero or more"
            around.reader.flaw(at, FlawKind.NEGATIVE, found=entry.amount, expected=expected)
            return None
        words, cites = Wording(entry.en, entry.fr), around.reader.citation(at)
        return Fee(entry.fee, entry.charge, entry.code, entry.unit, entry.amount, words, cites)

    rows = around.reader.table("fees.csv", FeeEntry)
    return around.reader.timelines(rows, key=lambda entry: entry.fee, value=fee)


def requirements(around: Surroundings) -> dict[tuple[str, str, str], Timeline[Requirement]]:
    """The documents required, by requirement, code and area."""

    def requirement(at: Placed[RequirementEntry]) -> Requirement:
        around.goods(at)
        entry = at.entry
        around.area(at, entry.area)
        return Requirement(
            entry.requirement,
            entry.code,
            entry.area,
            tuple(entry.documents.split()),
            Wording(entry.en, entry.fr),
            around.reader.citation(at),
        )

    rows = around.reader.table("requirements.csv", RequirementEntry)
    return around.reader.timelines(
        rows, key=lambda entry: (entry.requirement, entry.code, entry.area), value=requirement
    )


def supplementary_units(around: Surroundings) -> dict[str, Timeline[str]]:
    """The supplementary units, by code."""

    def unit(at: Placed[SupplementaryUnitEntry]) -> str:
        around.goods(at)
        if at.entry.unit not in around.units and at.entry.unit != NO_UNIT:
            expected = "a unit of units.csv, or none"
            around.reader.flaw(at, FlawKind.UNKNOWN_CODE, found=at.entry.unit, expected=expected)
        return at.entry.unit

    rows = around.reader.table("supplementary_units.csv", SupplementaryUnitEntry)
    return around.reader.timelines(rows, key=lambda entry: entry.code, value=unit)
