"""The jobs that the desks want done by the clock, and running those that are due."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import datetime, timedelta
from importlib import import_module
from importlib.util import find_spec

from django.conf import settings
from django.db import InterfaceError, OperationalError

from customhouse.settings.database import as_system, execute
from customhouse.settings.periodic import Job

AFTER_TROUBLE = timedelta(minutes=1)

log = logging.getLogger(__name__)

_KNOWN = (
    "INSERT INTO periodic_job (name, due_at, trouble) VALUES (%s, %s, '') ON CONFLICT DO NOTHING"
)
_CLAIM = """
UPDATE periodic_job SET due_at = %s, started_at = %s
WHERE name = (SELECT name FROM periodic_job WHERE name = %s AND due_at <= %s FOR UPDATE SKIP LOCKED)
RETURNING name
"""
_DONE = "UPDATE periodic_job SET finished_at = %s, trouble = '' WHERE name = %s"
_FAILED = "UPDATE periodic_job SET due_at = least(due_at, %s), trouble = %s WHERE name = %s"


def jobs() -> tuple[Job, ...]:
    """Return the jobs of every desk that lists some in its module `periodic`."""
    found: list[Job] = []
    for desk in settings.DESKS:
        module = f"customhouse.{desk}.periodic"
        if find_spec(module) is not None:
            found += import_module(module).JOBS
    return tuple(found)


def run_due(known: Iterable[Job], *, at: datetime) -> int:
    """Run the jobs that are due and that no other worker runs; answers how many.

    One that fails is told in the log and on the status page, and tried again within a minute.
    """
    count = 0
    for job in known:
        if _claimed(job, at=at):
            _run(job, at=at)
            count += 1
    return count


def _claimed(job: Job, *, at: datetime) -> bool:
    with as_system():
        execute(_KNOWN, (job.name, at))
        return execute(_CLAIM, (at + job.every, at, job.name, at)).fetchone() is not None


def _run(job: Job, *, at: datetime) -> None:
    try:
        job.run(at)
    except (OperationalError, InterfaceError):
        raise  # the database is away: everything waits for it
    except Exception as failed:
        log.exception("a periodic job failed", extra={"job": job.name})
        trouble = f"{type(failed).__name__}: {failed}"[:500]
        with as_system():
            execute(_FAILED, (at + AFTER_TROUBLE, trouble, job.name))
    else:
        with as_system():
            execute(_DONE, (at, job.name))
