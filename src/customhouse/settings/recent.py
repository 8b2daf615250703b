"""A small memory of one process for answers that may be a little old, and no older."""

from __future__ import annotations

import time
from typing import Generic, TypeVar

Name = TypeVar("Name")
Value = TypeVar("Value")


class Recent(Generic[Name, Value]):
    """Remembers values for some seconds; emptied when full, so that it cannot grow.

    Each operation is one step of a dict, so that threads may share it without a lock.
    """

    def __init__(self, *, seconds: float, most: int) -> None:
        self._seconds, self._most = seconds, most
        self._kept: dict[Name, tuple[float, Value]] = {}

    def get(self, name: Name) -> Value | None:
        """Return what is remembered under this name and not too old, or None."""
        found = self._kept.get(name)
        if found is None or found[0] < time.monotonic():
            return None
        return found[1]

    def keep(self, name: Name, value: Value) -> None:
        """Remember a value from now on."""
        if len(self._kept) >= self._most:
            self._kept.clear()
        self._kept[name] = (time.monotonic() + self._seconds, value)

    def clear(self) -> None:
        """Forget everything."""
        self._kept.clear()
