"""The demonstration's tables, which nobody but the system itself can read."""

import django.db.models.deletion
from django.db import migrations, models

from customhouse.settings.row_security import sealed


class Migration(migrations.Migration):
    """The known truth, and what is still to happen."""

    initial = True
    dependencies = [("records", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="KnownTruth",
            fields=[
                ("number", models.BigIntegerField(primary_key=True, serialize=False)),
                ("seed", models.BigIntegerField()),
                ("mrn", models.TextField(null=True, unique=True)),
                ("sender", models.TextField()),
                ("lodged_at", models.DateTimeField()),
                ("behaviour", models.TextField()),
                ("truth", models.JSONField()),
            ],
            options={"db_table": "demonstration_truth"},
        ),
        migrations.CreateModel(
            name="Errand",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("kind", models.TextField()),
                ("subject", models.BigIntegerField(default=0)),
                ("due_at", models.DateTimeField()),
                (
                    "consignment",
                    models.ForeignKey(
                        db_column="number",
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="errands",
                        to="demonstration.knowntruth",
                    ),
                ),
            ],
            options={
                "db_table": "demonstration_errand",
                "indexes": [models.Index(fields=["due_at"], name="errand_by_time")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("consignment", "kind", "subject"), name="an_errand_is_noted_once"
                    )
                ],
            },
        ),
        sealed("demonstration_truth"),
        sealed("demonstration_errand"),
    ]
