"""What an officer holds a declaration against: values of comparable goods, the importer's past."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal

import msgspec

from customhouse.settings.database import execute

YEAR = timedelta(days=365)
FEWEST = 5
"""So many comparable items there must be before a spread is shown."""

_SPREADS = """
SELECT asked.number, count(*),
       percentile_cont(0.1) WITHIN GROUP (ORDER BY g.customs_value / g.net_mass),
       percentile_cont(0.5) WITHIN GROUP (ORDER BY g.customs_value / g.net_mass),
       percentile_cont(0.9) WITHIN GROUP (ORDER BY g.customs_value / g.net_mass)
FROM unnest(%s::int[], %s::text[], %s::text[]) AS asked(number, code, origin)
JOIN goods_item g ON g.commodity_code = asked.code AND g.origin = asked.origin
JOIN declaration d ON d.mrn = g.mrn AND d.version = g.version
WHERE d.accepted_at > %s AND d.importer IS DISTINCT FROM %s AND NOT d.is_sandbox
  AND g.net_mass > 0 AND g.customs_value IS NOT NULL
GROUP BY asked.number
"""

_RESULTS = """
SELECT c.mrn, c.kind, c.result, c.concluded_at, d.description
FROM control c JOIN declaration d ON d.mrn = c.mrn
WHERE d.importer = %s AND c.concluded_at > %s AND c.mrn <> %s AND NOT d.is_sandbox
ORDER BY c.concluded_at DESC LIMIT %s
"""

_COUNTS = """
SELECT count(DISTINCT d.mrn), count(c.id),
       count(c.id) FILTER (WHERE c.result IN ('irregular', 'prohibited')),
       min(d.lodged_at)
FROM declaration d LEFT JOIN control c ON c.mrn = d.mrn AND c.concluded_at IS NOT NULL
WHERE d.importer = %s AND d.lodged_at > %s AND d.mrn <> %s AND NOT d.is_sandbox
"""


class Spread(msgspec.Struct, frozen=True):
    """How values per kilogram of comparable goods lie: a tenth is below `low`, above `high`."""

    count: int
    low: Decimal
    middle: Decimal
    high: Decimal


class Result(msgspec.Struct, frozen=True):
    """How an earlier control of the same importer ended."""

    mrn: str
    kind: str
    result: str
    concluded_at: datetime
    description: str


class Past(msgspec.Struct, frozen=True):
    """An importer's year: declarations, controls, irregularities, first seen."""

    declarations: int
    controls: int
    irregular: int
    since: datetime | None
    results: tuple[Result, ...]


def spreads(
    items: Sequence[tuple[int, str, str]], *, importer: str | None, at: datetime
) -> dict[int, Spread]:
    """The values per kilogram of others' goods of the same code and origin, by item number."""
    if not items:
        return {}
    numbers, codes, origins = (list(column) for column in zip(*items, strict=True))
    rows = execute(_SPREADS, (numbers, codes, origins, at - YEAR, importer))
    return {
        number: Spread(count, *(Decimal(str(value)) for value in values))
        for number, count, *values in rows
        if count >= FEWEST
    }


def past(importer: str | None, *, but: str, at: datetime, most: int = 5) -> Past | None:
    """What an importer has behind it, this declaration left out; None where nobody is named."""
    if importer is None:
        return None
    row = execute(_COUNTS, (importer, at - YEAR, but)).fetchone()
    declarations, controls, irregular, since = row or (0, 0, 0, None)
    results = execute(_RESULTS, (importer, at - YEAR, but, most))
    return Past(declarations, controls, irregular, since, tuple(Result(*each) for each in results))
