"""Who works in the demonstration country: one sign-in per role, officers at each office."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import msgspec

from customhouse.demonstration import names
from customhouse.demonstration.chance import stream
from customhouse.demonstration.journeys import LOCATIONS
from customhouse.demonstration.values import Broker, Nation, Trader

CUSTOMS = "Fondaco Customs"
SANDBOX = "Calamita Software"
SANDBOX_SERIAL = 30_000_001
"""The serial number of the trader identifier under which software makers try things."""
HEAD_OFFICE = "XF000101"
_DOMAIN = "demonstration.example"


class SignIn(msgspec.Struct, frozen=True):
    """A role and the person who shows it."""

    role: str
    name: str
    office: str = ""

    @property
    def address(self) -> str:
        """The e-mail address to sign in with."""
        return f"{self.role}@{_DOMAIN}"


OF_CUSTOMS = (
    SignIn("officer", "Noor Contarel", HEAD_OFFICE),
    SignIn("supervisor", "Marc Bonaldi", HEAD_OFFICE),
    SignIn("analyst", "Silvia Zanel", HEAD_OFFICE),
    SignIn("tariff", "Claire Memmel"),
    SignIn("cashier", "Tomas Labian", HEAD_OFFICE),
    SignIn("auditor", "Hanna Polan"),
    SignIn("administrator", "Vera Soranzel"),
)
OF_TRADER, OF_BROKER = SignIn("trader", "Ines Moranzon"), SignIn("broker", "Karim Grittan")
ROLES = (OF_TRADER, OF_BROKER, *OF_CUSTOMS)
"""Everybody to sign in as, in the order in which they are shown."""


class Officer(msgspec.Struct, frozen=True):
    """An officer or supervisor who works by themselves."""

    address: str
    name: str
    role: str
    office: str


def officers(nation: Nation) -> Iterator[Officer]:
    """Return the officers at each office, and a supervisor for every one."""
    dice = stream(nation.seed, "officers")
    named = names.without_repeats(names.people(dice))
    for office in LOCATIONS:
        for number in range(1, _officers_at(office, dice) + 1):
            yield Officer(f"{office}.{number}@{_DOMAIN}".lower(), next(named), "officer", office)
        yield Officer(supervisor_at(office), next(named), "supervisor", office)


def supervisor_at(office: str) -> str:
    """Return the address of the supervisor who works by themselves at an office."""
    return f"{office.lower()}.supervisor@{_DOMAIN}"


def _officers_at(office: str, dice: Random) -> int:
    return 2 if office == HEAD_OFFICE else 2 + dice.randrange(2)


def clerk_of(identifier: str) -> str:
    """Return the address of the person who answers for a firm."""
    return f"{identifier.lower()}@{_DOMAIN}"


def shown_trader(nation: Nation) -> Trader:
    """Return the trader whom one may sign in as: an honest one with much trade and no broker."""
    alone = [each for each in nation.traders if each.broker is None and each.deferment is None]
    return max(alone, key=lambda trader: (trader.is_sound, trader.weight))


def shown_broker(nation: Nation) -> Broker:
    """Return the broker whom one may sign in as: the one that acts for most traders."""
    served = [each.broker for each in nation.traders]
    return max(nation.brokers, key=lambda broker: served.count(broker.identifier))
