"""The UK's published messages go through the API, in a process and a database of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.external.suites import absent, cds_api

PROJECT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("FONDACO_EXTERNAL") or PROJECT / ".." / "shared" / "data")

pytestmark = [
    pytest.mark.database,
    pytest.mark.skipif(
        absent(DATA, cds_api.FOLDER) is not None, reason=absent(DATA, cds_api.FOLDER) or ""
    ),
]


def test_every_message_gets_a_decision() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.external.suites", "cds-api", "--data", str(DATA)],
        cwd=PROJECT,
        capture_output=True,
        text=True,
    )

    assert done.returncode == 0, done.stdout + done.stderr[-2000:]
    assert "declaration refused: " in done.stdout
