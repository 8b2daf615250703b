"""Sets the project up: its environment, its packages, its front end. Run again, takes a moment."""

from __future__ import annotations

import argparse
import sys

from house import front_end, python_environment, translations
from house.progress import Progress, Stopped

STEPS = 4


def prepare(progress: Progress, *, packages: str) -> None:
    """Do the four steps that every other command stands on."""
    with progress.step("Python environment"):
        python_environment.make()
    with progress.step("Python packages"):
        python_environment.fill(packages, with_node=front_end.on_path() is None)
    with progress.step("Front-end packages"):
        front_end.install()
    with progress.step("Front-end assets and translations"):
        front_end.build()
        translations.build()


def main(arguments: list[str] | None = None) -> int:
    """Set up for running (`customhouse`) or for working on the project (`development`)."""
    parser = argparse.ArgumentParser(prog="house.setup", description=main.__doc__)
    parser.add_argument("--packages", choices=("customhouse", "development"), default="development")
    chosen = parser.parse_args(arguments)
    try:
        prepare(Progress(steps=STEPS), packages=chosen.packages)
    except Stopped as reason:
        print(reason, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
