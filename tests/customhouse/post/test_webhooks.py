"""Notices are told in order, at least once, signed, on the schedule; and their owners can look."""

from __future__ import annotations

import itertools
import json
import os
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from django.core.exceptions import PermissionDenied
from standardwebhooks.webhooks import Webhook, WebhookVerificationError

from customhouse.post import actions, queries, sending
from customhouse.post.actions import Notice
from customhouse.post.actions.deliver import WAITS, claim
from customhouse.post.address_guard import AddressRefused
from customhouse.post.sending import Letter, headers
from customhouse.settings.database import acting_as, as_system, execute, pipeline
from tests.customhouse.post.conftest import AT, trader

pytestmark = pytest.mark.database

SALT, QUAY = trader(7), trader(8)


def tell(*organisations: int, topic: str = "declaration.released") -> None:
    with acting_as(SALT):
        actions.notify(
            notices=[
                Notice(number, topic, f"MRN{place}", {"state": "released", "text": "é"})
                for place, number in enumerate(organisations or (7,))
            ],
            at=AT,
        )
    actions.dispatch(at=AT)


def waits(at: datetime) -> list[tuple[str, datetime | None]]:
    with acting_as(SALT):
        return [(each.state, each.next_attempt_at) for each in queries.deliveries(7)]


def test_a_notice_is_read_by_its_organisation_alone():
    tell(7, 8, 7)
    with acting_as(SALT):
        found = queries.notifications(7)
        assert [each.subject for each in found] == ["MRN0", "MRN2"]
        assert found[0].payload == {"state": "released", "text": "é"}
        assert queries.notifications(7, after=found[0].id) == found[1:]
        assert queries.latest_notifications(7, most=1) == found[1:]
        assert queries.notifications(8) == ()
    with acting_as(QUAY):
        assert [each.subject for each in queries.notifications(8)] == ["MRN1"]


def test_a_notice_is_not_told_when_what_it_tells_did_not_happen():
    with pytest.raises(RuntimeError, match="undone"), acting_as(SALT):
        actions.notify(notices=[Notice(7, "t", "s", {})], at=AT)
        raise RuntimeError("undone")
    assert actions.dispatch(at=AT) == 0


def test_notices_may_be_written_inside_a_pipeline():
    with acting_as(SALT), pipeline():
        actions.notify(notices=[Notice(7, "t", "a", {}), Notice(8, "t", "b", {})], at=AT)
        actions.notify(notices=[Notice(7, "t", "c", {})], at=AT)
        actions.notify(notices=[], at=AT)
    assert actions.dispatch(at=AT) == 3


def test_a_webhook_is_called_with_a_signed_cloud_event(listener):
    made = actions.add_endpoint(url=listener.url, by=SALT, at=AT)
    tell(7, 8)
    now = datetime.now(UTC)
    assert actions.deliver(at=now) == 1
    (heard,) = listener.heard
    event = Webhook(made.secret).verify(heard.body, heard.headers)
    assert event["specversion"] == "1.0"
    assert (event["type"], event["subject"]) == ("declaration.released", "MRN0")
    assert event["data"] == {"state": "released", "text": "é"}
    assert heard.headers["webhook-id"] == f"msg_{event['id']}"
    with acting_as(SALT):
        (delivery,) = queries.deliveries(7)
        (attempt,) = queries.attempts(delivery.id, organisation_id=7)
    assert (delivery.state, attempt.status, attempt.trouble) == ("delivered", 204, "")
    assert actions.deliver(at=now + timedelta(days=1)) == 0


def test_an_endpoint_hears_of_its_topics_alone(listener):
    actions.add_endpoint(url=listener.url, topics=["control.notified"], by=SALT, at=AT)
    tell(7, topic="declaration.released")
    tell(7, topic="control.notified")
    actions.deliver(at=AT)
    assert [json.loads(each.body)["type"] for each in listener.heard] == ["control.notified"]


def test_the_schedule_is_the_published_one():
    assert len(WAITS) == 10
    assert sum(WAITS, timedelta()) == timedelta(hours=75, minutes=35, seconds=5)


