"""Groups of countries that law treats alike, such as the partners of an agreement."""

from collections.abc import Mapping
from datetime import date

import msgspec

from fondaco.legal.dated import Timeline, changes, in_force
from fondaco.legal.reading import Entry, Reader

EVERYWHERE = "all"
"""The area that every country lies in."""


class MembershipEntry(Entry, frozen=True, kw_only=True):
    """One country's membership of one area."""

    area: str
    country: str


class Areas(msgspec.Struct, frozen=True):
    """The areas on one day: which countries lie in each.

    >>> areas = Areas({"NP": frozenset({"NO", "IS"})})
    >>> areas.covers("NP", "NO"), areas.covers("DE", "DE"), areas.covers("all", None)
    (True, True, True)
    """

    members: Mapping[str, frozenset[str]]

    def covers(self, place: str, country: str | None) -> bool:
        """Whether a country lies in a place, which is an area or a country itself."""
        if place == EVERYWHERE:
            return True
        return country is not None and (place == country or country in self.members.get(place, ()))


class DatedAreas:
    """Every membership the law has had."""

    def __init__(self, reader: Reader) -> None:
        rows = reader.table("areas.csv", MembershipEntry)
        self._timelines: dict[tuple[str, str], Timeline[str]] = reader.timelines(
            rows,
            key=lambda entry: (entry.area, entry.country),
            value=lambda at: at.entry.country,
        )
        self.names = frozenset(area for area, _ in self._timelines) | {EVERYWHERE}
        self.countries = frozenset(country for _, country in self._timelines)

    def on(self, day: date) -> Areas:
        """The areas as they are on the day."""
        members: dict[str, set[str]] = {}
        for area, country in in_force(self._timelines, day):
            members.setdefault(area, set()).add(country)
        return Areas({area: frozenset(countries) for area, countries in members.items()})

    def changes(self) -> list[date]:
        """The days on which some country joins or leaves."""
        return list(changes(self._timelines))
