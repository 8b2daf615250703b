"""The page for software makers: every request on it is typed as it stands, and answered as it says.

The examples are files; the page shows them, the documentation repeats them word for word.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from django.core.wsgi import get_wsgi_application
from django.test import Client

from customhouse.declarations import sandbox
from customhouse.exchange import scenarios
from customhouse.exchange.actions.carry import carry
from customhouse.exchange.api.answers import KINDS
from customhouse.exchange.examples import ORDER, examples
from customhouse.post import actions as post
from customhouse.post.sending import Letter, headers
from customhouse.records import actions as records
from tests.customhouse import world
from tests.customhouse.exchange.conftest import Caller, sandbox_maker

ROOT = Path(__file__).resolve().parents[3]
GUIDE = (ROOT / "docs" / "how-to" / "software-makers.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```[a-z]+\n(.*?)\n```$", GUIDE, flags=re.S | re.M)
COUNTED = frozenset(("id", "after"))
"""Numbers in a shown answer that count from wherever a database is."""
END = "--- that was it ---"

pytestmark = pytest.mark.database


class Server(ThreadingMixIn, WSGIServer):
    """One thread for each request, as in the house."""

    daemon_threads = True


class Silent(WSGIRequestHandler):
    """A handler that says nothing of each request."""

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@contextmanager
def served() -> Iterator[str]:
    """Give the address of the house, served over HTTP."""
    server = make_server("127.0.0.1", 0, get_wsgi_application(), Server, Silent)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


class Shell:
    """One shell in an empty folder, into which the examples are typed one after the other."""

    def __init__(self, folder: Path, *, curl: str) -> None:
        path = os.environ["PATH"]
        if curl != "curl":
            program = folder / "bin" / "curl"
            program.parent.mkdir()
            program.write_text(f'#!/bin/sh\nexec {sys.executable} {curl} "$@"\n')
            program.chmod(0o755)
            path = f"{program.parent}:{path}"
        self._process = subprocess.Popen(
            ["bash", "-eu"],
            cwd=folder,
            env={"PATH": path, "LC_ALL": "C.UTF-8"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def type(self, text: str) -> str:
        """Type something, and give what is printed."""
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(f"{text}\necho; echo '{END}'\n")
        self._process.stdin.flush()
        printed = []
        for line in self._process.stdout:
            if line.strip() == END:
                return "".join(printed)
            printed.append(line)
        raise AssertionError(f"the shell ended at: {text}\n{''.join(printed)}")

    def close(self) -> None:
        """End the shell."""
        self._process.kill()
        self._process.communicate()


def differing(shown: Any, found: Any, *, at: str = "") -> list[str]:
    """Where an answer does not hold what is shown of it; `…` stands for whatever follows."""
    if isinstance(shown, dict) and isinstance(found, dict):
        return [
            each
            for name, value in shown.items()
            if name not in COUNTED
            for each in differing(value, found.get(name), at=f"{at}/{name}")
        ]
    if isinstance(shown, list) and isinstance(found, list):
        return [
            f"{at}[{number}]: {value} is not among {found}"
            for number, value in enumerate(shown)
            if all(differing(value, other) for other in found)
        ]
    if isinstance(shown, str) and shown.endswith("…"):
        is_right = found is not None and str(found).startswith(shown[:-1])
    else:
        is_right = shown == found
    return [] if is_right else [f"{at}: found {found!r}, shown {shown!r}"]


def answers_in(text: str) -> list[Any]:
    """Every JSON value in a text, one after the other."""
    decoder, found, text = json.JSONDecoder(), [], text.strip()
    while text:
        value, end = decoder.raw_decode(text)
        found.append(value)
        text = text[end:].strip()
    return found


def work() -> None:
    """Do what the worker does: enter what is new in the log, and tell it to those it concerns."""
    while records.integrate():
        pass
    carry(world.AT)
    post.dispatch(at=world.AT)


@pytest.fixture
def maker(committed, state) -> Caller:
    world.build(channel="green")
    return sandbox_maker()


@pytest.mark.parametrize("curl", ["curl", str(Path(__file__).with_name("curl.py"))])
def test_every_request_typed_as_it_stands_is_answered_as_shown(maker, tmp_path, curl):
    if curl == "curl" and not shutil.which("curl"):
        pytest.skip("no curl here; the other case types the same into a stand-in")
    printed = ""
    with served() as address:
        shell = Shell(tmp_path, curl=curl)
        try:
            shell.type(f"ADDRESS={address}\nKEY={maker.secret}\nTRADER={scenarios.TRADER}")
            for name in ORDER[1:]:
                example = examples()[name]
                if example.language == "sh":
                    work()
                    printed = shell.type(example.text)
                elif example.language in {"json", "ndjson"}:
                    shown, found = answers_in(example.text), answers_in(printed)
                    assert len(shown) == len(found), (name, printed)
                    wrong = [w for pair in zip(shown, found, strict=True) for w in differing(*pair)]
                    assert wrong == [], name
                if name == "xml.sh":
                    assert "<" in printed and "Response" in printed
        finally:
            shell.close()


def test_the_first_lines_are_what_a_reader_fills_in():
    lines = examples()["begin.sh"].text.splitlines()

    assert [line.partition("=")[0] for line in lines] == ["ADDRESS", "KEY", "TRADER"]


def test_the_signature_of_a_webhook_is_checked_as_shown():
    shown: dict[str, Any] = {}
    exec(examples()["check_webhook.py"].text, shown)  # noqa: S102 - it is ours
    is_ours, secret = shown["is_ours"], "whsec_" + "QUJDREVGR0hJSktMTU5PUFFSU1RVVldY"
    body = b'{"type":"declaration.released"}'
    letter = Letter("https://hooks.example.com/", "msg_1", body, ("whsec_" + "QUJD" * 8, secret))
    sent = headers(letter, at=datetime.now(UTC))
    late = headers(letter, at=datetime.fromtimestamp(time.time() - 301, UTC))

    assert is_ours(body, sent, secret)
    assert not is_ours(body + b" ", sent, secret)
    assert not is_ours(body, sent, "whsec_" + "WFla" * 8)
    assert not is_ours(body, late, secret)
    assert not is_ours(body, sent | {"webhook-id": "msg_2"}, secret)
    assert not is_ours(body, sent | {"webhook-timestamp": "soon"}, secret)


def test_the_guide_shows_the_same_examples_in_the_same_order():
    assert [each.text for each in examples().values()] == BLOCKS


def test_the_guide_names_every_kind_of_error_and_every_channel():
    rows = dict(re.findall(r"^\| `([a-z-]+)` \| (\d+) \|", GUIDE, flags=re.M))

    assert rows == {name: str(kind.status) for name, kind in KINDS.items()}
    assert all(kind.title.en in GUIDE and kind.advice.en in GUIDE for kind in KINDS.values())
    assert all(f"`{word}`" in GUIDE for word in sandbox.CHANNELS)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_page_shows_every_example_and_a_place_for_every_error(db, language):
    answer = Client().get("/developers", headers={"Accept-Language": language})
    page = answer.content.decode()
    code = re.findall(r"<pre[^>]*><code>(.*?)</code></pre>", page, flags=re.S)

    assert answer.status_code == 200 and f'<html lang="{language}"' in page
    assert len(code) == len(ORDER)
    for name, kind in KINDS.items():
        assert page.count(f'id="{name}"') == 1
        assert kind.title.said(language).replace("'", "&#39;") in page
    assert ("À saisir" in page) is (language == "fr")


def test_the_page_says_how_fast_one_may_send(db, settings):
    settings.API_DECLARATIONS_PER_SECOND = 20
    page = Client().get("/developers").content.decode()

    assert re.search(r"about <[^>]*>20</span> declarations a second", page)


def test_the_page_is_found_from_the_start_from_help_and_from_every_foot(db):
    for path in ("/", "/help", "/status"):
        assert 'href="/developers"' in Client().get(path).content.decode()
