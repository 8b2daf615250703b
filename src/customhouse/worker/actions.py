"""The worker's round: what must travel upward is carried, what is due is done."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import InterfaceError, OperationalError, connection

from customhouse.post import actions as post
from customhouse.records import actions as records
from customhouse.records.published import LogRefused
from customhouse.settings.database import as_system, execute
from customhouse.worker.courier import Courier
from customhouse.worker.jobs import jobs, run_due

PAUSE = 0.25
"""Seconds to rest when there was nothing to do."""
PATIENCE = 5.0
"""Seconds between tries when the database does not answer."""
HEARTBEAT = timedelta(seconds=5)
LOG_REST = timedelta(minutes=1)
THREADS = 16

log = logging.getLogger(__name__)

_BEAT = """
INSERT INTO worker_heartbeat (worker, started_at, at, trouble) VALUES (%s, %s, %s, %s)
ON CONFLICT (worker) DO UPDATE
SET started_at = excluded.started_at, at = excluded.at, trouble = excluded.trouble
"""
_FORGET = "DELETE FROM worker_heartbeat WHERE at < %s"


class Worker:
    """One worker: goes its round until it is told to stop."""

    def __init__(self, name: str, *, clock: Callable[[], datetime]) -> None:
        self.name, self._clock = name, clock
        self.courier = Courier(threads=THREADS, clock=clock)
        self._stop = threading.Event()
        self._started_at = clock()
        self._beat_at: datetime | None = None
        self._log_rests_until = self._started_at
        self._trouble = ""
        self._jobs = jobs()

    def stop(self) -> None:
        """Ask it to stop after the step it is at; may be called from a signal handler."""
        self._stop.set()

    def run(self) -> None:
        """Go round and round; a database that is away is waited for."""
        log.info("the worker begins", extra={"worker": self.name})
        clockwork = threading.Thread(target=self._run_jobs, daemon=True)
        clockwork.start()
        while not self._stop.is_set():
            if not self._guarded(self.round):
                self._stop.wait(PAUSE)
        clockwork.join(timeout=5)
        self.courier.wait(seconds=5)
        connection.close()
        log.info("the worker ends", extra={"worker": self.name})

    def round(self) -> int:
        """Carry everything one step; answers how much there was to do."""
        done = self._grow_log() + post.dispatch(at=self._clock()) + self.courier.step()
        self._beat()
        return done

    def run_jobs_once(self) -> int:
        """Run the jobs that are due."""
        return run_due(self._jobs, at=self._clock())

    def _run_jobs(self) -> None:
        while not self._stop.wait(1.0):
            self._guarded(self.run_jobs_once)
        connection.close()

    def _guarded(self, step: Callable[[], int]) -> int:
        try:
            return step()
        except (OperationalError, InterfaceError) as away:
            log.warning("the database does not answer", extra={"trouble": str(away)[:300]})
            connection.close()
            self._stop.wait(PATIENCE)
        except Exception:
            log.exception("the worker stumbled")
            self._stop.wait(PATIENCE)
        return 0

    def _grow_log(self) -> int:
        at = self._clock()
        if at < self._log_rests_until:
            return 0
        try:
            done = records.integrate()
            records.sign(at=at)
        except LogRefused as refused:
            # A person must look: everything else goes on, and the log waits.
            self._log_rests_until = at + LOG_REST
            self._trouble = str(refused)
            log.critical("the log refuses to go on", extra={"trouble": self._trouble})
            return 0
        self._trouble = ""
        return done

    def _beat(self) -> None:
        at = self._clock()
        if self._beat_at is None or at - self._beat_at >= HEARTBEAT:
            with as_system():
                execute(_BEAT, (self.name, self._started_at, at, self._trouble))
                execute(_FORGET, (at - timedelta(days=1),))
            self._beat_at = at
