"""The customs debt: what an assessment makes owed, and how it is paid, deferred or given back."""

from collections.abc import Mapping

from fondaco.assessment.statement import Assessment
from fondaco.revenue.ledger import Account, Transfer, minor


def incurred(mrn: str, assessment: Assessment) -> tuple[Transfer, ...]:
    """The entries by which a debt comes into being: one per charge that is more than nothing.

    Revised Kyoto Convention, General Annex 4.1 to 4.3.
    """
    return tuple(
        _owed(mrn, total.charge, minor(total.amount))
        for total in assessment.totals
        if total.amount > 0
    )


def reassessed(
    mrn: str, before: Mapping[str, int], *, assessment: Assessment
) -> tuple[Transfer, ...]:
    """The entries that move a debt from what was charged before to a new assessment.

    ``before`` is what stands charged per charge code, in minor units. A charge
    that falls is credited back, so that money already paid becomes refundable.
    """
    after = {total.charge: minor(total.amount) for total in assessment.totals}
    changes = [
        (code, after.get(code, 0) - before.get(code, 0)) for code in sorted({*before, *after})
    ]
    return tuple(_owed(mrn, code, change) for code, change in changes if change)


def extinguished(mrn: str, before: Mapping[str, int]) -> tuple[Transfer, ...]:
    """The entries by which a debt ends because its declaration is annulled."""
    return tuple(_owed(mrn, code, -amount) for code, amount in sorted(before.items()) if amount)


def deferred(mrn: str, amount: int, *, payer: str) -> Transfer:
    """A debt carried to the payer's deferment account; negative gives back what was carried."""
    if amount < 0:
        return Transfer(Account.RECEIVABLE, mrn, Account.DEFERRED, payer, -amount)
    return Transfer(Account.DEFERRED, payer, Account.RECEIVABLE, mrn, amount)


def paid(mrn: str, amount: int, *, bank: str) -> Transfer:
    """A debt paid through a bank."""
    return Transfer(Account.BANK, bank, Account.RECEIVABLE, mrn, amount)


def refunded(mrn: str, amount: int, *, bank: str) -> Transfer:
    """Money paid above the debt, given back (Revised Kyoto Convention, General Annex 4.18)."""
    return Transfer(Account.RECEIVABLE, mrn, Account.BANK, bank, amount)


def deposited(mrn: str, amount: int, *, bank: str) -> Transfer:
    """Money held as security until the debt is settled (TFA article 7.3)."""
    return Transfer(Account.BANK, bank, Account.DEPOSIT, mrn, amount)


def deposit_used(mrn: str, amount: int) -> Transfer:
    """A deposit turned into payment of the debt it secured."""
    return Transfer(Account.DEPOSIT, mrn, Account.RECEIVABLE, mrn, amount)


def deposit_returned(mrn: str, amount: int, *, bank: str) -> Transfer:
    """A deposit no longer needed, given back."""
    return Transfer(Account.DEPOSIT, mrn, Account.BANK, bank, amount)


def is_covered(owed: int, *, secured: int) -> bool:
    """Whether goods may go: nothing is owed, or what is owed is secured in full."""
    return owed <= secured


def _owed(mrn: str, charge: str, amount: int) -> Transfer:
    if amount > 0:
        return Transfer(Account.RECEIVABLE, mrn, Account.REVENUE, charge, amount, charge)
    return Transfer(Account.REVENUE, charge, Account.RECEIVABLE, mrn, -amount, charge)
