"""What the revenue desk can tell: what is owed, charged, secured and left to defer."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

import msgspec

from customhouse.settings.database import execute
from fondaco.revenue.ledger import Account, major

_AVAILABLE = """
SELECT payer, "limit" - drawn FROM deferment_account WHERE payer = ANY(%s)
"""

_BALANCE = """
SELECT
  coalesce(sum(CASE WHEN debit = %(owed)s THEN amount WHEN credit = %(owed)s THEN -amount END), 0),
  coalesce(sum(CASE WHEN debit = %(held)s THEN -amount WHEN credit = %(held)s THEN amount END), 0)
FROM ledger_transfer WHERE mrn = %(mrn)s
"""

_BALANCES = """
SELECT mrn,
  coalesce(sum(CASE WHEN debit = %(owed)s THEN amount WHEN credit = %(owed)s THEN -amount END), 0),
  coalesce(sum(CASE WHEN debit = %(held)s THEN -amount WHEN credit = %(held)s THEN amount END), 0)
FROM ledger_transfer WHERE mrn = ANY(%(mrns)s) GROUP BY mrn
"""

_CHARGED = """
SELECT charge, sum(CASE WHEN debit = %(owed)s THEN amount ELSE -amount END)
FROM ledger_transfer
WHERE mrn = %(mrn)s AND charge <> '' AND %(revenue)s IN (debit, credit)
GROUP BY charge ORDER BY charge
"""


_LAST_LINE = """
SELECT max(line) FROM (
  SELECT max(bank_reference) AS line FROM payment_order
  UNION ALL SELECT max(bank_reference) FROM unmatched_money
) AS lines
"""


class Balance(msgspec.Struct, frozen=True):
    """What is owed on a declaration and what deposit secures it, in minor units."""

    owed: int
    secured: int


def available(payers: Sequence[str]) -> dict[str, Decimal]:
    """What each payer may still defer, in the law's currency."""
    if not payers:
        return {}
    rows = execute(_AVAILABLE, (list(payers),))
    return {payer: major(left) for payer, left in rows.fetchall()}


def balance(mrn: str) -> Balance:
    """What stands owed (negative: refundable) and secured on one declaration."""
    rows = execute(
        _BALANCE,
        {"mrn": mrn, "owed": Account.RECEIVABLE.value, "held": Account.DEPOSIT.value},
    )
    owed, secured = rows.fetchone() or (0, 0)
    return Balance(int(owed), int(secured))


def balances(mrns: Sequence[str]) -> dict[str, Balance]:
    """What stands owed and secured on each of these declarations; none for one without a debt."""
    if not mrns:
        return {}
    names = {"owed": Account.RECEIVABLE.value, "held": Account.DEPOSIT.value}
    rows = execute(_BALANCES, {**names, "mrns": list(mrns)})
    return {mrn: Balance(int(owed), int(secured)) for mrn, owed, secured in rows}


def charged(mrn: str) -> Mapping[str, int]:
    """What stands charged on a declaration per charge code, in minor units."""
    rows = execute(
        _CHARGED,
        {"mrn": mrn, "owed": Account.RECEIVABLE.value, "revenue": Account.REVENUE.value},
    )
    return {charge: int(amount) for charge, amount in rows.fetchall()}


def last_bank_reference() -> str:
    """The bank's last line that was taken up, matched or not; empty before the first."""
    row = execute(_LAST_LINE).fetchone()
    return str(row[0]) if row and row[0] else ""


def declaration_of(reference: str) -> str | None:
    """The declaration that a payment order was opened for, None where there is no such order."""
    row = execute("SELECT mrn FROM payment_order WHERE reference = %s", (reference,)).fetchone()
    return str(row[0]) if row else None
