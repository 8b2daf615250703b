"""How a customs value was built, step by step, each with its citation."""

from decimal import Decimal

import msgspec

from fondaco.legal.citation import Citation
from fondaco.units.money import Money

PRICE = "price"
"""The kind of the step that is the price paid or payable."""

DECLARED_VALUE = "declared value"
"""The kind of the only step of a value that was declared complete (methods 2 to 6)."""


class Step(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """One step in building a customs value: the price, an addition, a share of the freight.

    ``declared`` is the amount in the currency in which it was declared and
    ``rate`` the customs exchange rate (law currency for one unit); ``amount`` is
    in the law's currency, negative for a deduction, zero for what the price
    already holds, rounded only where law rounds.
    """

    kind: str
    declared: Money
    rate: Decimal
    amount: Decimal
    citation: Citation


class ItemValue(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """The customs value of one goods item, in the law's currency, with every step.

    ``first_destination`` are the incidental expenses up to the first destination
    that are not in the value; a tax whose base counts them adds ``incidental``.
    """

    item: int
    method: str
    steps: tuple[Step, ...]
    customs_value: Decimal
    first_destination: tuple[Step, ...] = ()
    incidental: Decimal = Decimal(0)
