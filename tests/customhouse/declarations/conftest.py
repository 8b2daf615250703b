"""Worlds in which every declaration falls into a known channel."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings

from customhouse.records import queries
from tests.customhouse import world


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give an empty state folder, in use."""
    monkeypatch.setattr(settings, "STATE", tmp_path)
    queries.forget_secrets()
    yield tmp_path
    queries.forget_secrets()


@pytest.fixture
def in_channel(db, state: Path) -> Callable[[str], world.World]:
    """Give a maker of worlds whose selectivity sends everything into one channel."""
    return lambda channel: world.build(channel=channel)
