"""Notices by polling and by webhook: everything on record that concerns one, once, in order."""

from __future__ import annotations

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import msgspec
import pytest
from django.conf import settings
from standardwebhooks.webhooks import Webhook

from customhouse.exchange.actions.carry import carry
from customhouse.exchange.periodic import JOBS
from customhouse.post import actions as post
from customhouse.records import actions as records
from customhouse.worker.jobs import jobs
from tests.customhouse import world
from tests.customhouse.exchange.conftest import Caller

pytestmark = pytest.mark.database


def settle_post() -> None:
    """Do what the worker does between an act and its notice."""
    records.integrate()
    carry(world.AT)
    post.dispatch(at=world.AT)


def topics(machine: Caller, after: int = 0) -> list[str]:
    page = machine.get(f"/api/notifications?after={after}").json()
    return [each["topic"] for each in page["notifications"]]


def test_what_is_on_record_is_told_to_those_it_concerns_and_no_other(house_in):
    house = house_in("yellow")
    machine, stranger = Caller(house.importer), Caller(house.stranger)
    mrn = machine.lodge(world.declaration()).json()["mrn"]
    settle_post()
    page = machine.get("/api/notifications").json()
    about = [each for each in page["notifications"] if each["subject"] == mrn]

    assert [each["topic"] for each in about] == ["declaration.accepted", "control.notified"]
    assert about[0]["payload"]["details"]["state"] == "under control"
    assert not any("judgement" in topic for topic in topics(machine))
    assert not any("declaration" in topic for topic in topics(stranger))


def test_one_reads_on_from_where_one_was(machine_in):
    machine = machine_in("green")
    machine.lodge(world.declaration("A"))
    settle_post()
    first = machine.get("/api/notifications").json()["after"]
    assert topics(machine, first) == []
    machine.lodge(world.declaration("B"))
    settle_post()

    assert topics(machine, first) == ["declaration.accepted"]
    assert topics(machine, first) == ["declaration.accepted"]


def test_nothing_is_carried_twice(machine_in):
    machine = machine_in("green")
    machine.lodge(world.declaration())
    settle_post()
    before = topics(machine)
    settle_post()

    assert carry(world.AT) == 0
    assert topics(machine) == before


def test_the_worker_does_it_by_the_clock():
    assert set(JOBS) <= set(jobs())


class Ear(BaseHTTPRequestHandler):
    """Takes what a webhook sends."""

    heard: list[tuple[dict[str, str], bytes]]

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.heard.append((dict(self.headers), body))  # type: ignore[attr-defined]
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def ear(monkeypatch: pytest.MonkeyPatch) -> Iterator[HTTPServer]:
    """Give a server on the loopback that hears webhooks."""
    monkeypatch.setattr(settings, "WEBHOOKS_MAY_REACH_LOOPBACK", True)
    server = HTTPServer(("127.0.0.1", 0), Ear)
    server.heard = []  # type: ignore[attr-defined]
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


def test_a_webhook_is_told_and_can_check_who_tells_it(machine_in, ear):
    machine = machine_in("green")
    wanted = {
        "url": f"http://127.0.0.1:{ear.server_port}/hook",
        "topics": ["declaration.accepted"],
    }
    made = machine.send("/api/webhooks", wanted)
    assert made.status_code == 201
    mrn = machine.lodge(world.declaration()).json()["mrn"]
    settle_post()
    post.deliver(at=world.AT)
    ((headers, body),) = ear.heard
    event = msgspec.json.decode(body)

    assert event["type"] == "declaration.accepted" and event["subject"] == mrn
    signed = {name.lower(): value for name, value in headers.items()}
    assert (
        Webhook(made.json()["secret"]).sign(signed["webhook-id"], world.AT, body.decode())
        in signed["webhook-signature"].split()
    )
    number = made.json()["id"]
    (delivery,) = machine.get(f"/api/webhooks/{number}/deliveries").json()["deliveries"]
    assert (delivery["state"], delivery["attempts"][0]["status"]) == ("delivered", 204)


def test_a_webhook_is_listed_stopped_started_and_given_a_new_secret(machine_in, ear):
    machine = machine_in("green")
    made = machine.send("/api/webhooks", {"url": f"http://127.0.0.1:{ear.server_port}/"}).json()
    there = f"/api/webhooks/{made['id']}"
    changed = machine.send(f"{there}/secret")
    stopped = machine.send(there, method="DELETE")
    (listed,) = machine.get("/api/webhooks").json()["webhooks"]

    assert changed.status_code == 201 and changed.json()["secret"] != made["secret"]
    assert stopped.status_code == 204 and listed["disabled_at"]
    assert machine.send(there, method="DELETE").status_code == 404
    assert machine.send(f"{there}/enabling").status_code == 204


def test_a_webhook_never_reaches_inside(machine_in):
    machine = machine_in("green")
    for url in (
        "http://example.com/",
        "https://127.0.0.1:22/",
        "ftp://x.example/",
        "https://0x7f.1/x",
    ):
        answer = machine.send("/api/webhooks", {"url": url})
        assert answer.status_code == 422 and answer.json()["detail"], url


def test_anothers_webhook_is_not_there(house_in):
    house = house_in("green")
    made = Caller(house.importer).send("/api/webhooks", {"url": "https://hooks.example.com/"})
    stranger, there = Caller(house.stranger), f"/api/webhooks/{made.json()['id']}"

    assert stranger.get("/api/webhooks").json() == {"webhooks": []}
    assert stranger.get(f"{there}/deliveries").status_code == 404
    assert stranger.send(there, method="DELETE").status_code == 404
    assert stranger.send(f"{there}/secret").status_code == 404


def test_a_receipt_follows_within_seconds(machine_in, state: Path):
    machine = machine_in("green")
    there = machine.lodge(world.declaration()).json()["links"]["self"]
    receipt = machine.get(there).json()["timeline"][0]["receipt"]
    early = machine.get(receipt)
    records.integrate()
    records.sign(at=world.AT)
    now = machine.get(receipt)

    assert (early.status_code, early["Retry-After"]) == (409, "10")
    assert now.status_code == 200 and now["Content-Type"].startswith("text/plain")
    assert there.rpartition("/")[2] in now.content.decode() or "extra" in now.content.decode()
