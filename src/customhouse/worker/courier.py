"""Calling webhooks with several threads, so that one slow machine does not hold up the others."""

from __future__ import annotations

import logging
import threading
from collections import Counter
from collections.abc import Callable
from datetime import datetime

from django.db import connection

from customhouse.post.actions.deliver import AT_ONCE_TO_ONE, Claimed, claim, deliver_one

log = logging.getLogger(__name__)


class Courier:
    """Some threads, each on one delivery, and not too many for one endpoint."""

    def __init__(self, *, threads: int, clock: Callable[[], datetime]) -> None:
        self._most, self._clock = threads, clock
        self._lock = threading.Lock()
        self._on_the_way: Counter[int] = Counter()

    def step(self) -> int:
        """Start as many due deliveries as there are free threads; answers how many."""
        with self._lock:
            free = self._most - self._on_the_way.total()
            busy = [each for each, calls in self._on_the_way.items() if calls >= AT_ONCE_TO_ONE]
        if free <= 0:
            return 0
        claimed = claim(at=self._clock(), most=free, busy=busy)
        for each in claimed:
            with self._lock:
                self._on_the_way[each.endpoint_id] += 1
            # A thread that is ended with the process loses nothing: its claim runs out.
            threading.Thread(target=self._deliver, args=(each,), daemon=True).start()
        return len(claimed)

    def wait(self, *, seconds: float) -> bool:
        """Wait until nothing is on the way; answers whether that came about."""
        ended = threading.Event()
        for _ in range(int(seconds * 20)):
            with self._lock:
                if not self._on_the_way.total():
                    return True
            ended.wait(0.05)
        return False

    def _deliver(self, claimed: Claimed) -> None:
        try:
            deliver_one(claimed, at=self._clock())
        except Exception:
            log.exception("a delivery could not be written down", extra={"id": claimed.delivery_id})
        finally:
            connection.close()
            with self._lock:
                self._on_the_way[claimed.endpoint_id] -= 1
                self._on_the_way += Counter()  # forget who has none