def test_ten_attempts_are_made_when_they_are_due_and_no_more(listener):
    listener.answer = lambda number: (503, {})
    actions.add_endpoint(url=listener.url, by=SALT, at=AT)
    tell()
    assert actions.deliver(at=AT) == 1
    now = AT
    for number, wait in enumerate(WAITS[1:], 2):
        assert actions.deliver(at=now + wait - timedelta(milliseconds=1)) == 0
        now += wait
        assert actions.deliver(at=now) == 1
        assert len(listener.heard) == number
    assert waits(now) == [("abandoned", None)]
    assert actions.deliver(at=now + timedelta(days=30)) == 0
    assert len({each.headers["webhook-id"] for each in listener.heard}) == 1
    with acting_as(SALT):
        (delivery,) = queries.deliveries(7)
        log = queries.attempts(delivery.id, organisation_id=7)
    assert [each.number for each in log] == list(range(1, 11))
    assert {each.status for each in log} == {503}


def test_after_a_day_of_silence_nothing_is_lost(listener):
    actions.add_endpoint(url=listener.url, by=SALT, at=AT)
    down_until = AT + timedelta(days=1)
    now, heard = AT, 0
    tell(*[7] * 5)
    while heard < 5 and now < AT + timedelta(days=4):
        listener.answer = lambda number, up=now >= down_until: (200 if up else 500, {})
        actions.deliver(at=now)
        with acting_as(SALT):
            heard = sum(each.state == "delivered" for each in queries.deliveries(7))
        now += timedelta(minutes=30)
    subjects = [json.loads(each.body)["subject"] for each in listener.heard]
    assert set(subjects) == {f"MRN{number}" for number in range(5)}
    assert heard == 5


def test_gone_disables_the_endpoint_and_ends_what_waits_for_it(listener):
    listener.answer = lambda number: (410, {})
    made = actions.add_endpoint(url=listener.url, by=SALT, at=AT)
    tell(7, 7, 7)
    actions.deliver(at=AT, most=1)
    assert {state for state, _ in waits(AT)} == {"abandoned"}
    with acting_as(SALT):
        (endpoint,) = queries.endpoints(7)
    assert (endpoint.id, endpoint.disabled_reason) == (made.id, "gone (410)")
    tell(7)
    assert actions.deliver(at=AT) == 0


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_redirect_is_not_followed(listener, status):
    listener.answer = lambda number: (status, {"Location": listener.url.replace("hook", "inside")})
    actions.add_endpoint(url=listener.url, by=SALT, at=AT)
    tell()
    actions.deliver(at=AT)
    assert [each.path for each in listener.heard] == ["/hook"]
    assert waits(AT)[0][0] == "waiting"


def test_a_name_that_starts_to_lead_inside_is_not_called(listener, monkeypatch):
    actions.add_endpoint(url="https://hooks.example.com/", by=SALT, at=AT)
    tell()
    actions.deliver(at=AT, resolve=lambda host, port: ["10.0.0.1"])
    with acting_as(SALT):
        (delivery,) = queries.deliveries(7)
        (attempt,) = queries.attempts(delivery.id, organisation_id=7)
    assert attempt.status is None
    assert "not on the internet" in attempt.trouble


def test_a_slow_drip_of_bytes_is_ended(listener, monkeypatch):
    monkeypatch.setattr(sending, "SECONDS", 0.3)

    def drip(number):
        time.sleep(1)
        return 200, {}

    listener.answer = drip
    result = sending.send(Letter(listener.url, "msg_1", b"{}", ("whsec_AAAA",)), at=AT)
    assert result.status is None
    assert "no answer within" in result.trouble


def test_after_a_crash_a_claimed_delivery_is_made_by_another(listener):
    actions.add_endpoint(url=listener.url, by=SALT, at=AT)
    tell()
    assert len(claim(at=AT, most=10)) == 1
    assert claim(at=AT, most=10) == ()
    assert actions.deliver(at=AT + timedelta(seconds=59)) == 0
    assert actions.deliver(at=AT + timedelta(seconds=61)) == 1
    assert len(listener.heard) == 1


def test_a_busy_endpoint_does_not_hold_up_the_others(listener):
    slow = actions.add_endpoint(url=listener.url, by=SALT, at=AT)
    actions.add_endpoint(url=listener.url + "/quay", by=QUAY, at=AT)
    tell(*[7] * 50, 8)
    claimed = claim(at=AT, most=10, busy=[slow.id])
    assert [each.organisation_id for each in claimed] == [8]
    assert [each.organisation_id for each in claim(at=AT, most=10)] == [7, 7]


