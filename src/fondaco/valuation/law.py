"""The law of customs value on one day: basis, terms of delivery, charges, methods, rates."""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum

import msgspec

from fondaco.legal.citation import Citation
from fondaco.legal.wording import Wording
from fondaco.units.money import Rounding


class Basis(StrEnum):
    """Whether the carriage to the place of importation is in the value (WTO agreement, 8.2)."""

    CIF = "CIF"
    """Freight and insurance up to the place of importation are in it."""
    FOB = "FOB"
    """They are not."""


class Part(StrEnum):
    """What a charge is for, which says whether it belongs in the value."""

    FREIGHT = "freight"
    """Carriage, loading and handling up to the place of importation (WTO agreement, 8.2 a, b)."""
    INSURANCE = "insurance"
    """Insurance up to there (WTO agreement, 8.2 c)."""
    INLAND = "inland"
    """Carriage and insurance after it, up to the first destination (note to article 1)."""
    ADDITION = "addition"
    """Something the buyer bears that belongs in the value (WTO agreement, 8.1)."""
    DEDUCTION = "deduction"
    """Something in the price that does not belong in the value (note to article 1)."""
    FIRST_DESTINATION = "first destination"
    """An expense up to the first destination that only a tax on consumption counts."""


class Sharing(StrEnum):
    """By what a charge on the whole consignment is shared over its items."""

    VALUE = "value"
    GROSS_MASS = "gross mass"


class ChargeKind(msgspec.Struct, frozen=True):
    """A kind of addition or deduction, what it is for, and how it is shared.

    Where ``is_required``, a declaration whose price leaves out what the value must contain has
    to state the charge, if only as zero.
    """

    code: str
    name: Wording
    part: Part
    sharing: Sharing
    is_required: bool
    citation: Citation


class DeliveryTerm(msgspec.Struct, frozen=True):
    """A term of delivery and which parts of the carriage its price already holds."""

    code: str
    name: Wording
    includes: frozenset[Part]
    citation: Citation


class ValueSource(StrEnum):
    """Which declared amount a method of valuation starts from."""

    PRICE = "price"
    """The price paid or payable, with additions and deductions."""
    DECLARED_VALUE = "declared value"
    """The customs value as declared, complete."""


class Method(msgspec.Struct, frozen=True):
    """A method of valuation, the article of the WTO agreement, and what it starts from."""

    code: str
    name: Wording
    article: str
    by_price: bool
    citation: Citation


class ExchangeRate(msgspec.Struct, frozen=True, gc=False):
    """The law's currency for one unit of another, as customs published it."""

    rate: Decimal
    citation: Citation


class Effect(msgspec.Struct, frozen=True, gc=False):
    """What a charge of one kind does under one term: to the value, and to the expenses up to
    the first destination.

    ``sign`` is 1 added, -1 taken off, 0 neither; ``concerns_value`` is False for what no customs
    value ever holds.
    """

    kind: str
    sign: int
    concerns_value: bool
    is_incidental: bool
    by_mass: bool
    citation: Citation


class Principles(msgspec.Struct, frozen=True):
    """The choices a country makes once for all values, each with its citation."""

    basis: Basis
    basis_citation: Citation
    rounding: Rounding
    first_destination: frozenset[Part]
    header_freight: str
    exchange_citation: Citation
    apportionment_citation: Citation


class ValuationLaw:
    """Everything the law says of customs value on one day, with each term's effects worked out."""

    def __init__(
        self,
        *,
        currency: str,
        principles: Principles,
        kinds: Mapping[str, ChargeKind],
        terms: Mapping[str, DeliveryTerm],
        methods: Mapping[str, Method],
        rates: Mapping[str, ExchangeRate],
    ) -> None:
        self.currency = currency
        self.principles = principles
        self.kinds, self.terms, self.methods = kinds, terms, methods
        own = ExchangeRate(Decimal(1), principles.exchange_citation)
        self.rates: Mapping[str, ExchangeRate] = {**rates, currency: own}
        self.effects: Mapping[str, Mapping[str, Effect]] = {
            code: {kind.code: self._effect(kind, term) for kind in kinds.values()}
            for code, term in terms.items()
        }
        self.required: Mapping[str, Mapping[Part, frozenset[str]]] = {
            code: self._required(term) for code, term in terms.items()
        }
        self.quantum, self.mode = principles.rounding.rule

    def _effect(self, kind: ChargeKind, term: DeliveryTerm) -> Effect:
        belongs = kind.part in self._parts_in_value()
        inside = kind.part in term.includes or kind.part is Part.DEDUCTION
        return Effect(
            kind.code,
            int(belongs) - int(inside),
            kind.part is not Part.FIRST_DESTINATION,
            not belongs and kind.part in self._parts_up_to_first_destination(),
            kind.sharing is Sharing.GROSS_MASS,
            kind.citation,
        )

    def _parts_in_value(self) -> frozenset[Part]:
        carriage = {Part.FREIGHT, Part.INSURANCE} if self.principles.basis is Basis.CIF else set()
        return frozenset(carriage | {Part.ADDITION})

    def _parts_up_to_first_destination(self) -> frozenset[Part]:
        return self.principles.first_destination | {Part.FIRST_DESTINATION}

    def _required(self, term: DeliveryTerm) -> dict[Part, frozenset[str]]:
        """The parts of the carriage to be declared under the term, and the kinds that do so."""
        needed = {kind.part for kind in self.kinds.values() if kind.is_required}
        return {
            part: frozenset(kind.code for kind in self.kinds.values() if kind.part is part)
            for part in sorted(needed & self._parts_in_value() - term.includes)
        }
