"""The worker's tables: when it last gave a sign of life, and what it does by the clock."""

from __future__ import annotations

from django.db import models


class Heartbeat(models.Model):
    """The last sign of life of one worker."""

    worker = models.TextField(primary_key=True)
    started_at = models.DateTimeField()
    at = models.DateTimeField()
    trouble = models.TextField(default="")

    class Meta:
        db_table = "worker_heartbeat"


class PeriodicJob(models.Model):
    """A job that a desk wants done every so often: when it is due, and how it went."""

    name = models.TextField(primary_key=True)
    due_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    trouble = models.TextField(default="")

    class Meta:
        db_table = "periodic_job"
