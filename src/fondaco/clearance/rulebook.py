"""The book of law: a bundle read and checked once, and the law of any one day taken from it.

The book of selectivity, which is confidential, is not here: what a trader needs for the same
findings and the same bill is law alone.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import chain

from fondaco.assessment.charges import DatedCharges
from fondaco.assessment.law import AssessmentLaw
from fondaco.clearance.cross_checks import CROSS_RULES
from fondaco.clearance.law_checks import Coverage, References
from fondaco.clearance.service_standards import (
    Promise,
    ServiceStandard,
    read_service_standards,
)
from fondaco.declaration.code_books import CodeBooks, CommodityInForce
from fondaco.declaration.rules import NUMBERS, RulesInForce
from fondaco.legal.bundle import Bundle, digest
from fondaco.legal.code_lists import read_code_lists
from fondaco.legal.dated import Editions, changes, in_force
from fondaco.legal.flaw import Flaw, FlawKind, LawRefused
from fondaco.legal.reading import Entry, Reader
from fondaco.legal.rule_book import DatedRules, RuleInForce
from fondaco.legal.wording import Wording
from fondaco.nomenclature.tree import Nomenclature, read_nomenclature
from fondaco.procedures.codes import read_procedures
from fondaco.tariff.applicability import Tariff
from fondaco.tariff.measure import Measure, Requirement
from fondaco.tariff.reading import DatedTariff
from fondaco.territory.areas import DatedAreas
from fondaco.territory.calendar import offset
from fondaco.territory.offices import read_offices
from fondaco.valuation.law import ExchangeRate, ValuationLaw
from fondaco.valuation.reading import DatedValuation

CODE_LISTS = ("code_lists.csv", "countries.csv", "currencies.csv")
"""The files of plain code lists; the last two are made from public registers."""

RULES_WRITTEN = NUMBERS.union(CROSS_RULES.numbers)
"""Every rule that a law may put in force."""

_MOST_DAYS = 1_000


class CountryEntry(Entry, frozen=True, kw_only=True):
    """country.toml: whose law it is, from which day it says anything, and in what it reckons."""

    code: str
    currency: str
    en: str
    fr: str
    currency_en: str
    currency_fr: str
    identifier_prefixes: tuple[str, ...]
    legal_time: str
    commodity_digits: int
    duty: str
    value_added_tax: str


class LawOfTheDay:
    """The whole law as in force on one day."""

    __slots__ = (
        "on",
        "digest",
        "code_books",
        "rules",
        "assessment",
        "names",
        "acts",
        "service_standards",
    )

    def __init__(
        self,
        *,
        on: date,
        law_digest: str,
        code_books: CodeBooks,
        rules: RulesInForce,
        assessment: AssessmentLaw,
        names: Mapping[str, Mapping[str, Wording]],
        service_standards: Mapping[Promise, ServiceStandard],
    ) -> None:
        self.on, self.digest = on, law_digest
        self.code_books, self.rules = code_books, rules
        self.assessment, self.names = assessment, names
        self.acts = assessment.acts
        self.service_standards = service_standards

    @property
    def country(self) -> str:
        """The country whose law it is."""
        return self.code_books.country

    @property
    def currency(self) -> str:
        """The currency that the law reckons in."""
        return self.assessment.currency

    @property
    def tariff(self) -> Tariff:
        """Every measure by code and origin."""
        return self.assessment.tariff

    @property
    def valuation(self) -> ValuationLaw:
        """The law of customs value."""
        return self.assessment.valuation

    @property
    def nomenclature(self) -> Nomenclature:
        """The commodity codes and their texts."""
        return self.assessment.tariff.nomenclature

    @property
    def exchange_rates(self) -> Mapping[str, ExchangeRate]:
        """The customs exchange rates: the law's currency for one unit of each."""
        return self.assessment.valuation.rates

    def measures_for(self, code: str, origin: str | None = None) -> tuple[Measure, ...]:
        """Every measure on goods of a code, from one country or from any."""
        return self.tariff.measures_for(code, origin)

    def requirements_for(self, code: str, origin: str | None) -> tuple[Requirement, ...]:
        """The documents that law requires for goods of a code from a country."""
        return self.tariff.requirements(code, origin)


