"""The customs value of every item of a consignment (WTO valuation agreement, articles 1 and 8).

The price of each item is converted at the customs rate; what the law adds or takes off is
added or taken off, the item's own charges and its share of the consignment's. What is missing
gives an obstacle, never a zero.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Protocol

from fondaco.units.money import Money
from fondaco.valuation.apportionment import apportion
from fondaco.valuation.law import Effect, ExchangeRate, Part, ValuationLaw, ValueSource
from fondaco.valuation.obstacle import Obstacle
from fondaco.valuation.statement import DECLARED_VALUE, PRICE, ItemValue, Step

_ZERO = Decimal(0)
_LARGEST = Decimal(10) ** 15
_FINEST = Decimal("0.000001")


class DeclaredCharge(Protocol):
    """An addition or deduction as declared."""

    @property
    def kind(self) -> str: ...
    @property
    def amount(self) -> Money: ...


class PricedItem(Protocol):
    """What valuation reads of a goods item."""

    @property
    def number(self) -> int | None: ...
    @property
    def invoice_amount(self) -> Money | None: ...
    @property
    def customs_value(self) -> Money | None: ...
    @property
    def valuation_method(self) -> str | None: ...
    @property
    def gross_mass(self) -> Decimal | None: ...
    @property
    def charges(self) -> Sequence[DeclaredCharge]: ...


_Share = tuple[Effect, Money, Decimal]


class _Valuing:
    """One consignment being valued: the law, the term's effects, and what stands in the way."""

    __slots__ = ("law", "effects", "obstacles")

    def __init__(self, law: ValuationLaw, term: str) -> None:
        self.law = law
        self.effects = law.effects[term]
        self.obstacles: list[Obstacle] = []

    def rate(self, money: Money, path: str) -> Decimal:
        """The customs rate of the money's currency; an obstacle where there is none."""
        found: ExchangeRate | None = self.law.rates.get(money.currency)
        if found is not None and _is_amount(money.amount):
            return found.rate
        principles = self.law.principles
        if found is None:
            self.obstacles.append(
                Obstacle("VA02", path, principles.exchange_citation, money.currency)
            )
        else:
            self.obstacles.append(
                Obstacle("VA07", path, principles.basis_citation, str(money.amount))
            )
        return _ZERO

    def effect(self, charge: DeclaredCharge, path: str) -> Effect | None:
        """What the charge's kind does under the term; an obstacle where law has no such kind."""
        found = self.effects.get(charge.kind)
        if found is None:
            self.refuse("VA04", path, charge.kind)
        return found

    def refuse(self, rule: str, path: str, found: str, **values: str) -> None:
        """Keep an obstacle that rests on the law of the basis of value."""
        citation = self.law.principles.basis_citation
        self.obstacles.append(Obstacle(rule, path, citation, found, values))


def customs_values(
    items: Sequence[PricedItem],
    *,
    charges: Sequence[DeclaredCharge],
    freight: Money | None,
    term: str | None,
    law: ValuationLaw,
) -> tuple[ItemValue, ...] | tuple[Obstacle, ...]:
    """Each item's customs value in the law's currency, or everything that stands in the way.

    ``charges`` and ``freight`` are those of the whole consignment; ``term`` is the code of the
    term of delivery.
    """
    if term is None or term not in law.effects:
        basis = law.principles.basis_citation
        return (Obstacle("VA06", "shipment.trade_terms.condition", basis, term or ""),)
    valuing = _Valuing(law, term)
    if law.required[term]:
        _require(items, charges, freight, term, valuing)
    shares = _shares(items, charges, freight, valuing)
    values = tuple([_item_value(item, place, shares, valuing) for place, item in enumerate(items)])
    return tuple(valuing.obstacles) if valuing.obstacles else values


def _item_value(
    item: PricedItem, place: int, shares: list[list[_Share]] | None, valuing: _Valuing
) -> ItemValue:
    """One item's value; where obstacles arose on the way the caller drops it."""
    law, number = valuing.law, item.number if item.number is not None else place + 1
    method = law.methods.get(item.valuation_method or "")
    path = f"shipment.items[{place}]"
    if method is None:
        valuing.refuse("VA03", f"{path}.valuation_method", item.valuation_method or "")
        return ItemValue(number, "", (), _ZERO)
    by_price = method.source is ValueSource.PRICE
    money = item.invoice_amount if by_price else item.customs_value
    if money is None:
        rule, name = ("VA01", "invoice_amount") if by_price else ("VA10", "customs_value")
        valuing.obstacles.append(Obstacle(rule, f"{path}.{name}", method.citation, ""))
        return ItemValue(number, method.code, (), _ZERO)
    rate = valuing.rate(money, path)
    start = money.amount * rate
    kind = PRICE if by_price else DECLARED_VALUE
    first = Step(kind, money, rate, start, method.citation)
    if not by_price or not (item.charges or shares):
        rounded = law.principles.rounding.apply(start)
        return ItemValue(number, method.code, (first,), rounded)
    concerned = [*_own(item, path, valuing), *(shares[place] if shares else ())]
    return _with_charges(number, first, concerned, valuing, path, method.code)


