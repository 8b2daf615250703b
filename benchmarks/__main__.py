"""Measures every promise of speed and memory; prints a table, writes build/benchmarks.json."""

import sys
from pathlib import Path

from benchmarks import clearing, lodging
from benchmarks.customs import machine
from benchmarks.figures import as_json, table

TO = Path("build") / "benchmarks.json"


def main() -> int:
    """Answer 0 where every promise is kept."""
    chosen = sys.argv[1:] or ["clearing", "lodging"]
    parts = {"clearing": clearing.figures, "lodging": lodging.figures}
    figures = [figure for name in chosen for figure in parts[name]()]
    print(table(figures))  # noqa: T201
    TO.parent.mkdir(exist_ok=True)
    TO.write_text(as_json(figures, machine=machine()) + "\n")
    print(f"\nWritten to {TO}")  # noqa: T201
    return 0 if all(figure.is_kept for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
