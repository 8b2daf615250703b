"""Traders with machines that listen, on this machine."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import msgspec
import pytest
from django.conf import settings

from customhouse.accounts.actor import Actor

AT = datetime(2026, 11, 21, 8, 30, tzinfo=UTC)


class Heard(msgspec.Struct):
    """One call as the listener got it."""

    path: str
    headers: dict[str, str]
    body: bytes


class Listener:
    """A trader's machine: remembers what it hears, answers what the test says."""

    def __init__(self) -> None:
        self.heard: list[Heard] = []
        self.answer: Callable[[int], tuple[int, dict[str, str]]] = lambda number: (204, {})
        listener = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                listener.heard.append(Heard(self.path, dict(self.headers), body))
                status, headers = listener.answer(len(listener.heard))
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()

            def log_message(self, *words: object) -> None:
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/hook"
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)
        self.thread.start()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def listener(monkeypatch: pytest.MonkeyPatch) -> Iterator[Listener]:
    """Give a machine that listens on the loopback address, which is allowed for this test."""
    monkeypatch.setattr(settings, "WEBHOOKS_MAY_REACH_LOOPBACK", True)
    one = Listener()
    yield one
    one.close()


def trader(organisation: int) -> Actor:
    """Return a person of a trader."""
    return Actor(
        person_id=organisation,
        pseudonym=f"P-{organisation}",
        name="Ada",
        organisation_id=organisation,
        organisation_kind="trader",
        trader_identifier=f"XF{organisation}",
        roles=frozenset({"trader"}),
    )
