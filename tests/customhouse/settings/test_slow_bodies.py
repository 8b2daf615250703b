"""Only so many threads wait for bodies: who finds no room is told so, and it is free again."""

from __future__ import annotations

import io
from threading import BoundedSemaphore, Event, Thread
from typing import Any

import pytest
from django.core.handlers.wsgi import LimitedStream
from django.test import RequestFactory

from customhouse.accounts.middleware import BodyLimit
from customhouse.exchange.api.refusals import refused
from customhouse.settings import slow_bodies
from customhouse.settings.slow_bodies import Body, NoRoom, bounded


class Stalled(io.RawIOBase):
    """A body that comes when it is let come."""

    def __init__(self) -> None:
        self.is_awaited, self.comes = Event(), Event()

    def read(self, size: int = -1) -> bytes:
        """Wait, then give what comes."""
        self.is_awaited.set()
        self.comes.wait()
        return b"late"


@pytest.fixture
def full(monkeypatch) -> BoundedSemaphore:
    """Give a room for two bodies, both of which are awaited."""
    monkeypatch.setattr(slow_bodies, "PATIENCE_SECONDS", 0.01)
    room, stalled = BoundedSemaphore(2), [Stalled(), Stalled()]
    threads = [Thread(target=Body(each, room).read) for each in stalled]
    for thread, each in zip(threads, stalled, strict=True):
        thread.start()
        assert each.is_awaited.wait(60)
    yield room
    for thread, each in zip(threads, stalled, strict=True):
        each.comes.set()
        thread.join()
    assert Body(io.BytesIO(b"x"), room).read() == b"x"


def test_a_body_that_is_there_is_read_as_it_is():
    body = Body(io.BytesIO(b"one\ntwo\n" + b"x" * 100_000), BoundedSemaphore(1))

    assert body.readline() == b"one\n" and body.read(4) == b"two\n"
    assert body.read() == b"x" * 100_000 and body.read() == b""


def test_what_goes_wrong_in_reading_is_raised_and_leaves_the_room(full):
    closed, room = io.BytesIO(b"x"), BoundedSemaphore(1)
    closed.close()

    for _ in range(2):
        with pytest.raises(ValueError, match="closed"):
            Body(closed, room).read()


def test_there_is_no_room_behind_bodies_that_do_not_come(full):
    with pytest.raises(NoRoom):
        Body(io.BytesIO(b"quick"), full).read()
    with pytest.raises(NoRoom):
        Body(io.BytesIO(b"quick"), full).readline()


def unread(path: str, room: BoundedSemaphore) -> Any:
    """Give a request for whose body there is no room, and what reading it raises."""
    request = RequestFactory().post(path, content_type="application/json")
    request._stream = LimitedStream(Body(io.BytesIO(b"quick"), room), 5)
    with pytest.raises(OSError) as failed:
        request.body  # noqa: B018 - it is the reading that is tried
    return request, failed.value


def test_a_machine_is_told_to_come_again(full):
    answer = refused(*unread("/api/declarations", full))

    assert answer.status_code == 503 and answer["Retry-After"]
    assert b"/developers#unavailable" in answer.content


def test_a_page_answers_503_and_never_500(full):
    answer = BodyLimit(lambda request: None).process_exception(*unread("/oauth/token", full))

    assert answer is not None and answer.status_code == 503


def test_every_request_of_an_application_shares_the_room():
    def application(environ: dict[str, Any], _: Any) -> list[bytes]:
        return [environ["wsgi.input"].read(3)]

    served = bounded(application, most=1)

    for _ in range(3):
        assert list(served({"wsgi.input": io.BytesIO(b"abcdef")}, None)) == [b"abc"]
