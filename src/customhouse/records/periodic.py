"""What the record does by the clock: commit to the secrets of days to come, publish the old."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings

from customhouse.records import actions
from customhouse.settings.periodic import Job

A_DAY = timedelta(days=1)


def commit(at: datetime) -> int:
    """Commit to the secrets of the days around; the law's day may be one behind the worker's."""
    return actions.commit_secrets(today=at.date() - A_DAY, at=at)


def publish(at: datetime) -> int:
    """Publish the secrets of the days that are long enough ago."""
    kept = timedelta(days=settings.DRAW_SECRET_DAYS)
    return actions.publish_secrets(before=at.date() - kept, at=at)


JOBS = (
    Job("records: commit to the secrets of the days ahead", timedelta(hours=1), commit),
    Job("records: publish the secrets of long ago", timedelta(hours=6), publish),
)
