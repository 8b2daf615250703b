"""The typed tree of a checked expression: what is meant, with nothing left of how it was typed.

Conditions are true, false or unknown; amounts, texts and dates are known or missing.
"""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

import msgspec

from fondaco.risk.expression.types import Type
from fondaco.risk.expression.vocabulary import Reading


class Comparator(StrEnum):
    """How two values are compared."""

    EQUAL = "=="
    UNEQUAL = "!="
    BELOW = "<"
    AT_MOST = "<="
    ABOVE = ">"
    AT_LEAST = ">="

    @property
    def opposite(self) -> "Comparator":
        """The comparison that holds, between known values, exactly when this one does not."""
        return _OPPOSITES[self]


_OPPOSITES = {
    Comparator.EQUAL: Comparator.UNEQUAL,
    Comparator.UNEQUAL: Comparator.EQUAL,
    Comparator.BELOW: Comparator.AT_LEAST,
    Comparator.AT_LEAST: Comparator.BELOW,
    Comparator.ABOVE: Comparator.AT_MOST,
    Comparator.AT_MOST: Comparator.ABOVE,
}


class Node(msgspec.Struct, frozen=True):
    """A part of a tree."""


class Literal(Node, frozen=True):
    """A value written in the expression itself."""

    type: Type
    value: str | Decimal | date


class Arithmetic(Node, frozen=True):
    """A sum, difference, product or quotient."""

    type: Type
    operator: str
    left: "Amount"
    right: "Amount"


class Negative(Node, frozen=True):
    """The amount with the other sign."""

    type: Type
    amount: "Amount"


class Call(Node, frozen=True):
    """One of the language's functions of values."""

    type: Type
    function: str
    arguments: "tuple[Amount, ...]"


class Count(Node, frozen=True):
    """The number of items for which a condition is true."""

    condition: "Condition"

    @property
    def type(self) -> Type:
        """Always a number."""
        return Type.NUMBER


class Sum(Node, frozen=True):
    """The sum of an amount over the items that state it and fulfil the condition, if there is one.

    Where no such item states it, the sum is missing.
    """

    type: Type
    amount: "Amount"
    condition: "Condition | None"


class Comparison(Node, frozen=True):
    """Two values compared."""

    left: "Amount"
    comparator: Comparator
    right: "Amount"


class Members(Node, frozen=True):
    """A fixed set of values: written out, or one of the lists; a living list has no values here."""

    values: tuple[str | Decimal | date, ...]
    list_name: str | None = None
    living: bool = False


class Within(Node, frozen=True):
    """Whether a value is one of the members."""

    subject: "Amount"
    members: Members


class StartsWith(Node, frozen=True):
    """Whether a text starts with one of the members."""

    subject: "Amount"
    members: Members


class Contains(Node, frozen=True):
    """Whether a text has a part in it, or a set of texts has it as a member."""

    subject: "Amount"
    part: "Amount"


class Overlaps(Node, frozen=True):
    """Whether a set of texts has at least one of the members."""

    subject: Reading
    members: Members


class Missing(Node, frozen=True):
    """Whether a value is missing: this is always known."""

    subject: "Amount"


class Affirmed(Node, frozen=True):
    """A yes/no element that says yes."""

    subject: Reading


class Not(Node, frozen=True):
    """The condition turned round."""

    condition: "Condition"


class All(Node, frozen=True):
    """Conditions joined by `and`."""

    conditions: "tuple[Condition, ...]"


class Any(Node, frozen=True):
    """Conditions joined by `or`."""

    conditions: "tuple[Condition, ...]"


class SomeItem(Node, frozen=True):
    """Whether at least one item fulfils the condition."""

    condition: "Condition"


class EveryItem(Node, frozen=True):
    """Whether every item fulfils the condition."""

    condition: "Condition"


Amount: TypeAlias = Literal | Reading | Arithmetic | Negative | Call | Count | Sum
Condition: TypeAlias = (
    Comparison
    | Within
    | StartsWith
    | Contains
    | Overlaps
    | Missing
    | Affirmed
    | Not
    | All
    | Any
    | SomeItem
    | EveryItem
)
Quantified: TypeAlias = Count | Sum | SomeItem | EveryItem


class Expression(Node, frozen=True):
    """A checked expression: its text, its tree, and whether it is asked of each item."""

    text: str
    condition: Condition
    of_item: bool
