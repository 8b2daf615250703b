"""The tariff desk's tables: each published bundle of law, by digest, for ever."""

from django.db import models


class LawBundle(models.Model):
    """A published bundle of law: its digest names it, its packed bytes are kept with the record."""

    id = models.BigAutoField(primary_key=True)
    digest = models.TextField(unique=True)
    name = models.TextField()
    body_digest = models.TextField()
    published_at = models.DateTimeField()
    published_by = models.TextField()

    class Meta:
        db_table = "law_bundle"
