"""The post room's tables; an organisation reads its own post, and none of it is forgotten."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

from customhouse.settings.row_security import append_only, never_deleted, policy


class Migration(migrations.Migration):
    initial = True

    dependencies = [("records", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="Delivery",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("organisation_id", models.BigIntegerField()),
                ("state", models.TextField(default="waiting")),
                ("attempts", models.IntegerField(default=0)),
                ("next_attempt_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "delivery",
            },
        ),
        migrations.CreateModel(
            name="MessageOut",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("organisation_id", models.BigIntegerField()),
                ("topic", models.TextField()),
                ("subject", models.TextField()),
                ("payload", models.JSONField()),
                ("created_at", models.DateTimeField()),
            ],
            options={
                "db_table": "message_out",
            },
        ),
        migrations.CreateModel(
            name="DeliveryAttempt",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("organisation_id", models.BigIntegerField()),
                ("number", models.IntegerField()),
                ("at", models.DateTimeField()),
                ("status", models.IntegerField(null=True)),
                ("milliseconds", models.IntegerField()),
                ("trouble", models.TextField(default="")),
                (
                    "delivery",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="log",
                        to="post.delivery",
                    ),
                ),
            ],
            options={
                "db_table": "delivery_attempt",
            },
        ),
        migrations.CreateModel(
            name="MessageIn",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("sender", models.TextField()),
                ("message_id", models.TextField()),
                ("organisation_id", models.BigIntegerField(null=True)),
                ("kind", models.TextField()),
                ("digest", models.TextField()),
                ("received_at", models.DateTimeField()),
                ("outcome", models.JSONField(null=True)),
            ],
            options={
                "db_table": "message_in",
                "constraints": [
                    models.UniqueConstraint(
                        models.F("sender"),
                        models.F("message_id"),
                        name="a_sender_uses_a_message_id_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Notification",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("organisation_id", models.BigIntegerField()),
                ("topic", models.TextField()),
                ("subject", models.TextField()),
                ("payload", models.JSONField()),
                ("created_at", models.DateTimeField()),
            ],
            options={
                "db_table": "notification",
                "indexes": [
                    models.Index(
                        models.F("organisation_id"),
                        models.F("id"),
                        name="notification_of_organisation",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="delivery",
            name="notification",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="deliveries",
                to="post.notification",
            ),
        ),
        migrations.CreateModel(
            name="WebhookEndpoint",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("organisation_id", models.BigIntegerField()),
                ("url", models.TextField()),
                (
                    "topics",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), default=list, size=None
                    ),
                ),
                ("generation", models.IntegerField(default=1)),
                ("rotated_at", models.DateTimeField(null=True)),
                ("created_at", models.DateTimeField()),
                ("disabled_at", models.DateTimeField(null=True)),
                ("disabled_reason", models.TextField(default="")),
            ],
            options={
                "db_table": "webhook_endpoint",
                "indexes": [
                    models.Index(
                        models.F("organisation_id"),
                        condition=models.Q(("disabled_at__isnull", True)),
                        name="webhook_endpoint_in_use",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="delivery",
            name="endpoint",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="deliveries",
                to="post.webhookendpoint",
            ),
        ),
        migrations.AddIndex(
            model_name="delivery",
            index=models.Index(
                models.F("endpoint"),
                models.F("next_attempt_at"),
                condition=models.Q(("state", "waiting")),
                name="delivery_due",
            ),
        ),
        migrations.AddConstraint(
            model_name="delivery",
            constraint=models.UniqueConstraint(
                models.F("endpoint"),
                models.F("notification"),
                name="an_endpoint_is_told_of_a_notification_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="delivery",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("next_attempt_at__isnull", False), ("state", "waiting")),
                    models.Q(
                        ("next_attempt_at__isnull", True), ("state__in", ["delivered", "abandoned"])
                    ),
                    _connector="OR",
                ),
                name="what_waits_has_a_next_attempt",
            ),
        ),
        migrations.RunSQL(
            "ALTER TABLE message_out SET (autovacuum_vacuum_scale_factor = 0,"
            " autovacuum_vacuum_threshold = 10000)",
            "ALTER TABLE message_out RESET"
            " (autovacuum_vacuum_scale_factor, autovacuum_vacuum_threshold)",
        ),
        policy("message_in"),
        policy("message_out", entered_by_all=True),
        policy("notification"),
        policy("webhook_endpoint"),
        policy("delivery"),
        policy("delivery_attempt"),
        never_deleted("message_in"),
        append_only("notification"),
        append_only("delivery_attempt"),
    ]
