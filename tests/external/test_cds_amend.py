"""The published amendments come out as they say; the labelled identifiers as they are labelled."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.external.suites import absent, cds_amend, identifiers

DATA = Path(
    os.environ.get("FONDACO_EXTERNAL") or Path(__file__).resolve().parents[2] / ".." / "shared/data"
)


@pytest.mark.skipif(absent(DATA, cds_amend.FOLDER) is not None, reason="no external material")
def test_every_published_amendment_is_made():
    report = cds_amend.run(DATA)

    assert report.misses == ()
    assert report.passed == 16


@pytest.mark.skipif(absent(DATA, identifiers.FOLDER) is not None, reason="no external material")
def test_every_labelled_identifier_of_a_kind_we_know_is_told_right():
    report = identifiers.run(DATA)

    assert report.misses == ()
    assert report.passed == 10
