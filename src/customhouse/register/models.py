"""The tables of the register: traders, their authorisations, and mandates between them.

Periods are half-open, as in `fondaco.units.period`: `ends` is the first day out of force.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from fondaco.parties.mandate import Representation
from fondaco.parties.trader import Standing


class Trader(models.Model):
    """A registered trader, with or without an organisation that signs in."""

    identifier = models.TextField(primary_key=True)
    name = models.TextField()
    organisation_id = models.BigIntegerField(null=True)
    standing = models.TextField(default=Standing.ACTIVE.value)
    registered_on = models.DateField()
    changed_at = models.DateTimeField()

    class Meta:
        db_table = "trader"
        constraints = [
            models.CheckConstraint(
                name="the_standing_is_known",
                condition=Q(standing__in=[standing.value for standing in Standing]),
            )
        ]


class Authorisation(models.Model):
    """A permission that customs gave a trader, such as deferred payment (DPO)."""

    id = models.BigAutoField(primary_key=True)
    trader = models.ForeignKey(
        Trader, models.PROTECT, db_column="trader", related_name="authorisations"
    )
    organisation_id = models.BigIntegerField(null=True)
    kind = models.TextField()
    reference = models.TextField(unique=True)
    starts = models.DateField()
    ends = models.DateField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "authorisation"
        constraints = [
            models.CheckConstraint(
                name="an_authorisation_ends_after_it_begins",
                condition=Q(ends__isnull=True) | Q(ends__gte=F("starts")),
            )
        ]


class Mandate(models.Model):
    """A principal's word that a representative may declare for it; never deleted."""

    id = models.BigAutoField(primary_key=True)
    principal = models.ForeignKey(
        Trader, models.PROTECT, db_column="principal", related_name="mandates_given"
    )
    representative = models.ForeignKey(
        Trader, models.PROTECT, db_column="representative", related_name="mandates_held"
    )
    principal_organisation_id = models.BigIntegerField(null=True)
    representative_organisation_id = models.BigIntegerField(null=True)
    representation = models.TextField()
    starts = models.DateField()
    ends = models.DateField(null=True)
    granted_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "mandate"
        constraints = [
            models.CheckConstraint(
                name="a_mandate_ends_after_it_begins",
                condition=Q(ends__isnull=True) | Q(ends__gte=F("starts")),
            ),
            models.CheckConstraint(
                name="nobody_represents_themselves",
                condition=~Q(principal=F("representative")),
            ),
            models.CheckConstraint(
                name="the_representation_is_known",
                condition=Q(representation__in=[each.value for each in Representation]),
            ),
            models.UniqueConstraint(
                "principal",
                "representative",
                "representation",
                name="one_mandate_of_a_kind_stands_at_once",
                condition=Q(revoked_at__isnull=True),
            ),
        ]
        indexes = [models.Index("representative", name="mandate_of_representative")]
