"""`make clean`: deletes what the house made, and refuses while anything of it is in use."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from house import places
from house.cluster import Cluster
from house.progress import Stopped, say
from house.server import embedded_binaries, home

MADE = (
    ".venv",
    "node_modules",
    "site",
    "build",
    "dist",
    ".mypy_cache",
    ".ruff_cache",
    ".pytest_cache",
    ".hypothesis",
    ".import_linter_cache",
)


def main() -> int:
    """Delete the environment, the packages, the state and the database with its data."""
    try:
        _refuse_while_in_use()
    except Stopped as reason:
        print(reason, file=sys.stderr)
        return 1
    for place in [places.state(), *(places.ROOT / name for name in MADE)]:
        shutil.rmtree(place, ignore_errors=True)
    say("Everything the house made is deleted.")
    return 0


def _refuse_while_in_use() -> None:
    try:
        folder = home(embedded_binaries())
    except Stopped:  # no environment, so nothing of it runs
        return
    for place in folder.glob("*/lock"):
        cluster = Cluster(place.parent, binaries=Path())
        cluster.take_lock()
        cluster.stop()
    if folder != places.state():
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
