"""A bank for the demonstration and the tests: it books what a payer confirms, at once.

It keeps its own books, as a bank does, and tells the customs house nothing but its statement.
"""

from collections.abc import Sequence
from datetime import datetime

from django.urls import reverse
from django.utils.http import urlencode

from customhouse.revenue.bank import Booking
from customhouse.settings.database import as_system, execute

MARK = "SIM"
"""What the references of this bank's lines begin with."""

_BOOK = """
INSERT INTO simulated_booking (reference, amount, currency, booked_at) VALUES (%s, %s, %s, %s)
ON CONFLICT (reference) DO NOTHING
"""

_STATEMENT = """
SELECT 'SIM' || lpad(id::text, 12, '0'), reference, amount, currency, booked_at
FROM simulated_booking WHERE 'SIM' || lpad(id::text, 12, '0') > %s ORDER BY id LIMIT 1000
"""


class Simulator:
    """The simulated bank."""

    def __init__(self, *, name: str = "treasury") -> None:
        self.name = name

    def payment_page(self, reference: str, *, amount: int, currency: str, return_to: str) -> str:
        """The simulator's own page, which says that it is one."""
        asked = urlencode({"amount": amount, "currency": currency, "return": return_to})
        return f"{reverse('bank-simulator', args=[reference])}?{asked}"

    def send(self, reference: str, *, amount: int, currency: str, at: datetime) -> None:
        """Money leaves the treasury's account at once."""
        self.book(reference, amount=-amount, currency=currency, at=at)

    def book(self, reference: str, *, amount: int, currency: str, at: datetime) -> None:
        """Book an amount once; the same reference again changes nothing."""
        with as_system():
            execute(_BOOK, (reference, amount, currency, at))

    def statement(self, *, after: str) -> Sequence[Booking]:
        """The lines booked after that one."""
        with as_system():
            return [Booking(*row) for row in execute(_STATEMENT, (after,)).fetchall()]
