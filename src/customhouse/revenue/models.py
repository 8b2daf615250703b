"""The revenue desk's tables: the ledger, which only grows, and what is settled through it."""

from django.db import models
from django.db.models import F, Q

from customhouse.revenue.terms import OrderState, Purpose


class Transfer(models.Model):
    """One movement of money between two accounts, in minor units. Never changed, never deleted.

    An account is a kind and a holder: ``receivable`` of a declaration, ``revenue``
    of a charge, ``deferred`` of a payer, ``deposit`` of a declaration, ``bank`` of a bank.
    """

    id = models.BigAutoField(primary_key=True)
    reference = models.TextField()
    mrn = models.TextField()
    version = models.IntegerField()
    organisation_id = models.BigIntegerField()
    importer_organisation_id = models.BigIntegerField(null=True)
    debit = models.TextField()
    debit_holder = models.TextField()
    credit = models.TextField()
    credit_holder = models.TextField()
    charge = models.TextField(default="")
    amount = models.BigIntegerField()
    currency = models.TextField()
    at = models.DateTimeField()

    class Meta:
        db_table = "ledger_transfer"
        constraints = [
            models.UniqueConstraint(fields=["reference"], name="a_transfer_happens_once"),
            models.CheckConstraint(name="a_transfer_moves_something", condition=Q(amount__gt=0)),
            models.CheckConstraint(
                name="a_transfer_has_two_sides",
                condition=~Q(debit=F("credit"), debit_holder=F("credit_holder")),
            ),
        ]
        indexes = [
            models.Index(fields=["mrn"], name="transfer_of_declaration"),
            models.Index(fields=["at"], name="transfer_by_time"),
        ]


class DefermentAccount(models.Model):
    """A payer's leave to pay later, up to a limit that is never passed."""

    payer = models.TextField(primary_key=True)
    organisation_id = models.BigIntegerField()
    limit = models.BigIntegerField()
    drawn = models.BigIntegerField(default=0)
    currency = models.TextField()

    class Meta:
        db_table = "deferment_account"
        constraints = [
            models.CheckConstraint(
                name="deferred_payment_stays_within_its_limit",
                condition=Q(drawn__gte=0) & Q(drawn__lte=F("limit")),
            ),
        ]


class PaymentOrder(models.Model):
    """A payment asked of a bank, and what came of it."""

    State, Purpose = OrderState, Purpose

    id = models.BigAutoField(primary_key=True)
    reference = models.TextField(unique=True)
    mrn = models.TextField()
    organisation_id = models.BigIntegerField()
    importer_organisation_id = models.BigIntegerField(null=True)
    purpose = models.TextField(choices=Purpose.choices)
    amount = models.BigIntegerField()
    currency = models.TextField()
    state = models.TextField(choices=State.choices, default=State.ASKED)
    bank_reference = models.TextField(null=True, unique=True)
    asked_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "payment_order"


class UnmatchedMoney(models.Model):
    """Money on the bank's statement that answers no order: in suspense until claimed."""

    bank_reference = models.TextField(primary_key=True)
    amount = models.BigIntegerField()
    currency = models.TextField()
    text = models.TextField()
    booked_at = models.DateTimeField()
    resolved_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "unmatched_money"


class SimulatedBooking(models.Model):
    """A line in the books of the simulated bank, which are not the customs house's."""

    id = models.BigAutoField(primary_key=True)
    reference = models.TextField(unique=True)
    amount = models.BigIntegerField()
    currency = models.TextField()
    booked_at = models.DateTimeField()

    class Meta:
        db_table = "simulated_booking"
