"""A mandate: who may declare for whom, how, and when (Revised Kyoto Convention, GA chapter 8)."""

from datetime import date
from enum import StrEnum

import msgspec

from fondaco.units.period import Period


class Representation(StrEnum):
    """In whose name a representative acts; the codes are those of WCO element 3/21."""

    DIRECT = "2"
    """In the name of and for another: the represented alone owes the debt."""
    INDIRECT = "3"
    """In its own name for another: both owe the debt."""


class Mandate(msgspec.Struct, frozen=True):
    """A principal's word that a representative may declare for it."""

    principal: str
    representative: str
    representation: Representation
    valid: Period

    def covers(self, principal: str, *, representative: str, representation: str, on: date) -> bool:
        """Whether this mandate lets that representative act so on that day.

        >>> held = Mandate(
        ...     "XF100000016", "XF200000021", Representation.DIRECT, Period(date(2026, 1, 1)))
        >>> held.covers("XF100000016", representative="XF200000021",
        ...             representation="3", on=date(2026, 11, 21))
        False
        """
        return (
            self.principal == principal
            and self.representative == representative
            and self.representation == representation
            and on in self.valid
        )
