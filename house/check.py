"""`make test`, `make lint` and the other commands that examine the project.

Each sets up what it needs, runs every part even when an earlier one failed, says at the end how
each went, and exits with the truth.
"""

from __future__ import annotations

import argparse
import contextlib
import subprocess
import sys
from collections.abc import Sequence

from house import chromium, debian, places, postgres
from house.lint import docs, lint
from house.processes import stop_on_signals
from house.progress import Progress, Stopped, say
from house.setup import STEPS, prepare
from house.stages import Stage, run_stages, settings

CORE = ("src/fondaco", "house", "tests/fondaco", "tests/house")


def building() -> tuple[str, ...]:
    """Return the folders of tests that need the database: all but the core's and the house's."""
    tests = places.ROOT / "tests"
    folders = (f"tests/{place.name}" for place in sorted(tests.iterdir()) if place.is_dir())
    return tuple(folder for folder in folders if folder not in CORE and "__" not in folder)


def test() -> int:
    """Run every test of the project but those too slow for every change."""
    progress = Progress(steps=STEPS + 2)
    prepare(progress, packages="development")
    with progress.step("Chromium"):
        browser = chromium.find_or_install()
    stages = [
        Stage("the core and the house", CORE, "not nightly", workers=2),
        Stage("the building", building(), "not browser and not nightly", workers=2),
        Stage("the pages in a browser", building(), "browser and not nightly"),
    ]
    return run_stages(stages, progress, environment={"FONDACO_CHROMIUM": browser or ""})


def nightly() -> int:
    """Run the long tests of faults and hostile input, then the benchmarks."""
    progress = Progress(steps=STEPS + 2)
    prepare(progress, packages="development")
    with progress.step("Chromium"):
        browser = chromium.find_or_install()
    stages = [Stage("what is too slow for every change", ("tests",), "nightly")]
    status = run_stages(stages, progress, environment={"FONDACO_CHROMIUM": browser or ""})
    return bench() or status


def test_on_debian() -> int:
    """Run the database tests against the PostgreSQL of Debian's packages."""
    progress = Progress(steps=STEPS + 2)
    prepare(progress, packages="development")
    with progress.step("Debian's PostgreSQL"):
        binaries = debian.find_or_install()
    if binaries is None:
        return 0
    stages = [Stage("Debian's PostgreSQL", building(), "database and not nightly", workers=2)]
    return run_stages(stages, progress, environment={}, binaries=binaries)


def _with_database(module: str, *arguments: str) -> int:
    """Run one of the project's own programs with an empty database that waits for the disk."""
    progress = Progress(steps=STEPS + 1)
    prepare(progress, packages="development")
    with contextlib.ExitStack() as stack:
        with progress.step("Database"):
            database = stack.enter_context(postgres.temporary(durable=True))
        environment = settings(database) | {"PYTHONPATH": f"{places.ROOT / 'src'}"}
        environment["FONDACO_CHROMIUM"] = chromium.find() or ""
        environment["DJANGO_SETTINGS_MODULE"] = "customhouse.settings"
        command = [str(places.PYTHON), "-m", module, *arguments]
        return subprocess.run(command, cwd=places.ROOT, env=environment).returncode


def bench() -> int:
    """Measure speed and memory: `python -m benchmarks` with a database of its own."""
    return _with_database("benchmarks")


def screenshots() -> int:
    """Take a picture of every page: `tests.browser.screenshots` with a database of its own."""
    chromium.find_or_install()
    return _with_database("tests.browser.screenshots")


def suite(*, name: str, data: str) -> int:
    """Run one external suite, `python -m tests.external.suites`, with a database of its own."""
    if not name:
        say("Name the suite: make suite NAME=cds-read DATA=../shared/data")
        return 2
    return _with_database("tests.external.suites", name, *(["--data", data] if data else []))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that was named."""
    parser = argparse.ArgumentParser(prog="house.check")
    plain = {
        "test": test,
        "lint": lint,
        "bench": bench,
        "nightly": nightly,
        "docs": docs,
        "screenshots": screenshots,
        "debian": test_on_debian,
    }
    parser.add_argument("command", choices=[*plain, "suite"])
    parser.add_argument("--name", default="")
    parser.add_argument("--data", default="")
    chosen = parser.parse_args(arguments)
    stop_on_signals()
    try:
        if chosen.command == "suite":
            return suite(name=chosen.name, data=chosen.data)
        return plain[chosen.command]()
    except Stopped as reason:
        print(reason, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
