"""`make lint` and `make docs`: style, types, the architecture's sentences, the documentation."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence

from house import places
from house.progress import Progress, say
from house.setup import STEPS, prepare

DOCUMENTATION = ["mkdocs", "build", "--strict", "--quiet"]


def lint() -> int:
    """Check style, types, the architecture's sentences, and that the documentation builds."""
    prepare(Progress(steps=STEPS), packages="development")
    checks = {
        "style": ["ruff", "check", "."],
        "layout": ["ruff", "format", "--check", "."],
        "types of the core": ["mypy", "-p", "fondaco"],
        "types of the house": ["mypy", "-p", "house"],
        "the architecture's sentences": ["lint-imports"],
        "the documentation": DOCUMENTATION,
    }
    failed = [name for name, words in checks.items() if not _passes(name, words)]
    say(f"{len(checks) - len(failed)} checks passed, {len(failed)} failed")
    return 1 if failed else 0


def _passes(name: str, words: Sequence[str]) -> bool:
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": "src:."}
    done = subprocess.run(
        [str(places.ENVIRONMENT / "bin" / words[0]), *words[1:]],
        cwd=places.ROOT,
        env=environment,
        capture_output=True,
        text=True,
    )
    say(f"{'ok  ' if done.returncode == 0 else 'FAIL'} {name}")
    if done.returncode:
        say(done.stdout + done.stderr)
    return done.returncode == 0


def docs() -> int:
    """Build the documentation into `site/`, refusing any warning."""
    prepare(Progress(steps=STEPS), packages="development")
    return 0 if _passes("the documentation", DOCUMENTATION) else 1
