"""Half-open periods of validity, and values that change by date.

>>> from datetime import date
>>> year = Period(date(2026, 1, 1), date(2027, 1, 1))
>>> date(2026, 12, 31) in year, date(2027, 1, 1) in year
(True, False)
>>> rate = Dated({date(2020, 1, 1): 20, date(2026, 1, 1): 23})
>>> rate.on(date(2025, 12, 31)), rate.on(date(2026, 1, 1))
(20, 23)
"""

from bisect import bisect_right
from collections.abc import Mapping
from datetime import date
from typing import Generic, TypeVar

import msgspec

T = TypeVar("T")


class Period(msgspec.Struct, frozen=True):
    """From the first day in force up to, not including, the first day out of it."""

    start: date
    end: date | None = None

    def __post_init__(self) -> None:
        if self.end is not None and self.end < self.start:
            raise ValueError(f"a period cannot end ({self.end}) before it starts ({self.start})")

    def __contains__(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day < self.end)

    def overlaps(self, other: "Period") -> bool:
        """Whether some day lies in both."""
        return (self.end is None or other.start < self.end) and (
            other.end is None or self.start < other.end
        )


class Dated(Generic[T]):
    """A value fixed by law from each date until the next.

    A date before the first entry is an error, never a default: the law has no
    value there, and the caller must say what that means.
    """

    __slots__ = ("_days", "_values")

    def __init__(self, entries: Mapping[date, T]) -> None:
        self._days = sorted(entries)
        self._values = [entries[day] for day in self._days]

    def on(self, day: date) -> T:
        """The value in force on the day; LookupError where the law has none."""
        place = bisect_right(self._days, day)
        if place == 0:
            first = self._days[0] if self._days else "never"
            raise LookupError(f"no value in force on {day}; the first is from {first}")
        return self._values[place - 1]
