"""The demonstration law for tests: built once, loaded once."""

from datetime import date
from functools import cache
from pathlib import Path

from fondaco.clearance.rulebook import Law, LawOfTheDay
from fondaco.command.law_bundle import build

FOLDER = Path(__file__).parents[2] / "law" / "demonstration"


@cache
def bundle() -> dict[str, bytes]:
    """The files of the demonstration law, with those made from registers."""
    return build(FOLDER)


@cache
def law() -> Law:
    """The demonstration law."""
    return Law.load(bundle())


def on(day: date) -> LawOfTheDay:
    """The demonstration law of one day."""
    return law().on(day)
