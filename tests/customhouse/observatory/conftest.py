"""The observatory's tests: nothing is remembered from one to the next."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from customhouse.observatory import pages
from customhouse.records import queries as records


@pytest.fixture(autouse=True)
def fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Begin with an empty state folder, and forget what other tests saw."""
    monkeypatch.setattr(settings, "STATE", tmp_path)
    pages.forget()
    records.forget_secrets()
    yield
    pages.forget()
    records.forget_secrets()
