"""The only writers of the ledger and of what is settled through it."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.core.exceptions import PermissionDenied

from customhouse.accounts import queries as accounts
from customhouse.accounts.actor import Actor
from customhouse.records import actions as records
from customhouse.records.entry import Entry
from customhouse.revenue.bank import Booking
from customhouse.revenue.models import PaymentOrder, UnmatchedMoney
from customhouse.revenue.postings import Posting
from customhouse.settings.database import acting_as, execute, fetched
from customhouse.settings.rows import Rows
from customhouse.settings.together import Later
from fondaco.revenue import debt

_LEDGER = Rows(
    "ledger_transfer",
    {
        "reference": "text",
        "mrn": "text",
        "version": "int",
        "organisation_id": "bigint",
        "importer_organisation_id": "bigint",
        "debit": "text",
        "debit_holder": "text",
        "credit": "text",
        "credit_holder": "text",
        "charge": "text",
        "amount": "bigint",
        "currency": "text",
        "at": "timestamptz",
    },
)

_ALLOW = """
INSERT INTO deferment_account (payer, organisation_id, "limit", drawn, currency)
VALUES (%s, %s, %s, 0, %s)
ON CONFLICT (payer) DO UPDATE SET "limit" = excluded."limit"
"""

_DRAW = """
UPDATE deferment_account SET drawn = drawn + asked.amount
FROM unnest(%s::text[], %s::bigint[]) AS asked(payer, amount)
WHERE deferment_account.payer = asked.payer
  AND drawn + asked.amount BETWEEN 0 AND "limit"
RETURNING deferment_account.payer
"""


def post(*, postings: Sequence[Posting], at: datetime) -> None:
    """Enter transfers in the ledger, inside the caller's transaction.

    A reference that was entered before is refused by the database: nothing is booked twice.
    """
    _LEDGER.insert(
        [
            (
                f"{posting.reference}/{number}",
                posting.mrn,
                posting.version,
                posting.organisation,
                posting.importer_organisation,
                transfer.debit.value,
                transfer.debit_holder,
                transfer.credit.value,
                transfer.credit_holder,
                transfer.charge,
                transfer.amount,
                posting.currency,
                at,
            )
            for posting in postings
            for number, transfer in enumerate(posting.transfers, 1)
        ],
    )


def allow_deferment(*, payer: str, limit: int, currency: str, by: Actor, at: datetime) -> None:
    """Open a payer's deferment account, or set its limit anew; customs alone may.

    ``limit`` is in minor units. The database refuses one that is below what is drawn already.
    LookupError where no organisation has that trader identifier.
    """
    if by.organisation_kind not in ("customs", "system"):
        raise PermissionDenied("Only customs lets a debt be paid later.")
    with acting_as(by):
        organisation = accounts.organisations_of([payer]).get(payer)
        if organisation is None:
            raise LookupError(f"found no organisation {payer}, expected one that signs in")
        execute(_ALLOW, (payer, organisation, limit, currency))
        entry = Entry(
            kind="deferment.allowed",
            subject=f"trader:{payer}",
            actor=by.pseudonym,
            payload={"limit": limit, "currency": currency},
            organisations=(organisation,),
        )
        records.append(entries=[entry], at=at)


def draw_deferred(*, amounts: Mapping[str, int]) -> Later[frozenset[str]]:
    """Draw on payers' deferment accounts; answers the payers whose limit allowed it.

    Amounts are minor units; a negative amount gives back. The limit is checked by
    the statement that draws, so that two declarations cannot use the same credit. The
    account is locked until the transaction ends: draw last.
    """
    if not amounts:
        return Later.known(frozenset())
    payers = sorted(amounts)
    cursor = execute(_DRAW, (payers, [amounts[payer] for payer in payers]))
    return Later(lambda: frozenset(payer for (payer,) in fetched(cursor)))


def ask_payment(
    *,
    mrn: str,
    purpose: PaymentOrder.Purpose,
    amount: int,
    currency: str,
    organisation: int,
    importer_organisation: int | None,
    at: datetime,
) -> PaymentOrder:
    """Open a payment order; an open one for the same purpose and amount is answered again."""
    order, _ = PaymentOrder.objects.get_or_create(
        mrn=mrn,
        purpose=purpose.value,
        amount=amount,
        currency=currency,
        state=PaymentOrder.State.ASKED.value,
        defaults={
            "reference": _reference(mrn, purpose),
            "organisation_id": organisation,
            "importer_organisation_id": importer_organisation,
            "asked_at": at,
        },
    )
    return order


def _reference(mrn: str, purpose: PaymentOrder.Purpose) -> str:
    count = PaymentOrder.objects.filter(mrn=mrn).count()
    return f"{mrn}-{purpose.value[:3].upper()}{count + 1}"


def settle(*, booking: Booking, version: int, bank_name: str, at: datetime) -> PaymentOrder | None:
    """Match one line of that bank's statement with its order and enter it in the ledger.

    Answers the order, None where the line was entered before or no order asks for that
    money: then it waits in suspense until somebody says whose it is.
    """
    order = PaymentOrder.objects.select_for_update().filter(reference=booking.reference).first()
    if order is None or not _answers(order, booking):
        _suspend(booking)
        return None
    if order.bank_reference == booking.bank_reference:
        return None
    order.state, order.settled_at = PaymentOrder.State.PAID.value, at
    order.bank_reference = booking.bank_reference
    order.save()
    post(
        postings=[
            Posting(
                reference=order.reference,
                mrn=order.mrn,
                version=version,
                organisation=order.organisation_id,
                importer_organisation=order.importer_organisation_id,
                currency=order.currency,
                transfers=(_MOVEMENTS[order.purpose](order.mrn, order.amount, bank=bank_name),),
            )
        ],
        at=at,
    )
    return order


def _answers(order: PaymentOrder, booking: Booking) -> bool:
    """Whether a line is the money that an order asked for; money sent twice is not."""
    return (
        order.amount == abs(booking.amount)
        and order.currency == booking.currency
        and order.bank_reference in (None, booking.bank_reference)
    )


def _suspend(booking: Booking) -> None:
    UnmatchedMoney.objects.get_or_create(
        bank_reference=booking.bank_reference,
        defaults={
            "amount": booking.amount,
            "currency": booking.currency,
            "text": booking.reference,
            "booked_at": booking.booked_at,
        },
    )


_MOVEMENTS = {
    PaymentOrder.Purpose.DEBT.value: debt.paid,
    PaymentOrder.Purpose.DEPOSIT.value: debt.deposited,
    PaymentOrder.Purpose.REFUND.value: debt.refunded,
}
