"""Invented names of firms, people, streets and ships; none is meant to be anybody's."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from random import Random

import msgspec

TOWNS = {
    "Porto Fondaco": ("1010", "XF000101"),
    "San Zaccaria": ("2030", "XF000201"),
    "Rialto": ("1300", "XF000301"),
    "Ponte Alto": ("4100", "XF000401"),
    "Valle Chiara": ("4200", "XF000402"),
    "Tronchetto": ("3050", "XF000501"),
    "Malcanton": ("5010", "XF000101"),
}
"""Towns of the country with their postcode and the customs office that is nearest."""


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of words.toml."""

    surnames: tuple[str, ...]
    given: tuple[str, ...]
    streets: tuple[str, ...]
    ships: tuple[str, ...]
    syllables: tuple[str, ...]
    endings: tuple[str, ...]
    forms: tuple[str, ...]
    brokerage: tuple[str, ...]
    wares: tuple[str, ...]
    trades: dict[str, tuple[str, ...]]


@cache
def words() -> Words:
    """Return the words that names are made of."""
    text = files(__package__).joinpath("words.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), Words)


def without_repeats(names: Iterator[str]) -> Iterator[str]:
    """Pass each name once; it ends only where the names do."""
    seen: set[str] = set()
    for name in names:
        if name not in seen:
            seen.add(name)
            yield name


def firms(dice: Random, sector: str) -> Iterator[str]:
    """Name firms of a sector without end."""
    while True:
        who = dice.choice(words().surnames) if dice.random() < 0.6 else coined(dice)
        yield f"{who} {dice.choice(words().trades[sector])} {dice.choice(words().forms)}"


def brokers(dice: Random) -> Iterator[str]:
    """Name customs brokers without end."""
    while True:
        what, form = dice.choice(words().brokerage), dice.choice(("Ltd", "SA"))
        yield f"{dice.choice(words().surnames)} {what} {form}"


def suppliers(dice: Random, *, city: str, form: str) -> str:
    """Name a seller abroad."""
    where = f"{city} " if dice.random() < 0.4 else ""
    return f"{where}{coined(dice)} {dice.choice(words().wares)} {form}"


def people(dice: Random) -> Iterator[str]:
    """Name people without end."""
    while True:
        yield f"{dice.choice(words().given)} {dice.choice(words().surnames)}"


def ships(dice: Random) -> Iterator[str]:
    """Name ships without end."""
    while True:
        word = dice.choice(("", "Star", "Express", "Trader"))
        yield f"{dice.choice(words().ships)} {word}".strip()
        yield f"{coined(dice)} {dice.choice(words().ships)}"


def coined(dice: Random) -> str:
    """Make up a word that could be a firm's."""
    stem = "".join(dice.choices(words().syllables, k=dice.choice((1, 2))))
    return (stem + dice.choice(words().endings)).capitalize()


def street(dice: Random) -> str:
    """Make up a street and number."""
    return f"{dice.choice(words().streets)} {dice.randrange(1, 240)}"


def telephone(dice: Random) -> str:
    """Make up a telephone number under a country code that is given to nobody."""
    return f"+999 21 {dice.randrange(100, 1000)} {dice.randrange(10_000):04}"