def _with_charges(
    number: int,
    first: Step,
    charges: list[_Share],
    valuing: _Valuing,
    path: str,
    method: str,
) -> ItemValue:
    steps, incidental, value, extra = [first], [], first.amount, _ZERO
    for effect, money, rate in charges:
        amount = money.amount * rate
        change = amount if effect.sign > 0 else -amount if effect.sign else _ZERO
        if effect.part is not Part.FIRST_DESTINATION:
            steps.append(Step(effect.kind, money, rate, change, effect.citation))
            value += change
        if effect.is_incidental:
            incidental.append(Step(effect.kind, money, rate, amount, effect.citation))
            extra += amount
    if value < 0:
        valuing.refuse("VA08", f"{path}.invoice_amount", str(value))
    rounding = valuing.law.principles.rounding
    return ItemValue(
        number,
        method,
        tuple(steps),
        rounding.apply(value),
        tuple(incidental),
        rounding.apply(extra) if incidental else _ZERO,
    )


def _own(item: PricedItem, path: str, valuing: _Valuing) -> list[_Share]:
    """The item's own charges with what each does."""
    found: list[_Share] = []
    for place, charge in enumerate(item.charges):
        effect = valuing.effect(charge, f"{path}.charges[{place}].kind")
        rate = valuing.rate(charge.amount, f"{path}.charges[{place}].amount")
        if effect is not None:
            found.append((effect, charge.amount, rate))
    return found


def _shares(
    items: Sequence[PricedItem],
    charges: Sequence[DeclaredCharge],
    freight: Money | None,
    valuing: _Valuing,
) -> list[list[_Share]] | None:
    """Each item's share of the consignment's charges; None where there are no such charges."""
    common = [
        (charge.kind, charge.amount, f"shipment.charges[{place}]")
        for place, charge in enumerate(charges)
    ]
    if freight is not None:
        common.append((valuing.law.principles.header_freight, freight, "shipment.freight"))
    if not common or not items:
        return None
    shares: list[list[_Share]] = [[] for _ in items]
    for kind, money, path in common:
        effect = valuing.effects.get(kind)
        if effect is None:
            valuing.refuse("VA04", f"{path}.kind", kind)
            continue
        rate = valuing.rate(money, path)
        weights = _weights(items, effect, valuing)
        if weights is None or valuing.obstacles:
            continue
        if money.amount.as_tuple().exponent < _FINEST.as_tuple().exponent:  # type: ignore[operator]
            valuing.refuse("VA07", path, str(money.amount))
            continue
        for share, amount in zip(shares, apportion(money.amount, weights), strict=True):
            share.append((effect, Money(amount, money.currency), rate))
    return shares


def _weights(
    items: Sequence[PricedItem], effect: Effect, valuing: _Valuing
) -> list[Decimal] | None:
    """By what the charge is shared, item by item; None where that is missing.

    A price that is missing is an obstacle already, where its item is valued.
    """
    citation = valuing.law.principles.apportionment_citation
    found: list[Decimal] = []
    for place, item in enumerate(items):
        weight = item.gross_mass if effect.by_mass else _price(item, valuing)
        if weight is None or not _is_amount(weight):
            if effect.by_mass:
                path = f"shipment.items[{place}].gross_mass"
                valuing.obstacles.append(Obstacle("VA09", path, citation, str(weight or "")))
            return None
        found.append(weight)
    if not any(found):
        valuing.obstacles.append(Obstacle("VA09", "shipment.items", citation, "0"))
        return None
    return found


def _price(item: PricedItem, valuing: _Valuing) -> Decimal | None:
    """The item's price in the law's currency, or the value declared in its stead."""
    money = item.invoice_amount if item.invoice_amount is not None else item.customs_value
    if money is None:
        return None
    rate = valuing.law.rates.get(money.currency)
    return None if rate is None else money.amount * rate.rate


def _require(
    items: Sequence[PricedItem],
    charges: Sequence[DeclaredCharge],
    freight: Money | None,
    term: str,
    valuing: _Valuing,
) -> None:
    """Note each part of the carriage that law wants in the value and nobody declared."""
    law = valuing.law
    common = {charge.kind for charge in charges}
    if freight is not None:
        common.add(law.principles.header_freight)
    for part in law.required[term]:
        kinds = {kind.code for kind in law.kinds.values() if kind.part is part}
        if kinds & common or all(_declares(item, kinds, law) for item in items):
            continue
        first = min(kinds)
        valuing.refuse("VA05", "shipment.charges", "", term=term, kind=first, part=part.value)


def _declares(item: PricedItem, kinds: set[str], law: ValuationLaw) -> bool:
    method = law.methods.get(item.valuation_method or "")
    if method is not None and method.source is ValueSource.DECLARED_VALUE:
        return True
    return any(charge.kind in kinds for charge in item.charges)


def _is_amount(number: Decimal) -> bool:
    return number.is_finite() and _ZERO <= number < _LARGEST
