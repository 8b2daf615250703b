"""The pages that need no sign-in: accessible, in every language, on every screen, light."""

from __future__ import annotations

import pytest

from tests.browser.axe import violations
from tests.browser.conftest import PHONE, WIDE, Open
from tests.browser.places import PUBLIC

pytestmark = pytest.mark.browser

PAGES = tuple(place.path for place in PUBLIC)
FIRST_LOAD = 150_000


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(("language", "widths"), [("en", (320,)), ("fr", (683, 320))])
def test_axe_finds_nothing_and_nothing_runs_over_the_edge(
    visit: Open, path: str, language: str, widths: tuple[int, ...]
) -> None:
    page = visit(path, language=language)
    assert violations(page) == []
    for width in widths:
        page.set_viewport_size({"width": width, "height": 740})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("language", ["en-xa", "ar"])
def test_long_words_and_other_directions_have_room(visit: Open, path: str, language: str) -> None:
    page = visit(path, language=language, viewport=PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.mark.parametrize("theme", ["dark", "contrast"])
@pytest.mark.parametrize("path", ["/", "/gallery", "/display"])
def test_axe_finds_nothing_in_other_colours(visit: Open, path: str, theme: str) -> None:
    assert violations(visit(path, theme=theme)) == []


@pytest.mark.parametrize("path", ["/", "/gallery", "/account/login/"])
def test_axe_finds_nothing_on_a_phone(visit: Open, path: str) -> None:
    page = visit(path, viewport=PHONE, has_touch=True, is_mobile=True)
    for details in page.locator("details").all():
        details.evaluate("each => each.open = true")
    assert violations(page) == []


def test_from_right_to_left_the_page_is_mirrored(visit: Open) -> None:
    page = visit("/gallery", language="ar")
    mark = page.locator(".wordmark").bounding_box()
    assert page.locator("html").get_attribute("dir") == "rtl"
    assert mark["x"] > WIDE["width"] / 2
    radio = page.locator(".govuk-radios__item").first
    assert radio.locator("input").bounding_box()["x"] > radio.locator("label").bounding_box()["x"]


@pytest.mark.parametrize("path", ["/", "/gallery", "/account/login/"])
def test_a_first_load_is_light(visit: Open, path: str) -> None:
    page = visit("/help")
    client = page.context.new_cdp_session(page)
    client.send("Network.enable")
    client.send("Network.setCacheDisabled", {"cacheDisabled": True})
    received: list[float] = []
    client.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    page.goto(path)
    page.wait_for_load_state("networkidle")
    assert 10_000 < sum(received) < FIRST_LOAD


def test_what_is_never_changed_may_be_kept_for_ever(visit: Open, address: str) -> None:
    page = visit("/")
    sheet = page.locator("link[rel=stylesheet]").get_attribute("href")
    answer = page.request.get(address + sheet)
    assert "immutable" in answer.headers["cache-control"]
    assert answer.headers["content-encoding"] == "gzip"
    assert page.request.get(f"{address}/assets/../manage.py").status == 404


def test_changing_the_language_keeps_the_page(visit: Open) -> None:
    page = visit("/gallery?sort=owed&page=2")
    page.get_by_role("button", name="Français").click()
    assert page.url.endswith("/gallery?sort=owed&page=2")
    assert page.locator("html").get_attribute("lang") == "fr"


def test_colours_are_chosen_and_kept(visit: Open) -> None:
    page = visit("/display")
    page.get_by_label("High contrast").check()
    page.get_by_role("button", name="Keep this").click()
    page.goto("/help")
    assert page.locator("html").get_attribute("data-theme") == "contrast"


@pytest.mark.parametrize("path", ["/", "/gallery", "/account/login/", "/display"])
def test_without_javascript_everything_is_there(visit: Open, path: str) -> None:
    page = visit(path, java_script_enabled=False)
    assert page.locator("h1").is_visible()
    assert page.locator("main").inner_text() != ""


def test_a_list_is_sorted_filtered_and_paged_without_javascript(visit: Open) -> None:
    page = visit("/gallery", java_script_enabled=False)
    page.get_by_role("link", name="Owed").click()
    assert "sort=owed" in page.url
    page.get_by_label("MRN, reference or goods").fill("bicycles")
    page.get_by_role("button", name="Filter").click()
    assert "q=bicycles" in page.url
    assert "sort=owed" in page.url
    assert page.locator("table.ledger.stacks tbody tr").count() == 25
    page.get_by_role("link", name="Next").click()
    assert "page=2" in page.url


@pytest.mark.parametrize(("form", "start"), [("csv", b"\xef\xbb\xbfMRN"), ("xlsx", b"PK")])
def test_a_list_is_taken_away_whole(visit: Open, address: str, form: str, start: bytes) -> None:
    page = visit("/help")
    answer = page.request.get(f"{address}/gallery?format={form}")
    assert answer.body().startswith(start)
    assert f'filename="gallery.{form}"' in answer.headers["content-disposition"]
    if form == "csv":
        assert len(answer.text().splitlines()) == 138
