"""Money and the goods: pay, secure, collect what the bank booked, give back what is too much."""

from datetime import datetime

from customhouse.accounts.actor import Actor, system_actor
from customhouse.declarations.actions.proceed import locked, move, proceed
from customhouse.declarations.models import Declaration
from customhouse.declarations.problems import NotAllowed
from customhouse.revenue import actions as revenue
from customhouse.revenue import queries as money
from customhouse.revenue.bank import Bank, bank, is_simulated
from customhouse.revenue.terms import Purpose
from customhouse.settings.database import acting_as, as_system
from fondaco.declaration.lifecycle import Act, State


def pay(*, mrn: str, purpose: Purpose, return_to: str, by: Actor, at: datetime) -> str:
    """Ask the bank for what is owed, or for a deposit of as much; answers the bank's page."""
    with acting_as(by):
        declaration = locked(mrn)
        owed = money.balance(mrn).owed
        if owed <= 0:
            raise NotAllowed(
                found="nothing owed",
                expected="a debt",
                mend="nothing: this declaration is paid",
            )
        order = revenue.ask_payment(
            mrn=mrn,
            purpose=purpose,
            amount=owed,
            currency=declaration.currency,
            organisation=declaration.organisation_id,
            importer_organisation=declaration.importer_organisation_id,
            at=at,
        )
    return bank(is_sandbox=declaration.is_sandbox).payment_page(
        order.reference, amount=order.amount, currency=order.currency, return_to=return_to
    )


def collect(*, at: datetime) -> int:
    """Take up what the banks have booked since we last looked; answers how many lines settled.

    Each line is entered in a transaction of its own, and once: a crash between two
    lines leaves the next to be read again. The simulated bank keeps one book for all.
    """
    adapters = {is_simulated(each): each for each in (bank(), bank(is_sandbox=True))}
    return sum(
        _collect(each, is_simulated=simulated, at=at) for simulated, each in adapters.items()
    )


def _collect(adapter: Bank, *, is_simulated: bool, at: datetime) -> int:
    settled = 0
    while True:
        with as_system():
            last = money.last_bank_reference(is_simulated=is_simulated)
            lines = adapter.statement(after=last)
        if not lines:
            return settled
        for line in lines:
            with as_system():
                settled += _settle(line, at=at)


def _settle(line: "revenue.Booking", *, at: datetime) -> int:
    mrn = money.declaration_of(line.reference)
    about = locked(mrn) if mrn else None
    order = revenue.settle(
        booking=line,
        version=about.version if about else 0,
        bank_name=bank(is_sandbox=bool(about and about.is_sandbox)).name,
        at=at,
    )
    if order is None:
        return 0
    by = system_actor("bank")
    declaration = locked(order.mrn)
    told = {"order": order.reference, "purpose": order.purpose, "amount": order.amount}
    move(declaration, Act.SETTLE, to=State(declaration.state), by=by, at=at, told=told)
    proceed(declaration, by=by, at=at)
    return 1


def give_back(declaration: Declaration, *, at: datetime) -> None:
    """Send back what was paid above the debt (Revised Kyoto Convention, GA 4.18)."""
    owed = money.balance(declaration.mrn).owed
    if owed >= 0:
        return
    order = revenue.ask_payment(
        mrn=declaration.mrn,
        purpose=Purpose.REFUND,
        amount=-owed,
        currency=declaration.currency,
        organisation=declaration.organisation_id,
        importer_organisation=declaration.importer_organisation_id,
        at=at,
    )
    adapter = bank(is_sandbox=declaration.is_sandbox)
    adapter.send(order.reference, amount=order.amount, currency=order.currency, at=at)
