"""How the officers' rules fare: hits, controls that followed, irregularities found, by rule.

It reads the selection ledger of the risk desk beside this desk's own controls, because a rule is
worth what was found where it hit.
"""

from datetime import datetime
from decimal import Decimal

import msgspec

from customhouse.settings.database import execute

_BY_PROFILE = """
SELECT profile, count(DISTINCT entry.mrn),
       count(DISTINCT entry.mrn) FILTER (WHERE ended.result IS NOT NULL),
       count(DISTINCT entry.mrn) FILTER (WHERE ended.result IN ('irregular', 'prohibited'))
FROM selection_entry entry JOIN declaration d ON d.mrn = entry.mrn AND NOT d.is_sandbox
CROSS JOIN LATERAL jsonb_array_elements_text(entry.profiles) AS profile
LEFT JOIN LATERAL (
    SELECT coalesce(max(result) FILTER (WHERE result IN ('irregular', 'prohibited')),
                    max(result) FILTER (WHERE result = 'conform')) AS result
    FROM control WHERE control.mrn = entry.mrn AND concluded_at IS NOT NULL
) AS ended ON true
WHERE entry.at > %s
GROUP BY profile
"""

_RANDOM = """
SELECT count(DISTINCT entry.mrn),
       count(DISTINCT entry.mrn) FILTER (WHERE control.concluded_at IS NOT NULL),
       count(DISTINCT entry.mrn) FILTER (WHERE control.result IN ('irregular', 'prohibited'))
FROM selection_entry entry JOIN declaration d ON d.mrn = entry.mrn AND NOT d.is_sandbox
LEFT JOIN control ON control.mrn = entry.mrn
WHERE entry.at > %s AND entry.stratum = 'random'
"""

_HITS = """
SELECT entry.mrn, entry.at, entry.channel, d.importer_name, d.description, d.state,
       (SELECT max(result) FROM control WHERE control.mrn = entry.mrn)
FROM selection_entry entry JOIN declaration d ON d.mrn = entry.mrn
WHERE entry.profiles ? %s ORDER BY entry.at DESC LIMIT %s
"""

_Z = Decimal("1.959964")
"""The standard normal quantile of a two-sided interval of 95 %."""


class Worth(msgspec.Struct, frozen=True):
    """How often a rule hit, how many of those were controlled, how many were irregular."""

    hits: int
    controlled: int
    irregular: int

    @property
    def rate(self) -> Decimal | None:
        """The share of controls that found something; None without a control."""
        return Decimal(self.irregular) / self.controlled if self.controlled else None

    @property
    def interval(self) -> tuple[Decimal, Decimal] | None:
        """Where the true share lies with 95 % confidence (Wilson's score interval)."""
        if not self.controlled:
            return None
        n, share = Decimal(self.controlled), Decimal(self.irregular) / self.controlled
        square = _Z * _Z
        centre = (share + square / (2 * n)) / (1 + square / n)
        spread = (share * (1 - share) / n + square / (4 * n * n)).sqrt() * _Z / (1 + square / n)
        return max(Decimal(0), centre - spread), min(Decimal(1), centre + spread)


class HitSeen(msgspec.Struct, frozen=True):
    """A declaration that a rule hit."""

    mrn: str
    at: datetime
    channel: str
    importer_name: str
    description: str
    state: str
    result: str | None


NOTHING = Worth(0, 0, 0)


def worth_of_rules(*, since: datetime) -> dict[str, Worth]:
    """What each rule has been worth since an instant, by its identifier."""
    return {name: Worth(*counts) for name, *counts in execute(_BY_PROFILE, (since,))}


def worth_of_chance(*, since: datetime) -> Worth:
    """What the draw alone has been worth: every rule is measured against it."""
    row = execute(_RANDOM, (since,)).fetchone()
    return Worth(*row) if row else NOTHING


def hits_of(rule: str, *, most: int = 25) -> tuple[HitSeen, ...]:
    """The newest declarations that a rule hit."""
    return tuple(HitSeen(*row) for row in execute(_HITS, (rule, most)))
