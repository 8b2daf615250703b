"""What must hold of a whole bundle of law, beyond what each of its files can tell."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import chain

from fondaco.assessment.charges import ChargesOfTheDay, DatedCharges
from fondaco.legal.code_lists import CodeLists
from fondaco.legal.dated import Editions, Timeline
from fondaco.legal.flaw import FlawKind
from fondaco.legal.reading import Reader
from fondaco.tariff.applicability import Tariff
from fondaco.tariff.reading import DatedTariff
from fondaco.territory.areas import DatedAreas
from fondaco.territory.offices import Office
from fondaco.valuation.law import ValuationLaw
from fondaco.valuation.reading import DatedValuation


class References:
    """Whether the files name only what other files of the bundle define."""

    def __init__(
        self,
        reader: Reader,
        lists: CodeLists,
        charges: DatedCharges,
        tariff: DatedTariff,
        valuation: DatedValuation,
        areas: DatedAreas,
        offices: Mapping[str, Timeline[Office]],
    ) -> None:
        self._reader, self._known = reader, lists.codes()
        self._charges, self._tariff, self._valuation = charges, tariff, valuation
        self._areas, self._offices = areas, offices

    def check(self) -> None:
        """Keep a flaw for every code that nothing defines."""
        for file, charge in (*self._tariff.charges(), *self._charges.forgiven()):
            self._charges.check(file, charge)
        for file, name, code in self._listed_codes():
            if (name, code) not in self._known:
                self._reader.refuse(file, code, FlawKind.UNKNOWN_CODE, code, f"a code of {name}")

    def _listed_codes(self) -> Iterator[tuple[str, str, str]]:
        """Every code of a plain list that some file names: the file, the list, the code."""
        for file, kind in self._tariff.documents():
            yield file, "document_kinds", kind
        for preference in self._tariff.preferences():
            yield "agreements.csv", "preferences", preference
        for currency in self._valuation.currencies():
            yield "exchange_rates.csv", "currencies", currency
        for procedure, _ in self._charges.reliefs:
            yield "reliefs.csv", "additional_procedures", procedure
        for country in self._areas.countries:
            yield "areas.csv", "countries", country
        for office in chain.from_iterable(self._offices.values()):
            yield from (("offices.csv", "transport_modes", mode) for mode in office.value.modes)


class Coverage:
    """Whether the law has, on every day from its first, what no bill can do without."""

    def __init__(
        self,
        reader: Reader,
        first_day: date,
        tariffs: Editions[Tariff],
        charges: Editions[ChargesOfTheDay],
        valuations: Editions[ValuationLaw],
    ) -> None:
        self._reader, self._first_day = reader, first_day
        self._tariffs, self._charges, self._valuations = tariffs, charges, valuations

    def check(self) -> None:
        """Keep a flaw for each gap, naming the first day and the first code."""
        for day in [self._first_day, *self._tariffs.days, *self._charges.days]:
            if day < self._first_day:
                continue
            tariff, charges = self._tariffs.on(day), self._charges.on(day)
            bare = next(tariff.uncovered(), None)
            if bare is not None:
                self._gap("duties.csv and vat.csv", f"none for {bare} on {day}", "duty and tax")
            missing = tariff.charges() | {charges.duty, charges.tax}
            if missing := missing - set(charges.charges):
                names = ", ".join(sorted(missing))
                self._gap("charges.csv", f"no {names} on {day}", "every charge in use")

        for day in [self._first_day, *self._valuations.days]:
            if day >= self._first_day:
                self._check_value(day)

    def _check_value(self, day: date) -> None:
        try:
            self._valuations.on(day)
        except LookupError as reason:
            self._gap("valuation.toml", str(reason), "every choice made, from the first day on")

    def _gap(self, file: str, found: str, expected: str) -> None:
        self._reader.refuse(file, "the whole", FlawKind.GAP, found, expected)
