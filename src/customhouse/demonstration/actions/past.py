"""The first days: what happened before anybody looked, lived through at once in its own order."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from customhouse.declarations.actions import pay
from customhouse.demonstration import rhythm
from customhouse.demonstration.actions import doings, errands
from customhouse.demonstration.actions.trade import Trade
from customhouse.demonstration.consignments import consignments
from customhouse.records import actions as records
from customhouse.settings.database import as_system

DAYS = 14
CONSIGNMENTS = 600
A_DAY = timedelta(days=1)
LEFT_OPEN = timedelta(days=3)
"""How old a file or bill may be that is still open for whoever signs in first."""


def commit_secrets(*, first: date, last: date) -> None:
    """Commit to the secrets of the days from the first to the last, each a day ahead."""
    day = first
    while day <= last:
        at = datetime.fromisoformat(f"{day}T00:00:00+00:00") - A_DAY
        records.commit_secrets(today=day, at=at)
        day += A_DAY * 7


def live_through(
    trade: Trade,
    *,
    start: datetime,
    now: datetime,
    count: int,
    say: Callable[[str], None],
) -> int:
    """Let the nation trade from `start` until now; answers how many declarations it lodged.

    They are about `count`: more on busy days, fewer at night. Acts happen in the order of their
    instants, as if the house had stood open.
    """
    days = max((now - start) / A_DAY, 1)
    usual_days = days * rhythm.pace_between(start, now)
    first, lodged = trade.next_number(), 0
    for coming in consignments(
        trade.nation,
        seed=trade.seed,
        start=start,
        count=count * 2,
        per_day=count / usual_days,
        first=first,
    ):
        if coming.lodged_at >= now:
            break
        with as_system():
            _catch_up(trade, until=coming.lodged_at)
            doings.lodge(trade, coming, at=coming.lodged_at)
        lodged += 1
        if lodged % 100 == 0:
            say(f"{lodged} declarations lodged")
    with as_system():
        _catch_up(trade, until=now)
    return lodged


def _catch_up(trade: Trade, *, until: datetime) -> None:
    """Carry out what was due, and take up what the bank has booked."""
    is_something_due = False
    while doings.run_next_within(trade, until=until):
        is_something_due = True
    if is_something_due:
        pay.collect(at=until)


def hasten(*, now: datetime, haste: float) -> None:
    """Bring what is still to happen nearer."""
    with as_system():
        errands.hasten(at=now, haste=haste)
