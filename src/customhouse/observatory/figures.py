"""From what was read to what is shown: charts of the day, rows of stages, offices and money."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from decimal import Decimal
from typing import NamedTuple

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from customhouse.observatory.queries import STAGES, Money, Picture, Released
from customhouse.presentation import charts, labels
from fondaco.revenue.ledger import major

MINUTE, QUARTER, HOUR = timedelta(minutes=1), timedelta(minutes=15), timedelta(hours=1)
FEWEST_QUARTERS, FEWEST_HOURS = 16, 4

WORDS: dict[str, str | Promise] = {
    "documents": gettext_lazy("A check of documents"),
    "examination": gettext_lazy("An examination"),
    "payment": gettext_lazy("Payment"),
    "question": gettext_lazy("An answer to a question"),
}
"""What a declaration waits for."""


class Stage(NamedTuple):
    """One thing that declarations wait for: how many do, and since when the oldest does."""

    name: str
    words: str | Promise
    count: int
    oldest: datetime | None


class Row(NamedTuple):
    """One sum of money: today until now, yesterday until the same time, yesterday in all."""

    words: str
    today: Decimal
    yesterday_by_now: Decimal
    yesterday: Decimal


class Office(NamedTuple):
    """What happened at one office today, and what waits there."""

    code: str
    lodged: int
    waiting: dict[str, int]
    released: Released


def stages(picture: Picture) -> list[Stage]:
    """What declarations wait for, in the order of their way."""
    return [
        Stage(name, WORDS[name], picture.waiting_for(name), picture.oldest(name)) for name in STAGES
    ]


def offices(picture: Picture) -> list[Office]:
    """Every office where something happened or waits."""
    return [
        Office(
            code,
            picture.lodged_count(office=code),
            {stage: picture.waiting_for(stage, office=code) for stage in STAGES},
            picture.released_at_office.get(code, Released()),
        )
        for code in picture.offices()
    ]


def lodged(picture: Picture) -> charts.Chart:
    """Declarations lodged in each quarter of an hour."""
    counts = Counter[int]()
    for each in picture.lodged:
        counts[each.quarter] += each.count
    places = _places(picture, counts, step=QUARTER, fewest=FEWEST_QUARTERS)
    busiest = max(counts, key=lambda place: counts[place], default=0)
    return charts.bars(
        title=_("Lodged today, by quarter of an hour"),
        says=_("Most at %(time)s: %(count)s.")
        % {"time": _clock(picture, busiest, QUARTER), "count": counts[busiest]}
        if counts
        else _("Nothing was lodged today yet."),
        across=_("From"),
        labels=[_clock(picture, place, QUARTER) for place in places],
        series=[charts.Series(name=_("Lodged"), values=[counts[place] for place in places])],
    )


def channels(picture: Picture) -> charts.Chart:
    """The channels of what was lodged in each hour."""
    counts = Counter[tuple[str, int]]()
    for each in picture.lodged:
        if each.channel:
            counts[each.channel, each.quarter // 4] += each.count
    places = _places(picture, (hour for _c, hour in counts), step=HOUR, fewest=FEWEST_HOURS)
    whole = sum(counts.values())
    red = sum(count for (channel, _hour), count in counts.items() if channel == "red")
    return charts.bars(
        title=_("Channels of what was lodged today, by hour"),
        says=_("%(red)s of %(whole)s accepted are examined.") % {"red": red, "whole": whole}
        if whole
        else _("Nothing was accepted today yet."),
        across=_("From"),
        labels=[_clock(picture, place, HOUR) for place in places],
        series=[
            charts.Series(
                name=str(labels.channel(name)[0]),
                values=[counts[name, place] for place in places],
                colour=f"channel-{name}",
            )
            for name in labels.CHANNELS
        ],
    )


def release_times(picture: Picture, *, aim: timedelta | None) -> charts.Chart:
    """How long release took, by the hour in which goods were released, beside what is promised."""
    hours = picture.released_in_hour
    places = _places(picture, hours, step=HOUR, fewest=FEWEST_HOURS)

    def values(of: Callable[[Released], timedelta | None]) -> list[Decimal | None]:
        return [minutes(of(hours.get(place, Released()))) for place in places]

    return charts.lines(
        title=_("From acceptance to release, by hour of release"),
        says=_("The aim is %(aim)s minutes for nine in ten.") % {"aim": aim // MINUTE}
        if aim
        else _("No aim is published."),
        across=_("From"),
        labels=[_clock(picture, place, HOUR) for place in places],
        unit="min",
        target=aim // MINUTE if aim else None,
        series=[
            charts.Series(name=_("Half took at most"), values=values(lambda each: each.median)),
            charts.Series(
                name=_("Nine in ten took at most"),
                values=values(lambda each: each.nine_in_ten),
                colour="s2",
            ),
        ],
    )


def revenue(picture: Picture, *, currency: str) -> charts.Chart:
    """What was assessed since midnight, hour by hour, today beside yesterday."""
    hours = (each.hour for each in picture.money)
    places = range(max([0, *hours]) + 1)
    today = _running(picture, is_today=True)
    until = (picture.at - picture.since) // HOUR
    return charts.lines(
        title=_("Assessed since midnight"),
        says=_("Both lines add up from the beginning of the day."),
        across=_("Until the end of the hour from"),
        labels=[_clock(picture, place, HOUR) for place in places],
        unit=currency,
        series=[
            charts.Series(
                name=_("Today"),
                values=[today(place) if place <= until else None for place in places],
            ),
            charts.Series(
                name=_("Yesterday"),
                values=[_running(picture, is_today=False)(place) for place in places],
                colour="s2",
            ),
        ],
    )


def money(picture: Picture) -> list[Row]:
    """What was assessed, received and deferred, today against yesterday."""
    kinds: tuple[tuple[str, Callable[[Money], int]], ...] = (
        (_("Assessed"), lambda each: each.assessed),
        (_("Received at the bank"), lambda each: each.collected),
        (_("Put on deferment accounts"), lambda each: each.deferred),
    )
    return [
        Row(
            words,
            _sum(picture, of, lambda each: each.is_today),
            _sum(picture, of, lambda each: not each.is_today and each.by_this_time),
            _sum(picture, of, lambda each: not each.is_today),
        )
        for words, of in kinds
    ]


def charges(picture: Picture) -> list[tuple[str, Decimal, Decimal]]:
    """What was assessed under each charge: today, and yesterday until the same time."""
    found = sorted({each.charge for each in picture.money if each.charge and each.assessed})
    return [
        (
            charge,
            _sum(picture, _assessed, lambda each, of=charge: each.is_today and each.charge == of),
            _sum(
                picture,
                _assessed,
                lambda each, of=charge: (
                    not each.is_today and each.by_this_time and each.charge == of
                ),
            ),
        )
        for charge in found
    ]


def minutes(span: timedelta | None) -> Decimal | None:
    """A length of time in minutes, to a tenth."""
    if span is None:
        return None
    return Decimal(round(span / timedelta(seconds=6))) / 10


def share_alone(released: Released) -> Decimal | None:
    """The share of what was released that no human touched; None where nothing was."""
    return Decimal(released.alone) / released.count if released.count else None


def _running(picture: Picture, *, is_today: bool) -> Callable[[int], Decimal]:
    lines = [each for each in picture.money if each.is_today is is_today]
    return lambda until: major(sum(each.assessed for each in lines if each.hour <= until))


def _assessed(line: Money) -> int:
    return line.assessed


def _sum(picture: Picture, of: Callable[[Money], int], holds: Callable[..., bool]) -> Decimal:
    return major(sum(of(each) for each in picture.money if holds(each)))


def _places(picture: Picture, seen: Iterable[int], *, step: timedelta, fewest: int) -> range:
    """The places of an axis: from the first at which anything happened until now."""
    last = max(0, (picture.at - picture.since) // step)
    first = min(seen, default=last)
    return range(max(0, min(first, last - fewest + 1)), last + 1)


def _clock(picture: Picture, place: int, step: timedelta) -> str:
    return f"{timezone.localtime(picture.since + place * step):%H:%M}"
