"""Draws that the same seed always repeats, on any machine and in any order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from math import log
from random import Random
from typing import TypeVar

Value = TypeVar("Value")


def stream(*parts: object) -> Random:
    """Return the dice of one purpose: the same parts give the same rolls, whoever rolled before.

    >>> stream(7, "traders").random() == stream(7, "traders").random()
    True
    >>> stream(7, "traders").random() == stream(8, "traders").random()
    False
    """
    return Random("/".join(map(str, parts)))  # noqa: S311 - repeatable is what it must be


def weighted(dice: Random, weights: Mapping[Value, float]) -> Value:
    """Return one of the keys, as often as its weight says."""
    return dice.choices(list(weights), list(weights.values()))[0]


def lognormal(dice: Random, *, median: float, spread: float) -> float:
    """Return a number around the median whose logarithm is normal with that deviation."""
    return dice.lognormvariate(log(median), spread)


def happens(dice: Random, share: float) -> bool:
    """Say yes in that share of cases."""
    return dice.random() < share


def rounded(number: float, *, places: int) -> Decimal:
    """Return the number with so many decimals; the rest hides how machines reckon logarithms.

    >>> rounded(12.3456, places=2)
    Decimal('12.35')
    """
    return Decimal(f"{number:.{places}f}")


def taken(dice: Random, values: Sequence[Value], *, most: int) -> list[Value]:
    """Return up to so many different values, in the order drawn."""
    return dice.sample(values, min(most, len(values)))
