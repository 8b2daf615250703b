"""Freight container numbers (ISO 6346): owner, category, serial number, check digit.

>>> is_valid("CSQU3054383"), is_valid("CSQU3054384")
(True, False)
"""

import re

from fondaco.identifiers import letter_values

_SHAPE = re.compile(r"[A-Z]{3}[UJZ][0-9]{7}").fullmatch


def compact(number: str) -> str:
    """The number without blanks and dashes, in capitals.

    >>> compact("csqu 305438-3")
    'CSQU3054383'
    """
    return "".join(number.replace("-", " ").split()).upper()


def has_shape(number: str) -> bool:
    """Whether it is written as a container number, right or wrong in its digit.

    >>> has_shape("CSQU3054384"), has_shape("AD12345")
    (True, False)
    """
    return _SHAPE(number) is not None


def check_digit(number: str) -> str:
    """The eleventh character, from the ten before it.

    >>> check_digit("CSQU305438")
    '3'
    """
    return letter_values.check_digit(number[:10])


def is_valid(number: str) -> bool:
    """Whether the number has the shape and the check digit of ISO 6346."""
    return has_shape(number) and check_digit(number) == number[10]
