"""The tables of the record: bodies, records, the log's leaves, tiles and checkpoints.

Bodies, records, leaves, checkpoints and commitments are only ever added to; the database refuses
everything else, to its owner too.
"""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q


class Body(models.Model):
    """The bytes of a document, a snapshot of facts, a bundle: each kept once, under its SHA-256."""

    digest = models.BinaryField(primary_key=True, max_length=32)
    content = models.BinaryField()

    class Meta:
        db_table = "body"


class Record(models.Model):
    """One fact on record. The log holds `leaf`, which says nothing without salt and payload.

    `organisations` may read it; customs reads all. `bodies` are the digests of what it rests on.
    """

    id = models.BigAutoField(primary_key=True)
    kind = models.TextField()
    subject = models.TextField()
    organisations = ArrayField(models.BigIntegerField(), default=list)
    actor = models.TextField()
    at = models.DateTimeField()
    payload = models.JSONField()
    bodies = ArrayField(models.BinaryField(), default=list)
    salt = models.BinaryField(max_length=32)
    leaf = models.BinaryField()

    class Meta:
        db_table = "record"
        indexes = [models.Index("subject", "id", name="record_of_subject")]


class PendingLeaf(models.Model):
    """A record that is not in the log yet; entered and committed together with it."""

    record_id = models.BigIntegerField(primary_key=True)

    class Meta:
        db_table = "pending_leaf"


class Leaf(models.Model):
    """The place of a record in the log."""

    index = models.BigIntegerField(primary_key=True)
    record = models.OneToOneField(Record, models.PROTECT, related_name="+")
    hash = models.BinaryField(max_length=32)

    class Meta:
        db_table = "leaf"


class Tile(models.Model):
    """Up to 256 hashes of the log's tree, as C2SP tlog-tiles serves them; the last grows."""

    pk = models.CompositePrimaryKey("level", "number")
    level = models.SmallIntegerField()
    number = models.BigIntegerField()
    hashes = models.BinaryField()

    class Meta:
        db_table = "tile"


class Checkpoint(models.Model):
    """A signed statement of how long the log is and what its root hash is."""

    size = models.BigIntegerField(primary_key=True)
    root = models.BinaryField(max_length=32)
    note = models.TextField()
    at = models.DateTimeField()

    class Meta:
        db_table = "checkpoint"


class DrawSecret(models.Model):
    """The secret of a day's draws, on record by its commitment before the day began."""

    day = models.DateField(primary_key=True)
    secret = models.BinaryField(max_length=32)
    commitment = models.TextField()
    committed_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "draw_secret"
        constraints = [
            models.CheckConstraint(
                name="a_secret_is_published_after_it_was_committed",
                condition=Q(published_at__isnull=True)
                | Q(published_at__gt=models.F("committed_at")),
            )
        ]
