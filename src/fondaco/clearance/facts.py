"""What the building knows when it judges: one snapshot, as frozen values."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

import msgspec

from fondaco.parties.mandate import Mandate
from fondaco.parties.trader import Trader


class Unknown(StrEnum):
    """A kind of fact that an offline check cannot have; rules on it are listed as not checked."""

    REGISTER = "register of traders"
    MANDATES = "mandates"
    ARRIVAL = "arrival of the goods"
    ACCOUNT = "deferred payment and guarantees"
    HISTORY = "earlier declarations"


class Earlier(msgspec.Struct, frozen=True, gc=False):
    """What was selected for the same consignment before: kept, so that nobody can roll again."""

    mrn: str
    channel: str
    draw: int


class History(msgspec.Struct, frozen=True, gc=False):
    """The importer's record up to the day, for the officers' rules."""

    declarations_90_days: int = 0
    irregularities_365_days: int = 0
    value_90_days: Decimal = Decimal(0)
    known_days: int = 0


class Facts(msgspec.Struct, frozen=True, omit_defaults=True):
    """Everything outside the document that the judgement may look at.

    ``lodged_on`` is the legal day of receipt; ``sender`` the trader identifier of the
    organisation that signed in to lodge; ``arrived_on`` the day the goods were
    presented, None before arrival. ``available`` is what the payer's deferment
    account can still bear. Facts of a kind in ``unknown`` were not looked up.
    """

    lodged_on: date
    sender: str | None = None
    arrived_on: date | None = None
    traders: tuple[Trader, ...] = ()
    mandates: tuple[Mandate, ...] = ()
    available: Decimal | None = None
    earlier: Earlier | None = None
    history: History = History()
    lists: dict[str, tuple[str, ...]] = {}
    unknown: tuple[Unknown, ...] = ()

    def trader(self, identifier: str | None) -> Trader | None:
        """The registered trader of that identifier, None where the snapshot has none."""
        for each in self.traders:
            if each.identifier == identifier:
                return each
        return None

    def with_earlier(self, earlier: Earlier) -> "Facts":
        """These facts with the selection that the declaration has already."""
        return msgspec.structs.replace(self, earlier=earlier)

    @classmethod
    def offline(cls, on: date) -> "Facts":
        """What a trader at home has: the day, and the knowledge of not knowing the rest.

        >>> [kind.value for kind in Facts.offline(date(2026, 11, 21)).unknown][:2]
        ['register of traders', 'mandates']
        """
        return cls(lodged_on=on, arrived_on=on, unknown=tuple(Unknown))
