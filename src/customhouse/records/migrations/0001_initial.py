"""The record's tables, the functions every policy calls, and what nobody may change."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

from customhouse.settings.row_security import (
    FUNCTIONS,
    append_only,
    customs_only,
    policy,
    sealed,
)


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        FUNCTIONS,
        migrations.CreateModel(
            name="Body",
            fields=[
                ("digest", models.BinaryField(max_length=32, primary_key=True, serialize=False)),
                ("content", models.BinaryField()),
            ],
            options={
                "db_table": "body",
            },
        ),
        migrations.CreateModel(
            name="Checkpoint",
            fields=[
                ("size", models.BigIntegerField(primary_key=True, serialize=False)),
                ("root", models.BinaryField(max_length=32)),
                ("note", models.TextField()),
                ("at", models.DateTimeField()),
            ],
            options={
                "db_table": "checkpoint",
            },
        ),
        migrations.CreateModel(
            name="PendingLeaf",
            fields=[
                ("record_id", models.BigIntegerField(primary_key=True, serialize=False)),
            ],
            options={
                "db_table": "pending_leaf",
            },
        ),
        migrations.CreateModel(
            name="Tile",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "level",
                        "number",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("level", models.SmallIntegerField()),
                ("number", models.BigIntegerField()),
                ("hashes", models.BinaryField()),
            ],
            options={
                "db_table": "tile",
            },
        ),
        migrations.CreateModel(
            name="DrawSecret",
            fields=[
                ("day", models.DateField(primary_key=True, serialize=False)),
                ("secret", models.BinaryField(max_length=32)),
                ("commitment", models.TextField()),
                ("committed_at", models.DateTimeField()),
                ("published_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "draw_secret",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("published_at__isnull", True),
                            ("published_at__gt", models.F("committed_at")),
                            _connector="OR",
                        ),
                        name="a_secret_is_published_after_it_was_committed",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Record",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("kind", models.TextField()),
                ("subject", models.TextField()),
                (
                    "organisations",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), default=list, size=None
                    ),
                ),
                ("actor", models.TextField()),
                ("at", models.DateTimeField()),
                ("payload", models.JSONField()),
                (
                    "bodies",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BinaryField(), default=list, size=None
                    ),
                ),
                ("salt", models.BinaryField(max_length=32)),
                ("leaf", models.BinaryField()),
            ],
            options={
                "db_table": "record",
                "indexes": [
                    models.Index(models.F("subject"), models.F("id"), name="record_of_subject")
                ],
            },
        ),
        migrations.CreateModel(
            name="Leaf",
            fields=[
                ("index", models.BigIntegerField(primary_key=True, serialize=False)),
                ("hash", models.BinaryField(max_length=32)),
                (
                    "record",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.record",
                    ),
                ),
            ],
            options={
                "db_table": "leaf",
            },
        ),
        # Bodies are sent once and found by their digest: the database checks that it is theirs.
        migrations.RunSQL(
            "ALTER TABLE body ADD CONSTRAINT a_body_is_kept_under_its_digest"
            " CHECK (digest = sha256(content))",
            "ALTER TABLE body DROP CONSTRAINT a_body_is_kept_under_its_digest",
        ),
        migrations.RunSQL(
            "ALTER TABLE pending_leaf SET (autovacuum_vacuum_scale_factor = 0,"
            " autovacuum_vacuum_threshold = 10000)",
            "ALTER TABLE pending_leaf RESET"
            " (autovacuum_vacuum_scale_factor, autovacuum_vacuum_threshold)",
        ),
        customs_only("body", entered_by_all=True),
        policy("record", owners_column="organisations", entered_by_all=True),
        sealed("draw_secret"),
        append_only("body"),
        append_only("record"),
        append_only("leaf"),
        append_only("checkpoint"),
    ]
