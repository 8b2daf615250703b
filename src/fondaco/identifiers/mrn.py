"""The master reference number (MRN) that customs gives a declaration when it takes it in.

Eighteen characters, as in the EU (Implementing Regulation 2015/2447, annex B, data
element 2/1): two digits of the year, two letters of the country, twelve characters
of ours, one letter that says what kind of declaration it is, one check digit worked
out as for a freight container (ISO 6346).

>>> form(year=2026, country="XF", serial=1, kind=Kind.IMPORT)
'26XF000000000001R7'
>>> is_valid("26XF000000000001R7"), is_valid("26XF000000000010R7")
(True, False)
"""

import re
from enum import StrEnum

from fondaco.identifiers import letter_values

_SHAPE = re.compile(r"[0-9]{2}[A-Z]{2}[0-9A-Z]{12}[A-Z][0-9]").fullmatch
_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SERIALS = 36**12


class Kind(StrEnum):
    """What an MRN numbers, by its seventeenth character (same annex)."""

    EXPORT = "A"
    EXIT_SUMMARY = "C"
    TRANSIT = "J"
    IMPORT = "R"
    ENTRY_SUMMARY = "T"
    TEMPORARY_STORAGE = "U"


def compact(number: str) -> str:
    """The number without blanks, in capitals.

    >>> compact("26xf 0000 0000 0001 r7")
    '26XF000000000001R7'
    """
    return "".join(number.split()).upper()


def check_digit(number: str) -> str:
    """The eighteenth character, from the seventeen before it (capitals and digits).

    >>> check_digit("21GB7X8M7S6NG8N6R")
    '0'
    """
    return letter_values.check_digit(number[:17])


def form(*, year: int, country: str, serial: int, kind: Kind) -> str:
    """The MRN of the year's declaration with that serial number (0 up to 36**12, not included).

    Whoever reads two MRNs reads how far apart their serial numbers are. An
    administration that would rather not tell draws serial numbers from a sequence
    with gaps of its own. ValueError where the country or serial does not fit.
    """
    if not 0 <= serial < _SERIALS:
        raise ValueError(f"found serial number {serial}, expected 0 to {_SERIALS - 1}")
    if not re.fullmatch("[A-Z]{2}", country):
        raise ValueError(f"found country {country!r}, expected two capital letters")
    body = f"{year % 100:02}{country}{_base_36(serial):0>12}{kind.value}"
    return body + check_digit(body)


def is_valid(number: str) -> bool:
    """Whether the number has the shape of an MRN and its check digit is right.

    >>> is_valid("23GB6W3GLSX9Z5JAR4")
    True
    """
    return _SHAPE(number) is not None and check_digit(number) == number[17]


def _base_36(number: int) -> str:
    text = ""
    while number:
        number, digit = divmod(number, 36)
        text = _DIGITS[digit] + text
    return text
