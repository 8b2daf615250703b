"""The keyboard alone lodges a declaration, from the sign-in to its number."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Customhouse, Open
from tests.browser.consignments import Typed, bookcases
from tests.browser.inhabitants import WORD
from tests.browser.test_life import MRN

pytestmark = pytest.mark.browser

MOST_TABS = 60
"""How many times one may have to press Tab to come to the next thing."""


def test_the_keyboard_alone_lodges_a_declaration(visit: Open, customhouse: Customhouse) -> None:
    page = visit("/")
    _go_to(page, "a", "Sign in")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/account/login/"))
    page.wait_for_load_state()
    _type(page, {"login": customhouse.addresses["trader"], "password": WORD})
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/desk$"))
    _press(page, "New declaration")
    expect(page).to_have_url(re.compile("/new$"))
    _press(page, "Begin")
    for step, typed in bookcases("KEYS-1").items():
        expect(page).to_have_url(re.compile(f"/{step}$"))
        page.wait_for_load_state()
        _type(page, typed)
        _press(page, "Keep and go on")
    expect(page.locator("h1")).to_have_text("Review before sending")
    _press(page, "Lodge the declaration")
    expect(page).to_have_url(MRN)
    found = MRN.search(page.url)
    assert found is not None
    assert found[1] in page.locator("h1").inner_text().replace(" ", "")


def _press(page: Page, words: str) -> None:
    """Come to a button, or to a link that looks like one, and press it."""
    _go_to(page, "button, a.govuk-button", words)
    page.keyboard.press(
        "Enter" if page.evaluate("document.activeElement.tagName") == "A" else "Space"
    )


def _go_to(page: Page, selector: str, words: str = "") -> None:
    """Press Tab until something has the focus; it must be seen to have it."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.evaluate(_IS_AT, [selector, words]):
            assert page.evaluate(_IS_SEEN), f"nobody sees that {selector} {words} has the focus"
            return
    raise AssertionError(f"Tab does not come to {selector} {words} at {page.url}")


def _type(page: Page, typed: Typed) -> None:
    """Type in each field, one after the other in the order in which Tab comes to them."""
    for name, value in typed.items():
        _go_to(page, f"[name='{name}']")
        kind = page.evaluate("document.activeElement.type")
        if kind == "radio":
            _choose(page, value)
        elif kind.startswith("select"):
            _find(page, value)
        else:
            page.keyboard.type(value)
        assert page.evaluate("document.activeElement.value") == value


def _choose(page: Page, value: str) -> None:
    page.keyboard.press("Space")
    for _ in range(10):
        if page.evaluate("document.activeElement.value") == value:
            return
        page.keyboard.press("ArrowDown")


def _find(page: Page, value: str) -> None:
    """Type the beginning of what is looked for in a list, then move to it with the arrows."""
    page.keyboard.type(page.evaluate(_WORDS_OF, value))
    while away := page.evaluate(_HOW_FAR, value):
        page.keyboard.press("ArrowDown" if away > 0 else "ArrowUp")


_IS_AT = """([selector, words]) => {
  const here = document.activeElement;
  return here.matches(selector) && (!words || here.innerText.trim() === words);
}"""
_IS_SEEN = """() => {
  const style = getComputedStyle(document.activeElement);
  const label = document.activeElement.type === "radio"
    ? getComputedStyle(document.activeElement.nextElementSibling, "::before") : style;
  return style.outlineStyle !== "none" || style.boxShadow !== "none" || label.boxShadow !== "none";
}"""
_WORDS_OF = """value => [...document.activeElement.options]
  .find(option => option.value === value).text.split(" · ")[0]"""
_HOW_FAR = """value => [...document.activeElement.options].findIndex(each => each.value === value)
  - document.activeElement.selectedIndex"""
