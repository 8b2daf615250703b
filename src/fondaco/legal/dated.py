"""Values fixed by law: each with the days it is in force and the act that says so.

>>> from datetime import date
>>> act = Citation("Customs Tariff Order 2026", "sch. 1")
>>> duty = timeline([
...     Provision(5, date(2026, 1, 1), act), Provision(4, date(2026, 7, 1), act)])
>>> [duty.on(day).value for day in (date(2026, 6, 30), date(2026, 7, 1))]
[5, 4]
>>> duty.on(date(2025, 12, 31)) is None
True
"""

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from datetime import date
from itertools import pairwise
from typing import Generic, TypeVar

import msgspec

from fondaco.legal.citation import Citation

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)


class Provision(msgspec.Struct, Generic[T], frozen=True):
    """A value, the first day it is in force, its source, and the first day it no longer is.

    Without ``until`` it stays in force until the next one of the same series.
    """

    value: T
    since: date
    citation: Citation
    until: date | None = None


class Timeline(Generic[T]):
    """The provisions that have followed one another on one subject.

    A day on which the law has no value gives None, which is never to be read as zero.
    """

    __slots__ = ("_days", "_provisions")

    def __init__(self, provisions: Iterable[Provision[T]]) -> None:
        self._provisions = sorted(provisions, key=_first_day)
        self._days = [provision.since for provision in self._provisions]

    def __iter__(self) -> Iterator[Provision[T]]:
        return iter(self._provisions)

    def on(self, day: date) -> Provision[T] | None:
        """The provision in force on the day, None where there is none."""
        place = bisect_right(self._days, day)
        if place == 0:
            return None
        found = self._provisions[place - 1]
        return found if found.until is None or day < found.until else None

    def changes(self) -> Iterator[date]:
        """The days on which something begins or ends."""
        for provision in self._provisions:
            yield provision.since
            if provision.until is not None:
                yield provision.until

    def overlaps(self) -> Iterator[tuple[Provision[T], Provision[T]]]:
        """Pairs of provisions that would both be in force on some day."""
        for earlier, later in pairwise(self._provisions):
            if later.since == earlier.since or _ends_after(earlier, later.since):
                yield earlier, later

    def gaps(self) -> Iterator[tuple[date, date]]:
        """Spells without a value between two provisions: first day, and first day after."""
        for earlier, later in pairwise(self._provisions):
            if earlier.until is not None and earlier.until < later.since:
                yield earlier.until, later.since


class Editions(Generic[T]):
    """Something that changes only on some days: made once for all days between two of them."""

    def __init__(self, days: Iterable[date], make: Callable[[date], T]) -> None:
        self.days = sorted(set(days))
        self._make = make
        self._made: dict[int, T] = {}

    def number(self, day: date) -> int:
        """Which edition is in force on the day."""
        return bisect_right(self.days, day)

    def on(self, day: date) -> T:
        """The edition in force on the day."""
        number = self.number(day)
        known = self._made.get(number)
        if known is None:
            known = self._made[number] = self._make(day)
        return known


def timeline(provisions: Iterable[Provision[T]]) -> Timeline[T]:
    """The provisions in the order of their days."""
    return Timeline(provisions)


def in_force(timelines: Mapping[K, Timeline[T]], day: date) -> dict[K, T]:
    """The values in force on the day, each under its key."""
    found = ((key, line.on(day)) for key, line in timelines.items())
    return {key: provision.value for key, provision in found if provision is not None}


def changes(timelines: Mapping[K, Timeline[T]]) -> Iterator[date]:
    """The days on which something in them begins or ends."""
    return (day for line in timelines.values() for day in line.changes())


def _first_day(provision: Provision[T]) -> date:
    return provision.since


def _ends_after(earlier: Provision[T], day: date) -> bool:
    return earlier.until is not None and earlier.until > day
