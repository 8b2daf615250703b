"""People, organisations, roles, keys; an organisation sees its own members and keys."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models

from customhouse.settings.row_security import policy


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("records", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Person",
            fields=[
                ("password", models.CharField(max_length=128, verbose_name="password")),
                (
                    "last_login",
                    models.DateTimeField(blank=True, null=True, verbose_name="last login"),
                ),
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("email", models.EmailField(max_length=254, unique=True)),
                ("name", models.TextField()),
                ("language", models.TextField(default="en")),
                ("pseudonym", models.TextField(unique=True)),
                ("session_salt", models.TextField()),
                ("is_active", models.BooleanField(default=True)),
                ("created_at", models.DateTimeField()),
                ("disabled_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "person",
                "constraints": [
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("email"),
                        name="an_address_belongs_to_one_person",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("disabled_at__isnull", True), ("is_active", True)),
                            models.Q(("disabled_at__isnull", False), ("is_active", False)),
                            _connector="OR",
                        ),
                        name="who_is_disabled_is_not_active",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Organisation",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "kind",
                    models.TextField(
                        choices=[
                            ("trader", "Trader"),
                            ("broker", "Customs broker"),
                            ("customs", "Customs"),
                            ("agency", "Partner agency"),
                            ("software house", "Software house"),
                        ]
                    ),
                ),
                ("name", models.TextField()),
                ("trader_identifier", models.TextField(null=True, unique=True)),
                ("is_sandbox", models.BooleanField(default=False)),
                ("created_at", models.DateTimeField()),
                ("closed_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "organisation",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                ["trader", "broker", "customs", "agency", "software house"],
                            )
                        ),
                        name="the_kind_of_organisation_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("is_sandbox", True), ("kind", "customs"), _negated=True
                        ),
                        name="customs_is_never_a_sandbox",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ApiKey",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("public_id", models.TextField(unique=True)),
                ("pseudonym", models.TextField(unique=True)),
                ("name", models.TextField()),
                ("digest", models.BinaryField(max_length=32, unique=True)),
                (
                    "scopes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), size=None
                    ),
                ),
                ("created_at", models.DateTimeField()),
                ("last_used_at", models.DateTimeField(null=True)),
                ("revoked_at", models.DateTimeField(null=True)),
                (
                    "created_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="api_keys",
                        to="accounts.organisation",
                    ),
                ),
            ],
            options={
                "db_table": "api_key",
            },
        ),
        migrations.CreateModel(
            name="AccessToken",
            fields=[
                ("digest", models.BinaryField(max_length=32, primary_key=True, serialize=False)),
                ("organisation_id", models.BigIntegerField()),
                (
                    "scopes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), size=None
                    ),
                ),
                ("issued_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField()),
                (
                    "api_key",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tokens",
                        to="accounts.apikey",
                    ),
                ),
            ],
            options={
                "db_table": "access_token",
                "indexes": [models.Index(models.F("expires_at"), name="access_token_expiry")],
            },
        ),
        migrations.CreateModel(
            name="Membership",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "role",
                    models.TextField(
                        choices=[
                            ("trader", "Trader"),
                            ("broker", "Broker"),
                            ("officer", "Officer"),
                            ("supervisor", "Supervisor"),
                            ("analyst", "Risk analyst"),
                            ("tariff", "Tariff desk"),
                            ("cashier", "Cashier"),
                            ("auditor", "Auditor"),
                            ("administrator", "Administrator"),
                        ]
                    ),
                ),
                ("office", models.TextField(default="")),
                ("on_shift", models.BooleanField(default=False)),
                ("since", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to="accounts.organisation",
                    ),
                ),
            ],
            options={
                "db_table": "membership",
                "indexes": [
                    models.Index(
                        models.F("office"),
                        models.F("role"),
                        condition=models.Q(("on_shift", True)),
                        name="membership_on_shift",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("person"),
                        models.F("organisation"),
                        models.F("role"),
                        condition=models.Q(("ended_at__isnull", True)),
                        name="a_person_has_a_role_once_in_an_organisation",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_at__isnull", True), ("on_shift", False), _connector="OR"
                        ),
                        name="who_has_left_is_not_on_shift",
                    ),
                ],
            },
        ),
        policy("membership"),
        policy("api_key"),
        policy("access_token"),
    ]
