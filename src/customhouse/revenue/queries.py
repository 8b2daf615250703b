"""What the revenue desk can tell: what is owed, charged, secured and left to defer."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal

import msgspec

from customhouse.revenue.bank_simulator import MARK
from customhouse.settings.database import as_system, execute
from customhouse.settings.together import Later, Question
from fondaco.revenue.ledger import Account, major


class _Left(msgspec.Struct):
    payer: str
    amount: int


_AVAILABLE = Question(
    'SELECT payer, "limit" - drawn AS amount FROM deferment_account WHERE payer = ANY(%s)', _Left
)

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
  SELECT bank_reference AS line FROM payment_order
  UNION ALL SELECT bank_reference FROM unmatched_money
) AS lines WHERE starts_with(line, %s) = %s
"""


class Balance(msgspec.Struct, frozen=True):
    """What is owed on a declaration and what deposit secures it, in minor units."""

    owed: int
    secured: int


def available(payers: Sequence[str]) -> Later[dict[str, Decimal]]:
    """What each payer may still defer, in the law's currency."""
    if not payers:
        return Later.known({})
    left = _AVAILABLE.ask(list(payers))
    return left.then(lambda rows: {row.payer: major(row.amount) for row in rows})


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


def last_bank_reference(*, is_simulated: bool) -> str:
    """A bank's last line that was taken up, matched or not; empty before the first.

    The simulated bank counts its lines apart from the real one.
    """
    row = execute(_LAST_LINE, (MARK, is_simulated)).fetchone()
    return str(row[0]) if row and row[0] else ""


def declaration_of(reference: str) -> str | None:
    """The declaration that a payment order was opened for, None where there is no such order."""
    row = execute("SELECT mrn FROM payment_order WHERE reference = %s", (reference,)).fetchone()
    return str(row[0]) if row else None


_OF_SANDBOX = """
SELECT EXISTS (SELECT 1 FROM payment_order p JOIN organisation o ON o.id = p.organisation_id
  WHERE p.reference = %s AND o.is_sandbox)
"""


def is_of_sandbox(reference: str) -> bool:
    """Whether a payment order is of a sandbox organisation, whose money is played."""
    with as_system():
        row = execute(_OF_SANDBOX, (reference,)).fetchone()
    return bool(row and row[0])


_MOVEMENTS = """
SELECT id, at, reference, mrn, charge, debit, credit, amount, currency
FROM ledger_transfer WHERE {condition} ORDER BY {order} {way}, id {way}
LIMIT %(most)s OFFSET %(offset)s
"""
_CONDITIONS = {
    "mrn": "mrn = upper(%(mrn)s)",
    "since": "at >= %(since)s::date",
    "until": "at < %(until)s::date + 1",
}
_ORDERS = {"at": "at", "mrn": "mrn", "amount": "amount"}

_DEFERMENTS = """
SELECT payer, "limit", drawn, currency FROM deferment_account ORDER BY payer
"""

_ORDERS_OPEN = """
SELECT reference, mrn, purpose, amount, currency, state, asked_at, settled_at
FROM payment_order ORDER BY id DESC LIMIT %s
"""


class Movement(msgspec.Struct, frozen=True):
    """One line of the ledger, in minor units, with what kind of movement it is."""

    id: int
    at: datetime
    reference: str
    mrn: str
    charge: str
    debit: str
    credit: str
    amount: int
    currency: str

    @property
    def kind(self) -> str:
        """What it is to the payer: charged, credited, paid, refunded, deferred, and so on."""
        return _KINDS.get((self.debit, self.credit), f"{self.debit} / {self.credit}")

    @property
    def signed(self) -> int:
        """What it adds to what is owed; negative where it lowers it."""
        return self.amount if self.debit == Account.RECEIVABLE.value else -self.amount


_KINDS = {
    ("receivable", "revenue"): "charged",
    ("revenue", "receivable"): "credited",
    ("bank", "receivable"): "paid",
    ("receivable", "bank"): "refunded",
    ("deferred", "receivable"): "deferred",
    ("receivable", "deferred"): "deferment returned",
    ("bank", "deposit"): "deposited",
    ("deposit", "receivable"): "deposit used",
    ("deposit", "bank"): "deposit returned",
}


class Deferment(msgspec.Struct, frozen=True):
    """A payer's leave to pay later: limit and drawn, in minor units."""

    payer: str
    limit: int
    drawn: int
    currency: str


class OrderSeen(msgspec.Struct, frozen=True):
    """A payment asked of the bank."""

    reference: str
    mrn: str
    purpose: str
    amount: int
    currency: str
    state: str
    asked_at: datetime
    settled_at: datetime | None


def movements(
    values: Mapping[str, str], *, sort: str, descending: bool, offset: int, most: int
) -> tuple[list[Movement], int]:
    """Lines of the ledger that match, a page of them, and how many match in all."""
    condition = " AND ".join(_CONDITIONS[name] for name in values if name in _CONDITIONS) or "true"
    way = "DESC" if descending else "ASC"
    statement = _MOVEMENTS.format(condition=condition, order=_ORDERS[sort], way=way)
    asked = {name: values[name] for name in values if name in _CONDITIONS}
    rows = execute(statement, {**asked, "most": most, "offset": offset})
    found = [Movement(*row) for row in rows]
    counted = f"SELECT count(*) FROM ledger_transfer WHERE {condition}"  # noqa: S608 - our own
    (count,) = execute(counted, asked).fetchone() or (0,)
    return found, int(count)


def deferments() -> tuple[Deferment, ...]:
    """The deferment accounts that may be seen."""
    return tuple(Deferment(*row) for row in execute(_DEFERMENTS))


def orders(*, most: int = 20) -> tuple[OrderSeen, ...]:
    """The newest payments asked of the bank."""
    return tuple(OrderSeen(*row) for row in execute(_ORDERS_OPEN, (most,)))


def owed_by_declaration(*, most: int = 200) -> dict[str, int]:
    """What is still owed on each declaration that owes anything, in minor units."""
    statement = """
        SELECT mrn, sum(CASE WHEN debit = %(owed)s THEN amount
                             WHEN credit = %(owed)s THEN -amount ELSE 0 END) AS owed
        FROM ledger_transfer GROUP BY mrn
        HAVING sum(CASE WHEN debit = %(owed)s THEN amount
                        WHEN credit = %(owed)s THEN -amount ELSE 0 END) > 0
        ORDER BY min(at) LIMIT %(most)s
    """
    rows = execute(statement, {"owed": Account.RECEIVABLE.value, "most": most})
    return {mrn: int(owed) for mrn, owed in rows}
