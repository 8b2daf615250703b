"""Sharing an amount over goods items so that the shares add up to it exactly."""

from collections.abc import Sequence
from decimal import Decimal

_ZERO = Decimal(0)
_CENT = Decimal("0.01")


def apportion(amount: Decimal, weights: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """Shares of the amount in proportion to the weights, to the cent, by largest remainder.

    Each share is first cut down to the cent (or to the last decimal of the amount, where that is
    finer); the cents left over go one each to the largest remainders, the earlier item first
    where two are equal. Weights are not below zero and not all zero; ValueError otherwise.

    >>> apportion(Decimal("100.00"), [Decimal(1), Decimal(1), Decimal(1)])
    (Decimal('33.34'), Decimal('33.33'), Decimal('33.33'))
    """
    whole = sum(weights, _ZERO)
    if whole <= 0 or min(weights) < 0:
        raise ValueError(f"found weights {weights}, expected none below zero and one above")
    quantum = _quantum(amount)
    cents = amount / quantum
    counts, rests = [], []
    for weight in weights:
        count, rest = divmod(cents * weight, whole)
        counts.append(count)
        rests.append(rest)
    left = int(cents - sum(counts, _ZERO))
    if left:
        # Sorting keeps the order of equals, also where it is reversed.
        by_remainder = sorted(range(len(rests)), key=rests.__getitem__, reverse=True)
        for place in by_remainder[:left]:
            counts[place] += 1
    return tuple([count * quantum for count in counts])


def _quantum(amount: Decimal) -> Decimal:
    """A cent, or the last decimal of the amount where that is finer."""
    if amount == amount.quantize(_CENT):
        return _CENT
    exponent = amount.as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else _CENT
