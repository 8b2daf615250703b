"""A quantity and its unit of measurement (UN/ECE Recommendation 20 code)."""

from decimal import Decimal

import msgspec


class Quantity(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """So many of a unit; a declared quantity may leave the unit to the tariff.

    >>> print(Quantity(Decimal("12.5"), "LTR"))
    12.5 LTR
    """

    value: Decimal
    unit: str | None = None

    def __str__(self) -> str:
        return f"{self.value} {self.unit}" if self.unit else f"{self.value}"
