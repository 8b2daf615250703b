"""The examinations desk's tables: one report per examination, and what was found item by item."""

from django.db import models


class Report(models.Model):
    """What an officer found: where, when, how, item by item. Never changed."""

    id = models.BigAutoField(primary_key=True)
    control_id = models.BigIntegerField(unique=True)
    mrn = models.TextField()
    officer_id = models.BigIntegerField()
    place = models.TextField()
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField()
    result = models.TextField()
    remarks = models.TextField(default="")
    evidence = models.JSONField(default=list)

    class Meta:
        db_table = "examination_report"


class Discrepancy(models.Model):
    """One difference between what was declared and what was found."""

    id = models.BigAutoField(primary_key=True)
    report = models.ForeignKey(Report, models.PROTECT, related_name="discrepancies")
    path = models.TextField()
    declared = models.TextField()
    found = models.TextField()
    kind = models.TextField()

    class Meta:
        db_table = "discrepancy"
