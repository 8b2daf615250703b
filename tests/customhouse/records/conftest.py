"""A state folder for each test that signs, so that each has a log of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from customhouse.records import queries


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give an empty state folder, in use."""
    monkeypatch.setattr(settings, "STATE", tmp_path)
    queries.forget_secrets()
    yield tmp_path
    queries.forget_secrets()
