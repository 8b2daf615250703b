"""The arithmetic of the language on known values, for all that works expressions out in memory.

All of it is to run in the context `types.EXACT`, where nothing raises.
"""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from fondaco.risk.expression.types import MICRO

Quantity: TypeAlias = Decimal | int


def product(left: Quantity, right: Quantity) -> Decimal | None:
    """The product, to six places, half to even; None (missing) where it is beyond all measure.

    >>> product(Decimal("0.000001"), Decimal("2.5"))
    Decimal('0.000002')
    """
    return _measured(_exact(left) * right, MICRO)


def quotient(left: Quantity, right: Quantity) -> Decimal | None:
    """The quotient, to six places, half to even; None (missing) where the divisor is zero.

    >>> quotient(2, 3), quotient(2, 0)
    (Decimal('0.666667'), None)
    """
    if not right:
        return None
    result = (_exact(left) / right).quantize(MICRO)
    return result if result.is_finite() else None


def rounded(value: Quantity, step: Decimal) -> Decimal | None:
    """The value to the places of the step, half to even; None where it is beyond all measure.

    >>> rounded(Decimal("2.5"), Decimal(1))
    Decimal('2')
    """
    return _measured(_exact(value), step)


def _exact(value: Quantity) -> Decimal:
    # Two whole numbers would divide into a float.
    return value if value.__class__ is Decimal else Decimal(value)


def _measured(value: Decimal, step: Decimal) -> Decimal | None:
    result = value.quantize(step)
    return result if result.is_finite() else None


def days_between(first: date, last: date) -> int:
    """The days from the first to the last, negative where the last is earlier.

    >>> days_between(date(2026, 1, 1), date(2026, 1, 31))
    30
    """
    return (last - first).days


def weekday(day: date) -> int:
    """The day of the week, Monday 1 to Sunday 7 (ISO 8601).

    >>> weekday(date(2026, 11, 21))
    6
    """
    return day.isoweekday()


def begins(text: str, prefixes: Sequence[str]) -> bool:
    """Whether the text starts with one of the prefixes."""
    return text.startswith(tuple(prefixes))


NAMED: dict[str, Callable[..., Quantity | str | date | None]] = {
    "lower": str.lower,
    "len": len,
    "abs": abs,
    "min": min,
    "max": max,
    "round": rounded,
    "year": lambda day: day.year,
    "month": lambda day: day.month,
    "weekday": weekday,
    "days_between": days_between,
}
"""Each function of the language that gives a value of known values."""
