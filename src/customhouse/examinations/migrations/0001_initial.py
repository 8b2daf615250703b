"""The reports of examinations: customs alone may look, and nobody may change them."""

import django.db.models.deletion
from django.db import migrations, models

from customhouse.settings.row_security import append_only, customs_only


class Migration(migrations.Migration):
    initial = True

    dependencies = [("records", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="Report",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("control_id", models.BigIntegerField(unique=True)),
                ("mrn", models.TextField()),
                ("officer_id", models.BigIntegerField()),
                ("place", models.TextField()),
                ("began_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField()),
                ("result", models.TextField()),
                ("remarks", models.TextField(default="")),
                ("evidence", models.JSONField(default=list)),
            ],
            options={
                "db_table": "examination_report",
            },
        ),
        migrations.CreateModel(
            name="Discrepancy",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("path", models.TextField()),
                ("declared", models.TextField()),
                ("found", models.TextField()),
                ("kind", models.TextField()),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="discrepancies",
                        to="examinations.report",
                    ),
                ),
            ],
            options={
                "db_table": "discrepancy",
            },
        ),
        customs_only("examination_report"),
        append_only("examination_report"),
        customs_only("discrepancy"),
        append_only("discrepancy"),
    ]
