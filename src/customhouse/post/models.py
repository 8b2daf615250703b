"""The tables of the post room: messages in, notices out, webhooks and every attempt at them."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q


class MessageIn(models.Model):
    """A message that came in, by its sender's own id for it: taken once, remembered for ever."""

    id = models.BigAutoField(primary_key=True)
    sender = models.TextField()
    message_id = models.TextField()
    organisation_id = models.BigIntegerField(null=True)
    kind = models.TextField()
    digest = models.TextField()
    received_at = models.DateTimeField()
    outcome = models.JSONField(null=True)

    class Meta:
        db_table = "message_in"
        constraints = [
            models.UniqueConstraint("sender", "message_id", name="a_sender_uses_a_message_id_once"),
        ]


class MessageOut(models.Model):
    """A notice written in the transaction of what it tells, until the worker takes it from here."""

    id = models.BigAutoField(primary_key=True)
    organisation_id = models.BigIntegerField()
    topic = models.TextField()
    subject = models.TextField()
    payload = models.JSONField()
    created_at = models.DateTimeField()

    class Meta:
        db_table = "message_out"


class Notification(models.Model):
    """A notice to an organisation, in the one order in which it is told and read."""

    id = models.BigAutoField(primary_key=True)
    organisation_id = models.BigIntegerField()
    topic = models.TextField()
    subject = models.TextField()
    payload = models.JSONField()
    created_at = models.DateTimeField()

    class Meta:
        db_table = "notification"
        indexes = [models.Index("organisation_id", "id", name="notification_of_organisation")]


class WebhookEndpoint(models.Model):
    """Where an organisation's machine wants to be told; its secret is derived, not kept."""

    id = models.BigAutoField(primary_key=True)
    organisation_id = models.BigIntegerField()
    url = models.TextField()
    topics = ArrayField(models.TextField(), default=list)
    generation = models.IntegerField(default=1)
    rotated_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField()
    disabled_at = models.DateTimeField(null=True)
    disabled_reason = models.TextField(default="")

    class Meta:
        db_table = "webhook_endpoint"
        indexes = [
            models.Index(
                "organisation_id",
                name="webhook_endpoint_in_use",
                condition=Q(disabled_at__isnull=True),
            )
        ]


class Delivery(models.Model):
    """One notification on its way to one endpoint."""

    class State(models.TextChoices):
        WAITING = "waiting"
        DELIVERED = "delivered"
        ABANDONED = "abandoned"

    id = models.BigAutoField(primary_key=True)
    endpoint = models.ForeignKey(WebhookEndpoint, models.PROTECT, related_name="deliveries")
    notification = models.ForeignKey(Notification, models.PROTECT, related_name="deliveries")
    organisation_id = models.BigIntegerField()
    state = models.TextField(default=State.WAITING)
    attempts = models.IntegerField(default=0)
    next_attempt_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "delivery"
        constraints = [
            models.UniqueConstraint(
                "endpoint", "notification", name="an_endpoint_is_told_of_a_notification_once"
            ),
            models.CheckConstraint(
                name="what_waits_has_a_next_attempt",
                condition=Q(state="waiting", next_attempt_at__isnull=False)
                | Q(state__in=["delivered", "abandoned"], next_attempt_at__isnull=True),
            ),
        ]
        indexes = [
            models.Index(
                "endpoint", "next_attempt_at", name="delivery_due", condition=Q(state="waiting")
            ),
        ]


class DeliveryAttempt(models.Model):
    """What happened when an endpoint was called, as its owner may read it."""

    id = models.BigAutoField(primary_key=True)
    delivery = models.ForeignKey(Delivery, models.PROTECT, related_name="log")
    organisation_id = models.BigIntegerField()
    number = models.IntegerField()
    at = models.DateTimeField()
    status = models.IntegerField(null=True)
    milliseconds = models.IntegerField()
    trouble = models.TextField(default="")

    class Meta:
        db_table = "delivery_attempt"
