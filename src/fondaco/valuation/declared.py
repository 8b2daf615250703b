"""What valuation reads of a consignment, whatever form the declaration has."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Protocol

from fondaco.units.money import Money

_ZERO = Decimal(0)
_LARGEST = Decimal(10) ** 15
_FINEST = Decimal("0.000001")


class DeclaredCharge(Protocol):
    """An addition or deduction as declared."""

    @property
    def kind(self) -> str: ...
    @property
    def amount(self) -> Money: ...


class PricedItem(Protocol):
    """A goods item with its price or its value."""

    @property
    def number(self) -> int | None: ...
    @property
    def invoice_amount(self) -> Money | None: ...
    @property
    def customs_value(self) -> Money | None: ...
    @property
    def valuation_method(self) -> str | None: ...
    @property
    def gross_mass(self) -> Decimal | None: ...
    @property
    def charges(self) -> Sequence[DeclaredCharge]: ...


def is_amount(number: Decimal) -> bool:
    """Whether a declaration may bear the number: none below zero, none beyond count.

    >>> [is_amount(Decimal(each)) for each in ("0", "12.5", "-1", "NaN", "1E+15")]
    [True, True, False, False, False]
    """
    return number.is_finite() and _ZERO <= number < _LARGEST


def is_plain(number: Decimal) -> bool:
    """Whether the number has no more decimals than can be shared out (six).

    >>> is_plain(Decimal("0.000001")), is_plain(Decimal("0.0000001"))
    (True, False)
    """
    return number == number.quantize(_FINEST)


def path(place: int, name: str) -> str:
    """Where an element of an item stands, as the JSON form has it."""
    return f"shipment.items[{place}].{name}"
