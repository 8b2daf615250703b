"""The UK's published messages go through the API, in a process and a database of their own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.external.suites import absent, cds_api

PROJECT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("FONDACO_EXTERNAL") or PROJECT / ".." / "shared" / "data")
DECLARATIONS, REQUESTS = 299, 24

pytestmark = [
    pytest.mark.database,
    pytest.mark.skipif(
        absent(DATA, cds_api.FOLDER) is not None, reason=absent(DATA, cds_api.FOLDER) or ""
    ),
]


@pytest.fixture(scope="module")
def report(tmp_path_factory) -> dict[str, object]:
    kept = tmp_path_factory.mktemp("cds-api") / "report.json"
    command = [sys.executable, "-m", "tests.external.suites", "cds-api"]
    done = subprocess.run(
        [*command, "--data", str(DATA), "--json", str(kept)],
        cwd=PROJECT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr[-2000:]
    return json.loads(kept.read_text())


def counted(report: dict[str, object], beginning: str) -> int:
    """Sum what the report counts on the lines that begin so."""
    lines = [line.rpartition(": ") for line in report["notes"]]
    return sum(int(count) for name, _, count in lines if name.startswith(beginning))


def test_every_message_gets_a_decision_that_is_on_record(report):
    assert (report["passed"], report["failed"]) == (DECLARATIONS + REQUESTS, 0)
    assert counted(report, "messages with a decision") == DECLARATIONS + REQUESTS
    assert counted(report, "declaration ") == DECLARATIONS
    assert counted(report, "request of ") == REQUESTS


def test_what_is_not_cleared_yet_is_registered_by_the_name_of_its_procedure(report):
    registered = counted(report, "declaration unsupported, registered")
    again = counted(report, "declaration unsupported, registered, as before")

    assert registered - again == counted(report, "registered under procedure ") >= 1
    assert counted(report, "registered under procedure 1040") >= 1


def test_a_request_about_a_declaration_on_file_is_done(report):
    assert counted(report, "request of a declaration on file withdrawn") == 2
