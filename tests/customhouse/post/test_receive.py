"""A message is taken once, and its id stands for it for ever."""

from __future__ import annotations

import threading

import psycopg
import pytest
from django.db import ProgrammingError, connection

from customhouse.post import actions
from customhouse.post.actions import AnotherMessage
from customhouse.settings.database import acting_as, as_system, execute
from tests.customhouse.post.conftest import AT, trader


def receive(**changes):
    given = {
        "sender": "XF7",
        "message_id": "M1",
        "kind": "declaration",
        "digest": "sha256:1",
        "organisation_id": 7,
        "at": AT,
    }
    return actions.receive(**{**given, **changes})


@pytest.mark.database
def test_the_same_message_again_is_told_what_became_of_it():
    with acting_as(trader(7)):
        assert receive().is_new
        actions.answer(sender="XF7", message_id="M1", outcome={"mrn": "26XF"})
    with acting_as(trader(7)):
        again = receive()
    assert (again.is_new, again.received_at, again.outcome) == (False, AT, {"mrn": "26XF"})


@pytest.mark.database
@pytest.mark.parametrize(
    ("change", "differing"),
    [
        ({"digest": "sha256:2"}, ("body",)),
        ({"kind": "amendment"}, ("kind",)),
        ({"kind": "amendment", "digest": "sha256:2"}, ("kind", "body")),
    ],
)
def test_another_message_under_the_same_id_is_refused_naming_the_field(change, differing):
    with acting_as(trader(7)):
        receive()
        with pytest.raises(AnotherMessage) as refused:
            receive(**change)
    assert refused.value.differing == differing


@pytest.mark.database
def test_ids_are_each_senders_own():
    with as_system():
        assert receive().is_new
        assert receive(sender="XF8", organisation_id=8).is_new


@pytest.mark.database
def test_an_answer_is_written_once():
    with acting_as(trader(7)):
        receive()
        actions.answer(sender="XF7", message_id="M1", outcome={})
        with pytest.raises(LookupError):
            actions.answer(sender="XF7", message_id="M1", outcome={"other": 1})


@pytest.mark.database
def test_a_message_is_never_forgotten(owner):
    with pytest.raises(ProgrammingError, match="permission denied"), as_system():
        execute("DELETE FROM message_in")
    owner.execute("SELECT set_config('fondaco.scope', 'system', true)")
    with pytest.raises(psycopg.errors.InsufficientPrivilege, match="expected it never"):
        owner.execute("DELETE FROM message_in")


def test_of_the_same_message_sent_eight_times_at_once_one_is_new(committed):
    found, together = [], threading.Barrier(8)

    def send() -> None:
        try:
            together.wait()
            with acting_as(trader(7)):
                received = receive()
                if received.is_new:
                    actions.answer(sender="XF7", message_id="M1", outcome={"mrn": "26XF"})
                found.append(received)
        finally:
            connection.close()

    threads = [threading.Thread(target=send) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(each.is_new for each in found) == [False] * 7 + [True]
    assert all(each.outcome == {"mrn": "26XF"} for each in found if not each.is_new)
