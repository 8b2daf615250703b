"""Money in one currency; exact decimals; rounding is a named legal rule, never a default."""

from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal
from enum import StrEnum

import msgspec

_UNIT = Decimal(1)
_CENT = Decimal("0.01")


class Rounding(StrEnum):
    """The ways a customs law tells its officers to round an amount.

    >>> Rounding.DOWN_TO_UNIT.apply(Decimal("845.99"))
    Decimal('845')
    >>> Rounding.NEAREST_CENT.apply(Decimal("0.125"))
    Decimal('0.13')
    """

    NEAREST_CENT = "nearest cent, halves up"
    DOWN_TO_CENT = "down to the cent"
    NEAREST_UNIT = "nearest unit, halves up"
    DOWN_TO_UNIT = "down to the unit"
    UP_TO_UNIT = "up to the unit"

    @property
    def rule(self) -> tuple[Decimal, str]:
        """What to quantize to, and in which mode of the decimal module.

        >>> Rounding.UP_TO_UNIT.rule
        (Decimal('1'), 'ROUND_UP')
        """
        return _HOW[self]

    def apply(self, amount: Decimal) -> Decimal:
        """The amount as the law has it written."""
        quantum, mode = _HOW[self]
        return amount.quantize(quantum, mode)


_HOW = {
    Rounding.NEAREST_CENT: (_CENT, ROUND_HALF_UP),
    Rounding.DOWN_TO_CENT: (_CENT, ROUND_DOWN),
    Rounding.NEAREST_UNIT: (_UNIT, ROUND_HALF_UP),
    Rounding.DOWN_TO_UNIT: (_UNIT, ROUND_DOWN),
    Rounding.UP_TO_UNIT: (_UNIT, ROUND_UP),
}


class Money(msgspec.Struct, frozen=True, gc=False):
    """An amount in one currency (ISO 4217 alphabetic code).

    >>> print(Money(Decimal("1.10"), "XFC") + Money(Decimal("2"), "XFC"))
    3.10 XFC
    """

    amount: Decimal
    currency: str

    def __add__(self, other: "Money") -> "Money":
        if other.currency != self.currency:
            raise ValueError(
                f"found {other.currency}, expected {self.currency}: "
                "convert at the customs rate before adding"
            )
        return Money(self.amount + other.amount, self.currency)

    def __sub__(self, other: "Money") -> "Money":
        return self + Money(-other.amount, other.currency)

    def __mul__(self, factor: Decimal) -> "Money":
        return Money(self.amount * factor, self.currency)

    def rounded(self, rounding: Rounding) -> "Money":
        """The same money, rounded as the law says."""
        return Money(rounding.apply(self.amount), self.currency)

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}"
