"""The worker as a process: it carries, it stops when told, it waits for a database that is away."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest
from django.db import connections

from customhouse.post import queries as posted
from customhouse.post.actions import Notice, notify
from customhouse.records import queries as recorded
from customhouse.records.actions import Entry, append
from customhouse.settings.database import as_system, execute, on_behalf_of
from customhouse.worker import queries

ROOT = Path(__file__).resolve().parents[3]
AT = datetime(2026, 11, 21, 8, 30, tzinfo=UTC)


@pytest.fixture
def environment(committed: dict[str, str], tmp_path: Path) -> dict[str, str]:
    return {**os.environ, **committed, "FONDACO_STATE": str(tmp_path), "PYTHONUNBUFFERED": "1"}


@pytest.fixture
def worker(environment: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "manage.py"), "work"],
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
    )
    yield process
    if process.poll() is None:
        process.kill()
    process.communicate()


def until(condition: Callable[[], object], *, seconds: float = 40) -> bool:
    """Wait until something has come about."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.1)
    return False


def act() -> int:
    with as_system():
        append(entries=[Entry(kind="k", subject="s", actor="P-1", organisations=(7,))], at=AT)
        (number,) = execute("SELECT max(id) FROM record").fetchone()
        notify(notices=[Notice(7, "t", "s", {})], at=AT)
    return number


def told() -> int:
    """Return how many of our notices can be read; what other desks tell beside them is theirs."""
    with on_behalf_of(scope="trader", organisation_id=7):
        return sum(each.topic == "t" for each in posted.notifications(7, most=1000))


def test_it_carries_what_waits_and_stops_when_told(worker):
    act()
    assert until(lambda: recorded.waiting() == 0 and told() == 1)
    assert until(lambda: recorded.checkpoint() is not None)
    assert until(lambda: len(queries.heartbeats()) == 1)
    assert until(lambda: all(each.finished_at for each in queries.job_states()))
    worker.send_signal(signal.SIGTERM)
    _, said = worker.communicate(timeout=15)
    assert worker.returncode == 0
    assert "the worker ends" in said


def test_it_goes_on_after_its_connections_were_cut(worker, committed):
    act()
    assert until(lambda: told() == 1)
    cut = (
        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
        " WHERE datname = current_database() AND usename = current_user"
        " AND pid <> pg_backend_pid() AND application_name = 'fondaco'"
        " AND backend_start > now() - interval '1 hour'"
    )
    connections.close_all()
    with psycopg.connect(committed["FONDACO_DATABASE_URL"], autocommit=True) as connection:
        (count,) = connection.execute(cut).fetchone()
    assert count >= 1
    act()
    assert until(lambda: told() == 2 and recorded.waiting() == 0)
    assert worker.poll() is None


def test_killed_at_any_moment_it_loses_and_doubles_nothing(environment):
    started = 0
    for pause in (0.9, 1.2, 1.5, 2.0):
        process = subprocess.Popen(
            [sys.executable, str(ROOT / "manage.py"), "work"],
            env=environment,
            stderr=subprocess.DEVNULL,
        )
        for _ in range(20):
            act()
            started += 1
            time.sleep(pause / 20)
        process.kill()
        process.wait()
    subprocess.run(
        [sys.executable, str(ROOT / "manage.py"), "work", "--once"], env=environment, check=True
    )
    assert recorded.waiting() == 0
    assert told() == started
    done = subprocess.run(
        [sys.executable, str(ROOT / "manage.py"), "verify_log"],
        env=environment,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
