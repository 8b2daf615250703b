"""Runs pytest in stages, counts what each did, and never calls nothing a success."""

from __future__ import annotations

import contextlib
import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from house import places, postgres
from house.progress import Progress, say
from house.run import LEGAL_TIME_ZONE, LOG_ORIGIN
from house.secrets_kept import kept

NO_TEST_RAN = 5  # pytest's own exit code for it
ENDED = (0, 1, NO_TEST_RAN)
"""The exit codes with which pytest has come to the end; any other, and it fell over before."""


@dataclass(frozen=True)
class Stage:
    """One run of pytest: what it covers, and the tests it takes."""

    name: str
    paths: tuple[str, ...]
    marked: str
    workers: int = 0


@dataclass
class Count:
    """How many tests passed, failed and were skipped."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def add(self, report: Path) -> None:
        """Add what one of pytest's reports says."""
        for suite in ElementTree.parse(report).getroot().iter("testsuite"):  # noqa: S314
            bad = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
            skipped = int(suite.get("skipped", 0))
            self.failed += bad
            self.skipped += skipped
            self.passed += int(suite.get("tests", 0)) - bad - skipped

    def __str__(self) -> str:
        return f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped"


def run_stages(
    stages: Sequence[Stage],
    progress: Progress,
    *,
    environment: Mapping[str, str],
    binaries: Path | None = None,
) -> int:
    total, lines, status = Count(), [], 0
    with contextlib.ExitStack() as stack:
        with progress.step("Database"):
            database = stack.enter_context(postgres.temporary(binaries=binaries))
            database |= as_a_named_server(database)
        for stage in stages:
            started = time.monotonic()
            code, count = _pytest(stage, environment={**environment, **database})
            status = status or (0 if code == NO_TEST_RAN else code)
            for name in ("passed", "failed", "skipped"):
                setattr(total, name, getattr(total, name) + getattr(count, name))
            told = str(count) if code in ENDED else f"pytest stopped with exit code {code}"
            lines.append(f"{stage.name:<36} {time.monotonic() - started:>6.0f} s  {told}")
    say("\n" + "\n".join(lines))
    say(str(total))
    if total.passed + total.failed == 0:
        say("No test ran.")
        return status or 1
    return status


def as_a_named_server(database: Mapping[str, str]) -> dict[str, str]:
    """Return what makes every process of the tests use this server and start none of its own."""
    return {
        "DATABASE_URL": database["FONDACO_OWNER_DATABASE_URL"],
        "DATABASE_APP_URL": database["FONDACO_DATABASE_URL"],
    }


def _pytest(stage: Stage, *, environment: Mapping[str, str]) -> tuple[int, Count]:
    say(f"\nTests of {stage.name}")
    paths = [path for path in stage.paths if (places.ROOT / path).exists()]
    if not paths:
        say("There are none yet.")
        return NO_TEST_RAN, Count()
    report = places.state() / "reports" / f"{stage.name.replace(' ', '-')}.xml"
    report.parent.mkdir(exist_ok=True)
    report.unlink(missing_ok=True)
    command = [str(places.PYTHON), "-m", "pytest", *paths, "-m", stage.marked, "--durations=5"]
    command += [f"--junit-xml={report}"] + (["-n", str(stage.workers)] if stage.workers else [])
    code = subprocess.run(command, cwd=places.ROOT, env=settings(environment)).returncode
    count = Count()
    if report.exists():
        count.add(report)
    return code, count


def settings(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the environment of the tests: what is given here goes before the machine's own."""
    return {
        "FONDACO_LEGAL_TIME_ZONE": LEGAL_TIME_ZONE,
        "FONDACO_LOG_ORIGIN": LOG_ORIGIN,
        "FONDACO_SECRET_KEY": kept(places.state(), "secret key"),
        **os.environ,
        **environment,
        "FONDACO_STATE": str(places.state()),
    }
