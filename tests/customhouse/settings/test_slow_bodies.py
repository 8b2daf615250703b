"""A body has its time: what comes late, or never, is given up, and others are read meanwhile."""

from __future__ import annotations

import io
from threading import Event
from typing import Any

import pytest
from django.core.handlers.wsgi import LimitedStream
from django.test import RequestFactory

from customhouse.accounts.middleware import BodyLimit
from customhouse.exchange.api.refusals import refused
from customhouse.settings.slow_bodies import TimelyBody, TooSlow, read_within, timely

ENOUGH, SHORT = 60.0, 0.05


class Stalled(io.RawIOBase):
    """A body that comes when it is let come."""

    def __init__(self, first: bytes = b"") -> None:
        self.first, self.comes = first, Event()

    def read(self, size: int = -1) -> bytes:
        """Give the first bytes at once, and the rest when it comes."""
        if self.first:
            given, self.first = self.first[:size], self.first[size:]
            return given
        self.comes.wait()
        return b"late"


def test_a_body_that_is_there_is_read_as_it_is():
    body = TimelyBody(io.BytesIO(b"one\ntwo\n" + b"x" * 100_000), seconds=ENOUGH)

    assert body.readline() == b"one\n" and body.read(4) == b"two\n"
    assert body.read() == b"x" * 100_000 and body.read() == b""


def test_what_goes_wrong_in_reading_is_raised_where_the_bytes_were_wanted():
    closed = io.BytesIO(b"x")
    closed.close()

    with pytest.raises(ValueError, match="closed"):
        TimelyBody(closed, seconds=ENOUGH).read()


def test_a_body_that_stalls_is_given_up_and_the_next_is_read():
    stalled = [Stalled() for _ in range(20)]
    for each in stalled:
        with pytest.raises(TooSlow):
            read_within(each.read, 10, seconds=SHORT)

    assert read_within(io.BytesIO(b"next").read, 4, seconds=ENOUGH) == b"next"
    for each in stalled:
        each.comes.set()


def test_the_time_is_that_of_the_whole_body():
    stalled = Stalled(b"begun")
    body = TimelyBody(stalled, seconds=SHORT)
    assert body.read(5) == b"begun"

    with pytest.raises(TooSlow):
        body.read(5)
    stalled.comes.set()


def given_up(path: str) -> Any:
    """Give a request whose body stalls, and what reading it raises."""
    request = RequestFactory().post(path, content_type="application/json")
    stalled = Stalled()
    request._stream = LimitedStream(TimelyBody(stalled, seconds=SHORT), 5)
    with pytest.raises(OSError) as failed:
        request.body  # noqa: B018 - it is the reading that is tried
    stalled.comes.set()
    return request, failed.value


def test_a_machine_is_told_so_in_details():
    answer = refused(*given_up("/api/declarations"))

    assert answer.status_code == 408 and b"/developers#too-slow" in answer.content


def test_a_page_answers_408_and_never_500():
    answer = BodyLimit(lambda request: None).process_exception(*given_up("/oauth/token"))

    assert answer is not None and answer.status_code == 408


@pytest.mark.parametrize("announced", ["", "12", "x", "-1", "٣", "9" * 400])
def test_whatever_length_is_announced_the_application_is_asked(announced):
    def application(environ: dict[str, Any], _: Any) -> list[bytes]:
        return [environ["wsgi.input"].read(3)]

    environ = {"CONTENT_LENGTH": announced, "wsgi.input": io.BytesIO(b"abcdef")}

    assert list(timely(application, seconds=ENOUGH)(environ, None)) == [b"abc"]
