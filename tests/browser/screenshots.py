"""`make screenshots`: a picture of every page, wide and phone, in both languages.

The pages are those of the demonstration country after a fortnight of trade, with a declaration in
each state added. The pictures go to `build/screenshots/LANGUAGE-SIZE/`; three of them, of what a
window shows, are kept in `docs/images/` for the README. Words after the command keep to the pages
whose names hold one of them: `python -m tests.browser.screenshots file overview`.
"""

from __future__ import annotations

import re
import shutil
import sys
import time
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Browser, BrowserContext, sync_playwright

from house import chromium
from house.progress import say
from tests.browser.conftest import (
    FLAGS,
    PHONE,
    ROOT,
    WIDE,
    Customhouse,
    served,
    settled,
    sign_in,
    working,
)
from tests.browser.places import PLACES, PUBLIC, Place

FOLDER, KEPT = ROOT / "build" / "screenshots", ROOT / "docs" / "images"
COUNTRY = ("load_demonstration",)
LOCALES = {"en": "en-GB", "fr": "fr-FR"}
SIZES: dict[str, dict[str, Any]] = {
    "wide": {"viewport": WIDE},
    "phone": {"viewport": PHONE, "has_touch": True, "is_mobile": True},
}


class Kept(NamedTuple):
    """A picture for the README: of which place, how much of it."""

    place: Place
    height: int


README = {
    "file": Kept(Place("officer", "/files/{shown}"), 768),
    "declaration": Kept(Place("trader", "/declarations/{asked}"), 900),
    "overview": Kept(Place("officer", "/overview"), 1150),
}
MOST_BYTES = 200_000


def main(only: Sequence[str] = ()) -> int:
    """Take the pictures; 1 where there is no browser, or where a page is not found or is faulty."""
    path = chromium.find()
    if path is None:
        say("No Chromium is installed: apt-get install chromium")
        return 1
    say("The demonstration country lives through a fortnight ...")
    with (
        served(COUNTRY, development=False) as (address, environment),
        working(environment),
        sync_playwright() as playwright,
    ):
        customhouse = settled(address, environment, "demonstration")
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        faults = list(_taken(browser, customhouse, only))
        if not only:
            faults += list(_kept(browser, customhouse))
        browser.close()
    for fault in faults:
        say(fault)
    say(f"The pictures are in {FOLDER.relative_to(ROOT)}/")
    return 1 if faults else 0


def _taken(browser: Browser, customhouse: Customhouse, only: Sequence[str]) -> Iterator[str]:
    """Take the picture of every place in every size and language; yields what went wrong."""
    if not only:
        shutil.rmtree(FOLDER, ignore_errors=True)
    places = [each for each in (*PUBLIC, *PLACES) if _is_wanted(each, only)]
    signed_in = cache(lambda who: sign_in(browser, customhouse, who) if who else None)

    @cache
    def context(who: str, size: str, language: str) -> BrowserContext:
        return _context(browser, customhouse, signed_in(who), size, language)

    for number, place in enumerate(places, 1):
        started = time.monotonic()
        for size, language in product(SIZES, LOCALES):
            file = FOLDER / f"{language}-{size}" / f"{name(place)}.png"
            path = place.path.format_map(customhouse.made)
            yield from _picture(context(place.who, size, language), path, file)
        say(f"[{number}/{len(places)}] {name(place)} {time.monotonic() - started:.1f} s")


def _is_wanted(place: Place, only: Sequence[str]) -> bool:
    """Whether a place was asked for; the gallery is for developers and not served here."""
    if place.path.startswith("/gallery"):
        return False
    return not only or any(word in name(place) for word in only)


def _context(
    browser: Browser, customhouse: Customhouse, cookies: Any, size: str, language: str
) -> BrowserContext:
    context = browser.new_context(
        base_url=customhouse.address,
        storage_state=cookies,
        locale=LOCALES[language],
        **SIZES[size],
    )
    chosen = {"name": "django_language", "value": language, "url": customhouse.address}
    context.add_cookies([chosen])
    return context


def _picture(context: BrowserContext, path: str, file: Path, **options: Any) -> Iterator[str]:
    page = context.new_page()
    answer = page.goto(path, wait_until="load")
    if answer is None or not (answer.ok or path == "/nothing-here"):
        yield f"{path} answers {answer and answer.status}"
    page.evaluate("document.fonts.ready")
    file.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=file, animations="disabled", full_page=not options, **options)
    page.close()


def _kept(browser: Browser, customhouse: Customhouse) -> Iterator[str]:
    for title, (place, height) in README.items():
        cookies = sign_in(browser, customhouse, place.who)
        context = browser.new_context(
            base_url=customhouse.address,
            storage_state=cookies,
            viewport={"width": WIDE["width"], "height": height},
        )
        file = KEPT / f"{title}.png"
        window = {"x": 0, "y": 0, "width": WIDE["width"], "height": height}
        yield from _picture(context, place.path.format_map(customhouse.made), file, clip=window)
        context.close()
        if file.stat().st_size > MOST_BYTES:
            yield f"{file.name} has {file.stat().st_size} bytes, and may have {MOST_BYTES}"


def name(place: Place) -> str:
    """Return what the pictures of a place are called.

    >>> name(Place("trader", "/declarations/{owed}"))
    'trader-declarations-owed'
    """
    return re.sub(r"[^a-z0-9]+", "-", f"{place.who}{place.path}".lower()).strip("-") or "start"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
