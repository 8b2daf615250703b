"""How fast the nation trades when it is shown: so many lodgements a second, a minute, an hour."""

from __future__ import annotations

import re

_PACE = re.compile(r"(\d+(?:\.\d+)?)\s*/\s*(s|min|h)").fullmatch
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
