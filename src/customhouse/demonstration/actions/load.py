"""Setting up the demonstration country: everything that is missing, and nothing twice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from customhouse.accounts.actor import system_actor
from customhouse.demonstration.actions import past, publish, settle, sign_ins
from customhouse.demonstration.actions.trade import Trade
from customhouse.demonstration.nation import nation
from customhouse.demonstration.values import Nation

SEED = 2026


def load(
    *,
    at: datetime,
    seed: int,
    days: int,
    count: int,
    haste: float,
    say: Callable[[str], None],
) -> None:
    """Publish law and selectivity, enter the nation, and live through its first days.

    What was there before is left as it is, so that a second call changes nothing.
    """
    people = nation(seed)
    start = at - timedelta(days=days)
    before = start - timedelta(days=1)
    past.commit_secrets(first=before.date(), last=at.date())
    _publish_and_settle(people, at=before, say=say)
    trade = Trade(people, seed=seed, patience=past.LEFT_OPEN)
    if trade.next_number() == 1 and count:
        say(f"Living through the last {days} days")
        lodged = past.live_through(trade, start=start, now=at, count=count, say=say)
        past.hasten(now=at, haste=haste)
        say(f"{lodged} declarations are on the books")


def _publish_and_settle(people: Nation, *, at: datetime, say: Callable[[str], None]) -> None:
    by = system_actor("demonstration", via="command")
    say(f"Law {publish.law(by=by, at=at)}")
    customs = settle.customs(people, by=by, at=at)
    entered = settle.organisations(people, by=by, at=at)
    say(f"{entered} traders and brokers entered")
    sign_ins.give(people, customs=customs, by=by, at=at)
    if entered:
        settle.records_of_before(people.traders, by=by, at=at)
    say(f"Selectivity {publish.selectivity(at=at)}")
