"""A trader as the register has it on the day."""

from datetime import date
from enum import StrEnum

import msgspec

from fondaco.units.period import Period


class Standing(StrEnum):
    """Whether the register lets a trader act."""

    ACTIVE = "active"
    SUSPENDED = "suspended"
    CLOSED = "closed"


class Authorisation(msgspec.Struct, frozen=True, omit_defaults=True):
    """A permission customs has given a trader, such as deferred payment (DPO)."""

    kind: str
    reference: str
    valid: Period


class Trader(msgspec.Struct, frozen=True, omit_defaults=True):
    """One registered trader: identifier, standing and authorisations."""

    identifier: str
    name: str
    standing: Standing
    registered_on: date
    authorisations: tuple[Authorisation, ...] = ()

    def is_authorised(self, kind: str, *, on: date) -> bool:
        """Whether an authorisation of the kind is valid on the day."""
        return any(held.kind == kind and on in held.valid for held in self.authorisations)
