"""The public's pages, with the demonstration country's law published."""

from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from customhouse.records import queries as records
from customhouse.tariffs import actions as tariffs
from tests.customhouse import world


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give an empty state folder, in use."""
    monkeypatch.setattr(settings, "STATE", tmp_path)
    records.forget_secrets()
    return tmp_path


@pytest.fixture
def visitor(db, state: Path) -> Client:
    """Give somebody from the street."""
    tariffs.publish(files=world.law_files(), name="demonstration", by=world.SYSTEM, at=world.AT)
    return Client()
