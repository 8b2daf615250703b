"""The ledger, which only grows, and what is settled through it."""

from django.db import migrations, models

from customhouse.settings.row_security import append_only, customs_only, policy


class Migration(migrations.Migration):
    initial = True

    dependencies = [("records", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="PaymentOrder",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("reference", models.TextField(unique=True)),
                ("mrn", models.TextField()),
                ("organisation_id", models.BigIntegerField()),
                ("importer_organisation_id", models.BigIntegerField(null=True)),
                (
                    "purpose",
                    models.TextField(
                        choices=[("debt", "Debt"), ("deposit", "Deposit"), ("refund", "Refund")]
                    ),
                ),
                ("amount", models.BigIntegerField()),
                ("currency", models.TextField()),
                (
                    "state",
                    models.TextField(
                        choices=[("asked", "Asked"), ("paid", "Paid"), ("failed", "Failed")],
                        default="asked",
                    ),
                ),
                ("bank_reference", models.TextField(null=True, unique=True)),
                ("asked_at", models.DateTimeField()),
                ("settled_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "payment_order",
            },
        ),
        migrations.CreateModel(
            name="SimulatedBooking",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("reference", models.TextField(unique=True)),
                ("amount", models.BigIntegerField()),
                ("currency", models.TextField()),
                ("booked_at", models.DateTimeField()),
            ],
            options={
                "db_table": "simulated_booking",
            },
        ),
        migrations.CreateModel(
            name="UnmatchedMoney",
            fields=[
                ("bank_reference", models.TextField(primary_key=True, serialize=False)),
                ("amount", models.BigIntegerField()),
                ("currency", models.TextField()),
                ("text", models.TextField()),
                ("booked_at", models.DateTimeField()),
                ("resolved_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "unmatched_money",
            },
        ),
        migrations.CreateModel(
            name="DefermentAccount",
            fields=[
                ("payer", models.TextField(primary_key=True, serialize=False)),
                ("organisation_id", models.BigIntegerField()),
                ("limit", models.BigIntegerField()),
                ("drawn", models.BigIntegerField(default=0)),
                ("currency", models.TextField()),
            ],
            options={
                "db_table": "deferment_account",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("drawn__gte", 0), ("drawn__lte", models.F("limit"))),
                        name="deferred_payment_stays_within_its_limit",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Transfer",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("reference", models.TextField()),
                ("mrn", models.TextField()),
                ("version", models.IntegerField()),
                ("organisation_id", models.BigIntegerField()),
                ("importer_organisation_id", models.BigIntegerField(null=True)),
                ("debit", models.TextField()),
                ("debit_holder", models.TextField()),
                ("credit", models.TextField()),
                ("credit_holder", models.TextField()),
                ("charge", models.TextField(default="")),
                ("amount", models.BigIntegerField()),
                ("currency", models.TextField()),
                ("at", models.DateTimeField()),
            ],
            options={
                "db_table": "ledger_transfer",
                "indexes": [
                    models.Index(fields=["mrn"], name="transfer_of_declaration"),
                    models.Index(fields=["at"], name="transfer_by_time"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("reference",), name="a_transfer_happens_once"),
                    models.CheckConstraint(
                        condition=models.Q(("amount__gt", 0)), name="a_transfer_moves_something"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("debit", models.F("credit")),
                            ("debit_holder", models.F("credit_holder")),
                            _negated=True,
                        ),
                        name="a_transfer_has_two_sides",
                    ),
                ],
            },
        ),
        policy(
            "ledger_transfer",
            owner_columns=("organisation_id", "importer_organisation_id"),
            entered_by_all=True,
        ),
        append_only("ledger_transfer"),
        policy("deferment_account"),
        policy("payment_order", owner_columns=("organisation_id", "importer_organisation_id")),
        customs_only("unmatched_money"),
        customs_only("simulated_booking"),
    ]
