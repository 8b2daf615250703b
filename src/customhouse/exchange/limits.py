"""How much one organisation may send at once, so that no other has to wait for it.

A bucket for each organisation in each process: it holds a burst and fills at a steady rate.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from django.conf import settings

MOST_ORGANISATIONS = 100_000


class Buckets:
    """Tokens by organisation; a request takes one, a batch one for each line."""

    def __init__(
        self, *, per_second: float, burst: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._rate, self._burst, self._clock = per_second, burst, clock
        self._left: dict[int, tuple[float, float]] = {}
        self._lock = threading.Lock()

    def wait(self, organisation: int, *, count: int = 1) -> int:
        """Take tokens; answers 0, or the whole seconds after which they will be there.

        A batch may overdraw a bucket that holds something: what follows it waits.

        >>> bucket = Buckets(per_second=10, burst=5, clock=lambda: 0.0)
        >>> [bucket.wait(7) for _ in range(6)], bucket.wait(8, count=500), bucket.wait(8)
        ([0, 0, 0, 0, 0, 1], 0, 50)
        """
        if not self._rate:
            return 0
        now = self._clock()
        with self._lock:
            if len(self._left) >= MOST_ORGANISATIONS:
                self._left.clear()
            left, since = self._left.get(organisation, (self._burst, now))
            left = min(self._burst, left + (now - since) * self._rate)
            if left < 1:
                return int((1 - left) / self._rate) + 1
            self._left[organisation] = (left - count, now)
        return 0


buckets = Buckets(
    per_second=settings.API_DECLARATIONS_PER_SECOND, burst=10 * settings.API_DECLARATIONS_PER_SECOND
)
"""The buckets of this process."""
