"""Numbers of ships, containers, wagons, lorries, flights and waybills, with right check digits."""

from __future__ import annotations

from random import Random

from fondaco.identifiers import container

_LETTERS = "ABCDEFGHJKLMNPRSTVWXYZ"
_BOX_OWNERS = ("FNDU", "ZTTU", "RLTU", "MLCU", "BRCU", "LGNU")
"""Invented owners of containers (ISO 6346 wants three letters and a U)."""


def ship(dice: Random) -> str:
    """Return a number of the IMO's scheme from a range in which it has given none."""
    digits = f"2{dice.randrange(10**5):05}"
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(7, 1, -1), strict=True))
    return f"{digits}{total % 10}"


def box(dice: Random) -> str:
    """Return a container number (ISO 6346)."""
    number = f"{dice.choice(_BOX_OWNERS)}{dice.randrange(10**6):06}"
    return number + container.check_digit(number)


def wagon(dice: Random) -> str:
    """Return the twelve digits of a goods wagon, the last a Luhn digit (UIC 438-2)."""
    digits = f"31{dice.choice(('80', '54', '51', '81'))}{dice.randrange(10**7):07}"
    doubled = (int(d) * (2 if place % 2 == 0 else 1) for place, d in enumerate(digits))
    return f"{digits}{-sum(sum(divmod(each, 10)) for each in doubled) % 10}"


def lorry(dice: Random, *, country: str) -> str:
    """Return a lorry's plate with the letters of its country before it."""
    letters = "".join(dice.choices(_LETTERS, k=2))
    return f"{country} {dice.randrange(100, 1000)}-{letters}{dice.randrange(10)}"


def flight(dice: Random, *, airline: str) -> str:
    """Return a flight number (IATA resolution 762)."""
    return f"{airline}{dice.randrange(100, 9900)}"


def waybill(dice: Random) -> str:
    """Return an air waybill number: airline, serial, remainder by seven (IATA resolution 600a)."""
    serial = dice.randrange(10**7)
    return f"9{dice.randrange(80, 99)}-{serial:07}{serial % 7}"


def lading(dice: Random) -> str:
    """Return the number of a bill of lading, a note of carriage or an invoice's like."""
    return "".join(dice.choices(_LETTERS, k=4)) + f"{dice.randrange(10**8):08}"
