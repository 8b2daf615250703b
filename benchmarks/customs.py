"""A customs house to measure: durable database, law, selectivity, one importer with a key."""

import os
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOG = ROOT / "build" / "benchmarks-web.log"


@dataclass(frozen=True)
class Customs:
    """Where it answers, its importers' identifiers with their keys, and its web process."""

    port: int
    importers: tuple[tuple[str, str], ...]
    environment: dict[str, str]
    web: subprocess.Popen[bytes]


@contextmanager
def serving(*, port: int = 18400, workers: int = 2) -> Iterator[Customs]:
    """Serve a customs house on loopback, on the database that the environment names."""
    with tempfile.TemporaryDirectory() as state:
        environment = {
            **os.environ,
            "FONDACO_STATE": state,
            "FONDACO_SECRET_KEY": "measured" * 8,
            "FONDACO_LEGAL_TIME_ZONE": "UTC",
            "FONDACO_HOSTS": "localhost,127.0.0.1",
            "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}",
            "DJANGO_SETTINGS_MODULE": "customhouse.settings",
        }
        _run("manage.py", "migrate", "--no-input", "-v", "0", environment=environment)
        lines = _run("-m", "benchmarks.enter", environment=environment).strip().splitlines()
        importers = tuple((line.split()[0], line.split()[1]) for line in lines[:-1])
        LOG.parent.mkdir(exist_ok=True)
        with LOG.open("wb") as log:
            web = subprocess.Popen(
                [
                    *(sys.executable, "-m", "granian", "--interface", "wsgi", "--no-ws"),
                    *("--workers", str(workers), "--blocking-threads", "2", "--backlog", "1024"),
                    *("--host", "127.0.0.1", "--port", str(port), "--log-level", "warning"),
                    "customhouse.wsgi:application",
                ],
                cwd=ROOT,
                env=environment,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        try:
            _wait(port)
            yield Customs(port, importers, environment, web)
        finally:
            web.terminate()
            web.wait(20)


def _run(*arguments: str, environment: dict[str, str]) -> str:
    done = subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=environment, capture_output=True, text=True
    )
    if done.returncode:
        raise SystemExit(f"{arguments}: {done.stderr[-3000:]}")
    return done.stdout


def _wait(port: int) -> None:
    for _ in range(300):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/api/declarations", timeout=5)
        except urllib.error.HTTPError:
            return  # asked without a key it refuses, and so it is there
        except OSError:
            time.sleep(0.2)
    raise SystemExit(f"the web process does not answer; its last words are in {LOG}")


def resident_mebibytes(process: subprocess.Popen[bytes]) -> float:
    """The resident memory of the largest of a process's workers, in MiB."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    sizes = [_resident(pid) for pid in children] or [_resident(str(process.pid))]
    return max(sizes) / 1024


def _resident(pid: str) -> int:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1])
    return 0


def machine() -> dict[str, str]:
    """What this machine is, for the reader of the figures."""
    model = next(
        (
            line.split(":", 1)[1].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if line.startswith("model name")
        ),
        "unknown",
    )
    return {"processors": str(os.cpu_count()), "model": model, "python": sys.version.split()[0]}
