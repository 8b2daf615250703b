"""A customs house with a door for machines: an importer's key, and a caller that uses it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client

from customhouse.accounts import actions as accounts
from customhouse.accounts.actor import Actor
from customhouse.accounts.authority import SCOPES
from customhouse.declarations.actions import judge
from customhouse.exchange import scenarios
from customhouse.exchange.api import asked
from customhouse.records import queries as records
from customhouse.settings.database import as_system, execute
from tests.customhouse import world
from tests.customhouse.exchange import described


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give an empty state folder in use, stop the API's clock, and keep chance out of it."""
    monkeypatch.setattr(settings, "STATE", tmp_path)
    # One consignment in two hundred is examined whatever a test's selectivity says.
    monkeypatch.setattr(judge, "draw", lambda *_, **__: 999_999)
    monkeypatch.setattr(asked, "received_at", lambda: world.AT)
    records.forget_secrets()
    yield tmp_path
    records.forget_secrets()


class Caller:
    """A machine of one organisation, with its key."""

    def __init__(self, actor: Actor, *, scopes: tuple[str, ...] = tuple(SCOPES)) -> None:
        self.actor = actor
        made = accounts.create_key(
            organisation_id=actor.organisation_id or 0,
            name="machine",
            scopes=scopes,
            by=actor,
            at=world.AT,
        )
        self.secret = made.secret
        self.client = Client(raise_request_exception=False)

    def send(
        self,
        path: str,
        body: bytes | object = b"",
        *,
        kind: str = "application/json",
        method: str = "POST",
        **headers: str,
    ) -> HttpResponse:
        """Send one request with the key; the answer is held against the description.

        Headers are named with underscores.
        """
        sent = body if isinstance(body, bytes) else msgspec.json.encode(body)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        response = self.client.generic(
            method,
            path,
            sent,
            content_type=kind,
            headers={"Authorization": f"Bearer {self.secret}"} | named,
            CONTENT_TYPE=kind,
        )
        described.check(method, path, response)
        return response

    def lodge(self, body: bytes | object, **more: Any) -> HttpResponse:
        """Lodge a declaration."""
        return self.send("/api/declarations", body, **more)

    def get(self, path: str, **headers: str) -> HttpResponse:
        """Ask for something."""
        return self.send(path, method="GET", kind="", **headers)


def sandbox_maker() -> Caller:
    """Enter a maker of software in the sandbox, and give its machine."""
    made = world.trader("Example Software", scenarios.TRADER)
    with as_system():
        execute("UPDATE organisation SET is_sandbox = true WHERE id = %s", (made.organisation_id,))
    return Caller(msgspec.structs.replace(made, is_sandbox=True))


@pytest.fixture
def house_in(db: None, state: Path) -> Callable[[str], world.World]:
    """Give a maker of worlds whose selectivity sends everything into one channel."""
    return lambda channel: world.build(channel=channel)


@pytest.fixture
def machine_in(house_in: Callable[[str], world.World]) -> Callable[[str], Caller]:
    """Give a maker of an importer's machine in such a world."""
    return lambda channel: Caller(house_in(channel).importer)
