"""Identifiers of traders: our own, with a check digit, and those of other administrations.

Ours are the country's two letters and nine digits, the last of which is a check digit
(ISO/IEC 7064, MOD 11,10: it finds every slip of one digit). Others follow the EU's
EORI, a country and up to fifteen characters (Implementing Regulation 2015/2447, annex
12-01), whose digits only their issuer can check.

>>> is_valid("XF100000016", issued_by="XF"), is_valid("XF100000018", issued_by="XF")
(True, False)
>>> is_valid("GB553202734852", issued_by="XF")
True
"""

import re

from stdnum.iso7064 import mod_11_10

_SHAPE = re.compile(r"[A-Z]{2}[0-9A-Z]{1,15}").fullmatch
_OURS = re.compile(r"[A-Z]{2}[0-9]{9}").fullmatch


def compact(identifier: str) -> str:
    """The identifier without blanks and dashes, in capitals.

    >>> compact("xf 1000-0001-6")
    'XF100000016'
    """
    return "".join(identifier.replace("-", " ").split()).upper()


def check_digit(digits: str) -> str:
    """The ninth digit of one of our identifiers, from the eight before it.

    >>> check_digit("10000001")
    '6'
    """
    return str(mod_11_10.calc_check_digit(digits))


def form(*, country: str, serial: int) -> str:
    """The identifier of the trader registered under that serial number (below 100 million).

    >>> form(country="XF", serial=20000002)
    'XF200000021'
    """
    if not 0 <= serial < 100_000_000:
        raise ValueError(f"found serial number {serial}, expected 0 to 99999999")
    digits = f"{serial:08}"
    return country + digits + check_digit(digits)


def has_shape(identifier: str) -> bool:
    """Whether it could be anybody's: a country and up to fifteen capitals and digits.

    >>> has_shape("DE123456789012345"), has_shape("de1"), has_shape("DE 1")
    (True, False, False)
    """
    return _SHAPE(identifier) is not None


def is_valid(identifier: str, *, issued_by: str) -> bool:
    """Whether the shape is right and, where that country issued it, the check digit too."""
    if not identifier.startswith(issued_by):
        return has_shape(identifier)
    return _OURS(identifier) is not None and check_digit(identifier[2:10]) == identifier[10]
