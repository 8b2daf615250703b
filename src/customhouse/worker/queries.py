"""What the status page tells of the worker: its sign of life, and how its jobs went."""

from __future__ import annotations

from datetime import datetime

import msgspec

from customhouse.settings.database import execute


class Heartbeat(msgspec.Struct, frozen=True):
    """The last sign of life of one worker, and what troubles it."""

    worker: str
    started_at: datetime
    at: datetime
    trouble: str


class JobState(msgspec.Struct, frozen=True):
    """When a job is due next, and how it went."""

    name: str
    due_at: datetime
    started_at: datetime | None
    finished_at: datetime | None
    trouble: str


def heartbeats() -> tuple[Heartbeat, ...]:
    """Return the workers of the last day, the one last heard of first."""
    statement = "SELECT worker, started_at, at, trouble FROM worker_heartbeat ORDER BY at DESC"
    return tuple(Heartbeat(*row) for row in execute(statement))


def job_states() -> tuple[JobState, ...]:
    """Return the jobs that are done by the clock."""
    statement = """
        SELECT name, due_at, started_at, finished_at, trouble FROM periodic_job ORDER BY name
    """
    return tuple(JobState(*row) for row in execute(statement))
