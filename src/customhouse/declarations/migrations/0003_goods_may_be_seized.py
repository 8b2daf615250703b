"""Goods found prohibited or smuggled may be seized, and two people end it under a cited power."""

from django.db import migrations, models

from customhouse.declarations.guards import NEW_STEPS


class Migration(migrations.Migration):
    dependencies = [
        ("declarations", "0002_machines_ask_and_attach"),
    ]

    operations = [
        NEW_STEPS,
        migrations.RemoveConstraint(model_name="declaration", name="the_state_is_known"),
        migrations.AddConstraint(
            model_name="declaration",
            constraint=models.CheckConstraint(
                name="the_state_is_known",
                condition=models.Q(
                    (
                        "state__in",
                        [
                            "registered",
                            "unsupported",
                            "under control",
                            "awaiting payment",
                            "released",
                            "withdrawn",
                            "invalidated",
                            "refused",
                            "seized",
                            "forfeited",
                        ],
                    )
                ),
            ),
        ),
        migrations.AlterField(
            model_name="control",
            name="result",
            field=models.TextField(
                choices=[
                    ("conform", "Conform"),
                    ("irregular", "Irregular"),
                    ("prohibited", "Prohibited"),
                    ("overridden", "Overridden"),
                ],
                null=True,
            ),
        ),
        migrations.AlterField(
            model_name="request",
            name="kind",
            field=models.TextField(
                choices=[
                    ("amend", "Amend"),
                    ("invalidate", "Invalidate"),
                    ("lower channel", "Lower Channel"),
                    ("forfeit", "Forfeit"),
                    ("return", "Return"),
                ]
            ),
        ),
        migrations.AddConstraint(
            model_name="request",
            constraint=models.CheckConstraint(
                name="a_seizure_ends_only_by_a_cited_power",
                condition=models.Q(
                    models.Q(("kind__in", ["forfeit", "return"]), _negated=True),
                    models.Q(("power", ""), _negated=True),
                    _connector="OR",
                ),
            ),
        ),
    ]
