"""The risk desk's tables: selectivity bundles, proposed by one person, approved by another."""

from django.db import models
from django.db.models import F, Q


class SelectivityBundle(models.Model):
    """A bundle of profiles, lists and shares: confidential, and in force by two people only."""

    id = models.BigAutoField(primary_key=True)
    digest = models.TextField(unique=True)
    body_digest = models.TextField()
    proposed_at = models.DateTimeField()
    proposed_by = models.TextField()
    reason = models.TextField()
    approved_at = models.DateTimeField(null=True)
    approved_by = models.TextField(null=True)

    class Meta:
        db_table = "selectivity_bundle"
        constraints = [
            models.CheckConstraint(
                name="selectivity_is_approved_by_a_second_person",
                condition=Q(approved_by__isnull=True) | ~Q(approved_by=F("proposed_by")),
            ),
        ]


class SelectionEntry(models.Model):
    """One line of the selection ledger: stratum, probability, draw and channel of a declaration.

    Written with the decision and never changed; it is what the worth of a rule is measured on.
    """

    mrn = models.TextField()
    version = models.IntegerField()
    pk = models.CompositePrimaryKey("mrn", "version")
    office = models.TextField()
    at = models.DateTimeField()
    channel = models.TextField()
    stratum = models.TextField()
    propensity = models.IntegerField()
    draw = models.IntegerField()
    selectivity_digest = models.TextField()
    profiles = models.JSONField(default=list)

    class Meta:
        db_table = "selection_entry"
        indexes = [models.Index(fields=["at"], name="selection_by_time")]
