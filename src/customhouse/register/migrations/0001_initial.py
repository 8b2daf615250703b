"""Traders, authorisations, mandates; a trader reads its own, and both sides a mandate."""

import django.db.models.deletion
from django.db import migrations, models

from customhouse.settings.row_security import policy


class Migration(migrations.Migration):
    initial = True

    dependencies = [("records", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="Trader",
            fields=[
                ("identifier", models.TextField(primary_key=True, serialize=False)),
                ("name", models.TextField()),
                ("organisation_id", models.BigIntegerField(null=True)),
                ("standing", models.TextField(default="active")),
                ("registered_on", models.DateField()),
                ("changed_at", models.DateTimeField()),
            ],
            options={
                "db_table": "trader",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("standing__in", ["active", "suspended", "closed"])),
                        name="the_standing_is_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Mandate",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("principal_organisation_id", models.BigIntegerField(null=True)),
                ("representative_organisation_id", models.BigIntegerField(null=True)),
                ("representation", models.TextField()),
                ("starts", models.DateField()),
                ("ends", models.DateField(null=True)),
                ("granted_at", models.DateTimeField()),
                ("revoked_at", models.DateTimeField(null=True)),
                (
                    "principal",
                    models.ForeignKey(
                        db_column="principal",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mandates_given",
                        to="register.trader",
                    ),
                ),
                (
                    "representative",
                    models.ForeignKey(
                        db_column="representative",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mandates_held",
                        to="register.trader",
                    ),
                ),
            ],
            options={
                "db_table": "mandate",
                "indexes": [
                    models.Index(models.F("representative"), name="mandate_of_representative")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends__isnull", True),
                            ("ends__gte", models.F("starts")),
                            _connector="OR",
                        ),
                        name="a_mandate_ends_after_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("principal", models.F("representative")), _negated=True
                        ),
                        name="nobody_represents_themselves",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("representation__in", ["2", "3"])),
                        name="the_representation_is_known",
                    ),
                    models.UniqueConstraint(
                        models.F("principal"),
                        models.F("representative"),
                        models.F("representation"),
                        condition=models.Q(("revoked_at__isnull", True)),
                        name="one_mandate_of_a_kind_stands_at_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Authorisation",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("organisation_id", models.BigIntegerField(null=True)),
                ("kind", models.TextField()),
                ("reference", models.TextField(unique=True)),
                ("starts", models.DateField()),
                ("ends", models.DateField(null=True)),
                ("revoked_at", models.DateTimeField(null=True)),
                (
                    "trader",
                    models.ForeignKey(
                        db_column="trader",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="authorisations",
                        to="register.trader",
                    ),
                ),
            ],
            options={
                "db_table": "authorisation",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends__isnull", True),
                            ("ends__gte", models.F("starts")),
                            _connector="OR",
                        ),
                        name="an_authorisation_ends_after_it_begins",
                    )
                ],
            },
        ),
        policy("trader"),
        policy("authorisation"),
        policy(
            "mandate",
            owner_columns=("principal_organisation_id", "representative_organisation_id"),
        ),
    ]
