"""Senders of a byte now and then, on more connections than threads: others are answered."""

from __future__ import annotations

import contextlib
import http.client
import socket
import threading

from tests.faults import kills

SLOW = 12
"""Three times the threads that serve."""


class SlowSender(threading.Thread):
    """Announces a body and sends a byte of it now and then, or nothing, until it may stop."""

    def __init__(self, key: str, *, port: int, drips: bool) -> None:
        super().__init__(daemon=True)
        self._drips, self.stop = drips, threading.Event()
        self._socket = socket.create_connection(("127.0.0.1", port))
        head = (
            "POST /api/declarations HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5000\r\n"
            f"Authorization: Bearer {key}\r\nContent-Type: application/json\r\n\r\n"
        )
        self._socket.sendall(head.encode())

    def run(self) -> None:
        """Send as slowly as can be; what is answered meanwhile is left unread."""
        while not self.stop.wait(0.3):
            if self._drips:
                with contextlib.suppress(OSError):
                    self._socket.sendall(b" ")
        self._socket.close()


def asked(method: str, path: str, *, port: int, key: str, body: bytes = b"") -> int:
    """Ask as others do; gives the status."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json"}
    connection.request(method, path, body or None, headers)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status


def test_slow_bodies_never_hold_the_last_thread():
    made = kills.declarations()
    with kills.opened() as house:
        key = house.python("-m", "benchmarks.enter").strip().splitlines()[-1]
        house.start_worker()
        house.start_web()
        there = {"port": house.port, "key": key}
        slow = [SlowSender(**there, drips=bool(number % 2)) for number in range(SLOW)]
        for each in slow:
            each.start()
        # Where slow bodies may hold every thread, each of these waits until its patience ends.
        read = [asked("GET", "/api/law", **there) for _ in range(5)]
        lodged = asked("POST", "/api/declarations", **there, body=made("during"))
        for each in slow:
            each.stop.set()
            each.join()
        after = asked("POST", "/api/declarations", **there, body=made("after"))

    assert read == [200] * 5
    assert lodged == 503
    assert after == 201
