"""Shapes that rules ask for: sound numbers, plain text, dates, lists counted from one."""

import re
from collections.abc import Hashable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Protocol

DIGITS = 16
"""Digits a number may have in all (WCO Data Model, format n..16)."""

_CENT = Decimal("0.01")
_MILLIONTH = Decimal("0.000001")
_DAY = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:[T ]?\d{2}:?\d{2}(?::?\d{2})?.{0,10})?").fullmatch
# Control characters, and those that turn the direction of writing so that a text reads
# otherwise than it is stored.
_HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def is_amount(number: Decimal) -> bool:
    """Whether it is finite, with at most two decimals and sixteen digits.

    >>> is_amount(Decimal("12.50")), is_amount(Decimal("12.505")), is_amount(Decimal("NaN"))
    (True, False, False)
    """
    if number.is_finite() and number.adjusted() < 14:
        return not number % _CENT
    return _is_written_with(number, decimals=2)


def is_measure(number: Decimal) -> bool:
    """Whether it is finite, with at most six decimals and sixteen digits.

    >>> is_measure(Decimal("0.000001")), is_measure(Decimal("1E+30"))
    (True, False)
    """
    if number.is_finite() and number.adjusted() < 10:
        return not number % _MILLIONTH
    return _is_written_with(number, decimals=6)


def _is_written_with(number: Decimal, *, decimals: int) -> bool:
    sign, digits, exponent = number.as_tuple()
    if not isinstance(exponent, int):
        return False  # not a number, or infinite
    if not any(digits):
        return True
    return -exponent <= decimals and len(digits) + max(exponent, 0) <= DIGITS


def is_plain(text: str, *, longest: int) -> bool:
    """Whether a text has no hidden characters and is not too long.

    >>> is_plain("Naïve", longest=70), is_plain("line\\nline", longest=70)
    (True, False)
    """
    return len(text) <= longest and (text.isprintable() or _HIDDEN.search(text) is None)


def day_of(text: str) -> date | None:
    """The day that a date, or a date and time, names; None where it names none.

    >>> day_of("2026-11-21"), day_of("20261121134941Z"), day_of("21/11/2026")
    (datetime.date(2026, 11, 21), datetime.date(2026, 11, 21), None)
    """
    found = _DAY(text)
    if found is None:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None


class Numbered(Protocol):
    """What has a place in a list."""

    @property
    def number(self) -> int | None: ...


def counts_from_one(parts: Sequence[Numbered]) -> bool:
    """Whether the numbers given run 1, 2, 3 in the order of the list."""
    for place, part in enumerate(parts, 1):
        if part.number != place and part.number is not None:
            return False
    return True


def is_without_repeats(values: Iterable[Hashable]) -> bool:
    """Whether no value stands there twice; None counts as nothing.

    >>> is_without_repeats(["a", None, None]), is_without_repeats(["a", "a"])
    (True, False)
    """
    given = [value for value in values if value is not None]
    return len(given) < 2 or len(set(given)) == len(given)


def repeated(values: Iterable[Hashable]) -> str:
    """The first value that stands there twice, as text; empty where none does."""
    seen: set[Hashable] = set()
    for value in values:
        if value is not None and value in seen:
            return str(value)
        seen.add(value)
    return ""
