"""What a desk does by the clock: it lists its jobs in `periodic.JOBS`, and the worker runs them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import msgspec


class Job(msgspec.Struct, frozen=True):
    """Something to be done every so often; `run` is given the time and must bear being repeated."""

    name: str
    every: timedelta
    run: Callable[[datetime], object]
