"""The bill: how each item's value was built, each charge with formula and law, and the totals."""

from decimal import Decimal

import msgspec

from fondaco.assessment.charges import VALUE
from fondaco.legal.citation import Citation
from fondaco.valuation.obstacle import Obstacle
from fondaco.valuation.statement import DECLARED_VALUE, PRICE, ItemValue, Step

__all__ = [
    "DECLARED_VALUE",
    "ONE",
    "PRICE",
    "THE_DECLARATION",
    "Assessment",
    "ItemValue",
    "Line",
    "Step",
    "Total",
    "Unassessable",
]

ONE = "C62"
"""UN/ECE Recommendation 20: one. The unit of a charge that is due once."""

THE_DECLARATION = 0
"""The item number of a charge on the declaration as a whole."""


class Line(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """One charge on one goods item, and how it was worked out.

    ``basis`` counts ``unit``: a currency code for an ad valorem charge, a unit of
    UN/ECE Recommendation 20 for a specific one. ``rate`` is a fraction of the
    basis, or an amount of the law's currency for ``per`` units. ``base`` names
    what the basis of an ad valorem charge is the sum of. A charge that a minimum
    or maximum has bounded says so in ``bound``; one that law forgives says what
    ``relief`` forgave it and how much was ``relieved``. Item 0 is the declaration.
    """

    item: int
    charge: str
    measure: str
    basis: Decimal
    unit: str
    rate: Decimal
    amount: Decimal
    citation: Citation
    per: Decimal | None = None
    bound: str | None = None
    payment_method: str | None = None
    base: tuple[str, ...] = (VALUE,)
    relief: str | None = None
    relieved: Decimal | None = None

    @property
    def is_ad_valorem(self) -> bool:
        """Whether the charge is a fraction of a value."""
        return self.per is None


class Total(msgspec.Struct, frozen=True, gc=False):
    """What is owed under one charge code."""

    charge: str
    amount: Decimal


class Assessment(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """The whole bill of one declaration in the law's currency."""

    currency: str
    values: tuple[ItemValue, ...]
    lines: tuple[Line, ...]
    totals: tuple[Total, ...]
    total: Decimal


class Unassessable(msgspec.Struct, frozen=True):
    """No bill, and everything that stands in its way."""

    obstacles: tuple[Obstacle, ...]
