"""Bodies that come slowly hold some of the threads that serve, and never the last of them.

The server waits for a body as long as its sender likes, and a thread that waits cannot be called
back: to answer a request while its body is still being read stops the whole process until the
sender goes (Granian 2.8). So only so many threads may wait for bodies at once; whoever finds no
room is told to come again, and what has no body is answered all the time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from threading import BoundedSemaphore
from typing import Any

Application = Callable[[dict[str, Any], Any], Iterable[bytes]]

PATIENCE_SECONDS = 1.0
"""How long a body waits for room: in a busy moment it comes at once, behind slow senders never."""


class NoRoom(TimeoutError):  # noqa: N818 - it is others who are slow
    """A body that is not read, because the bodies of others have not come yet."""


def found_no_room(failed: BaseException | None) -> bool:
    """Whether this, or what caused it, is a body for which there was no room."""
    while failed is not None:
        if isinstance(failed, NoRoom):
            return True
        failed = failed.__cause__
    return False


class Body:
    """A body that is read as a file is, where there is room."""

    def __init__(self, body: Any, room: BoundedSemaphore) -> None:
        self._body, self._room = body, room

    def read(self, size: int = -1) -> bytes:
        """So many bytes, or all that is left; NoRoom where too many wait for theirs."""
        return self._within(self._body.read, size)

    def readline(self, size: int = -1) -> bytes:
        """One line, or so many bytes of it."""
        return self._within(self._body.readline, size)

    def _within(self, read: Callable[[int], bytes], size: int) -> bytes:
        if not self._room.acquire(timeout=PATIENCE_SECONDS):
            raise NoRoom("the bodies of others are awaited")
        try:
            return read(size)
        finally:
            self._room.release()


def bounded(application: Application, *, most: int) -> Application:
    """The application, of whose threads at most so many wait for a body at once."""
    room = BoundedSemaphore(most)

    def with_room(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        environ["wsgi.input"] = Body(environ["wsgi.input"], room)
        return application(environ, start_response)

    return with_room
