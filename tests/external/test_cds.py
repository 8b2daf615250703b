"""The UK's published messages come out as they came in, and the suite command says how many."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.external.suites import Report, absent, cds_notify, cds_read

PROJECT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("FONDACO_EXTERNAL") or PROJECT / ".." / "shared" / "data")

needs_material = pytest.mark.skipif(
    absent(DATA, cds_read.FOLDER) is not None, reason=absent(DATA, cds_read.FOLDER) or ""
)


@pytest.fixture(scope="module")
def report() -> Report:
    return cds_read.run(DATA)


@needs_material
def test_nothing_is_missed(report: Report) -> None:
    assert report.misses == ()


@needs_material
def test_every_message_was_tried(report: Report) -> None:
    """An empty folder would pass too: these counts are those of the material's README."""
    assert "declarations read, written valid and read back equal: 299 of 299" in report.notes
    assert (
        "amendments and cancellations read, written valid and read back equal: 24 of 24"
        in report.notes
    )
    assert "other messages refused as hyphens-in-comment: 3" in report.notes
    assert "elements of the schema, each in a message of its own: 343" in report.notes


@needs_material
def test_answers_are_read_and_ours_are_valid() -> None:
    report = cds_notify.run(DATA)

    assert report.unknown_misses == ()
    assert "published answers: 393" in report.notes
