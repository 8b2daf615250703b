"""The exchange's one table: how far the record has been carried to those it concerns."""

from __future__ import annotations

from django.db import models


class CarriedTo(models.Model):
    """The place in the log up to which records were made into notices; one row."""

    name = models.TextField(primary_key=True)
    index = models.BigIntegerField()

    class Meta:
        db_table = "carried_to"
