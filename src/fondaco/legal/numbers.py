"""Numbers as people write them, in English and French."""

from decimal import Decimal

from fondaco.evidence.canonical import normal

_NARROW_SPACE = "\u202f"


def number(value: Decimal, language: str, *, least: int = 2) -> str:
    """A number as people write it: groups of three digits, at least so many decimals.

    >>> number(Decimal("12999.9"), "en"), number(Decimal("0.065"), "fr")
    ('12,999.90', '0,065')
    """
    whole, _, decimals = normal(value).partition(".")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    grouped = f"{int(digits):,}"
    tail = decimals.ljust(least, "0")
    if language == "fr":
        return f"{sign}{grouped.replace(',', _NARROW_SPACE)}{',' if tail else ''}{tail}"
    return f"{sign}{grouped}{'.' if tail else ''}{tail}"
