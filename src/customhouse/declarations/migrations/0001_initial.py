"""The declarations, guarded by row security and by the table of their life."""

import django.db.models.deletion
from django.db import migrations, models

from customhouse.declarations.guards import LIFE
from customhouse.settings.row_security import append_only, customs_only, policy, policy_through


class Migration(migrations.Migration):
    initial = True

    dependencies = [("records", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="ImporterHistory",
            fields=[
                ("importer", models.TextField(primary_key=True, serialize=False)),
                ("declarations_90_days", models.IntegerField(default=0)),
                ("irregularities_365_days", models.IntegerField(default=0)),
                ("value_90_days", models.DecimalField(decimal_places=2, default=0, max_digits=18)),
                ("first_seen", models.DateField()),
            ],
            options={
                "db_table": "importer_history",
            },
        ),
        migrations.CreateModel(
            name="Submission",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "organisation_id",
                        "key",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("organisation_id", models.BigIntegerField()),
                ("key", models.TextField()),
                ("document_digest", models.TextField()),
                ("decision_digest", models.TextField()),
                ("mrn", models.TextField(null=True)),
                ("at", models.DateTimeField()),
            ],
            options={
                "db_table": "submission",
            },
        ),
        migrations.CreateModel(
            name="Declaration",
            fields=[
                ("mrn", models.TextField(primary_key=True, serialize=False)),
                ("organisation_id", models.BigIntegerField()),
                ("importer_organisation_id", models.BigIntegerField(null=True)),
                ("declarant", models.TextField()),
                ("local_reference", models.TextField()),
                ("importer", models.TextField(null=True)),
                ("importer_name", models.TextField(default="")),
                ("kind", models.TextField()),
                ("procedure", models.TextField()),
                ("office", models.TextField()),
                ("state", models.TextField()),
                ("last_act", models.TextField()),
                ("channel", models.TextField(null=True)),
                ("control_notified_at", models.DateTimeField(null=True)),
                ("audit_due", models.BooleanField(default=False)),
                ("version", models.IntegerField(default=1)),
                ("lodged_at", models.DateTimeField()),
                ("arrived_at", models.DateTimeField(null=True)),
                ("accepted_at", models.DateTimeField(null=True)),
                ("released_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                ("tax_point", models.DateField(null=True)),
                ("draw", models.IntegerField()),
                ("item_count", models.IntegerField()),
                ("description", models.TextField(default="")),
                ("dispatch_country", models.TextField(null=True)),
                ("transport_mode", models.TextField(null=True)),
                ("currency", models.TextField()),
                ("customs_value", models.DecimalField(decimal_places=2, max_digits=18, null=True)),
                ("assessed", models.DecimalField(decimal_places=2, max_digits=18, null=True)),
                ("document_digest", models.TextField()),
                ("decision_digest", models.TextField()),
                ("holder_id", models.BigIntegerField(null=True)),
                ("held_since", models.DateTimeField(null=True)),
                ("is_sandbox", models.BooleanField(default=False)),
            ],
            options={
                "db_table": "declaration",
                "indexes": [
                    models.Index(
                        fields=["organisation_id", "-lodged_at"], name="declaration_of_organisation"
                    ),
                    models.Index(
                        condition=models.Q(("importer_organisation_id__isnull", False)),
                        fields=["importer_organisation_id", "-lodged_at"],
                        name="declaration_of_importer",
                    ),
                    models.Index(
                        condition=models.Q(("state__in", ["under control", "awaiting payment"])),
                        fields=["office", "state"],
                        name="declaration_held",
                    ),
                    models.Index(fields=["-lodged_at"], name="declaration_recent"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("declarant", "local_reference"),
                        name="a_declarant_uses_a_local_reference_once",
                    ),
                    models.CheckConstraint(
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
                                ],
                            )
                        ),
                        name="the_state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("released_at__isnull", True),
                            models.Q(
                                ("accepted_at__isnull", False),
                                ("accepted_at__lte", models.F("released_at")),
                            ),
                            _connector="OR",
                        ),
                        name="what_is_released_was_accepted",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("accepted_at__isnull", True),
                            ("arrived_at__isnull", False),
                            _connector="OR",
                        ),
                        name="what_is_accepted_has_arrived",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Draft",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("organisation_id", models.BigIntegerField()),
                ("person_id", models.BigIntegerField()),
                ("name", models.TextField(default="")),
                ("content", models.JSONField(default=dict)),
                ("changed_at", models.DateTimeField()),
                ("mrn", models.TextField(null=True)),
            ],
            options={
                "db_table": "declaration_draft",
                "indexes": [
                    models.Index(
                        fields=["organisation_id", "-changed_at"], name="draft_of_organisation"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="GoodsItem",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "declaration",
                        "version",
                        "number",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("version", models.IntegerField()),
                ("number", models.IntegerField()),
                ("commodity_code", models.TextField()),
                ("origin", models.TextField(null=True)),
                ("description", models.TextField(default="")),
                ("gross_mass", models.DecimalField(decimal_places=6, max_digits=16, null=True)),
                ("net_mass", models.DecimalField(decimal_places=6, max_digits=16, null=True)),
                ("customs_value", models.DecimalField(decimal_places=2, max_digits=18, null=True)),
                (
                    "declaration",
                    models.ForeignKey(
                        db_column="mrn",
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="goods_items",
                        to="declarations.declaration",
                    ),
                ),
            ],
            options={
                "db_table": "goods_item",
            },
        ),
        migrations.CreateModel(
            name="PastConsignment",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("key", models.TextField()),
                ("mrn", models.TextField()),
                ("channel", models.TextField()),
                ("draw", models.IntegerField()),
                ("at", models.DateTimeField()),
            ],
            options={
                "db_table": "past_consignment",
                "indexes": [models.Index(fields=["key"], name="past_consignment_by_key")],
            },
        ),
        migrations.CreateModel(
            name="Question",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("organisation_id", models.BigIntegerField()),
                ("importer_organisation_id", models.BigIntegerField(null=True)),
                ("text", models.TextField()),
                ("path", models.TextField(default="")),
                ("asked_at", models.DateTimeField()),
                ("asked_by", models.BigIntegerField()),
                ("answer", models.TextField(null=True)),
                ("answered_at", models.DateTimeField(null=True)),
                ("answered_by", models.BigIntegerField(null=True)),
                (
                    "declaration",
                    models.ForeignKey(
                        db_column="mrn",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="questions",
                        to="declarations.declaration",
                    ),
                ),
            ],
            options={
                "db_table": "question",
            },
        ),
        migrations.CreateModel(
            name="Version",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "declaration",
                        "version",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("version", models.IntegerField()),
                ("at", models.DateTimeField()),
                ("actor", models.TextField()),
                ("reason", models.TextField()),
                ("judged_on", models.DateField()),
                ("document_digest", models.TextField()),
                ("facts_digest", models.TextField()),
                ("law_digest", models.TextField()),
                ("selectivity_digest", models.TextField(null=True)),
                ("decision_digest", models.TextField()),
                (
                    "declaration",
                    models.ForeignKey(
                        db_column="mrn",
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="declarations.declaration",
                    ),
                ),
            ],
            options={
                "db_table": "declaration_version",
            },
        ),
        migrations.CreateModel(
            name="Control",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("organisation_id", models.BigIntegerField()),
                ("importer_organisation_id", models.BigIntegerField(null=True)),
                ("office", models.TextField()),
                (
                    "kind",
                    models.TextField(
                        choices=[("documents", "Documents"), ("examination", "Examination")]
                    ),
                ),
                ("method", models.TextField(default="")),
                ("ordered_at", models.DateTimeField()),
                ("notified_at", models.DateTimeField(null=True)),
                ("officer_id", models.BigIntegerField(null=True)),
                ("candidates", models.TextField(default="")),
                ("concluded_at", models.DateTimeField(null=True)),
                ("concluded_by", models.BigIntegerField(null=True)),
                (
                    "result",
                    models.TextField(
                        choices=[
                            ("conform", "Conform"),
                            ("irregular", "Irregular"),
                            ("overridden", "Overridden"),
                        ],
                        null=True,
                    ),
                ),
                ("remarks", models.TextField(default="")),
                (
                    "declaration",
                    models.ForeignKey(
                        db_column="mrn",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="controls",
                        to="declarations.declaration",
                    ),
                ),
            ],
            options={
                "db_table": "control",
                "indexes": [
                    models.Index(
                        condition=models.Q(("concluded_at__isnull", True)),
                        fields=["officer_id"],
                        name="control_open_of_officer",
                    ),
                    models.Index(
                        condition=models.Q(("concluded_at__isnull", True)),
                        fields=["office"],
                        name="control_open_at_office",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("concluded_at__isnull", True),
                            ("result__isnull", False),
                            _connector="OR",
                        ),
                        name="a_concluded_control_has_a_result",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Attachment",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("organisation_id", models.BigIntegerField()),
                ("importer_organisation_id", models.BigIntegerField(null=True)),
                ("name", models.TextField()),
                ("kind", models.TextField(default="")),
                ("media_type", models.TextField()),
                ("size", models.IntegerField()),
                ("digest", models.TextField()),
                ("uploaded_at", models.DateTimeField()),
                ("uploaded_by", models.BigIntegerField()),
                (
                    "declaration",
                    models.ForeignKey(
                        db_column="mrn",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attachments",
                        to="declarations.declaration",
                    ),
                ),
            ],
            options={
                "db_table": "attachment",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("declaration", "digest"),
                        name="a_file_is_attached_to_a_declaration_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Request",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("organisation_id", models.BigIntegerField()),
                ("importer_organisation_id", models.BigIntegerField(null=True)),
                (
                    "kind",
                    models.TextField(
                        choices=[
                            ("amend", "Amend"),
                            ("invalidate", "Invalidate"),
                            ("lower channel", "Lower Channel"),
                        ]
                    ),
                ),
                ("is_internal", models.BooleanField(default=False)),
                ("reason", models.TextField()),
                ("power", models.TextField(default="")),
                ("document_digest", models.TextField(null=True)),
                ("channel", models.TextField(null=True)),
                ("asked_at", models.DateTimeField()),
                ("asked_by", models.BigIntegerField()),
                (
                    "answer",
                    models.TextField(
                        choices=[("granted", "Granted"), ("refused", "Refused")], null=True
                    ),
                ),
                ("answered_at", models.DateTimeField(null=True)),
                ("answered_by", models.BigIntegerField(null=True)),
                ("answer_reason", models.TextField(default="")),
                (
                    "declaration",
                    models.ForeignKey(
                        db_column="mrn",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="requests",
                        to="declarations.declaration",
                    ),
                ),
            ],
            options={
                "db_table": "declaration_request",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answered_by__isnull", True),
                            models.Q(("answered_by", models.F("asked_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="nobody_answers_their_own_request",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "lower channel"), _negated=True),
                            models.Q(("power", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_channel_falls_only_by_a_cited_power",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("answer__isnull", True)),
                        fields=("declaration", "kind"),
                        name="one_open_request_of_a_kind",
                    ),
                ],
            },
        ),
        *LIFE,
        migrations.RunSQL("CREATE SEQUENCE mrn_serial AS bigint", "DROP SEQUENCE mrn_serial"),
        *(
            policy(table, owner_columns=("organisation_id", "importer_organisation_id"))
            for table in ("declaration", "control", "question", "attachment", "declaration_request")
        ),
        *(
            policy_through(table, parent="declaration", column="mrn", key="mrn")
            for table in ("declaration_version", "goods_item")
        ),
        append_only("declaration_version"),
        append_only("goods_item"),
        policy("submission"),
        append_only("submission"),
        policy("declaration_draft"),
        customs_only("past_consignment"),
        append_only("past_consignment"),
        customs_only("importer_history"),
    ]
