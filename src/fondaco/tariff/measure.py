"""A measure: one rate of one charge on the goods of one code from the countries of one area."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

import msgspec

from fondaco.legal.citation import Citation
from fondaco.legal.wording import Wording
from fondaco.tariff.duty_expression import Expression


class MeasureKind(StrEnum):
    """By what kind of law a charge falls due."""

    DUTY = "duty"
    """The duty on goods of any origin."""
    PREFERENCE = "preference"
    """The lower duty that an agreement gives its partners."""
    REMEDY = "trade remedy"
    """A duty on top, against dumped or subsidised goods of some origins."""
    EXCISE = "excise"
    """A duty on goods of a kind, wherever they are made."""
    VAT = "value added tax"
    """The tax on consumption."""


class Measure(msgspec.Struct, frozen=True, omit_defaults=True):
    """One rate in force. ``expression`` is None where the goods are exempt.

    ``documents`` are those of which one must be shown for the measure to apply.
    """

    identifier: str
    kind: MeasureKind
    charge: str
    code: str
    area: str
    expression: Expression | None
    name: Wording
    citation: Citation
    since: date
    preference: str | None = None
    documents: tuple[str, ...] = ()


class Agreement(msgspec.Struct, frozen=True):
    """An agreement that gives preferences: the code by which it is claimed, whom it is with,
    and the documents of which one proves the origin."""

    identifier: str
    preference: str
    area: str
    documents: tuple[str, ...]
    name: Wording
    citation: Citation


class FeeUnit(StrEnum):
    """What a fee is due for."""

    DECLARATION = "declaration"
    ITEM = "item"


class Fee(msgspec.Struct, frozen=True):
    """A fixed amount for a service of customs, never above its cost (GATT VIII, TFA 6.1)."""

    identifier: str
    charge: str
    code: str
    unit: FeeUnit
    amount: Decimal
    cost_basis: Wording
    citation: Citation


class Requirement(msgspec.Struct, frozen=True):
    """A document without which goods of a code from an area may not be cleared.

    Any one of ``documents`` will do.
    """

    identifier: str
    code: str
    area: str
    documents: tuple[str, ...]
    name: Wording
    citation: Citation
