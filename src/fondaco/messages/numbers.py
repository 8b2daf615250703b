"""Decimals as messages write them, within the sixteen digits and six places of the WCO formats."""

import re
from decimal import Decimal

MOST_DIGITS = 16
MOST_PLACES = 6
"""The longest number of the WCO Data Model is n..16,6; a rate of exchange is n..12,5."""

_FURTHEST_DIGIT = 40
"""An exponent beyond this is not even written out: 1E-999999999 would fill the memory."""


class OutOfRange(ValueError):  # noqa: N818 - the number is out of range, nothing has failed
    """A number that no element takes; ``code`` is the problem's."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def number(text: str) -> Decimal:
    """The number that a text says in digits (XML Schema's decimal), in its normal spelling.

    Raises OutOfRange for what is no number or too long a one.

    >>> [str(number(each)) for each in ("10.50", "+5", "-0.0", " 007 ", ".5")]
    ['10.5', '5', '0', '7', '0.5']
    >>> number("1E3")
    Traceback (most recent call last):
    ...
    fondaco.messages.numbers.OutOfRange: exponent
    """
    stripped = text.strip(" \t\r\n")
    if _DIGITS.fullmatch(stripped) is None:
        raise OutOfRange("exponent" if _WITH_EXPONENT.fullmatch(stripped) else "not-a-number")
    return Decimal(_normal(stripped))


_DIGITS = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
_WITH_EXPONENT = re.compile(r"[+-]?[0-9]*\.?[0-9]*[eE][+-]?[0-9]+")


def _normal(digits: str) -> str:
    """The one spelling of a number written without exponent: nothing that could be left out."""
    sign = "-" if digits[0] == "-" else ""
    whole, _, places = digits.lstrip("+-").partition(".")
    whole, places = whole.lstrip("0") or "0", places.rstrip("0")
    if len(places) > MOST_PLACES or len(whole) + len(places) > MOST_DIGITS:
        raise OutOfRange("number-too-long")
    if not places:
        return whole if whole == "0" else sign + whole
    return f"{sign}{whole}.{places}"


def normal(value: Decimal) -> str:
    """The normal spelling of a decimal; OutOfRange where no element takes it.

    >>> normal(Decimal("1E+3"))
    '1000'
    """
    return _normal(_written_out(value))


class _Spellings(dict[Decimal, str]):
    """Decimals already spelled. Equal ones are spelled alike, so that this cannot mislead."""

    def __missing__(self, value: Decimal) -> str:
        spelling = normal(value)
        if len(self) >= 8192:
            self.clear()
        self[value] = spelling
        return spelling


def _written_out(value: Decimal) -> str:
    text = str(value)
    if not value.is_finite():
        raise OutOfRange("not-a-number")
    if "E" not in text:
        return text
    if abs(value.adjusted()) > _FURTHEST_DIGIT:
        raise OutOfRange("exponent")
    return format(value, "f")


# A bound method of C, for this is called for every number of every declaration.
spelled = _Spellings().__getitem__
"""As ``normal``, remembering what it has spelled."""
