"""A body comes in time or not at all: who sends a byte a second holds no thread that others need.

The server waits for a body as long as its sender likes, and nothing can call a waiting thread
back. So another thread waits, and the one that serves goes on when the time is over. The waiting
thread ends with the sender's connection, of which the server allows so many and no more.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any

Read = Callable[[int], bytes]
Application = Callable[[dict[str, Any], Any], Iterable[bytes]]

SLOWEST_BYTES_PER_SECOND = 50_000
"""What a long body must keep up on average, over the seconds that every body has."""


class TooSlow(TimeoutError):  # noqa: N818 - it is the sender who is slow
    """A body that had not come when its time was over."""


def came_too_late(failed: BaseException | None) -> bool:
    """Whether this, or what caused it, is a body that did not come in time."""
    while failed is not None:
        if isinstance(failed, TooSlow):
            return True
        failed = failed.__cause__
    return False


class _Reader(Thread):
    """A thread that waits for bytes, one sender after the other, until one keeps it too long."""

    def __init__(self) -> None:
        super().__init__(name="reader", daemon=True)
        self.asked: SimpleQueue[tuple[Read, int]] = SimpleQueue()
        self.answered: SimpleQueue[bytes | BaseException] = SimpleQueue()
        self.is_late = False
        self.start()

    def run(self) -> None:
        while not self.is_late:
            read, size = self.asked.get()
            try:
                self.answered.put(read(size))
            except BaseException as failed:  # it is raised where the bytes were wanted
                self.answered.put(failed)


_idle: deque[_Reader] = deque()


def read_within(read: Read, size: int, *, seconds: float) -> bytes:
    """Read, or raise TooSlow after so many seconds.

    >>> read_within(lambda size: b"x" * size, 3, seconds=5)
    b'xxx'
    """
    try:
        reader = _idle.pop()
    except IndexError:
        reader = _Reader()
    reader.asked.put((read, size))
    try:
        answer = reader.answered.get(timeout=max(seconds, 0.001))
    except Empty:
        reader.is_late = True
        raise TooSlow("the body did not come in time") from None
    _idle.append(reader)
    if isinstance(answer, BaseException):
        raise answer
    return answer


class TimelyBody:
    """A body that is read as a file is, all of it within its time from the first reading on."""

    def __init__(self, body: Any, *, seconds: float) -> None:
        self._body, self._seconds = body, seconds
        self._end: float | None = None

    def read(self, size: int = -1) -> bytes:
        """So many bytes, or all that is left; TooSlow where they do not come in time."""
        return read_within(self._body.read, size, seconds=self._left())

    def readline(self, size: int = -1) -> bytes:
        """One line, or so many bytes of it."""
        return read_within(lambda size: self._body.readline(size), size, seconds=self._left())

    def _left(self) -> float:
        now = time.monotonic()
        if self._end is None:
            self._end = now + self._seconds
        return self._end - now


def timely(application: Application, *, seconds: float) -> Application:
    """The application, with every body bounded: these seconds, and more for a long one."""

    def bounded(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        announced = environ.get("CONTENT_LENGTH") or ""
        length = int(announced) if announced.isascii() and announced.isdecimal() else 0
        allowed = seconds + min(length, _LONGEST) / SLOWEST_BYTES_PER_SECOND
        environ["wsgi.input"] = TimelyBody(environ["wsgi.input"], seconds=allowed)
        return application(environ, start_response)

    return bounded


_LONGEST = 64 * 1024 * 1024
"""No route takes a longer body; whoever announces more gets no more time for it."""
