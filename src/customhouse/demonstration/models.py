"""The demonstration's own tables: the known truth, and what is still to happen."""

from django.db import models


class KnownTruth(models.Model):
    """What is so about a consignment that was lodged, whatever its declaration says.

    Only the demonstration and whoever measures it read this: no rule, no page, no organisation.
    """

    number = models.BigIntegerField(primary_key=True)
    seed = models.BigIntegerField()
    mrn = models.TextField(null=True, unique=True)
    sender = models.TextField()
    lodged_at = models.DateTimeField()
    behaviour = models.TextField()
    truth = models.JSONField()

    class Meta:
        db_table = "demonstration_truth"


class Errand(models.Model):
    """Something that somebody of the nation will do: goods arrive, a debt is paid."""

    id = models.BigAutoField(primary_key=True)
    consignment = models.ForeignKey(
        KnownTruth, models.CASCADE, db_column="number", related_name="errands", db_index=False
    )
    kind = models.TextField()
    subject = models.BigIntegerField(default=0)
    due_at = models.DateTimeField()

    class Meta:
        db_table = "demonstration_errand"
        constraints = [
            models.UniqueConstraint(
                fields=["consignment", "kind", "subject"], name="an_errand_is_noted_once"
            )
        ]
        indexes = [models.Index(fields=["due_at"], name="errand_by_time")]
