"""Double entry in whole minor units: every movement has two sides, and none is ever changed."""

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum

import msgspec

MINOR_UNITS = 2
"""Digits after the point in the law's currency; bundles with another number are refused."""


class Account(StrEnum):
    """The kinds of account in the customs ledger; a holder tells accounts of a kind apart."""

    RECEIVABLE = "receivable"
    """What is owed on a declaration (holder: its number)."""
    REVENUE = "revenue"
    """What has been assessed for the state (holder: the charge code)."""
    DEFERRED = "deferred"
    """What a payer owes at the end of its period (holder: the payer)."""
    DEPOSIT = "deposit"
    """Money held against a debt not yet settled (holder: the declaration's number)."""
    BANK = "bank"
    """Money in the treasury's account (holder: the bank)."""


class Transfer(msgspec.Struct, frozen=True, gc=False):
    """So much from one account to another: the debited account grows, the credited one falls."""

    debit: Account
    debit_holder: str
    credit: Account
    credit_holder: str
    amount: int
    charge: str = ""

    def __post_init__(self) -> None:
        if self.amount <= 0:
            raise ValueError(f"found {self.amount}, expected a transfer of more than nothing")


def minor(amount: Decimal) -> int:
    """The amount in minor units; ValueError where it has a fraction of one.

    >>> minor(Decimal("845.10"))
    84510
    """
    scaled = amount.scaleb(MINOR_UNITS)
    whole = int(scaled)
    if whole != scaled:
        raise ValueError(f"found {amount}, expected whole cents: round as the law says first")
    return whole


def major(amount: int) -> Decimal:
    """Minor units as an amount.

    >>> major(84510)
    Decimal('845.10')
    """
    return Decimal(amount).scaleb(-MINOR_UNITS)


def balance(transfers: Iterable[Transfer], account: Account, *, holder: str) -> int:
    """What stands on an account: debits less credits, in minor units.

    >>> paid = Transfer(Account.BANK, "treasury", Account.RECEIVABLE, "26XF1", 500)
    >>> balance([paid], Account.RECEIVABLE, holder="26XF1")
    -500
    """
    total = 0
    for each in transfers:
        if each.debit is account and each.debit_holder == holder:
            total += each.amount
        if each.credit is account and each.credit_holder == holder:
            total -= each.amount
    return total
