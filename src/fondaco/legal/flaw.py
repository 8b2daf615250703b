"""A flaw in a bundle of law: which file, which place, what was found and what was expected."""

from collections.abc import Iterable
from enum import StrEnum

import msgspec


class FlawKind(StrEnum):
    """What may be wrong with law as written."""

    MISSING_FILE = "a file is missing"
    STRANGE_FILE = "a file is not of the bundle"
    STRANGE_ENTRY = "an entry is not of the file"
    UNREADABLE = "a file cannot be read"
    COLUMNS = "the columns are not those of the file"
    UNREADABLE_ROW = "an entry cannot be read"
    NO_CITATION = "an entry does not say which law gives it force"
    UNKNOWN_ACT = "the act cited is not listed"
    UNKNOWN_CODE = "a code is not in its list"
    UNKNOWN_RULE = "a rule is not one that is written"
    NEGATIVE = "a rate or amount is below zero"
    EXPRESSION = "a rate cannot be read"
    OVERLAP = "two entries are in force on the same day"
    GAP = "no entry is in force on some day"
    ENDS_EARLY = "an entry ends before it begins"
    REPEATED = "an entry is there twice"


class Flaw(msgspec.Struct, frozen=True):
    """One flaw at one place of one file.

    >>> print(Flaw("duties.csv", "row 7", FlawKind.NEGATIVE, "-5 %", "a rate of zero or more"))
    duties.csv, row 7: a rate or amount is below zero: found -5 %, expected a rate of zero or more
    """

    file: str
    place: str
    kind: FlawKind
    found: str
    expected: str

    def __str__(self) -> str:
        return (
            f"{self.file}, {self.place}: {self.kind}: found {self.found}, expected {self.expected}"
        )


class LawRefused(Exception):  # noqa: N818 - it is the bundle that is refused, nothing has failed
    """A bundle that may not be published, with everything that is wrong with it."""

    def __init__(self, flaws: Iterable[Flaw]) -> None:
        self.flaws = tuple(flaws)
        super().__init__("\n".join(str(flaw) for flaw in self.flaws))
