"""What the customs house needs of a bank: ask for money, send money, read what was booked."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Protocol

import msgspec
from django.conf import settings
from django.utils.module_loading import import_string


class Booking(msgspec.Struct, frozen=True):
    """One line of the bank's statement: money in is positive, in minor units."""

    bank_reference: str
    reference: str
    amount: int
    currency: str
    booked_at: datetime


class Bank(Protocol):
    """An adapter to one bank. Every call may be repeated: the reference names the order."""

    name: str

    def payment_page(self, reference: str, *, amount: int, currency: str, return_to: str) -> str:
        """The address of the page on which the payer confirms the payment."""

    def send(self, reference: str, *, amount: int, currency: str, at: datetime) -> None:
        """Order money to be sent, such as a refund."""

    def statement(self, *, after: str) -> Sequence[Booking]:
        """What was booked after the booking of that bank reference, oldest first."""


SIMULATOR = "customhouse.revenue.bank_simulator.Simulator"


@cache
def bank(*, is_sandbox: bool = False) -> Bank:
    """The adapter that the settings name; for the sandbox, a simulated bank under its own name.

    What a sandbox pays is played: no real account hears of it, and in the ledger the
    account of its bank is another than the treasury's.
    """
    if is_sandbox:
        play: Bank = import_string(SIMULATOR)(name="sandbox")
        return play
    adapter: Bank = import_string(settings.BANK)()
    return adapter


def is_simulated(adapter: Bank) -> bool:
    """Whether it is the simulated bank, of which all share the same books."""
    return isinstance(adapter, import_string(SIMULATOR))
