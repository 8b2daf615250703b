"""How fast the nation trades when it is shown: so many lodgements a second, a minute, an hour."""

from __future__ import annotations

import re

_PACE = re.compile(r"(\d+(?:\.\d+)?)\s*/\s*(s|min|h)").fullmatch
_MOST_MADE_UP = 5
_SECONDS = {"s": 1.0, "min": 60.0, "h": 3600.0}


def per_second(text: str) -> float:
    """Return a pace in lodgements a second.

    >>> per_second("2/s"), per_second("30/min"), per_second("0/s")
    (2.0, 0.5, 0.0)
    """
    found = _PACE(text.strip())
    if found is None:
        raise ValueError(f"found the pace {text!r}, expected one such as 2/s, 30/min or 600/h")
    return float(found[1]) / _SECONDS[found[2]]


class Beat:
    """Says when it is time for the next one; what was missed for long is not made up for.

    >>> beat = Beat(2.0, since=100.0)
    >>> [beat.has_come(instant) for instant in (100.0, 100.2, 100.5, 100.6)]
    [True, False, True, False]
    """

    def __init__(self, pace: float, *, since: float) -> None:
        self._pace, self._next = pace, since

    def has_come(self, now: float) -> bool:
        """Whether it is time, by a clock of seconds; each beat is told once."""
        if self._pace <= 0 or now < self._next:
            return False
        self._next = max(self._next + 1 / self._pace, now - _MOST_MADE_UP / self._pace)
        return True
