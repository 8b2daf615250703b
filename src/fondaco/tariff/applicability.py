"""The tariff of one day: which measures apply to goods of a code and an origin."""

from collections.abc import Iterable, Iterator, Mapping

from fondaco.nomenclature.tree import Nomenclature
from fondaco.tariff.measure import Agreement, Fee, FeeUnit, Measure, Requirement
from fondaco.tariff.schedule import Schedule
from fondaco.tariff.units_of_measure import Unit
from fondaco.territory.areas import Areas


class Tariff:
    """Every measure in force on one day, found by code and origin."""

    def __init__(
        self,
        *,
        nomenclature: Nomenclature,
        areas: Areas,
        units: Mapping[str, Unit],
        duties: Iterable[Measure],
        preferences: Mapping[str, Iterable[Measure]],
        agreements: Mapping[str, Agreement],
        remedies: Iterable[Measure],
        excises: Iterable[Measure],
        taxes: Iterable[Measure],
        fees: Iterable[Fee],
        requirements: Iterable[Requirement],
        supplementary_units: Mapping[str, str],
    ) -> None:
        self.nomenclature, self.areas, self.units = nomenclature, areas, units
        self.agreements = agreements
        self.fees = tuple(fees)
        self.preference_codes = frozenset(each.preference for each in agreements.values())
        self._duties = _schedule(duties)
        self._taxes = _schedule(taxes)
        self._preferences = {name: _schedule(each) for name, each in preferences.items()}
        self._remedies = _by_charge(remedies)
        self._excises = _by_charge(excises)
        self._requirements = _by_requirement(requirements)
        self._supplementary = Schedule(
            (code, "all", unit) for code, unit in supplementary_units.items()
        )
        self._documents: dict[tuple[str, str | None], tuple[Requirement, ...]] = {}

    def duty(self, code: str, origin: str | None) -> Measure | None:
        """The duty without preference; None where law has no rate."""
        return self._duties.find(code, lies_in=self._from(origin))

    def tax(self, code: str) -> Measure | None:
        """The value added tax; None where law has no rate."""
        return self._taxes.find(code, lies_in=self._from(None))

    def remedies(self, code: str, origin: str | None) -> tuple[Measure, ...]:
        """The duties on top that the origin brings, one for each charge at most."""
        return self._each(self._remedies, code, origin)

    def excises(self, code: str) -> tuple[Measure, ...]:
        """The excise duties on such goods, one for each charge at most."""
        return self._each(self._excises, code, None)

    def preference(self, code: str, origin: str | None, claim: str) -> Measure | None:
        """The measure of the agreement by which the preference may be claimed; None without one.

        Where several agreements would do, the one first by its identifier.
        """
        for name in self.claimable(origin, claim):
            schedule = self._preferences.get(name)
            found = schedule.find(code, lies_in=lambda _: True) if schedule else None
            if found is not None:
                return found
        return None

    def claimable(self, origin: str | None, claim: str) -> tuple[str, ...]:
        """The agreements under which goods of the origin may claim that preference code."""
        return tuple(
            sorted(
                agreement.identifier
                for agreement in self.agreements.values()
                if agreement.preference == claim and self.areas.covers(agreement.area, origin)
            )
        )

    def supplementary_unit(self, code: str) -> str | None:
        """The unit in which such goods must be counted beside their mass; None where none."""
        unit = self._supplementary.find(code, lies_in=lambda _: True)
        return None if unit in (None, "none") else unit

    def requirements(self, code: str, origin: str | None) -> tuple[Requirement, ...]:
        """The documents that law requires for such goods."""
        key = (code, origin)
        known = self._documents.get(key)
        if known is None:
            if len(self._documents) > 20_000:
                self._documents.clear()
            lies_in = self._from(origin)
            found = (each.find(code, lies_in=lies_in) for each in self._requirements)
            known = self._documents[key] = tuple(each for each in found if each is not None)
        return known

    def fees_on(self, code: str) -> tuple[Fee, ...]:
        """The fees due for an item of such goods."""
        return tuple(
            fee
            for fee in self.fees
            if fee.unit is FeeUnit.ITEM and (fee.code == "all" or code.startswith(fee.code))
        )

    def fees_on_declaration(self) -> tuple[Fee, ...]:
        """The fees due once for each declaration."""
        return tuple(fee for fee in self.fees if fee.unit is FeeUnit.DECLARATION)

    def measures_for(self, code: str, origin: str | None = None) -> tuple[Measure, ...]:
        """Every measure on such goods from such a country; for any country where none is given."""
        if origin is None:
            return self._for_any_origin(code)
        lies_in = self._from(origin)
        preferences = (
            self._preferences[name].find(code, lies_in=lambda _: True)
            for name, agreement in sorted(self.agreements.items())
            if name in self._preferences and lies_in(agreement.area)
        )
        duty = self.duty(code, origin), *preferences, *self.remedies(code, origin)
        found = *duty, *self.excises(code), self.tax(code)
        return tuple(each for each in found if each is not None)

    def charges(self) -> frozenset[str]:
        """The codes of every charge that some measure or fee is under."""
        return frozenset([*self._remedies, *self._excises, *(fee.charge for fee in self.fees)])

    def uncovered(self) -> Iterator[str]:
        """The declarable codes that have no duty, or no value added tax, from every origin."""
        for code in self.nomenclature.declarable:
            if not (
                self._duties.covers_every_origin(code) and self._taxes.covers_every_origin(code)
            ):
                yield code

    def _for_any_origin(self, code: str) -> tuple[Measure, ...]:
        preferences = (
            schedule.find(code, lies_in=lambda _: True)
            for _, schedule in sorted(self._preferences.items())
        )
        remedies = (each for schedule in self._remedies.values() for each in schedule.under(code))
        found = self.duty(code, None), *preferences, *remedies, *self.excises(code), self.tax(code)
        return tuple(each for each in found if each is not None)

    def _each(
        self, schedules: Mapping[str, Schedule[Measure]], code: str, origin: str | None
    ) -> tuple[Measure, ...]:
        found = (each.find(code, lies_in=self._from(origin)) for each in schedules.values())
        return tuple(each for each in found if each is not None)

    def _from(self, origin: str | None) -> "_LiesIn":
        return _LiesIn(self.areas, origin)


class _LiesIn:
    """Whether one country lies in an area."""

    __slots__ = ("_areas", "_country")

    def __init__(self, areas: Areas, country: str | None) -> None:
        self._areas, self._country = areas, country

    def __call__(self, area: str) -> bool:
        return self._areas.covers(area, self._country)


def _schedule(measures: Iterable[Measure]) -> Schedule[Measure]:
    return Schedule((each.code, each.area, each) for each in measures)


def _by_charge(measures: Iterable[Measure]) -> dict[str, Schedule[Measure]]:
    gathered: dict[str, list[Measure]] = {}
    for each in measures:
        gathered.setdefault(each.charge, []).append(each)
    return {charge: _schedule(found) for charge, found in sorted(gathered.items())}


def _by_requirement(requirements: Iterable[Requirement]) -> list[Schedule[Requirement]]:
    gathered: dict[str, list[Requirement]] = {}
    for each in requirements:
        gathered.setdefault(each.identifier, []).append(each)
    return [
        Schedule((each.code, each.area, each) for each in found)
        for _, found in sorted(gathered.items())
    ]
