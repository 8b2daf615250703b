"""Identifiers that others have labelled right or wrong: containers and ships.

Kinds that declarations here do not carry (legal entity identifiers, value added tax
numbers, excise movement numbers) are counted and skipped.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

from fondaco.identifiers import container, transport
from tests.external.suites import Report, Tally

FOLDER = "tariff/codes/identifiers"


def _is_ship(number: str) -> bool:
    ship = transport.Kind.SHIP
    return transport.is_valid(transport.compact(number, kind=ship), kind=ship)


CHECKS: Mapping[str, Callable[[str], bool]] = {
    "ISO6346": lambda number: container.is_valid(container.compact(number)),
    "IMO": _is_ship,
}


def run(data: Path) -> Report:
    """Ask of every number of a kind we know whether it is valid."""
    tally = Tally("identifiers")
    skipped: Counter[str] = Counter()
    listed = (data / FOLDER / "identifier_check_digit_cases.csv").open(newline="", encoding="utf-8")
    with listed as lines:
        for row in csv.DictReader(lines):
            check = CHECKS.get(row["scheme"])
            if check is None:
                skipped[row["scheme"]] += 1
                continue
            found = "valid" if check(row["value"]) else "invalid"
            wrong = f"found {found}, expected {row['expected']}"
            tally.check(f"{row['scheme']} {row['value']}", found == row["expected"], wrong)
    for scheme, count in sorted(skipped.items()):
        tally.skip(count, f"declarations here carry no {scheme}")
    return tally.report()
