"""The tariff as the bundle's files give it, and as in force on a day."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import chain

import msgspec

from fondaco.legal.dated import Editions, Timeline, changes, in_force
from fondaco.legal.flaw import FlawKind
from fondaco.legal.reading import Entry, Placed, Reader
from fondaco.legal.wording import Wording
from fondaco.nomenclature.tree import DatedNomenclature
from fondaco.tariff.applicability import Tariff
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
from fondaco.tariff.units_of_measure import Unit, read_units
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


class DatedTariff:
    """Every measure the law has had."""

    def __init__(
        self,
        reader: Reader,
        *,
        nomenclature: DatedNomenclature,
        areas: DatedAreas,
        currency: str,
        duty_charge: str,
        tax_charge: str,
    ) -> None:
        self.units = read_units(reader)
        self._areas, self._tax_charge = areas, tax_charge
        self._nomenclature = Editions(nomenclature.changes(), nomenclature.on)
        around = Surroundings(
            reader, nomenclature, areas, self.units, currency, duty_charge, tax_charge
        )
        self._duties = _duties(around)
        self._agreements = _agreements(around)
        self._preferences = _preferences(around, self._agreements)
        self._remedies = _remedies(around)
        self._excises = _excises(around)
        self._tax_rates = _tax_rates(around)
        self._taxes = _taxes(around, self._tax_rates)
        self._fees = _fees(around)
        self._requirements = _requirements(around)
        self._supplementary = _supplementary_units(around)

    def on(self, day: date) -> Tariff:
        """The tariff in force on the day."""
        agreements = in_force(self._agreements, day)
        preferences: dict[str, list[Measure]] = {name: [] for name in agreements}
        for (name, _), measure in in_force(self._preferences, day).items():
            if name in preferences:
                preferences[name].append(_claimed(measure, agreements[name]))
        return Tariff(
            nomenclature=self._nomenclature.on(day),
            areas=self._areas.on(day),
            units=in_force(self.units, day),
            duties=in_force(self._duties, day).values(),
            agreements=agreements,
            preferences=preferences,
            remedies=in_force(self._remedies, day).values(),
            excises=in_force(self._excises, day).values(),
            taxes=self._taxes_on(day),
            fees=in_force(self._fees, day).values(),
            requirements=in_force(self._requirements, day).values(),
            supplementary_units=in_force(self._supplementary, day),
        )

    def changes(self) -> Iterator[date]:
        """The days on which some measure begins or ends."""
        return chain(
            self._nomenclature.days,
            self._areas.changes(),
            changes(self.units),
            changes(self._duties),
            changes(self._agreements),
            changes(self._preferences),
            changes(self._remedies),
            changes(self._excises),
            changes(self._tax_rates),
            changes(self._taxes),
            changes(self._fees),
            changes(self._requirements),
            changes(self._supplementary),
        )

    def charges(self) -> Iterator[tuple[str, str]]:
        """Every charge code that a measure names, with the file that names it."""
        yield from (("trade_remedies.csv", charge) for charge, _, _ in self._remedies)
        yield from (("excise.csv", charge) for charge, _ in self._excises)
        for line in self._fees.values():
            yield from (("fees.csv", provision.value.charge) for provision in line)

    def documents(self) -> Iterator[tuple[str, str]]:
        """Every document kind that a measure names, with the file that names it."""
        for agreements in self._agreements.values():
            for agreed in agreements:
                yield from (("agreements.csv", kind) for kind in agreed.value.documents)
        for requirements in self._requirements.values():
            for required in requirements:
                yield from (("requirements.csv", kind) for kind in required.value.documents)

    def preferences(self) -> Iterator[str]:
        """Every code under which the preference of an agreement may be claimed."""
        for line in self._agreements.values():
            yield from (provision.value.preference for provision in line)

    def _taxes_on(self, day: date) -> Iterator[Measure]:
        rates = {name: line.on(day) for name, line in self._tax_rates.items()}
        for code, line in self._taxes.items():
            found = line.on(day)
            rate = rates.get(found.value) if found is not None else None
            if found is not None and rate is not None:
                yield Measure(
                    f"{self._tax_charge} {rate.value.category}",
                    MeasureKind.VAT,
                    self._tax_charge,
                    code,
                    EVERYWHERE,
                    rate.value.rate,
                    rate.value.name,
                    rate.citation,
                    max(rate.since, found.since),
                )


def _claimed(measure: Measure, agreement: Agreement) -> Measure:
    """The preferential measure with what its agreement says of area, claim and proof."""
    return msgspec.structs.replace(
        measure,
        area=agreement.area,
        name=agreement.name,
        preference=agreement.preference,
        documents=agreement.documents,
    )


def _duties(around: Surroundings) -> dict[str, Timeline[Measure]]:
    def measure(at: Placed[DutyEntry]) -> Measure | None:
        around.goods(at)
        return _measure(
            around, at, MeasureKind.DUTY, around.duty_charge, EVERYWHERE, at.entry.rate, DUTY
        )

    rows = around.reader.table("duties.csv", DutyEntry)
    return around.reader.timelines(rows, key=lambda entry: entry.code, value=measure)


def _agreements(around: Surroundings) -> dict[str, Timeline[Agreement]]:
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


def _preferences(
    around: Surroundings, agreements: Mapping[str, object]
) -> dict[tuple[str, str], Timeline[Measure]]:
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


def _remedies(around: Surroundings) -> dict[tuple[str, str, str], Timeline[Measure]]:
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


def _excises(around: Surroundings) -> dict[tuple[str, str], Timeline[Measure]]:
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


def _tax_rates(around: Surroundings) -> dict[str, Timeline[TaxRate]]:
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


def _taxes(around: Surroundings, rates: Iterable[str]) -> dict[str, Timeline[str]]:
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


def _fees(around: Surroundings) -> dict[str, Timeline[Fee]]:
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


def _requirements(around: Surroundings) -> dict[tuple[str, str, str], Timeline[Requirement]]:
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


def _supplementary_units(around: Surroundings) -> dict[str, Timeline[str]]:
    def unit(at: Placed[SupplementaryUnitEntry]) -> str:
        around.goods(at)
        if at.entry.unit not in around.units and at.entry.unit != NO_UNIT:
            expected = "a unit of units.csv, or none"
            around.reader.flaw(at, FlawKind.UNKNOWN_CODE, found=at.entry.unit, expected=expected)
        return at.entry.unit

    rows = around.reader.table("supplementary_units.csv", SupplementaryUnitEntry)
    return around.reader.timelines(rows, key=lambda entry: entry.code, value=unit)
