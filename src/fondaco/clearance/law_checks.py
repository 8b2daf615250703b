"""What must hold of a whole bundle of law, beyond what each of its files can tell."""

from datetime import date

from fondaco.assessment.charges import ChargesOfTheDay, DatedCharges
from fondaco.legal.code_lists import CodeLists
from fondaco.legal.dated import Editions
from fondaco.legal.flaw import FlawKind
from fondaco.legal.reading import Reader
from fondaco.tariff.applicability import Tariff
from fondaco.tariff.reading import DatedTariff
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
    ) -> None:
        self._reader, self._known = reader, lists.codes()
        self._charges, self._tariff, self._valuation = charges, tariff, valuation

    def check(self) -> None:
        """Keep a flaw for every code that nothing defines."""
        for file, charge in self._tariff.charges():
            self._charges.check(file, charge)
        for file, kind in self._tariff.documents():
            self._listed(file, "document_kinds", kind)
        for preference in self._tariff.preferences():
            self._listed("agreements.csv", "preferences", preference)
        for currency in self._valuation.currencies():
            self._listed("exchange_rates.csv", "currencies", currency)
        for procedure, charge in self._charges.reliefs:
            self._listed("reliefs.csv", "additional_procedures", procedure)
            self._charges.check("reliefs.csv", charge)
        for charge in self._charges.thresholds:
            self._charges.check("thresholds.csv", charge)

    def _listed(self, file: str, name: str, code: str) -> None:
        if (name, code) not in self._known:
            self._reader.refuse(file, code, FlawKind.UNKNOWN_CODE, code, f"a code of {name}")


class Coverage:
    """Whether the law has, on every day from its first, what no bill can do without."""

    def __init__(
        self,
        reader: Reader,
        first_day: date,
        tariffs: Editions[Tariff],
        charges: Editions[ChargesOfTheDay],
    ) -> None:
        self._reader, self._first_day = reader, first_day
        self._tariffs, self._charges = tariffs, charges

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

    def _gap(self, file: str, found: str, expected: str) -> None:
        self._reader.refuse(file, "the whole", FlawKind.GAP, found, expected)
