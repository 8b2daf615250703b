"""What the observatory reads: one pass over today's rows for each figure, the sandbox left out."""

from datetime import datetime, timedelta

import msgspec

from customhouse.settings.database import execute

STAGES = ("documents", "examination", "payment", "question")
"""What a declaration can wait for, in the order in which a picture shows it."""

DAY = timedelta(days=1)

_LODGED = """
SELECT office, floor(extract(epoch FROM lodged_at - %(since)s) / 900)::int, channel, count(*)
FROM declaration
WHERE lodged_at >= %(since)s AND lodged_at <= %(at)s AND NOT is_sandbox
GROUP BY 1, 2, 3
"""

_WAITING = """
SELECT office, stage, count(*), min(since) FROM (
  SELECT d.office,
    CASE WHEN d.state = 'awaiting payment' THEN 'payment'
         WHEN q.asked_at IS NOT NULL THEN 'question'
         WHEN c.is_examination THEN 'examination' ELSE 'documents' END AS stage,
    CASE WHEN d.state = 'awaiting payment' THEN d.accepted_at
         ELSE coalesce(q.asked_at, c.ordered_at, d.accepted_at) END AS since
  FROM declaration d
  LEFT JOIN LATERAL (SELECT min(asked_at) AS asked_at FROM question
    WHERE mrn = d.mrn AND answered_at IS NULL) q ON true
  LEFT JOIN LATERAL (SELECT min(ordered_at) AS ordered_at, bool_or(kind = 'examination')
    AS is_examination FROM control WHERE mrn = d.mrn AND concluded_at IS NULL) c ON true
  WHERE d.state IN ('under control', 'awaiting payment') AND NOT d.is_sandbox
) waiting GROUP BY 1, 2
"""

_RELEASED = """
SELECT office, hour, grouping(office, hour), count(*), count(*) FILTER (WHERE NOT by_hand),
  percentile_disc(0.5) WITHIN GROUP (ORDER BY took),
  percentile_disc(0.9) WITHIN GROUP (ORDER BY took),
  percentile_disc(0.5) WITHIN GROUP (ORDER BY took) FILTER (WHERE by_hand),
  percentile_disc(0.9) WITHIN GROUP (ORDER BY took) FILTER (WHERE by_hand)
FROM (
  SELECT d.office, floor(extract(epoch FROM d.released_at - %(since)s) / 3600)::int AS hour,
    d.released_at - d.accepted_at AS took,
    EXISTS (SELECT 1 FROM control c
            WHERE c.mrn = d.mrn AND c.ordered_at <= d.released_at) AS by_hand
  FROM declaration d
  WHERE d.released_at >= %(since)s AND d.released_at <= %(at)s AND NOT d.is_sandbox
) released GROUP BY GROUPING SETS ((), (office), (hour))
"""

_MONEY = """
SELECT at >= %(since)s, at <= %(same_time)s,
  floor(extract(epoch FROM at - CASE WHEN at >= %(since)s THEN %(since)s
    ELSE %(before)s END) / 3600)::int,
  charge,
  coalesce(sum(CASE WHEN credit = 'revenue' THEN amount
    WHEN debit = 'revenue' THEN -amount END), 0)::bigint,
  coalesce(sum(CASE WHEN debit = 'bank' THEN amount
    WHEN credit = 'bank' THEN -amount END), 0)::bigint,
  coalesce(sum(CASE WHEN debit = 'deferred' THEN amount
    WHEN credit = 'deferred' THEN -amount END), 0)::bigint
FROM ledger_transfer
WHERE at >= %(before)s AND at <= %(at)s
  AND (debit IN ('revenue', 'bank', 'deferred') OR credit IN ('revenue', 'bank', 'deferred'))
  AND organisation_id <> ALL (ARRAY(SELECT id FROM organisation WHERE is_sandbox))
GROUP BY 1, 2, 3, 4
"""

_OF_ALL, _OF_OFFICE, _OF_HOUR = 3, 1, 2
"""What PostgreSQL's `grouping(office, hour)` answers for each of the sets."""


class Lodged(msgspec.Struct, frozen=True):
    """How many declarations were lodged in one quarter of an hour since midnight."""

    office: str
    quarter: int
    channel: str | None
    count: int


class Waiting(msgspec.Struct, frozen=True):
    """How many declarations wait at an office for one thing, and since when the oldest does."""

    office: str
    stage: str
    count: int
    oldest: datetime | None


class Released(msgspec.Struct, frozen=True):
    """How many were released, how many of them without a human, and how long it took.

    The times run from acceptance to release; ``checked`` are those of declarations that had a
    control.
    """

    count: int = 0
    alone: int = 0
    median: timedelta | None = None
    nine_in_ten: timedelta | None = None
    median_checked: timedelta | None = None
    nine_in_ten_checked: timedelta | None = None


class Money(msgspec.Struct, frozen=True):
    """What was assessed, received at the bank and deferred in one hour, in minor units."""

    is_today: bool
    by_this_time: bool
    hour: int
    charge: str
    assessed: int
    collected: int
    deferred: int


class Picture(msgspec.Struct, frozen=True):
    """Everything that the live picture shows, read at one instant."""

    since: datetime
    at: datetime
    lodged: tuple[Lodged, ...]
    waiting: tuple[Waiting, ...]
    released: Released
    released_at_office: dict[str, Released]
    released_in_hour: dict[int, Released]
    money: tuple[Money, ...]

    def lodged_count(self, *, office: str | None = None) -> int:
        """How many were lodged today, at one office or everywhere."""
        return sum(each.count for each in self.lodged if office in (None, each.office))

    def waiting_for(self, *stages: str, office: str | None = None) -> int:
        """How many wait for these things, at one office or everywhere."""
        return sum(
            each.count
            for each in self.waiting
            if each.stage in stages and office in (None, each.office)
        )

    def oldest(self, stage: str) -> datetime | None:
        """Since when the longest has waited for something."""
        found = [each.oldest for each in self.waiting if each.stage == stage and each.oldest]
        return min(found, default=None)

    def offices(self) -> list[str]:
        """The offices where anything happened today or anything waits."""
        seen = {each.office for each in (*self.lodged, *self.waiting)} | {*self.released_at_office}
        return sorted(seen)


def picture(*, since: datetime, at: datetime) -> Picture:
    """The picture of the day that began at an instant, as it stands at another."""
    day = {"since": since, "at": at}
    money = {**day, "before": since - DAY, "same_time": at - DAY}
    released = [(row[2], row[0], row[1], Released(*row[3:])) for row in execute(_RELEASED, day)]
    return Picture(
        since=since,
        at=at,
        lodged=tuple(Lodged(*row) for row in execute(_LODGED, day)),
        waiting=tuple(Waiting(*row) for row in execute(_WAITING)),
        released=next((each for of, _, _, each in released if of == _OF_ALL), Released()),
        released_at_office={office: each for of, office, _, each in released if of == _OF_OFFICE},
        released_in_hour={hour: each for of, _, hour, each in released if of == _OF_HOUR},
        money=tuple(Money(*row) for row in execute(_MONEY, money)),
    )
