"""No process outlives the command that started it, however that command ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from house.places import ROOT
from house.processes import Child

WAITS = "import time; time.sleep(300)"
STUBBORN = (
    "import signal, time; signal.signal(15, signal.SIG_IGN); print('up', flush=True); " + WAITS
)
PARENT = """
import signal, sys, time
from pathlib import Path
from house.processes import Child
child = Child("sleeper", command=[sys.executable, "-c", "import time; time.sleep(300)"],
              environment={}, log=Path(sys.argv[1]), folder=Path("/"))
child.start()
print(child.process.pid, flush=True)
time.sleep(300)
"""


def sleeper(tmp_path: Path, code: str = WAITS) -> Child:
    """Return a child that would run for five minutes."""
    return Child(
        "sleeper",
        command=[sys.executable, "-c", code],
        environment={"PATH": os.environ["PATH"]},
        log=tmp_path / "log",
        folder=tmp_path,
    )


def runs(process: int) -> bool:
    """Say whether a process is there and is more than a number waiting to be collected."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def until(true: Callable[[], bool], *, seconds: float = 20) -> bool:
    """Wait for something to become true, and say whether it did."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.05)
    return true()


def test_a_child_stops_when_asked(tmp_path: Path) -> None:
    child = sleeper(tmp_path)
    child.start()
    assert child.alive
    child.stop()
    assert not child.alive
    assert child.process is not None
    assert child.process.returncode == -signal.SIGTERM


def test_a_child_that_will_not_stop_is_killed(tmp_path: Path) -> None:
    child = sleeper(tmp_path, STUBBORN)
    child.start()
    assert until(lambda: "up" in child.last_words())
    child.stop(patience=0.2)
    assert child.process is not None
    assert child.process.returncode == -signal.SIGKILL


def test_what_a_child_started_is_stopped_with_it(tmp_path: Path) -> None:
    code = (
        "import subprocess, sys; p = subprocess.Popen(['sleep', '300']); print(p.pid, flush=True); "
    )
    child = sleeper(tmp_path, code + WAITS)
    child.start()
    assert until(lambda: child.last_words().strip().isdigit())
    grandchild = int(child.last_words())
    child.stop()
    assert until(lambda: not runs(grandchild))


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's word to children is Linux's")
def test_a_child_ends_when_its_parent_is_killed(tmp_path: Path) -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT, str(tmp_path / "log")], cwd=ROOT, stdout=subprocess.PIPE
    )
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    assert runs(child)
    parent.kill()
    parent.wait()
    parent.stdout.close()
    assert until(lambda: not runs(child))


def test_stopping_what_never_started_is_nothing(tmp_path: Path) -> None:
    child = sleeper(tmp_path)
    child.stop()
    assert not child.alive
    assert child.last_words() == ""
