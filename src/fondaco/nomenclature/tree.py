"""The nomenclature: every chapter, heading, subheading and national line, by the day.

A subheading that has national lines in force is declared by one of them; a subheading that has
none is declared by itself with zeros after it, up to the law's number of digits.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import msgspec

from fondaco.legal.dated import Timeline, changes, in_force
from fondaco.legal.flaw import FlawKind
from fondaco.legal.reading import Entry, Placed, Reader
from fondaco.legal.wording import Wording
from fondaco.nomenclature.codes import CHAPTER, SUBHEADING, is_code, prefixes


class LineEntry(Entry, frozen=True, kw_only=True):
    """One line of the nomenclature; the French text may be wanting."""

    code: str
    en: str
    fr: str | None = None


class NomenclatureLine(msgspec.Struct, frozen=True, gc=False):
    """A code of any level and its text."""

    code: str
    text: Wording


class Nomenclature:
    """The nomenclature as in force on one day.

    >>> goods = Nomenclature(
    ...     [NomenclatureLine("01", Wording("Live animals")), NomenclatureLine("0101", Wording(
    ...         "Horses, asses")), NomenclatureLine("010130", Wording("Asses"))], digits=10)
    >>> [line.code for line in goods.path("0101300000")], list(goods.declarable)
    (['01', '0101', '010130'], ['0101300000'])
    """

    def __init__(self, lines: Iterable[NomenclatureLine], *, digits: int) -> None:
        self.lines: Mapping[str, NomenclatureLine] = {line.code: line for line in lines}
        self.digits = digits
        self._children: dict[str, list[NomenclatureLine]] = {}
        for line in self.lines.values():
            self._children.setdefault(self._parent(line.code), []).append(line)
        self.declarable: Mapping[str, NomenclatureLine] = dict(self._declarable())

    def line(self, code: str) -> NomenclatureLine | None:
        """The line that a code of any level names; None where the nomenclature has none."""
        return self.lines.get(code) or self.declarable.get(code)

    def children(self, code: str = "") -> tuple[NomenclatureLine, ...]:
        """The lines directly below a code; the chapters without one."""
        return tuple(self._children.get(code, ()))

    def path(self, code: str) -> tuple[NomenclatureLine, ...]:
        """The lines a code lies in, from its chapter down to itself."""
        found = [self.lines[prefix] for prefix in prefixes(code) if prefix in self.lines]
        return tuple(reversed(found))

    def _parent(self, code: str) -> str:
        shorter = (prefix for prefix in prefixes(code) if prefix != code)
        return next((prefix for prefix in shorter if prefix in self.lines), "")

    def _declarable(self) -> Iterator[tuple[str, NomenclatureLine]]:
        for code, line in self.lines.items():
            if len(code) == self.digits:
                yield code, line
            elif len(code) >= SUBHEADING and code not in self._children:
                yield code.ljust(self.digits, "0"), line


class DatedNomenclature:
    """Every line the law has had."""

    def __init__(self, timelines: Mapping[str, Timeline[NomenclatureLine]], digits: int) -> None:
        self._timelines = timelines
        self._digits = digits

    def on(self, day: date) -> Nomenclature:
        """The nomenclature in force on the day."""
        return Nomenclature(in_force(self._timelines, day).values(), digits=self._digits)

    def changes(self) -> Iterable[date]:
        """The days on which some line begins or ends."""
        return changes(self._timelines)

    def has(self, code: str) -> bool:
        """Whether the law has ever had a line under or above which the code could stand."""
        stem = code.rstrip("0") if len(code) == self._digits else code
        return code in self._timelines or stem.ljust(SUBHEADING, "0") in self._timelines


def read_nomenclature(reader: Reader, *, digits: int) -> DatedNomenclature:
    """The nomenclature of the bundle, flaws kept by the reader."""

    def line(at: Placed[LineEntry]) -> NomenclatureLine | None:
        entry = at.entry
        if not is_code(entry.code, longest=digits):
            expected = f"digits in pairs, {CHAPTER} to {digits} of them"
            reader.flaw(at, FlawKind.UNREADABLE_ROW, found=entry.code, expected=expected)
            return None
        return NomenclatureLine(entry.code, Wording(entry.en, entry.fr))

    rows = reader.table("nomenclature.csv", LineEntry)
    timelines = reader.timelines(rows, key=lambda entry: entry.code, value=line)
    return DatedNomenclature(timelines, digits)
