"""What scripts add: nothing that is needed, but each part does what it says."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open

pytestmark = pytest.mark.browser


def test_a_reference_is_copied(visit: Open) -> None:
    page = visit("/gallery", permissions=["clipboard-read", "clipboard-write"])
    button = page.locator("button[data-copy]").first
    button.click()
    expect(button).to_contain_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == "26XF00000000417301"


def test_a_form_saves_itself(visit: Open) -> None:
    page = visit("/gallery")
    form = page.locator("form[data-autosave]")
    with page.expect_request(lambda request: request.url.endswith("/gallery/saved")) as sent:
        form.get_by_label("Description of the goods").fill("Green coffee")
    assert "Green+coffee" in (sent.value.post_data or "")
    expect(form.locator("[data-saved]")).to_contain_text("Saved at")


def test_what_could_not_be_saved_comes_back(visit: Open) -> None:
    page = visit("/gallery")
    page.route("**/gallery/saved", lambda route: route.abort())
    field = page.locator("form[data-autosave]").get_by_label("Description of the goods")
    field.fill("Green coffee")
    expect(page.locator("[data-saved]")).to_contain_text("Not saved yet")
    page.unroute("**/gallery/saved")
    page.reload()
    expect(field).to_have_value("Green coffee")
    expect(page.locator("[data-saved]")).to_contain_text("Saved at", timeout=10_000)


def test_a_live_part_brings_itself_up_to_date(visit: Open) -> None:
    page = visit("/gallery")
    part = page.locator("[data-live]")
    with page.expect_response("**/gallery/live", timeout=15_000) as answer:
        part.scroll_into_view_if_needed()
    assert answer.value.ok
    expect(part).to_contain_text("Brought up to date")


def test_a_chart_opens_its_table_with_the_keyboard(visit: Open) -> None:
    page = visit("/gallery")
    summary = page.locator("figure.chart summary").first
    summary.focus()
    page.keyboard.press("Enter")
    expect(page.locator("figure.chart table").first).to_be_visible()


def test_the_first_key_leads_to_the_content(visit: Open) -> None:
    page = visit("/help")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to the content")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_a_fault_leads_to_its_field(visit: Open) -> None:
    page = visit("/gallery")
    page.get_by_role("link", name="Enter a number.").click()
    assert page.evaluate("document.activeElement.id") == "id_value"
