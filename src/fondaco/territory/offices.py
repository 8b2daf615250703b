"""Customs offices: where goods are presented and who looks after them."""

import msgspec

from fondaco.legal.dated import Timeline
from fondaco.legal.reading import Entry, Placed, Reader


class Office(msgspec.Struct, frozen=True):
    """A customs office by its code, with the modes of transport it receives."""

    code: str
    name: dict[str, str]
    modes: tuple[str, ...]
    locations: tuple[str, ...] = ()


class OfficeEntry(Entry, frozen=True, kw_only=True):
    """One office as the law lists it; modes and locations with a space between two."""

    code: str
    en: str
    fr: str
    modes: str
    locations: str


def read_offices(reader: Reader) -> dict[str, Timeline[Office]]:
    """The offices of the bundle, flaws kept by the reader."""

    def office(at: Placed[OfficeEntry]) -> Office:
        entry = at.entry
        name = {"en": entry.en, "fr": entry.fr}
        return Office(entry.code, name, tuple(entry.modes.split()), tuple(entry.locations.split()))

    rows = reader.table("offices.csv", OfficeEntry)
    return reader.timelines(rows, key=lambda entry: entry.code, value=office)
