"""What the administration has promised its users: published standards of service, dated and cited.

The WTO Agreement on Trade Facilitation asks that release times be measured and published (article
7.6); a standard says what they are held against. Where none is in force, nothing is promised.
"""

from datetime import timedelta
from enum import StrEnum
from typing import Annotated

import msgspec

from fondaco.legal.citation import Citation
from fondaco.legal.dated import Timeline
from fondaco.legal.reading import Entry, Placed, Reader
from fondaco.legal.wording import Wording

FILE = "service_standards.csv"


class Promise(StrEnum):
    """What is measured."""

    RELEASE = "release of nine in ten"
    """From acceptance to release: the time within which nine declarations in ten are released."""


class ServiceStandard(msgspec.Struct, frozen=True):
    """One promise in force: within what time, what it is called, and where it was published."""

    promise: Promise
    within: timedelta
    name: Wording
    citation: Citation


class StandardEntry(Entry, frozen=True, kw_only=True):
    """One line of service_standards.csv."""

    promise: Promise
    minutes: Annotated[int, msgspec.Meta(gt=0)]
    en: str
    fr: str


def read_service_standards(reader: Reader) -> dict[Promise, Timeline[ServiceStandard]]:
    """The standards of the bundle, flaws kept by the reader."""

    def standard(at: Placed[StandardEntry]) -> ServiceStandard:
        entry = at.entry
        return ServiceStandard(
            entry.promise,
            timedelta(minutes=entry.minutes),
            Wording(entry.en, entry.fr),
            reader.citation(at),
        )

    rows = reader.table(FILE, StandardEntry)
    return reader.timelines(rows, key=lambda entry: entry.promise, value=standard)
