"""Suites that run the software against material nobody on this project wrote.

A suite is a module here with ``run(data: Path) -> Report`` and, where it reads one folder of the
material, ``FOLDER``, that folder's name. ``python -m tests.external.suites NAME`` runs it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

import msgspec


class Miss(msgspec.Struct, frozen=True):
    """One case that did not come out as its authors say, and why."""

    case: str
    reason: str
    known: bool = False
    """Whether the suite lists it beforehand; a miss that nobody expected fails the command."""


class Report(msgspec.Struct, frozen=True):
    """What came out of a suite. ``notes`` are counts worth printing, and what was skipped."""

    suite: str
    passed: int
    failed: int
    skipped: int
    misses: tuple[Miss, ...]
    notes: tuple[str, ...] = ()

    @property
    def unknown_misses(self) -> tuple[Miss, ...]:
        """The misses that the suite does not list as known."""
        return tuple(miss for miss in self.misses if not miss.known)

    def as_json(self) -> str:
        """The report as an indented JSON document."""
        return json.dumps(msgspec.to_builtins(self), ensure_ascii=False, indent=2) + "\n"


class Tally:
    """Counts cases while a suite runs."""

    def __init__(self, suite: str) -> None:
        self._suite = suite
        self._passed = 0
        self._skipped = 0
        self._misses: list[Miss] = []
        self._notes: list[str] = []

    def check(self, case: str, holds: bool, reason: str, *, known: bool = False) -> None:
        """Count one case; the reason is kept where it does not hold."""
        if holds:
            self._passed += 1
        else:
            self._misses.append(Miss(case, reason, known))

    def attempt(self, case: str, check: Callable[[], str]) -> None:
        """Count one case by a check that answers with what is wrong, or nothing; never stop."""
        try:
            wrong = check()
        except Exception as error:  # a suite reports what breaks it, and goes on
            wrong = f"{type(error).__name__}: {error}"
        self.check(case, not wrong, wrong)

    def skip(self, count: int, reason: str) -> None:
        """Count cases that do not concern us, and say why."""
        self._skipped += count
        self.note(f"skipped {count}: {reason}")

    def note(self, line: str) -> None:
        """Keep a line for the reader of the report."""
        self._notes.append(line)

    def report(self) -> Report:
        """What has been counted."""
        return Report(
            suite=self._suite,
            passed=self._passed,
            failed=len(self._misses),
            skipped=self._skipped,
            misses=tuple(self._misses),
            notes=tuple(self._notes),
        )


def print_report(report: Report, *, to: TextIO | None = None) -> None:
    """Every miss with its reason, the notes, then the counts."""
    out = to or sys.stdout
    for miss in report.misses:
        out.write(f"miss{' (known)' if miss.known else ''}: {miss.case}: {miss.reason}\n")
    for line in report.notes:
        out.write(f"{line}\n")
    out.write(
        f"{report.suite}: {report.passed} passed, {report.failed} failed "
        f"({len(report.unknown_misses)} of them unknown), {report.skipped} skipped\n"
    )


def absent(data: Path, folder: str = "") -> str | None:
    """A notice for where the material is not at hand, or None where it is."""
    if (data / folder).is_dir():
        return None
    return (
        f"skipped: there is no external material at {data / folder}; "
        "name its folder in FONDACO_EXTERNAL or with --data"
    )