class Law:
    """A bundle of law, read whole: what it says on any day.

    ``Law.load`` raises LawRefused with every flaw; ``on`` raises LookupError for a day before
    the law's first.
    """

    def __init__(self, bundle: Bundle) -> None:
        reader = Reader(bundle)
        self.digest = digest(bundle)
        country = _country(reader)
        self.country, self.currency = country.code, country.currency
        self.name = Wording(country.en, country.fr)
        self.currency_name = Wording(country.currency_en, country.currency_fr)
        self.first_day = country.since
        self.ahead_of_utc: timedelta = offset(country.legal_time)
        self._prefixes = country.identifier_prefixes
        self.acts = {title: Wording(title, act.fr) for title, act in reader.acts.items()}
        self._lists = read_code_lists(reader, CODE_LISTS)
        self._rules = DatedRules(reader, written=RULES_WRITTEN)
        self._offices = read_offices(reader)
        self._procedures = read_procedures(reader)
        self._standards = read_service_standards(reader)
        self._areas = DatedAreas(reader)
        self._valuation = DatedValuation(reader, currency=country.currency)
        self._nomenclature = read_nomenclature(reader, digits=country.commodity_digits)
        self._charges = DatedCharges(reader, duty=country.duty, tax=country.value_added_tax)
        self._tariff = DatedTariff(
            reader,
            nomenclature=self._nomenclature,
            areas=self._areas,
            currency=country.currency,
            duty_charge=country.duty,
            tax_charge=country.value_added_tax,
        )
        reader.finish()
        self._tariffs = Editions(self._tariff.changes(), self._tariff.on)
        self._valuations = Editions(self._valuation.changes(), self._valuation.on)
        self._charge_books = Editions(self._charges.changes(), self._charges.on)
        self._commodities = Editions(self._tariffs.days, self._commodities_on)
        self._books = Editions(self._code_changes(), self._code_books)
        self._names = Editions(self._lists.changes(), self._lists.on)
        self._rule_books = Editions(
            self._rules.changes(), lambda day: RulesInForce(self._rules.citations(day))
        )
        self._bills: dict[tuple[int, ...], AssessmentLaw] = {}
        self._days: dict[date, LawOfTheDay] = {}
        References(
            reader,
            self._lists,
            self._charges,
            self._tariff,
            self._valuation,
            self._areas,
            self._offices,
        ).check()
        if not reader.flaws:
            Coverage(
                reader, self.first_day, self._tariffs, self._charge_books, self._valuations
            ).check()
        if reader.flaws:
            raise LawRefused(reader.flaws)

    @classmethod
    def load(cls, bundle: Bundle) -> "Law":
        """The law of a bundle; LawRefused where anything is wrong with it."""
        return cls(bundle)

    def on(self, day: date) -> LawOfTheDay:
        """The law in force on the day; LookupError before its first day."""
        known = self._days.get(day)
        if known is None:
            if day < self.first_day:
                raise LookupError(
                    f"found {day}, expected a day from {self.first_day}: the law of "
                    f"{self.country} in this bundle begins then"
                )
            if len(self._days) >= _MOST_DAYS:
                self._days.clear()
            known = self._days[day] = LawOfTheDay(
                on=day,
                law_digest=self.digest,
                code_books=self._books.on(day),
                rules=self._rule_books.on(day),
                assessment=self._assessment(day),
                names=self._names.on(day),
                service_standards=in_force(self._standards, day),
            )
        return known

    def changes(self) -> tuple[date, ...]:
        """Every day on which the law changes, its first day included."""
        days = {
            *self._tariffs.days,
            *self._valuations.days,
            *self._charge_books.days,
            *self._books.days,
            *self._rule_books.days,
            *changes(self._standards),
        }
        return tuple(sorted(day for day in days | {self.first_day} if day >= self.first_day))

    def rules(self) -> tuple[RuleInForce, ...]:
        """Every rule this law puts in force, on whichever days, in the order of its file."""
        return self._rules.lines()

    def rules_on(self, day: date) -> tuple[RuleInForce, ...]:
        """The rules in force on the day, in the order of their file."""
        return self._rules.on(day)

    def _assessment(self, day: date) -> AssessmentLaw:
        """The law of the bill, the same one for all days between two changes."""
        parts = (self._tariffs, self._valuations, self._charge_books)
        key = tuple(part.number(day) for part in parts)
        known = self._bills.get(key)
        if known is None:
            known = self._bills[key] = AssessmentLaw(
                valuation=self._valuations.on(day),
                tariff=self._tariffs.on(day),
                charges=self._charge_books.on(day),
                acts=self.acts,
            )
        return known

    def _code_changes(self) -> Iterator[date]:
        return chain(
            self._lists.changes(),
            changes(self._offices),
            changes(self._procedures),
            self._tariff.changes(),
            self._valuation.changes(),
            self._charges.changes(),
        )

    def _code_books(self, day: date) -> CodeBooks:
        lists, valuation = self._lists.on(day), self._valuations.on(day)
        tariff = self._tariffs.on(day)

        def codes(name: str) -> frozenset[str]:
            return frozenset(lists.get(name, ()))

        return CodeBooks(
            country=self.country,
            currency=self.currency,
            commodities=self._commodities.on(day),
            countries=codes("countries"),
            currencies=codes("currencies"),
            units=frozenset(tariff.units),
            package_kinds=codes("package_kinds"),
            transport_modes=codes("transport_modes"),
            delivery_terms=frozenset(valuation.terms),
            document_kinds=codes("document_kinds"),
            additional_procedures=codes("additional_procedures"),
            preferences=codes("preferences"),
            payment_methods=codes("payment_methods"),
            valuation_methods=frozenset(valuation.methods),
            charge_kinds=frozenset(valuation.kinds),
            procedures=in_force(self._procedures, day),
            offices=in_force(self._offices, day),
            identifier_prefixes=frozenset(self._prefixes),
            declaration_kinds=codes("declaration_kinds"),
            previous_document_kinds=codes("previous_document_kinds"),
            transaction_natures=codes("transaction_natures"),
            authorisation_kinds=codes("authorisation_kinds"),
            tax_kinds=frozenset(self._charge_books.on(day).charges),
        )

    def _commodities_on(self, day: date) -> dict[str, CommodityInForce]:
        tariff = self._tariffs.on(day)
        return {
            code: CommodityInForce(code, tariff.supplementary_unit(code))
            for code in tariff.nomenclature.declarable
        }


def _country(reader: Reader) -> CountryEntry:
    """Whose law it is; LawRefused at once where even that cannot be read."""
    reader.only("country.toml", ["country"])
    given = reader.document("country.toml").get("country")
    placed = reader.entry("country.toml", "country", given, CountryEntry)
    if placed is None:
        raise LawRefused(reader.flaws)
    reader.citation(placed)
    try:
        offset(placed.entry.legal_time)
    except ValueError as reason:
        found = placed.entry.legal_time
        flaw = Flaw("country.toml", "country", FlawKind.UNREADABLE_ROW, found, str(reason))
        raise LawRefused([*reader.flaws, flaw]) from reason
    return placed.entry
