"""The pages behind the sign-in: accessible in both languages, in all colours, on small screens."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.axe import violations
from tests.browser.conftest import PHONE, Open
from tests.browser.places import PLACES, Place

pytestmark = pytest.mark.browser

everywhere = pytest.mark.parametrize("place", PLACES, ids=lambda place: f"{place.who}{place.path}")
NARROW = {"width": 320, "height": 740}


@everywhere
def test_axe_finds_nothing_and_nothing_runs_over_the_edge(
    visit: Open, made: dict[str, str], place: Place
) -> None:
    page = visit(place.path.format_map(made), who=place.who)
    assert page.locator("main h1").count() == 1
    assert violations(page) == []
    page.set_viewport_size(NARROW)
    assert over_the_edge(page) == []


@everywhere
def test_axe_finds_nothing_on_a_phone_in_french(
    visit: Open, made: dict[str, str], place: Place
) -> None:
    path = place.path.format_map(made)
    phone = {"viewport": PHONE, "has_touch": True, "is_mobile": True}
    page = visit(path, who=place.who, language="fr", **phone)
    for details in page.locator("details").all():
        details.evaluate("each => each.open = true")
    assert page.locator("html").get_attribute("lang") == "fr"
    assert violations(page) == []
    assert over_the_edge(page) == []


@pytest.mark.nightly
@everywhere
@pytest.mark.parametrize("language", ["en-xa", "ar"])
def test_long_words_and_other_directions_have_room(
    visit: Open, made: dict[str, str], place: Place, language: str
) -> None:
    page = visit(place.path.format_map(made), who=place.who, language=language, viewport=PHONE)
    assert over_the_edge(page) == []


@pytest.mark.parametrize("theme", ["dark", "contrast"])
@pytest.mark.parametrize(
    ("who", "path"),
    [
        ("trader", "/desk"),
        ("trader", "/declarations"),
        ("trader", "/declarations/{asked}"),
        ("trader", "/declarations/drafts/{draft_faulty}/review"),
        ("officer", "/files/{examined}"),
        ("officer", "/overview"),
        ("analyst", "/rules"),
    ],
)
def test_axe_finds_nothing_in_other_colours(
    visit: Open, made: dict[str, str], who: str, path: str, theme: str
) -> None:
    assert violations(visit(path.format_map(made), who=who, theme=theme)) == []


def over_the_edge(page: Page) -> list[str]:
    """Return what stands beyond the right edge of the screen, if the page can be moved to it."""
    return page.evaluate(
        "() => document.documentElement.scrollWidth <= innerWidth ? [] :"
        " [...document.querySelectorAll('body *')]"
        ".filter(e => !e.parentElement.closest('.scrolls') && e.checkVisibility()"
        " && (e.getBoundingClientRect().right > innerWidth + 1"
        " || e.getBoundingClientRect().left < -1))"
        ".map(e => e.outerHTML.slice(0, 120))"
    )