def test_a_changed_secret_signs_beside_the_old_one_for_a_day(listener):
    made = actions.add_endpoint(url=listener.url, by=SALT, at=AT)
    now = datetime.now(UTC)
    fresh = actions.rotate_secret(endpoint_id=made.id, by=SALT, at=now)
    assert fresh.secret != made.secret
    tell()
    actions.deliver(at=now)
    for secret in (made.secret, fresh.secret):
        Webhook(secret).verify(listener.heard[0].body, listener.heard[0].headers)
    tell()
    actions.deliver(at=now + timedelta(days=1, minutes=1))
    with pytest.raises(WebhookVerificationError, match="No matching"):
        late = dict(listener.heard[1].headers)
        late["webhook-timestamp"] = str(int(now.timestamp()))
        Webhook(made.secret).verify(listener.heard[1].body, late)


def test_the_published_vector_is_signed_alike(vector):
    letter = Letter(
        "https://hooks.example.com/",
        vector["webhook_id"],
        vector["payload"].encode(),
        (vector["secret"],),
    )
    signed = headers(letter, at=datetime.fromtimestamp(vector["timestamp"], UTC))
    assert signed["webhook-signature"] == vector["expected"]
    assert signed["webhook-timestamp"] == str(vector["timestamp"])


def test_the_schedule_is_that_of_the_published_vector(vector):
    seconds = [wait // timedelta(seconds=1) for wait in WAITS]
    assert list(itertools.accumulate(seconds)) == vector["retry_schedule_seconds_since_start"]


@pytest.fixture
def vector() -> dict[str, object]:
    """Give the vector of Standard Webhooks, read where it is kept."""
    root = Path(__file__).resolve().parents[3]
    folder = Path(os.environ.get("FONDACO_EXTERNAL") or root / ".." / "shared" / "data")
    path = folder / "trust" / "standard-webhooks" / "sign_vector.json"
    if not path.exists():
        pytest.skip(f"the external data is not at {folder}")
    return json.loads(path.read_text())


def test_an_endpoint_inside_is_not_even_noted():
    for url in ("https://127.1/", "http://hooks.example.com/", "https://user@x.example/"):
        with pytest.raises(AddressRefused):
            actions.add_endpoint(url=url, by=SALT, at=AT)
    with acting_as(SALT):
        assert queries.endpoints(7) == ()


def test_endpoints_are_their_organisations_own(listener):
    made = actions.add_endpoint(url=listener.url, by=SALT, at=AT)
    with acting_as(QUAY):
        assert queries.endpoints(7) == ()
    for change in (actions.disable_endpoint, actions.enable_endpoint, actions.rotate_secret):
        with pytest.raises(LookupError):
            change(endpoint_id=made.id, by=QUAY, at=AT)


def test_a_key_without_the_scope_changes_no_webhook():
    key = msgspec.structs.replace(SALT, scopes=frozenset({"declarations:read"}))
    with pytest.raises(PermissionDenied):
        actions.add_endpoint(url="https://hooks.example.com/", by=key, at=AT)


def test_a_disabled_endpoint_is_told_nothing_and_enabled_hears_again(listener):
    made = actions.add_endpoint(url=listener.url, by=SALT, at=AT)
    tell()
    actions.disable_endpoint(endpoint_id=made.id, reason="holiday", by=SALT, at=AT)
    tell()
    assert actions.deliver(at=AT) == 0
    actions.enable_endpoint(endpoint_id=made.id, by=SALT, at=AT)
    tell()
    assert actions.deliver(at=AT) == 1


def test_a_delivery_is_made_again_when_its_owner_asks(listener):
    actions.add_endpoint(url=listener.url, by=SALT, at=AT)
    tell()
    actions.deliver(at=AT)
    with acting_as(SALT):
        (delivery,) = queries.deliveries(7)
    with pytest.raises(LookupError):
        actions.send_again(delivery_id=delivery.id, by=QUAY, at=AT)
    actions.send_again(delivery_id=delivery.id, by=SALT, at=AT)
    assert actions.deliver(at=AT) == 1
    assert len(listener.heard) == 2


def test_secrets_are_derived_and_stand_in_no_table(listener):
    made = actions.add_endpoint(url=listener.url, by=SALT, at=AT)
    with as_system():
        (row,) = execute("SELECT webhook_endpoint::text FROM webhook_endpoint").fetchone()
    assert made.secret not in row
    with acting_as(SALT):
        assert queries.endpoints(7)[0].secret == made.secret


def test_the_backlog_is_known(listener):
    actions.add_endpoint(url=listener.url, by=SALT, at=AT)
    tell()
    with acting_as(SALT):
        actions.notify(notices=[Notice(7, "t", "s", {})], at=AT)
    backlog = queries.backlog(at=AT)
    assert (backlog.unsorted, backlog.oldest, backlog.due_deliveries) == (1, AT, 1)
