"""One line a step: what is being done, out of how many, and how long it took."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager


class Stopped(Exception):
    """A step cannot go on; the message says what was found and what to do."""


class Progress:
    """Counts the steps of one command and prints a line for each."""

    def __init__(self, *, steps: int) -> None:
        self.steps = steps
        self.done = 0

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Print `[n/of] name … seconds` around the work of one step."""
        self.done += 1
        line = f"[{self.done}/{self.steps}] {name} …"
        terminal = sys.stdout.isatty()
        if terminal:
            print(line, end=" ", flush=True)
        started = time.monotonic()
        try:
            yield
        except BaseException:
            print("stopped" if terminal else f"{line} stopped", flush=True)
            raise
        took = f"{time.monotonic() - started:.1f} s"
        print(took if terminal else f"{line} {took}", flush=True)


def say(text: str) -> None:
    """Print one line at once, whatever the output is joined to."""
    print(text, flush=True)
