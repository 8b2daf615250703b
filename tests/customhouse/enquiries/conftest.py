"""The public's pages, with the demonstration country's law published."""

from pathlib import Path

import pytest
from django.test import Client

from customhouse.tariffs import actions as tariffs
from tests.customhouse import world


@pytest.fixture
def visitor(db, state: Path) -> Client:
    """Give somebody from the street."""
    tariffs.publish(files=world.law_files(), name="demonstration", by=world.SYSTEM, at=world.AT)
    return Client()
