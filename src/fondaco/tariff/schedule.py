"""Entries by commodity code: the one that applies is that of the longest code the goods lie in.

>>> duties = Schedule([("84", "all", 5), ("8471", "all", 0), ("8471", "XX", 9)])
>>> duties.find("8471300000", lies_in=lambda area: area == "all")
0
>>> duties.find("9001300000", lies_in=lambda area: area == "all") is None
True
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

from fondaco.nomenclature.codes import CHAPTER, prefixes
from fondaco.territory.areas import EVERYWHERE

ALL_GOODS = "all"
"""The code of an entry that every commodity lies in."""

T = TypeVar("T")


class Schedule(Generic[T]):
    """Entries of law, each for the goods of a code from the countries of an area."""

    __slots__ = ("_entries", "_everywhere")

    def __init__(self, entries: Iterable[tuple[str, str, T]]) -> None:
        self._entries: dict[str, list[tuple[str, T]]] = {}
        for code, area, entry in entries:
            self._entries.setdefault(code, []).append((area, entry))
        self._everywhere = frozenset(
            code
            for code, found in self._entries.items()
            if any(area == EVERYWHERE for area, _ in found)
        )

    def find(self, code: str, *, lies_in: Callable[[str], bool]) -> T | None:
        """The entry of the longest code whose area the origin lies in, if there is one."""
        for _, entry in self._matching(code, lies_in):
            return entry
        return None

    def under(self, code: str) -> Iterator[T]:
        """Every entry that concerns the code, whatever the origin, longest code first."""
        for prefix in (*prefixes(code), ALL_GOODS):
            for _, entry in self._entries.get(prefix, ()):
                yield entry

    def covers_every_origin(self, code: str) -> bool:
        """Whether goods of the code have an entry wherever they come from."""
        everywhere = self._everywhere
        if ALL_GOODS in everywhere or code[:CHAPTER] in everywhere:
            return True
        return any(prefix in everywhere for prefix in prefixes(code))

    def _matching(self, code: str, lies_in: Callable[[str], bool]) -> Iterator[tuple[str, T]]:
        for prefix in (*prefixes(code), ALL_GOODS):
            for area, entry in self._entries.get(prefix, ()):
                if lies_in(area):
                    yield area, entry
