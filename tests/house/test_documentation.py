"""The documentation is complete where it is made of code, and loads nothing from elsewhere."""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from tests.house.source import ROOT

DOCS = ROOT / "docs"
RECORDS = sorted((DOCS / "adr").glob("[0-9]*.md"))
HEADINGS = [
    "The question",
    "What was decided",
    "Why",
    "What it costs",
    "What would make us think again",
]


@pytest.fixture
def hooks() -> Iterator[Path]:
    """Make the generators importable, as MkDocs does."""
    sys.path.insert(0, str(DOCS / "hooks"))
    yield DOCS / "hooks"
    sys.path.remove(str(DOCS / "hooks"))


def generator(name: str) -> ModuleType:
    """Return one of the modules that write pages."""
    return importlib.import_module(name)


def test_every_data_element_has_its_row(hooks: Path) -> None:
    elements = pytest.importorskip("fondaco.declaration.elements").ELEMENTS
    page = generator("elements_page").text(ROOT)
    assert [path for path in elements if f"| `{path}` |" not in page] == []


def test_every_rule_has_its_row(hooks: Path) -> None:
    rules_page = generator("rules_page")
    package = importlib.import_module("fondaco.declaration.rules")
    page = rules_page.text(ROOT)
    numbers = [r.number for m in rules_page._modules(package) for r in rules_page.rules_in(m)]
    numbers += rules_page.in_force(ROOT)
    assert [number for number in numbers if f"| `{number}` |" not in page] == []


def test_every_rule_has_its_days_and_its_act(hooks: Path) -> None:
    page = generator("rules_page").text(ROOT)
    (vague,) = (line for line in page.splitlines() if line.startswith("| `GI05` |"))
    assert "| from 2026-07-01 | Customs Procedures Order 2025, art. 6(3) |" in vague
    assert "not in force" not in page


def test_every_command_and_setting_is_listed(hooks: Path) -> None:
    commands = generator("commands_page").text(ROOT)
    assert "`make run`" in commands
    assert "`make test`" in commands
    settings = generator("settings_page").text(ROOT)
    for name in ("FONDACO_DATABASE_URL", "FONDACO_SECRET_KEY", "DATABASE_URL", "FONDACO_STATE"):
        assert f"`{name}`" in settings


def test_examples_in_docstrings_are_shown_as_code(hooks: Path) -> None:
    pytest.importorskip("griffe")
    shown = generator("doctests").fenced("One.\n\n>>> a[1]\n2\n\nTwo.")
    assert shown == "One.\n\n\n```pycon\n>>> a[1]\n2\n```\n\nTwo."


@pytest.mark.parametrize("record", RECORDS, ids=lambda path: path.stem)
def test_a_decision_says_what_it_costs_and_when_to_think_again(record: Path) -> None:
    text = record.read_text()
    assert re.findall(r"^## (.+)$", text, re.M) == HEADINGS
    assert re.match(rf"# {int(record.name[:4])}\. ", text)
    assert re.search(r"^Decided \d{4}-\d\d-\d\d\. ", text, re.M)


def test_decisions_are_numbered_without_a_gap() -> None:
    assert [int(path.name[:4]) for path in RECORDS] == list(range(1, len(RECORDS) + 1))


def test_nothing_is_loaded_from_elsewhere() -> None:
    loads = re.compile(
        r"!\[[^\]]*\]\(https?:|<(?:script|img|link)[^>]+https?:|@import|url\(https?:"
    )
    texts = [*DOCS.rglob("*.md"), *DOCS.rglob("*.css")]
    assert [path.name for path in texts if loads.search(path.read_text())] == []
    assert re.search(r"^  font: false$", (ROOT / "mkdocs.yml").read_text(), re.M)
