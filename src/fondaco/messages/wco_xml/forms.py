"""How one value is written in the text and the attribute of an XML element, and read from it."""

import re
from collections.abc import Mapping
from datetime import datetime
from decimal import Context, Decimal

from fondaco.messages.characters import FORBIDDEN
from fondaco.messages.hardened_xml import LONGEST_TEXT
from fondaco.messages.numbers import OutOfRange, number
from fondaco.units.money import Money
from fondaco.units.quantity import Quantity

LARGEST_COUNT = 99_999


class Misfit(ValueError):  # noqa: N818 - the value does not fit, nothing has failed
    """A text that an element cannot hold; ``code`` and ``values`` are the problem's."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


class Form:
    """Text as it is; the other forms say what they do otherwise.

    ``attribute`` is the one attribute that the value needs.
    """

    attribute: str | None = None

    def converts(self, attribute: str | None) -> bool:
        """Whether reading under that attribute changes the number, so that it must be said."""
        return False

    def read(self, text: str, attribute: str | None) -> object:
        """The value that an element's text and attribute say; Misfit where they say none."""
        return checked(text)

    def write(self, value: object) -> tuple[str, str | None]:
        """The text and the attribute that say the value."""
        return str(value), None


class Number(Form):
    """A decimal without unit."""

    def read(self, text: str, attribute: str | None) -> object:
        return decimal(text)

    def write(self, value: object) -> tuple[str, str | None]:
        assert isinstance(value, Decimal)
        return format(value, "f"), None


class WholeNumber(Form):
    """A place in a list, or how many there are."""

    def read(self, text: str, attribute: str | None) -> object:
        value = decimal(text)
        if value != int(value) or not 0 <= value <= LARGEST_COUNT:
            raise Misfit("whole-number")
        return int(value)


class Amount(Form):
    """An amount of money; a currency that is not stated is read as empty, for a rule to find."""

    attribute = "currencyID"

    def read(self, text: str, attribute: str | None) -> object:
        return Money(decimal(text), checked(attribute or ""))

    def write(self, value: object) -> tuple[str, str | None]:
        assert isinstance(value, Money)
        return format(value.amount, "f"), value.currency or None


class Measured(Form):
    """A quantity in the unit that it states, if any."""

    attribute = "unitCode"

    def read(self, text: str, attribute: str | None) -> object:
        return Quantity(decimal(text), checked(attribute or "") or None)

    def write(self, value: object) -> tuple[str, str | None]:
        assert isinstance(value, Quantity)
        return format(value.value, "f"), value.unit


class Kilograms(Form):
    """A mass, in kilograms whatever its unit was."""

    attribute = "unitCode"

    def converts(self, attribute: str | None) -> bool:
        return attribute not in (None, "", "KGM")

    def read(self, text: str, attribute: str | None) -> object:
        return kilograms(text, attribute) if attribute else decimal(text)

    def write(self, value: object) -> tuple[str, str | None]:
        assert isinstance(value, Decimal)
        return format(value, "f"), "KGM"


IN_KILOGRAMS: Mapping[str, Decimal] = {
    "MGM": Decimal("0.000001"),
    "GRM": Decimal("0.001"),
    "KGM": Decimal(1),
    "DTN": Decimal(100),
    "TNE": Decimal(1000),
    "LBR": Decimal("0.45359237"),
    "ONZ": Decimal("0.028349523125"),
}
"""One of each unit of mass in kilograms, exactly (UN/ECE Recommendation 20)."""

_EXACT = Context(prec=60)


def kilograms(text: str, unit: str) -> Decimal:
    """A mass in kilograms, where the conversion is exact; Misfit where it is not.

    >>> kilograms("2.5", "TNE"), kilograms("500", "GRM")
    (Decimal('2500'), Decimal('0.5'))
    """
    factor = IN_KILOGRAMS.get(unit)
    if factor is None:
        raise Misfit("unit")
    try:
        return number(format(_EXACT.multiply(decimal(text), factor), "f"))
    except OutOfRange:
        raise Misfit("unit") from None


def checked(text: str) -> str:
    """The text, if a declaration may hold it; Misfit where it is too long or has controls.

    >>> checked("straw\x07")
    Traceback (most recent call last):
    ...
    fondaco.messages.wco_xml.forms.Misfit: forbidden-character
    """
    if len(text) > LONGEST_TEXT:
        raise Misfit("too-long-text", limit=str(LONGEST_TEXT))
    if not text.isprintable() and FORBIDDEN.search(text) is not None:
        raise Misfit("forbidden-character")
    return text


def decimal(text: str) -> Decimal:
    """The number that a text says; Misfit where it says none."""
    try:
        return number(text)
    except OutOfRange as reason:
        raise Misfit(reason.code) from None


_AS_XML = re.compile(r"(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)(Z|[+-]\d\d)?)?", re.ASCII)
_AS_ISO = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d)(Z|[+-]\d\d(?=:00))?(?::00)?)?", re.ASCII
)


def iso_instant(text: str) -> str:
    """The ISO 8601 text of a date (format 102) or date and time (format 304) of EDIFACT 2379.

    >>> iso_instant("20240425"), iso_instant("20240425090243+01")
    ('2024-04-25', '2024-04-25T09:02:43+01:00')
    """
    match = _AS_XML.fullmatch(text)
    if match is None:
        raise Misfit("not-a-date")
    year, month, day, hour, minute, second, zone = match.groups()
    iso = f"{year}-{month}-{day}"
    if hour is not None:
        offset = f"{zone}:00" if zone and zone != "Z" else zone or ""
        iso += f"T{hour}:{minute}:{second}{offset}"
    try:
        datetime.fromisoformat(iso)
    except ValueError:
        raise Misfit("not-a-date") from None
    return iso


def edifact_instant(iso: str) -> tuple[str, str]:
    """The text and the format (EDIFACT 2379) of an ISO 8601 date, or date and time.

    >>> edifact_instant("2024-04-25"), edifact_instant("2024-04-25T09:02:43+01:00")
    (('20240425', '102'), ('20240425090243+01', '304'))
    """
    match = _AS_ISO.fullmatch(iso)
    if match is None:
        raise Misfit("not-carried")
    year, month, day, hour, minute, second, zone = match.groups()
    if hour is None:
        return f"{year}{month}{day}", "102"
    return f"{year}{month}{day}{hour}{minute}{second}{zone or ''}", "304"


TEXT = Form()
NUMBER = Number()
WHOLE = WholeNumber()
MONEY = Amount()
QUANTITY = Measured()
KILOGRAMS = Kilograms()
