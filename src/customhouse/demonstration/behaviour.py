"""How traders behave, and the truth about one consignment: what only the generator knows."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Behaviour(StrEnum):
    """What a declarant does with the truth."""

    HONEST = "honest"
    CARELESS = "careless"
    """A slip of the pen that validation catches; mended and lodged again."""
    UNDERVALUATION = "undervaluation"
    """A price below the one paid."""
    MISCLASSIFICATION = "misclassification"
    """A code of other goods that bear less."""
    ORIGIN = "origin"
    """A country of origin that brings a preference, or spares a trade remedy."""
    QUANTITY = "quantity"
    """Fewer goods than are there."""
    SMUGGLING = "smuggling"
    """Goods that the declaration does not name, hidden among those it names."""


FRAUDS = frozenset(
    {
        Behaviour.UNDERVALUATION,
        Behaviour.MISCLASSIFICATION,
        Behaviour.ORIGIN,
        Behaviour.QUANTITY,
        Behaviour.SMUGGLING,
    }
)
"""What an examination ought to find."""


class Habit(msgspec.Struct, frozen=True):
    """How often a trader gives way to one behaviour: a share of its consignments."""

    behaviour: Behaviour
    share: float


class Difference(msgspec.Struct, frozen=True):
    """An element that does not say what is so; None where the one or the other is nothing."""

    path: str
    declared: str | None
    actual: str | None


class Truth(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is so, whatever the declaration says.

    `items` are the numbers of the goods items concerned, `forged` the documents that are not
    genuine, `concealed` the goods that no item names, `ring` the network that the trader is of.
    """

    behaviour: Behaviour
    items: tuple[int, ...] = ()
    differences: tuple[Difference, ...] = ()
    concealed: str | None = None
    forged: tuple[str, ...] = ()
    ring: int | None = None

    @property
    def is_irregular(self) -> bool:
        """Whether a thorough examination would find something."""
        return self.behaviour in FRAUDS
