"""The UK's published tax lines come out of our own law, but for those we can name."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.external.suites import absent, cds_tax

PROJECT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("FONDACO_EXTERNAL") or PROJECT / ".." / "shared" / "data")

needs_material = pytest.mark.skipif(
    absent(DATA, cds_tax.FOLDER) is not None, reason=absent(DATA, cds_tax.FOLDER) or ""
)


@needs_material
def test_lines_agree_to_the_penny() -> None:
    report = cds_tax.run(DATA)

    assert report.passed >= 215
    assert report.passed + report.failed == 244
    assert report.unknown_misses == ()
