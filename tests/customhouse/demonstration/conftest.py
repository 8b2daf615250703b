"""The demonstration country's law, and one nation with some of its trade, for these tests."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from customhouse.demonstration.consignments import consignments
from customhouse.demonstration.nation import nation
from customhouse.demonstration.values import Consignment, Nation
from fondaco.clearance.rulebook import Law
from fondaco.command import law_bundle

ROOT = Path(__file__).resolve().parents[3]
SEED = 7
START = datetime(2026, 11, 2, 5, tzinfo=UTC)


@pytest.fixture(scope="session")
def law() -> Law:
    """Give the demonstration country's law."""
    return Law.load(law_bundle.build(ROOT / "law" / "demonstration"))


@pytest.fixture(scope="session")
def people() -> Nation:
    """Give a nation."""
    return nation(SEED)


@pytest.fixture(scope="session")
def trade(people: Nation) -> list[Consignment]:
    """Give enough of its trade for shares to be told."""
    return list(consignments(people, seed=SEED, start=START, count=1500))
