"""Child processes that never outlive the command that started them."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

PATIENCE = 15.0
"""Seconds a process may take to stop by itself before it is killed."""

_LIBC = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None
_PR_SET_PDEATHSIG = 1


def dies_with_parent(number: signal.Signals) -> Callable[[], None] | None:
    """Return what a child must call so that the kernel signals it when its parent is killed.

    The kernel ties this to the thread that starts the child, so only the main thread may ask.
    """
    if _LIBC is None or threading.current_thread() is not threading.main_thread():
        return None
    prctl = _LIBC.prctl
    return lambda: prctl(_PR_SET_PDEATHSIG, int(number), 0, 0, 0)


class Child:
    """One long-running program in a process group of its own, its output in a log."""

    def __init__(
        self,
        name: str,
        *,
        command: Sequence[str],
        environment: Mapping[str, str],
        log: Path,
        folder: Path,
        account: tuple[int, int] | None = None,
        stops_on: signal.Signals = signal.SIGTERM,
    ) -> None:
        self.name = name
        self.command = list(command)
        self.environment = dict(environment)
        self.log = log
        self.folder = folder
        self.account = account
        self.stops_on = stops_on
        self.process: subprocess.Popen[bytes] | None = None
        self._asked = False

    def start(self) -> None:
        """Start the program; as another account (uid, gid) where one was given."""
        uid, gid = self.account or (None, None)
        self._asked = False
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=self.folder,
                env=self.environment,
                process_group=0,
                user=uid,
                group=gid,
                extra_groups=None if uid is None else [],
                umask=0o077,
                preexec_fn=dies_with_parent(self.stops_on),
            )

    @property
    def alive(self) -> bool:
        """Whether the program still runs."""
        return self.process is not None and self.process.poll() is None

    def ask_to_stop(self) -> None:
        """Send the program its signal to stop, once, without waiting for it."""
        if self.process is not None and self.alive and not self._asked:
            self._asked = True
            self.process.send_signal(self.stops_on)

    def stop(self, *, patience: float = PATIENCE) -> None:
        """Ask the program to stop, wait, and kill the whole group if it does not."""
        if self.process is None:
            return
        if self.alive:
            self.ask_to_stop()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(patience)
        end_group(self.process.pid)
        self.process.wait()

    def last_words(self, *, lines: int = 12) -> str:
        """Return the end of the program's log, for a message that says why it stopped."""
        if not self.log.exists():
            return ""
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:])


def end_group(group: int, *, patience: float = 2.0) -> None:
    """Ask every process left in a group to stop, then kill what is still there."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(group, number)
        except (ProcessLookupError, PermissionError):
            return
        until = time.monotonic() + patience
        while time.monotonic() < until and _exists(group):
            time.sleep(0.05)


def _exists(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except (ProcessLookupError, PermissionError):
        return False
    return True


def stop_on_signals() -> None:
    """Let a polite kill or a closed terminal stop the command just as Ctrl-C does."""

    def interrupt(number: int, frame: object) -> None:
        raise KeyboardInterrupt

    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, interrupt)
