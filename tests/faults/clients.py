"""Clients that lodge until they are answered: an acknowledgement is written down when it comes."""

import http.client
import json
import threading
import time
from collections.abc import Callable

ACKNOWLEDGED = (200, 201, 202)
PATIENCE_SECONDS = 120
"""How long a client goes on asking for one answer before it calls the house dead."""


class Client(threading.Thread):
    """One trader's software: it sends a declaration again, unchanged, until it has an answer."""

    def __init__(
        self, name: str, *, port: int, key: str, made: Callable[[str], bytes], stop: threading.Event
    ) -> None:
        super().__init__(name=name, daemon=True)
        self.port, self.key, self.made, self.stop = port, key, made, stop
        self.acknowledged: dict[str, str] = {}
        self.repeats = 0
        self.troubles: list[str] = []

    def run(self) -> None:
        """Lodge one declaration after another until told to stop."""
        number = 0
        while not self.stop.is_set():
            reference = f"{self.name}-{number}"
            mrn = self._lodge(reference)
            if mrn is None:
                return
            self.acknowledged[reference] = mrn
            number += 1

    def _lodge(self, reference: str) -> str | None:
        body, began = self.made(reference), time.monotonic()
        while time.monotonic() - began < PATIENCE_SECONDS:
            try:
                status, answer = self._send(reference, body)
            except (OSError, http.client.HTTPException):
                self.repeats += 1
                time.sleep(0.1)
                continue
            if status in ACKNOWLEDGED:
                return str(json.loads(answer)["mrn"])
            if status < 500:
                self.troubles.append(f"{reference}: {status} {answer[:300]!r}")
                return None
            self.repeats += 1
            time.sleep(0.1)
        self.troubles.append(f"{reference}: no answer in {PATIENCE_SECONDS} s")
        return None

    def _send(self, reference: str, body: bytes) -> tuple[int, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            headers = {
                "Authorization": f"Bearer {self.key}",
                "Content-Type": "application/json",
                "Idempotency-Key": reference,
            }
            connection.request("POST", "/api/declarations", body, headers)
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()
