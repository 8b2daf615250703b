"""Plain lists of codes with their names, dated and cited, such as the kinds of packages."""

from collections.abc import Iterable, Mapping
from datetime import date

from fondaco.legal.dated import Timeline, changes, in_force
from fondaco.legal.reading import Entry, Reader
from fondaco.legal.wording import Wording


class CodeEntry(Entry, frozen=True, kw_only=True):
    """One code of one list."""

    list: str
    code: str
    en: str
    fr: str


class CodeLists:
    """Every plain code list of a law."""

    def __init__(self, timelines: Mapping[tuple[str, str], Timeline[Wording]]) -> None:
        self._timelines = timelines

    def on(self, day: date) -> dict[str, dict[str, Wording]]:
        """Each list by name, with the codes in force on the day."""
        found: dict[str, dict[str, Wording]] = {}
        for (name, code), wording in in_force(self._timelines, day).items():
            found.setdefault(name, {})[code] = wording
        return found

    def codes(self) -> frozenset[tuple[str, str]]:
        """Every list and code that the law has ever had."""
        return frozenset(self._timelines)

    def changes(self) -> Iterable[date]:
        """The days on which some code begins or ends."""
        return changes(self._timelines)


def read_code_lists(reader: Reader, files: Iterable[str]) -> CodeLists:
    """The lists of the bundle's files, flaws kept by the reader."""
    timelines: dict[tuple[str, str], Timeline[Wording]] = {}
    for file in files:
        rows = reader.table(file, CodeEntry)
        timelines |= reader.timelines(
            rows,
            key=lambda entry: (entry.list, entry.code),
            value=lambda at: Wording(at.entry.en, at.entry.fr),
        )
    return CodeLists(timelines)
