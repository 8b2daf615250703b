"""The law of the demonstration country, and the declaration that keeps every rule."""

from datetime import date
from pathlib import Path

import msgspec
import pytest

from fondaco.clearance.rulebook import Law
from fondaco.command.law_bundle import build
from fondaco.declaration.document import Document
from fondaco.declaration.rules import Case

ROOT = Path(__file__).parents[3]
ON = date(2026, 11, 21)


@pytest.fixture(scope="session")
def law():
    return Law.load(build(ROOT / "law/demonstration"))


@pytest.fixture(scope="session")
def books(law):
    return law.on(ON).code_books


@pytest.fixture(scope="session")
def kept():
    """A declaration of five items that keeps every rule."""
    return msgspec.json.decode((ROOT / "cases/five-items.json").read_bytes(), type=Document)


@pytest.fixture(scope="session")
def amendment():
    """A request to amend that keeps every rule."""
    return msgspec.json.decode((ROOT / "cases/amendment.json").read_bytes(), type=Document)


@pytest.fixture(scope="session")
def in_force(law):
    """The rules in force on the day."""
    return law.on(ON).rules


@pytest.fixture(scope="session")
def judged(books):
    """A document and its case on the day."""
    return lambda document: (document, Case(document, ON, books))
