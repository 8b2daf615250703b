"""The trust vectors of others come out as their authors say, and the suite command says so."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.external.suites import Report, absent, trust

PROJECT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("FONDACO_EXTERNAL") or PROJECT / ".." / "shared" / "data")

needs_material = pytest.mark.skipif(
    absent(DATA, trust.FOLDER) is not None, reason=absent(DATA, trust.FOLDER) or ""
)


def command(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tests.external.suites", *arguments],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def report() -> Report:
    return trust.run(DATA)


@needs_material
def test_nothing_is_missed(report: Report) -> None:
    assert report.misses == ()


@needs_material
def test_every_vector_was_tried(report: Report) -> None:
    """An empty folder would pass too: these counts are the ones of SOURCES.md."""
    assert "merkle inclusion: 98 vectors" in report.notes
    assert "merkle consistency: 98 vectors" in report.notes
    assert "tessera: 16 checkpoints, sizes 0 to 15" in report.notes
    assert report.passed == 98 + 98 + 17 + 15 + 16 + 136 + 120 + 2 * 6 + 914 + 6


@needs_material
def test_the_command_writes_what_it_counted(report: Report, tmp_path: Path) -> None:
    done = command("trust", "--data", str(DATA), "--json", str(tmp_path / "trust.json"))
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"trust: {report.passed} passed, 0 failed (0 of them unknown)" in done.stdout
    assert json.loads((tmp_path / "trust.json").read_text("utf-8"))["passed"] == report.passed


@needs_material
def test_the_command_fails_where_a_vector_does(tmp_path: Path) -> None:
    material = tmp_path / "data"
    shutil.copytree(DATA / trust.FOLDER / "rfc8785-jcs", material / "trust" / "rfc8785-jcs")
    for folder in ("transparency-dev-merkle", "tessera-testdata", "cctv_ed25519"):
        (material / "trust" / folder).symlink_to((DATA / "trust" / folder).resolve())
    (material / "trust" / "w3c-vc-di-eddsa").symlink_to(
        (DATA / "trust" / "w3c-vc-di-eddsa").resolve()
    )
    spoilt = material / "trust" / "rfc8785-jcs" / "input" / "french.json"
    spoilt.chmod(0o644)
    spoilt.write_text('{"peach": 1}', encoding="utf-8")
    done = command("trust", "--data", str(material))
    assert done.returncode == 1
    assert "miss: rfc8785 french: found b'{\"peach\":1}'" in done.stdout
    assert "2 failed (2 of them unknown)" in done.stdout


def test_the_command_says_where_the_material_is_absent(tmp_path: Path) -> None:
    done = command("trust", "--data", str(tmp_path))
    assert done.returncode == 0
    assert "skipped: there is no external material" in done.stdout


def test_a_suite_that_does_not_exist_is_refused() -> None:
    assert command("horoscope").returncode == 2
