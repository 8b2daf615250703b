"""When people lodge: more on working days, most before noon, little at night."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random

LEGAL_TIME = timedelta(hours=1)
"""How far the country's clock is ahead of UTC."""

_HOURS = (2, 1, 1, 1, 2, 5, 12, 30, 62, 88, 100, 94, 70, 74, 86, 82, 68, 48, 30, 20, 14, 9, 6, 4)
_DAYS = (100, 108, 104, 106, 96, 30, 14)
_MONTHS = (92, 90, 100, 98, 100, 98, 92, 84, 104, 112, 118, 112)
_HIGHEST = max(_HOURS) * max(_DAYS) * max(_MONTHS)
_ALL = sum(_HOURS) * sum(_DAYS) * sum(_MONTHS) / (24 * 7 * 12)


def pace(at: datetime) -> float:
    """Return how busy an instant is; 1 on average over a year."""
    here = at + LEGAL_TIME
    return _HOURS[here.hour] * _DAYS[here.weekday()] * _MONTHS[here.month - 1] / _ALL


def pace_between(start: datetime, end: datetime) -> float:
    """Return how busy the time between two instants is on average, told hour by hour."""
    hours = max(int((end - start) / timedelta(hours=1)), 1)
    return sum(pace(start + timedelta(hours=hour)) for hour in range(hours)) / hours


def instants(dice: Random, *, start: datetime, per_day: float) -> Iterator[datetime]:
    """Return the instants of lodgement from `start` on, without end, each later than the last.

    On average over a year there are `per_day` of them; they come by chance, at the pace of the
    hour (a Poisson process, thinned).
    """
    highest = _HIGHEST / _ALL
    at = start
    while True:
        at += timedelta(seconds=dice.expovariate(per_day * highest / 86_400) + 0.001)
        if dice.random() * highest < pace(at):
            yield at.replace(microsecond=at.microsecond // 1000 * 1000)
