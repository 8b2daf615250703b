"""Sharing an amount over goods items so that the shares add up to it exactly."""

from collections.abc import Sequence
from decimal import Decimal

_ZERO = Decimal(0)
_ONE = Decimal(1)
_CENT = Decimal("0.01")


def apportion(amount: Decimal, weights: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """Shares of the amount in proportion to the weights, to the cent, by largest remainder.

    Each share is first cut down to the cent (or to the last decimal of the amount, where that is
    finer); the cents left over go one each to the largest remainders, the earlier item first
    where two are equal. Weights are not below zero and not all zero; ValueError otherwise.

    >>> apportion(Decimal("100.00"), [Decimal(1), Decimal(1), Decimal(1)])
    (Decimal('33.34'), Decimal('33.33'), Decimal('33.33'))
    """
    return Weights(weights).shares(amount)


class Weights:
    """The weights in proportion to which amounts are shared, looked at once for all of them."""

    __slots__ = ("_each", "_whole")

    def __init__(self, each: Sequence[Decimal]) -> None:
        self._each, self._whole = each, sum(each, _ZERO)
        if self._whole <= _ZERO or min(each) < _ZERO:
            raise ValueError(f"found weights {each}, expected none below zero and one above")

    def shares(self, amount: Decimal) -> tuple[Decimal, ...]:
        """The shares of one amount: see `apportion`."""
        quantum, whole = _quantum(amount), self._whole
        cents = amount / quantum
        parts = [divmod(cents * weight, whole) for weight in self._each]
        counts = [count for count, _ in parts]
        left = int(cents - sum(counts, _ZERO))
        if left:
            rests = [rest for _, rest in parts]
            # Sorting keeps the order of equals, also where it is reversed.
            by_remainder = sorted(range(len(rests)), key=rests.__getitem__, reverse=True)
            for place in by_remainder[:left]:
                counts[place] += _ONE
        return tuple([count * quantum for count in counts])


def _quantum(amount: Decimal) -> Decimal:
    """A cent, or the last decimal of the amount where that is finer."""
    if amount == amount.quantize(_CENT):
        return _CENT
    exponent = amount.as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else _CENT
