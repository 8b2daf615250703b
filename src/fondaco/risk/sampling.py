"""Chance in selection: a random share that nobody can switch off, and exact probabilities.

One draw, from 0 to 999,999, decides everything that chance decides about a
consignment. What the draw would have led to, at every place, is written down as a
schedule; the chance of each channel is read off it and so is exact. Without it no
profile could later be measured (doubly robust evaluation needs the probability of
what was done).
"""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from functools import lru_cache

import msgspec

from fondaco.risk.channel import Channel, Method
from fondaco.risk.profile import WHOLE

FLOOR = 5_000
"""The least random share of goods examined, in parts per million, whatever a bundle says.

Half a per cent is enough, in a country of five million declarations, to know the share of
irregular ones within 0.3 points; below it nobody could say what the profiles miss.
"""


class Stratum(StrEnum):
    """Why a consignment fell into its channel, in the order in which the reasons count."""

    MANDATORY = "mandatory"
    """The law orders the control."""
    PROFILE = "profile"
    """A profile, or the sum of their scores, wishes it."""
    EARLIER = "earlier"
    """The same consignment was selected before."""
    EXPLORATION = "exploration"
    """Chance, where there is most to learn."""
    RANDOM = "random"
    """Chance alone, the same for everybody."""
    UNSELECTED = "unselected"
    """Nothing selected it."""

    __hash__ = str.__hash__


_ORDER = {stratum: place for place, stratum in enumerate(Stratum)}


class Share(msgspec.Struct, frozen=True, gc=False):
    """So many parts per million of all consignments into a channel."""

    channel: Channel
    parts: int


class Shares(msgspec.Struct, frozen=True, gc=False, cache_hash=True):
    """What chance sends where at an office; ``methods`` is how those are examined.

    Raises ValueError for a random share of red below the floor, shares of more than all, or no
    method.

    >>> Shares(random=(Share(Channel.RED, 100),), methods=(Method.OPEN,))
    Traceback (most recent call last):
    ValueError: found a random red share of 100 parts per million, expected at least 5000
    """

    random: tuple[Share, ...]
    methods: tuple[Method, ...]
    exploration: tuple[Share, ...] = ()

    def __post_init__(self) -> None:
        red = sum(each.parts for each in self.random if each.channel is Channel.RED)
        if red < FLOOR:
            raise ValueError(
                f"found a random red share of {red} parts per million, expected at least {FLOOR}"
            )
        if not self.methods:
            raise ValueError("found no methods, expected how those drawn at random are examined")
        parts = [each.parts for each in self.random + self.exploration]
        if min(parts) < 0 or sum(parts) > WHOLE:
            raise ValueError(f"found shares of {parts}, expected none below 0 and {WHOLE} in all")


class Demand(msgspec.Struct, frozen=True, gc=False):
    """A channel that something about the consignment calls for, in so many parts per million."""

    channel: Channel
    share: int = WHOLE
    mandatory: bool = False


class Step(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """What every draw below ``until``, and not below the step before, leads to."""

    until: int
    channel: Channel
    stratum: Stratum
    at_random: bool = False


def schedule(demands: Sequence[Demand], *, shares: Shares) -> tuple[Step, ...]:
    """What each draw leads to: the severest of all that asks for the consignment at that draw.

    Shares nest: who would be taken at a share of 5 % is also taken at one of 10 %.

    >>> shares = Shares(random=(Share(Channel.RED, 20_000),), methods=(Method.OPEN,))
    >>> [(step.until, step.channel.value) for step in schedule([], shares=shares)]
    [(20000, 'red'), (1000000, 'green')]
    """
    return _schedule(tuple(demands), shares)


# Few combinations of demands ever come together, and each leads to the same schedule for ever.
@lru_cache(maxsize=4_096)
def _schedule(demands: tuple[Demand, ...], shares: Shares) -> tuple[Step, ...]:
    chances = [*_laid_out(shares)]
    places = {until for _, until, _, _ in chances} | {each.share for each in demands} | {WHOLE}
    steps: list[Step] = []
    start = 0
    for until in sorted(place for place in places if place > 0):
        steps.append(_step(start, until, demands=demands, chances=chances))
        start = until
    return _joined(steps)


_Chance = tuple[int, int, Channel, Stratum]


def _laid_out(shares: Shares) -> Iterator[_Chance]:
    """The shares of chance laid end to end on the line of draws: from, until, channel, stratum."""
    start = 0
    for stratum, parts in (
        (Stratum.RANDOM, shares.random),
        (Stratum.EXPLORATION, shares.exploration),
    ):
        for share in parts:
            yield start, start + share.parts, share.channel, stratum
            start += share.parts


def _step(start: int, until: int, *, demands: Iterable[Demand], chances: Iterable[_Chance]) -> Step:
    asked = [
        (each.channel, Stratum.MANDATORY if each.mandatory else Stratum.PROFILE)
        for each in demands
        if start < each.share
    ]
    drawn = [
        (channel, stratum) for first, last, channel, stratum in chances if first <= start < last
    ]
    best = max([*asked, *drawn], key=_weight, default=(Channel.GREEN, Stratum.UNSELECTED))
    at_random = any(stratum is Stratum.RANDOM for _, stratum in drawn)
    return Step(until, *best, at_random)


def _weight(asked: tuple[Channel, Stratum]) -> tuple[int, int]:
    channel, stratum = asked
    return channel.severity, -_ORDER[stratum]


def _joined(steps: Sequence[Step]) -> tuple[Step, ...]:
    """The schedule without steps that lead to the same as the next."""
    kept = [
        step
        for step, following in zip(steps, [*steps[1:], None], strict=True)
        if following is None or _outcome(step) != _outcome(following)
    ]
    return tuple(kept)


def _outcome(step: Step) -> tuple[Channel, Stratum, bool]:
    return step.channel, step.stratum, step.at_random


def at(steps: Sequence[Step], *, draw: int) -> Step:
    """The step that a draw falls on; ValueError for a draw that is none."""
    if not 0 <= draw < WHOLE:
        raise ValueError(f"found the draw {draw}, expected 0 to {WHOLE - 1}")
    for step in steps:
        if draw < step.until:
            return step
    raise ValueError(f"found steps up to {steps[-1].until}, expected up to {WHOLE}")


def severer(one: Sequence[Step], other: Sequence[Step]) -> tuple[Step, ...]:
    """What each draw leads to where two schedules hold at once and the severer channel counts."""
    steps = []
    for until in sorted({step.until for step in (*one, *other)}):
        first, second = at(one, draw=until - 1), at(other, draw=until - 1)
        best = max([first, second], key=lambda step: _weight((step.channel, step.stratum)))
        steps.append(Step(until, best.channel, best.stratum, first.at_random or second.at_random))
    return _joined(steps)


def chances(steps: Sequence[Step]) -> dict[Channel, int]:
    """The parts per million of all draws that lead to each channel; they sum to the whole.

    >>> shares = Shares(random=(Share(Channel.RED, 20_000),), methods=(Method.OPEN,))
    >>> chances(schedule([], shares=shares))[Channel.GREEN]
    980000
    """
    found = dict.fromkeys(Channel, 0)
    start = 0
    for step in steps:
        found[step.channel] += step.until - start
        start = step.until
    return found


def propensity(steps: Sequence[Step]) -> int:
    """The parts per million of all draws that select: that lead to any channel but green."""
    selected = start = 0
    for step in steps:
        if step.channel is not Channel.GREEN:
            selected += step.until - start
        start = step.until
    return selected
