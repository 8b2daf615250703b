"""Run a suite against the external material: ``python -m tests.external.suites NAME``."""

from __future__ import annotations

import argparse
import importlib
import os
import pkgutil
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(PROJECT / "src"))

from tests.external import suites  # noqa: E402


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0 where every miss is a known one or the material is absent, else 1."""
    chosen = _parser().parse_args(arguments)
    module = importlib.import_module(f"{suites.__name__}.{chosen.name.replace('-', '_')}")
    notice = suites.absent(chosen.data, getattr(module, "FOLDER", ""))
    if notice:
        sys.stdout.write(f"{chosen.name}: {notice}\n")
        return 0
    report: suites.Report = module.run(chosen.data)
    suites.print_report(report)
    if chosen.json:
        chosen.json.write_text(report.as_json(), encoding="utf-8")
    return 1 if report.unknown_misses else 0


def default_data() -> Path:
    """Where FONDACO_EXTERNAL says, or beside the project."""
    return Path(os.environ.get("FONDACO_EXTERNAL") or PROJECT / ".." / "shared" / "data")


def names() -> list[str]:
    """Every suite of this package, as it is named on the command line."""
    found = (each.name for each in pkgutil.iter_modules(suites.__path__))
    return sorted(name.replace("_", "-") for name in found if not name.startswith("_"))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.external.suites", description=__doc__)
    parser.add_argument("name", choices=names(), help="the suite")
    parser.add_argument("--data", type=Path, default=default_data(), help="the material's folder")
    parser.add_argument("--json", type=Path, help="write the report to this file as well")
    return parser


if __name__ == "__main__":
    sys.exit(main())
