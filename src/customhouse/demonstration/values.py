"""The nation as plain values: who trades, who declares for them, who sells, who carries."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import msgspec

from customhouse.demonstration.behaviour import Habit, Truth
from fondaco.declaration.document import Address, Document

SLIGHT = 0.03
"""Below this share of its consignments a habit is nobody's mark."""


class Firm(msgspec.Struct, frozen=True, kw_only=True):
    """What a trader and a broker have in common."""

    identifier: str
    name: str
    address: Address
    telephone: str
    registered_on: date
    office: str
    weight: float
    deferment: str | None = None
    """The reference of the authorisation to pay later, None where the firm pays at once."""
    limit: int = 0
    """What may stand deferred, in minor units of the law's currency."""


class Source(msgspec.Struct, frozen=True):
    """A supplier that a trader buys from, and the codes of what it buys there."""

    supplier: int
    goods: tuple[str, ...]


class Trader(Firm, frozen=True, kw_only=True):
    """An importer, with the habits that nobody else knows."""

    sector: str
    sources: tuple[Source, ...]
    broker: str | None = None
    representation: str | None = None
    """2 in the importer's name, 3 in the broker's own."""
    is_trusted: bool = False
    habits: tuple[Habit, ...] = ()
    ring: int | None = None

    @property
    def is_sound(self) -> bool:
        """Whether the trader gives way to nothing worth a mention."""
        return all(habit.share < SLIGHT for habit in self.habits)


class Broker(Firm, frozen=True, kw_only=True):
    """A customs broker."""


class Supplier(msgspec.Struct, frozen=True):
    """A seller abroad; `dearness` is what its prices are to the market's."""

    name: str
    address: Address
    place: str
    dearness: float


class Carrier(msgspec.Struct, frozen=True):
    """A shipping line, haulier, railway or airline."""

    identifier: str
    name: str
    country: str
    mode: str
    mark: str
    """An airline's two letters, empty for others."""


class Ship(msgspec.Struct, frozen=True):
    """A ship, its flag and its line."""

    name: str
    number: str
    flag: str
    carrier: int


class Nation(msgspec.Struct, frozen=True):
    """Everybody in it. The same seed gives the same nation."""

    seed: int
    traders: tuple[Trader, ...]
    brokers: tuple[Broker, ...]
    suppliers: tuple[Supplier, ...]
    carriers: tuple[Carrier, ...]
    ships: tuple[Ship, ...]

    def broker(self, identifier: str) -> Broker:
        """Return the broker of that identifier; KeyError where there is none."""
        for each in self.brokers:
            if each.identifier == identifier:
                return each
        raise KeyError(f"found no broker {identifier} in this nation")


class Paper(msgspec.Struct, frozen=True):
    """A supporting document that the declarant can show when asked."""

    kind: str
    number: str


class Consignment(msgspec.Struct, frozen=True, kw_only=True):
    """One declaration, when it is lodged and by whom, and what everybody does next.

    `mended` is what the declarant lodges when the first was refused. `arrives_after` and the
    others count from the lodgement; `arrives_after` is None where the goods are there already,
    `pays_after` where the debt is deferred.
    """

    number: int
    sender: str
    lodged_at: datetime
    document: Document
    truth: Truth
    mended: Document | None = None
    arrives_after: timedelta | None = None
    pays_after: timedelta | None = None
    answers_after: timedelta
    papers: tuple[Paper, ...] = ()
