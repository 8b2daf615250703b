"""The declarations desk's tables: the declaration, its versions, items, controls, questions.

Rows are written by `actions` alone. The life of a declaration is guarded by the
database too: a trigger refuses a step that `lifecycle_step` does not name.
"""

from django.db import models
from django.db.models import F, Q

from customhouse.declarations.terms import ControlKind, ControlResult
from fondaco.declaration.lifecycle import State


class Declaration(models.Model):
    """One declaration under its movement reference number, as it stands now."""

    mrn = models.TextField(primary_key=True)
    organisation_id = models.BigIntegerField()
    importer_organisation_id = models.BigIntegerField(null=True)
    declarant = models.TextField()
    local_reference = models.TextField()
    importer = models.TextField(null=True)
    importer_name = models.TextField(default="")
    kind = models.TextField()
    procedure = models.TextField()
    office = models.TextField()
    state = models.TextField()
    last_act = models.TextField()
    channel = models.TextField(null=True)
    control_notified_at = models.DateTimeField(null=True)
    audit_due = models.BooleanField(default=False)
    version = models.IntegerField(default=1)
    lodged_at = models.DateTimeField()
    arrived_at = models.DateTimeField(null=True)
    accepted_at = models.DateTimeField(null=True)
    released_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    tax_point = models.DateField(null=True)
    draw = models.IntegerField()
    item_count = models.IntegerField()
    description = models.TextField(default="")
    dispatch_country = models.TextField(null=True)
    transport_mode = models.TextField(null=True)
    currency = models.TextField()
    customs_value = models.DecimalField(max_digits=18, decimal_places=2, null=True)
    assessed = models.DecimalField(max_digits=18, decimal_places=2, null=True)
    document_digest = models.TextField()
    decision_digest = models.TextField()
    holder_id = models.BigIntegerField(null=True)
    held_since = models.DateTimeField(null=True)
    is_sandbox = models.BooleanField(default=False)

    class Meta:
        db_table = "declaration"
        constraints = [
            models.UniqueConstraint(
                fields=["declarant", "local_reference"],
                name="a_declarant_uses_a_local_reference_once",
            ),
            models.CheckConstraint(
                name="the_state_is_known",
                condition=Q(state__in=[state.value for state in State]),
            ),
            models.CheckConstraint(
                name="what_is_released_was_accepted",
                condition=Q(released_at__isnull=True)
                | Q(accepted_at__isnull=False, accepted_at__lte=F("released_at")),
            ),
            models.CheckConstraint(
                name="what_is_accepted_has_arrived",
                condition=Q(accepted_at__isnull=True) | Q(arrived_at__isnull=False),
            ),
        ]
        indexes = [
            models.Index(
                fields=["organisation_id", "-lodged_at"], name="declaration_of_organisation"
            ),
            models.Index(
                fields=["importer_organisation_id", "-lodged_at"],
                name="declaration_of_importer",
                condition=Q(importer_organisation_id__isnull=False),
            ),
            models.Index(
                fields=["office", "state"],
                name="declaration_held",
                condition=Q(state__in=[State.UNDER_CONTROL.value, State.AWAITING_PAYMENT.value]),
            ),
            models.Index(fields=["-lodged_at"], name="declaration_recent"),
        ]


class Version(models.Model):
    """One judged version of a declaration: the digests from which it replays. Never changed."""

    pk = models.CompositePrimaryKey("declaration", "version")
    declaration = models.ForeignKey(
        Declaration,
        models.PROTECT,
        db_column="mrn",
        related_name="versions",
        db_index=False,
    )
    version = models.IntegerField()
    at = models.DateTimeField()
    actor = models.TextField()
    reason = models.TextField()
    judged_on = models.DateField()
    document_digest = models.TextField()
    facts_digest = models.TextField()
    law_digest = models.TextField()
    selectivity_digest = models.TextField(null=True)
    decision_digest = models.TextField()

    class Meta:
        db_table = "declaration_version"


class GoodsItem(models.Model):
    """One goods item of one version, as lists and statistics read it."""

    pk = models.CompositePrimaryKey("declaration", "version", "number")
    declaration = models.ForeignKey(
        Declaration,
        models.PROTECT,
        db_column="mrn",
        related_name="goods_items",
        db_index=False,
    )
    version = models.IntegerField()
    number = models.IntegerField()
    commodity_code = models.TextField()
    origin = models.TextField(null=True)
    description = models.TextField(default="")
    gross_mass = models.DecimalField(max_digits=16, decimal_places=6, null=True)
    net_mass = models.DecimalField(max_digits=16, decimal_places=6, null=True)
    customs_value = models.DecimalField(max_digits=18, decimal_places=2, null=True)

    class Meta:
        db_table = "goods_item"


class Submission(models.Model):
    """One message with an idempotency key: its body, its answer. Never forgotten."""

    pk = models.CompositePrimaryKey("organisation_id", "key")
    organisation_id = models.BigIntegerField()
    key = models.TextField()
    document_digest = models.TextField()
    decision_digest = models.TextField()
    mrn = models.TextField(null=True)
    at = models.DateTimeField()

    class Meta:
        db_table = "submission"


