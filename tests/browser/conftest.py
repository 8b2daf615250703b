"""A real browser over a served customhouse: its own database, the demonstration in it.

Skipped with a notice where no Chromium is installed. Any error in the browser's console, a broken
content security policy among them, fails the test that caused it.
"""

from __future__ import annotations

import json
import os
import secrets
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from house import chromium, postgres, run
from tests.browser.inhabitants import WORD
from tests.databases import own_database

ROOT = Path(__file__).resolve().parents[2]
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
WIDE, PHONE = {"width": 1366, "height": 768}, {"width": 360, "height": 740}
_GRANIAN = (sys.executable, "-m", "granian", *run.WEB)
PATIENCE = 30_000
"""Milliseconds until what is expected of a page must be so: a busy machine is no fault of it."""
EXPECTED_IN_CONSOLE = ("the server responded with a status of", "net::ERR_FAILED")
"""Pages of faults answer with their status, and a test may cut a line."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give the system's Chromium."""
    path = chromium.find()
    if path is None:
        pytest.skip("no Chromium is installed: apt-get install chromium")
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield started
        started.close()


class Customhouse(NamedTuple):
    """Where a served customhouse is, the numbers of what was made there, who signs in how."""

    address: str
    made: dict[str, str]
    addresses: dict[str, str]


@pytest.fixture(scope="session")
def customhouse() -> Iterator[Customhouse]:
    """Give a served customhouse with inhabitants."""
    with served() as (address, environment):
        yield settled(address, environment)


def settled(address: str, environment: dict[str, str], *options: str) -> Customhouse:
    """Let the inhabitants settle in a served customhouse."""
    entered = subprocess.run(
        [sys.executable, "-m", "tests.browser.inhabitants", *options],
        env=environment | {"PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"},
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert entered.returncode == 0, entered.stderr
    return Customhouse(address, **json.loads(entered.stdout))


@pytest.fixture(scope="session")
def address(customhouse: Customhouse) -> str:
    """Give the address of the served customhouse."""
    return customhouse.address


@pytest.fixture(scope="session")
def made(customhouse: Customhouse) -> dict[str, str]:
    """Give the numbers of the declarations in each state, and of what belongs to them."""
    return customhouse.made


@pytest.fixture(scope="session")
def signed_in(browser: Browser, customhouse: Customhouse) -> Callable[[str], Any]:
    """Give a function that signs a person in, once, and returns the cookies that say so."""
    return cache(lambda who: sign_in(browser, customhouse, who))


def sign_in(browser: Browser, customhouse: Customhouse, who: str) -> Any:
    """Sign a person in by the page; return the cookies that say so."""
    context = browser.new_context(base_url=customhouse.address)
    page = context.new_page()
    page.goto("/account/login/")
    page.get_by_label("Email address").fill(customhouse.addresses[who])
    page.get_by_label("Password", exact=True).fill(WORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url(lambda url: "login" not in url)
    state = context.storage_state()
    context.close()
    return state


@contextmanager
def served(
    *prepared_by: Sequence[str], development: bool = True
) -> Iterator[tuple[str, dict[str, str]]]:
    """Serve a customhouse with a database of its own, after these commands of `manage.py`.

    Gives its address and the environment of its processes. In development it has a gallery of
    components, and languages that try the layout.
    """
    state = tempfile.TemporaryDirectory(prefix="fondaco-browser-")
    with state, postgres.temporary() as addresses, own_database(dict(addresses)) as database:
        port = _port_of_our_own()
        environment = _environment(database, port=port, state=state.name)
        environment["FONDACO_DEVELOPMENT"] = "yes" if development else "no"
        for each in (("migrate", "--no-input", "-v", "0"), *prepared_by):
            _manage(*each, environment=environment)
        web = subprocess.Popen(
            [*_GRANIAN, "--port", str(port), "customhouse.wsgi:application"],
            env=run.without_owner(environment),
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=(Path(state.name) / "web.log").open("wb"),
        )
        try:
            _wait(f"http://127.0.0.1:{port}/help", web, log=Path(state.name) / "web.log")
            yield f"http://127.0.0.1:{port}", environment
        finally:
            web.terminate()
            web.wait(timeout=20)


@contextmanager
def working(environment: dict[str, str]) -> Iterator[None]:
    """Let the worker seal the record, and do what else the clock asks for, while the block runs."""
    command = [sys.executable, str(ROOT / "manage.py"), "work"]
    worker = subprocess.Popen(
        command, env=run.without_owner(environment), cwd=ROOT, stderr=subprocess.DEVNULL
    )
    try:
        yield
    finally:
        worker.terminate()
        worker.wait(timeout=30)


def _port_of_our_own() -> int:
    """Any free port, so that two runs at once do not meet at the first that both find free."""
    with socket.socket() as attempt:
        attempt.bind(("127.0.0.1", 0))
        number: int = attempt.getsockname()[1]
        return number


def _environment(database: dict[str, str], *, port: int, state: str) -> dict[str, str]:
    built = os.environ.get("FONDACO_BUILT") or str(ROOT / ".fondaco")
    given = {name: value for name, value in os.environ.items() if not name.startswith("FONDACO_")}
    return {
        **given,
        **run.settings(database, port=port),
        **database,
        "FONDACO_STATE": state,
        "FONDACO_BUILT": built,
        "FONDACO_SECRET_KEY": secrets.token_urlsafe(50),
    }


def _manage(*arguments: str, environment: dict[str, str]) -> None:
    command = [sys.executable, str(ROOT / "manage.py"), *arguments]
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def _wait(url: str, web: subprocess.Popen[bytes], *, log: Path) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until and web.poll() is None:
        try:
            urllib.request.urlopen(url, timeout=5).close()  # noqa: S310 - our own
            return
        except urllib.error.HTTPError as answer:
            pytest.fail(f"{url} answers {answer.code}: {log.read_text()[-2000:]}")
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"the web did not start: {log.read_text()[-2000:]}")


Open = Callable[..., Page]


@pytest.fixture
def visit(browser: Browser, address: str, signed_in: Callable[[str], Any]) -> Iterator[Open]:
    """Give a function that opens a page: as whom, language, colours, size, JavaScript or not."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def note(page: Page) -> None:
        page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
        page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)

    def opened(
        path: str, *, who: str = "", language: str = "en", theme: str = "", **options: Any
    ) -> Page:
        if who:
            options["storage_state"] = signed_in(who)
        options.setdefault("viewport", WIDE)
        options.setdefault("base_url", address)
        context = browser.new_context(**options)
        contexts.append(context)
        cookies = {"django_language": language, "theme": theme}
        context.add_cookies(
            [{"name": n, "value": v, "url": address} for n, v in cookies.items() if v]
        )
        page = context.new_page()
        note(page)
        page.goto(path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert [fault for fault in faults if not any(e in fault for e in EXPECTED_IN_CONSOLE)] == []
