"""The types of the data elements that an expression may speak of."""

from decimal import ROUND_HALF_EVEN, Context, Decimal
from enum import StrEnum

MICRO = Decimal("0.000001")
"""A product and a quotient are kept to this, half to even."""

EXACT = Context(prec=38, rounding=ROUND_HALF_EVEN, Emin=-999_999, Emax=999_999, traps=[])
"""Where officers' arithmetic runs: as wide as the columns' decimals, and it never raises."""


class Type(StrEnum):
    """What kind of value a data element holds."""

    TEXT = "text"
    CODE = "code"
    NUMBER = "number"
    MONEY = "money"
    """In the currency of the law."""
    MASS = "mass"
    """In kilograms."""
    DATE = "date"
    YES_NO = "yes/no"
    SET = "set of text"

    @property
    def is_quantity(self) -> bool:
        """Whether it can be counted with."""
        return self in (Type.NUMBER, Type.MONEY, Type.MASS)

    @property
    def is_text(self) -> bool:
        """Whether it is made of characters."""
        return self in (Type.TEXT, Type.CODE)
