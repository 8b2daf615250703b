"""The tutorial is followed word for word, in a real browser and a real terminal."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from fondaco.clearance.rulebook import Law
from fondaco.command import check, law_bundle
from fondaco.declaration.replacement import with_values
from fondaco.legal.numbers import number
from tests.browser.conftest import ROOT, WIDE, served, working
from tests.browser.tutorial import DrawnByChance, Reader, steps

TUTORIAL = ROOT / "docs" / "tutorial" / "first-declaration.md"
ATTEMPTS = 4
"""Three declarations in a hundred are drawn by chance; four times over is one in a million."""


@pytest.mark.browser
@pytest.mark.nightly  # three minutes: a whole demonstration country is started for it
def test_the_tutorial_is_followed_word_for_word(browser: Browser, tmp_path: Path) -> None:
    text = TUTORIAL.read_text()
    for attempt in range(ATTEMPTS):
        with _demonstration() as (address, environment):
            reader = _reader(browser, address, environment, home=tmp_path / str(attempt))
            try:
                assert reader.follow(text) == len(list(steps(text)))
            except DrawnByChance:
                continue
            else:
                return
            finally:
                reader.page.context.close()
    pytest.fail("chance drew the first declaration every time")


def test_the_figures_of_the_tutorial_are_those_of_the_law() -> None:
    text, law = TUTORIAL.read_text(), Law.load(law_bundle.load(ROOT / "law" / "demonstration"))
    on = date(2026, 11, 21)  # it says that its totals are those of 2026

    def total(name: str, found: dict[str, str]) -> str:
        document = check.read(TUTORIAL.parent / f"{name}-declaration.json")
        assessment = check.verdict(with_values(document, found), law, on=on).assessment
        assert assessment is not None
        totals[name] = assessment.total
        return f"{number(assessment.total, 'en')} XFC"

    totals: dict[str, object] = {}
    found = {"shipment.items[0].commodity_code": _typed("What you found", text)}
    assert total("first", {}) in text
    assert (before := total("second", {})) in text
    paid = totals["second"]
    assert (after := total("second", found)) in text
    assert before != after
    difference = totals["second"] - paid  # type: ignore[operator]
    assert f"{number(difference, 'en')} XFC are still owed" in text


def _typed(label: str, text: str) -> str:
    return next(step.value for step in steps(text) if step.words == label)


@contextmanager
def _demonstration() -> Iterator[tuple[str, dict[str, str]]]:
    """Serve the demonstration country without its past, with the worker that seals its record."""
    bare = ("load_demonstration", "--declarations", "0")
    with served(bare) as (address, environment), working(environment):
        yield address, environment


def _reader(browser: Browser, address: str, environment: dict[str, str], *, home: Path) -> Reader:
    kept = json.loads((Path(environment["FONDACO_STATE"]) / "sign-ins.json").read_text())
    context = browser.new_context(viewport=WIDE, locale="en-GB")
    os.makedirs(home, exist_ok=True)
    return Reader(
        page=context.new_page(),
        address=address,
        passwords={each["address"]: each["password"] for each in kept["sign_ins"]},
        key=next(each["secret"] for each in kept["keys"] if each["name"] == "live"),
        home=home,
    )
