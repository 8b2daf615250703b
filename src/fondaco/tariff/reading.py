"""The tariff as the bundle's files give it, and as in force on a day."""

from collections.abc import Iterator
from datetime import date
from itertools import chain

import msgspec

from fondaco.legal.dated import Editions, changes, in_force
from fondaco.legal.reading import Reader
from fondaco.nomenclature.tree import DatedNomenclature
from fondaco.tariff import provisions
from fondaco.tariff.applicability import Tariff
from fondaco.tariff.measure import Agreement, Measure, MeasureKind
from fondaco.tariff.units_of_measure import read_units
from fondaco.territory.areas import EVERYWHERE, DatedAreas


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
        around = provisions.Surroundings(
            reader, nomenclature, areas, self.units, currency, duty_charge, tax_charge
        )
        self._duties = provisions.duties(around)
        self._agreements = provisions.agreements(around)
        self._preferences = provisions.preferences(around, self._agreements)
        self._remedies = provisions.remedies(around)
        self._excises = provisions.excises(around)
        self._tax_rates = provisions.tax_rates(around)
        self._taxes = provisions.taxes(around, self._tax_rates)
        self._fees = provisions.fees(around)
        self._requirements = provisions.requirements(around)
        self._supplementary = provisions.supplementary_units(around)

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
