"""The bundles of selectivity and the ledger of selections: customs alone may look."""

from django.db import migrations, models

from customhouse.settings.row_security import append_only, customs_only


class Migration(migrations.Migration):
    initial = True

    dependencies = [("records", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="SelectionEntry",
            fields=[
                ("mrn", models.TextField()),
                ("version", models.IntegerField()),
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "mrn",
                        "version",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("office", models.TextField()),
                ("at", models.DateTimeField()),
                ("channel", models.TextField()),
                ("stratum", models.TextField()),
                ("propensity", models.IntegerField()),
                ("draw", models.IntegerField()),
                ("selectivity_digest", models.TextField()),
                ("profiles", models.JSONField(default=list)),
            ],
            options={
                "db_table": "selection_entry",
                "indexes": [models.Index(fields=["at"], name="selection_by_time")],
            },
        ),
        migrations.CreateModel(
            name="SelectivityBundle",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("digest", models.TextField(unique=True)),
                ("body_digest", models.TextField()),
                ("proposed_at", models.DateTimeField()),
                ("proposed_by", models.TextField()),
                ("reason", models.TextField()),
                ("approved_at", models.DateTimeField(null=True)),
                ("approved_by", models.TextField(null=True)),
            ],
            options={
                "db_table": "selectivity_bundle",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("approved_by__isnull", True),
                            models.Q(("approved_by", models.F("proposed_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="selectivity_is_approved_by_a_second_person",
                    )
                ],
            },
        ),
        customs_only("selectivity_bundle", entered_by_all=True),
        customs_only("selection_entry", entered_by_all=True),
        append_only("selection_entry"),
    ]