class Control(models.Model):
    """A control ordered on a declaration: what kind, who was drawn to do it, how it ended."""

    Kind, Result = ControlKind, ControlResult

    id = models.BigAutoField(primary_key=True)
    declaration = models.ForeignKey(
        Declaration, models.PROTECT, db_column="mrn", related_name="controls"
    )
    organisation_id = models.BigIntegerField()
    importer_organisation_id = models.BigIntegerField(null=True)
    office = models.TextField()
    kind = models.TextField(choices=Kind.choices)
    method = models.TextField(default="")
    ordered_at = models.DateTimeField()
    notified_at = models.DateTimeField(null=True)
    officer_id = models.BigIntegerField(null=True)
    candidates = models.TextField(default="")
    concluded_at = models.DateTimeField(null=True)
    concluded_by = models.BigIntegerField(null=True)
    result = models.TextField(choices=Result.choices, null=True)
    remarks = models.TextField(default="")

    class Meta:
        db_table = "control"
        constraints = [
            models.CheckConstraint(
                name="a_concluded_control_has_a_result",
                condition=Q(concluded_at__isnull=True) | Q(result__isnull=False),
            ),
        ]
        indexes = [
            models.Index(
                fields=["officer_id"],
                name="control_open_of_officer",
                condition=Q(concluded_at__isnull=True),
            ),
            models.Index(
                fields=["office"],
                name="control_open_at_office",
                condition=Q(concluded_at__isnull=True),
            ),
        ]


class Question(models.Model):
    """A question about a declaration, put by an officer, and its answer."""

    id = models.BigAutoField(primary_key=True)
    declaration = models.ForeignKey(
        Declaration, models.PROTECT, db_column="mrn", related_name="questions"
    )
    organisation_id = models.BigIntegerField()
    importer_organisation_id = models.BigIntegerField(null=True)
    text = models.TextField()
    path = models.TextField(default="")
    asked_at = models.DateTimeField()
    asked_by = models.BigIntegerField()
    answer = models.TextField(null=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.BigIntegerField(null=True)

    class Meta:
        db_table = "question"


class Attachment(models.Model):
    """A supporting document uploaded to a declaration: kept by digest, typed by content."""

    id = models.BigAutoField(primary_key=True)
    declaration = models.ForeignKey(
        Declaration, models.PROTECT, db_column="mrn", related_name="attachments"
    )
    organisation_id = models.BigIntegerField()
    importer_organisation_id = models.BigIntegerField(null=True)
    name = models.TextField()
    kind = models.TextField(default="")
    media_type = models.TextField()
    size = models.IntegerField()
    digest = models.TextField()
    uploaded_at = models.DateTimeField()
    uploaded_by = models.BigIntegerField(null=True)

    class Meta:
        db_table = "attachment"
        constraints = [
            models.UniqueConstraint(
                fields=["declaration", "digest"], name="a_file_is_attached_to_a_declaration_once"
            ),
        ]


class Request(models.Model):
    """What a trader asks of customs, or an officer of a colleague: a second person answers."""

    class Kind(models.TextChoices):
        AMEND = "amend"
        INVALIDATE = "invalidate"
        LOWER_CHANNEL = "lower channel"
        FORFEIT = "forfeit"
        RETURN = "return"

    class Answer(models.TextChoices):
        GRANTED = "granted"
        REFUSED = "refused"

    id = models.BigAutoField(primary_key=True)
    declaration = models.ForeignKey(
        Declaration, models.PROTECT, db_column="mrn", related_name="requests"
    )
    organisation_id = models.BigIntegerField()
    importer_organisation_id = models.BigIntegerField(null=True)
    kind = models.TextField(choices=Kind.choices)
    is_internal = models.BooleanField(default=False)
    reason = models.TextField()
    power = models.TextField(default="")
    document_digest = models.TextField(null=True)
    channel = models.TextField(null=True)
    asked_at = models.DateTimeField()
    asked_by = models.BigIntegerField(null=True)
    answer = models.TextField(choices=Answer.choices, null=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.BigIntegerField(null=True)
    answer_reason = models.TextField(default="")

    class Meta:
        db_table = "declaration_request"
        constraints = [
            models.CheckConstraint(
                name="nobody_answers_their_own_request",
                condition=Q(answered_by__isnull=True) | ~Q(answered_by=F("asked_by")),
            ),
            models.CheckConstraint(
                name="a_channel_falls_only_by_a_cited_power",
                condition=~Q(kind="lower channel") | ~Q(power=""),
            ),
            models.CheckConstraint(
                name="a_seizure_ends_only_by_a_cited_power",
                condition=~Q(kind__in=["forfeit", "return"]) | ~Q(power=""),
            ),
            models.UniqueConstraint(
                fields=["declaration", "kind"],
                name="one_open_request_of_a_kind",
                condition=Q(answer__isnull=True),
            ),
        ]


class PastConsignment(models.Model):
    """The selection of a consignment whose declaration was withdrawn or annulled: it is kept.

    Whoever lodges the same consignment again meets the same draw and channel.
    """

    id = models.BigAutoField(primary_key=True)
    key = models.TextField()
    mrn = models.TextField()
    channel = models.TextField()
    draw = models.IntegerField()
    at = models.DateTimeField()

    class Meta:
        db_table = "past_consignment"
        indexes = [models.Index(fields=["key"], name="past_consignment_by_key")]


class ImporterHistory(models.Model):
    """What an importer has declared up to now, summed by the worker for the officers' rules."""

    importer = models.TextField(primary_key=True)
    declarations_90_days = models.IntegerField(default=0)
    irregularities_365_days = models.IntegerField(default=0)
    value_90_days = models.DecimalField(max_digits=18, decimal_places=2, default=0)
    first_seen = models.DateField()

    class Meta:
        db_table = "importer_history"


class Draft(models.Model):
    """A declaration being written: saved as typed, findings and all, until it is lodged."""

    id = models.BigAutoField(primary_key=True)
    organisation_id = models.BigIntegerField()
    person_id = models.BigIntegerField()
    name = models.TextField(default="")
    content = models.JSONField(default=dict)
    changed_at = models.DateTimeField()
    mrn = models.TextField(null=True)

    class Meta:
        db_table = "declaration_draft"
        indexes = [
            models.Index(fields=["organisation_id", "-changed_at"], name="draft_of_organisation")
        ]
