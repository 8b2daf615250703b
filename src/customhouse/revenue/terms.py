"""The revenue desk's own words, which other desks use too: what a payment is for, how it stands."""

from django.db.models import TextChoices


class Purpose(TextChoices):
    """What money moves for."""

    DEBT = "debt"
    DEPOSIT = "deposit"
    REFUND = "refund"


class OrderState(TextChoices):
    """How a payment order stands."""

    ASKED = "asked"
    PAID = "paid"
    FAILED = "failed"
