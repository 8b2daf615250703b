"""Jobs are done by the clock, by one worker at a time, and their troubles are told."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from customhouse.records.queries import commitments, secret_of
from customhouse.settings.periodic import Job
from customhouse.worker import jobs, queries

pytestmark = pytest.mark.database

AT = datetime(2026, 11, 21, 8, 30, tzinfo=UTC)
HOUR = timedelta(hours=1)


def test_a_job_is_done_when_it_is_due():
    done: list[datetime] = []
    job = Job("count", HOUR, done.append)
    for minutes in (0, 30, 59, 60, 119, 121):
        jobs.run_due([job], at=AT + timedelta(minutes=minutes))
    assert [(at - AT) // timedelta(minutes=1) for at in done] == [0, 60, 121]


def test_a_job_that_fails_is_told_and_tried_again_within_a_minute():
    tries: list[datetime] = []

    def fail_first(at: datetime) -> None:
        tries.append(at)
        if len(tries) == 1:
            raise ValueError("the file is gone")

    job = Job("fragile", HOUR, fail_first)
    jobs.run_due([job], at=AT)
    assert "the file is gone" in queries.job_states()[0].trouble
    assert jobs.run_due([job], at=AT + timedelta(seconds=59)) == 0
    assert jobs.run_due([job], at=AT + timedelta(seconds=61)) == 1
    assert queries.job_states()[0].trouble == ""


def test_one_failing_job_does_not_keep_the_others_from_being_done():
    done: list[datetime] = []

    def fail(at: datetime) -> None:
        raise ValueError

    assert jobs.run_due([Job("a", HOUR, fail), Job("b", HOUR, done.append)], at=AT) == 2
    assert len(done) == 1


def test_the_desks_jobs_are_found_and_run():
    known = jobs.jobs()
    names = [job.name for job in known]
    assert "records: commit to the secrets of the days ahead" in names
    assert len(set(names)) == len(names)
    jobs.run_due(known, at=AT)
    assert [each.trouble for each in queries.job_states()] == [""] * len(known)
    assert len(commitments(since=AT.date() - timedelta(days=1))) >= 8
    for day in (-1, 0, 1):
        assert len(secret_of(AT.date() + timedelta(days=day))) == 32
