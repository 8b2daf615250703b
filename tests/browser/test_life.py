"""The whole life of a declaration in the browser: lodged, paid, examined, released, on record."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, Open
from tests.browser.consignments import Typed, bookcases, rifles
from tests.browser.words import Words, words

pytestmark = pytest.mark.browser

MRN = re.compile(r"/declarations/(\d{2}[A-Z]{2}[0-9A-Z]{14})$")
HOLDERS = {"Oda": "officer", "Ole": "colleague"}
"""Whom the lot may have given the file to."""
STEPS = (
    "Accepted",
    "Control notified",
    "Paid or secured",
    "Control concluded",
    "Goods released",
)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_from_the_empty_form_to_the_release_note(visit: Open, language: str) -> None:
    say = words(language)
    trader = visit("/desk", who="trader", language=language)
    mrn = lodged(trader, rifles(f"LIFE-{language.upper()}"), say)
    expect(trader.locator(".standing")).to_contain_text(say("Customs will examine the goods."))
    pay(trader, say)
    expect(trader.locator(".standing")).to_contain_text(say("Customs will examine the goods."))

    _examine(visit, mrn, language, say)

    trader.reload()
    expect(trader.locator(".standing")).to_contain_text(
        say("The goods are released: you may take them.")
    )
    _release_note(trader, mrn, say)
    trader.goto(f"/declarations/{mrn}")
    assert _follow_each_other(trader.locator(".timeline h3").all_inner_texts(), say)
    officer = visit(f"/files/{mrn}", who="officer", language=language)
    officer.locator("summary").filter(has_text=re.compile(rf"^{say('Record')} ")).click()
    assert _follow_each_other(officer.locator(".timeline h3").all_inner_texts(), say)


def test_without_javascript_a_declaration_is_written_lodged_and_paid(visit: Open) -> None:
    say = words("en")
    trader = visit("/desk", who="trader", java_script_enabled=False)
    lodged(trader, bookcases("PLAIN-1"), say, more=_MORE)
    expect(trader.locator("main")).to_contain_text("Wooden bookcases, not assembled")
    expect(trader.locator("main")).to_contain_text("Wooden beds, not assembled")
    pay(trader, say)
    expect(trader.locator(".notice")).to_contain_text(say("The money has arrived."))


_MORE = {
    "rows-1-code": "9403500000",
    "rows-1-description": "Wooden beds, not assembled",
    "rows-1-origin": "IT",
    "rows-1-gross": "800",
    "rows-1-net": "760",
    "rows-1-price": "6100",
    "rows-1-packages": "20",
    "rows-1-package_kind": "CT",
    "rows-1-marks": "MERLINO 41-60",
}
"""A second row of goods, which a button adds."""


def lodged(page: Page, consignment: dict[str, Typed], say: Words, more: Typed | None = None) -> str:
    """Write a declaration from the desk on, step by step, and send it; return its number."""
    page.get_by_role("button", name=say("New declaration"), exact=True).click()
    page.get_by_role("button", name=say("Begin"), exact=True).click()
    for step, typed in consignment.items():
        expect(page).to_have_url(re.compile(f"/{step}$"))
        fill(page, typed)
        if more and step == "goods":
            page.get_by_role("button", name=say("Add a row")).click()
            fill(page, more)
        page.get_by_role("button", name=say("Keep and go on")).click()
    expect(page.locator("h1")).to_have_text(say("Review before sending"))
    page.get_by_role("button", name=say("Lodge the declaration")).click()
    expect(page).to_have_url(MRN)
    found = MRN.search(page.url)
    assert found is not None
    return found[1]


def fill(page: Page, typed: Typed) -> None:
    """Type or choose in each field."""
    for name, value in typed.items():
        field = page.locator(f"main [name='{name}']")
        kind = field.first.evaluate("field => field.type")
        if kind == "radio":
            page.locator(f"main [name='{name}'][value='{value}']").check()
        elif kind.startswith("select"):
            field.select_option(value)
        else:
            field.click()
            page.keyboard.type(value)
            expect(field).to_have_value(value)


def pay(page: Page, say: Words) -> None:
    """Pay at the simulated bank, and come back."""
    page.locator(".standing").get_by_role("button", name=say("Pay")).click()
    expect(page.locator("h1")).to_have_text(say("Pay or secure"))
    page.get_by_role("button", name=say("Go to the bank")).click()
    expect(page.locator("h1")).to_have_text(say("Pay at the simulated bank"))
    page.get_by_role("button", name=say("Confirm payment")).click()
    expect(page).to_have_url(MRN)
    expect(page.locator(".notice").first).to_contain_text(say("The money has arrived."))


def _examine(visit: Open, mrn: str, language: str, say: Words) -> None:
    """Let the officer whom the lot chose find everything as declared, on the phone."""
    reader = visit("/today", who="officer", language=language)
    reader.get_by_role("link", name=say("All files"), exact=True).click()
    reader.locator("main [name=q]").fill(mrn)
    reader.get_by_role("button", name=say("Filter")).click()
    reader.locator(f"main a[href='/files/{mrn}']").first.click()
    expect(reader.locator(".reasons")).to_contain_text("SEC-WEAPONS")
    actions = reader.get_by_role("region", name=say("Actions")).inner_text()
    (holder,) = [who for name, who in HOLDERS.items() if name in actions.split()]
    phone = {"viewport": PHONE, "has_touch": True, "is_mobile": True}
    officer = visit(f"/files/{mrn}", who=holder, language=language, **phone)
    officer.get_by_role("link", name=say("Enter the result")).tap()
    officer.get_by_role("button", name=say("Everything as declared")).tap()
    expect(officer.locator(".notice")).to_contain_text(
        say("Found as declared. The file goes on by itself.")
    )


def _release_note(page: Page, mrn: str, say: Words) -> None:
    page.get_by_role("link", name=say("Release note")).click()
    expect(page.locator("h1")).to_have_text(say("Release note"))
    expect(page.locator(".paper")).to_contain_text(mrn)
    with page.expect_response("**/release?format=pdf") as answer:
        page.get_by_role("button", name="PDF").click()
    assert f"{mrn}-release-note.pdf" in answer.value.headers["content-disposition"]
    content = page.request.get(answer.value.url).body()  # the browser shows a viewer of its own
    assert content.startswith(b"%PDF")
    assert b"%%EOF" in content[-64:]


def _follow_each_other(shown: list[str], say: Words) -> bool:
    """Whether a timeline, the newest first, has every step, in the order of events."""
    there = [title.strip() for title in shown]
    places = [there.index(say(step)) for step in reversed(STEPS)]
    return places == sorted(places)
