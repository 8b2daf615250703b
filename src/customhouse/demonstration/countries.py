"""Where the nation's goods come from: places, currencies, how they travel and how long."""

from __future__ import annotations

from collections.abc import Mapping
from csv import DictReader
from functools import cache
from importlib.resources import files

import msgspec

from customhouse.demonstration.goods import shares

SEA, RAIL, ROAD, AIR, POST = "1", "2", "3", "4", "5"
"""Modes of transport (UN/ECE Recommendation 19)."""


class City(msgspec.Struct, frozen=True):
    """A town abroad and its code of place (UN/LOCODE)."""

    name: str
    code: str


class Country(msgspec.Struct, frozen=True, kw_only=True):
    """A country that sends goods; `rate` is about what one unit of its currency is worth."""

    code: str
    currency: str
    rate: float
    modes: dict[str, float]
    hours: int
    forms: tuple[str, ...]
    cities: tuple[City, ...]


@cache
def countries() -> Mapping[str, Country]:
    """Return all of them by code."""
    text = files(__package__).joinpath("countries.csv").read_text(encoding="utf-8")
    return {row["code"]: _country(row) for row in DictReader(text.splitlines())}


def _country(row: Mapping[str, str]) -> Country:
    return Country(
        code=row["code"],
        currency=row["currency"],
        rate=float(row["rate"]),
        modes=shares(row["modes"]),
        hours=int(row["hours"]),
        forms=tuple(row["forms"].split(";")),
        cities=tuple(City(*each.split("=")) for each in row["cities"].split(";")),
    )
