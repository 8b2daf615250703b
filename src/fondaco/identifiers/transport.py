"""How ships, aircraft, wagons, lorries and air waybills are numbered.

The kinds are those of the EU's data element 7/7 (code list for the identity of
means of transport), whose first digit is the mode of transport (UN/ECE
Recommendation 19).

>>> is_valid("9319466", kind=Kind.SHIP), is_valid("9319467", kind=Kind.SHIP)
(True, False)
"""

import re
from enum import StrEnum
from functools import lru_cache

from stdnum import imo, luhn


class Kind(StrEnum):
    """What the identifier of a means of transport is."""

    SHIP = "10"
    """IMO ship number: seven digits, the last a check digit (IMO resolution A.1117)."""
    SHIP_NAME = "11"
    WAGON = "20"
    """Twelve digits, the last a Luhn digit (UIC leaflet 438-2)."""
    ROAD_VEHICLE = "30"
    FLIGHT = "40"
    """Airline and number, as on the ticket (IATA resolution 762)."""
    AIRCRAFT = "41"
    """Nationality and registration mark (Chicago Convention, annex 7)."""
    INLAND_SHIP = "80"
    """European vessel identification number: eight digits."""
    INLAND_SHIP_NAME = "81"

    @property
    def mode(self) -> str:
        """The mode of transport that such an identifier belongs to."""
        return self.value[0]


KINDS = {kind.value: kind for kind in Kind}

_NAME = re.compile(r"[^\W_][^\x00-\x1f]{0,34}").fullmatch
_SHAPES = {
    Kind.SHIP: re.compile(r"[0-9]{7}").fullmatch,
    Kind.SHIP_NAME: _NAME,
    Kind.WAGON: re.compile(r"[0-9]{12}").fullmatch,
    Kind.ROAD_VEHICLE: re.compile(r"[0-9A-Z](?:[ /-]?[0-9A-Z]){1,34}").fullmatch,
    Kind.FLIGHT: re.compile(r"[0-9A-Z]{2}[A-Z]?[0-9]{1,4}[A-Z]?").fullmatch,
    Kind.AIRCRAFT: re.compile(r"[0-9A-Z]{1,4}-?[0-9A-Z]{1,6}").fullmatch,
    Kind.INLAND_SHIP: re.compile(r"[0-9]{8}").fullmatch,
    Kind.INLAND_SHIP_NAME: _NAME,
}
_WAYBILL = re.compile(r"[0-9]{11}").fullmatch


def compact(identifier: str, *, kind: Kind) -> str:
    """The identifier in capitals, without the blanks and words people write around it.

    >>> compact("IMO 9319466", kind=Kind.SHIP), compact("xf 123-ab", kind=Kind.ROAD_VEHICLE)
    ('9319466', 'XF 123-AB')
    """
    if kind is Kind.SHIP:
        return str(imo.compact(identifier.upper()))
    if kind in (Kind.WAGON, Kind.FLIGHT, Kind.INLAND_SHIP):
        return "".join(identifier.replace("-", " ").split()).upper()
    return " ".join(identifier.split()).upper()


@lru_cache(maxsize=4096)
def is_valid(identifier: str, *, kind: Kind) -> bool:
    """Whether the identifier has the shape of its kind and its check digit is right.

    >>> is_valid("338012341230", kind=Kind.WAGON), is_valid("338012341239", kind=Kind.WAGON)
    (True, False)
    >>> is_valid("LH400", kind=Kind.FLIGHT), is_valid("XF 123-AB", kind=Kind.ROAD_VEHICLE)
    (True, True)
    """
    if _SHAPES[kind](identifier) is None:
        return False
    if kind is Kind.SHIP:
        return bool(imo.is_valid(identifier))
    return kind is not Kind.WAGON or bool(luhn.is_valid(identifier))


def is_valid_air_waybill(number: str) -> bool:
    """Whether an air waybill number is right: airline, serial number, remainder by seven.

    IATA resolution 600a. Blanks and dashes are let pass.

    >>> is_valid_air_waybill("020-12345675"), is_valid_air_waybill("020-12345674")
    (True, False)
    """
    digits = number.replace("-", "").replace(" ", "")
    return _WAYBILL(digits) is not None and int(digits[3:10]) % 7 == int(digits[10])
