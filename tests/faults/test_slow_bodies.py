"""Senders of a byte now and then: the house answers others meanwhile, and gives the slow up."""

from __future__ import annotations

import http.client
import json
import socket
import threading

from tests.faults import kills

SLOW = 12
"""Three times the threads that serve."""


class SlowSender(threading.Thread):
    """Announces a body, and sends a byte of it each second, or nothing, until it is answered."""

    def __init__(self, key: str, *, port: int, drips: bool) -> None:
        super().__init__(daemon=True)
        self._drips, self.answer = drips, b""
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=1)
        head = (
            "POST /api/declarations HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5000\r\n"
            f"Authorization: Bearer {key}\r\nContent-Type: application/json\r\n\r\n"
        )
        self._socket.sendall(head.encode())

    def run(self) -> None:
        """Wait for the answer, sending as slowly as can be."""
        for _ in range(120):
            try:
                self.answer += self._socket.recv(65536)
            except TimeoutError:
                if self._drips:
                    self._socket.sendall(b" ")
            if self.answer.endswith(b"}"):
                break
        self._socket.close()


def lodge(key: str, body: bytes, *, port: int) -> int:
    """Lodge as others do; gives the status."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json"}
    connection.request("POST", "/api/declarations", body, headers)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status


def test_slow_bodies_hold_up_nobody_for_long():
    made = kills.declarations()
    with kills.opened() as house:
        house.environment["FONDACO_BODY_SECONDS"] = "2"
        key = house.python("-m", "benchmarks.enter").strip().splitlines()[-1]
        house.start_worker()
        house.start_web()
        slow = [SlowSender(key, port=house.port, drips=bool(number % 2)) for number in range(SLOW)]
        for each in slow:
            each.start()
        # Without a bound this waits for a thread until its own patience ends.
        statuses = [lodge(key, made(f"quick-{number}"), port=house.port) for number in range(5)]
        for each in slow:
            each.join(130)

    assert statuses == [201] * 5
    for each in slow:
        head, _, body = each.answer.partition(b"\r\n\r\n")
        assert b" 408 " in head.splitlines()[0], each.answer
        assert json.loads(body)["type"] == "/developers#too-slow"
