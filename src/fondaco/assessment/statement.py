"""The bill: how each item's value was built, each charge with formula and law, and the totals."""

from decimal import Decimal

import msgspec

from fondaco.legal.citation import Citation
from fondaco.units.money import Money


class Step(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """One step in building a customs value: the price, an addition, a share of the freight.

    ``declared`` is the amount in the currency in which it was declared and
    ``rate`` the customs exchange rate (law currency for one unit); ``amount`` is
    in the law's currency, negative for a deduction, rounded only where law rounds.
    """

    kind: str
    declared: Money
    rate: Decimal
    amount: Decimal
    citation: Citation


class ItemValue(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """The customs value of one goods item, in the law's currency, with every step."""

    item: int
    method: str
    steps: tuple[Step, ...]
    customs_value: Decimal


class Line(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """One charge on one goods item, and how it was worked out.

    ``basis`` counts ``unit``: a currency code for an ad valorem charge, a unit of
    UN/ECE Recommendation 20 for a specific one. ``rate`` is a fraction of the
    basis, or an amount of the law's currency for ``per`` units. A charge that a
    minimum or maximum has bounded says so in ``bound``.
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
