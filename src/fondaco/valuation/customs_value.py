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
from fondaco.valuation.law import Effect, Method, ValuationLaw
from fondaco.valuation.obstacle import Obstacle
from fondaco.valuation.statement import DECLARED_VALUE, PRICE, ItemValue, Step

_ZERO = Decimal(0)
_LARGEST = Decimal(10) ** 15
_FINEST = Decimal("0.000001")

NO_TERM = "none"
"""The code under which law may say what holds where no term of delivery is declared."""

Share = tuple[Effect, Money, Decimal]
"""What a charge does, how much of it falls on one item, and at which rate it is converted."""


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


def customs_values(
    items: Sequence[PricedItem],
    *,
    charges: Sequence[DeclaredCharge],
    freight: Money | None,
    term: str | None,
    law: ValuationLaw,
) -> tuple[tuple[ItemValue, ...], tuple[Obstacle, ...]]:
    """Each item's customs value in the law's currency, and everything that stands in the way.

    ``charges`` and ``freight`` are those of the whole consignment; ``term`` is the code of the
    term of delivery; without one, a price is valued only where the law has a term ``none``.
    Where there are obstacles there are no values.
    """
    valuing = _Valuing(items, term or NO_TERM, law)
    if valuing.term not in law.effects and any(map(valuing.rests_on_price, items)):
        valuing.refuse("CV06", "shipment.trade_terms.condition", term or "")
        return (), tuple(valuing.obstacles)
    common = [(charge.kind, charge.amount) for charge in charges]
    if freight is not None:
        common.append((law.principles.header_freight, freight))
    if law.required.get(valuing.term):
        valuing.require(common)
    shares = valuing.share(common)
    values = [valuing.value(item, place, shares) for place, item in enumerate(items)]
    if valuing.obstacles:
        return (), tuple(valuing.obstacles)
    return tuple(values), ()


class _Valuing:
    """One consignment being valued, and what stands in the way so far."""

    __slots__ = ("items", "term", "law", "effects", "obstacles")

    def __init__(self, items: Sequence[PricedItem], term: str, law: ValuationLaw) -> None:
        self.items, self.term, self.law = items, term, law
        self.effects = law.effects.get(term, {})
        self.obstacles: list[Obstacle] = []

    def rests_on_price(self, item: PricedItem) -> bool:
        """Whether the item's value starts from a price, which a term of delivery explains."""
        method = self.law.methods.get(item.valuation_method or "")
        return method is None or method.by_price

    def value(self, item: PricedItem, place: int, shares: list[list[Share]] | None) -> ItemValue:
        """One item's value; where an obstacle arose it is not to be used."""
        number = item.number if item.number is not None else place + 1
        method = self.law.methods.get(item.valuation_method or "")
        if method is None:
            path = _path(place, "valuation_method")
            self.refuse("CV03", path, item.valuation_method or "")
            return _no_value(number)
        money = item.invoice_amount if method.by_price else item.customs_value
        if money is None:
            return self._without_price(place, number, method)
        rate = self._rate(money)
        if rate is None:
            path = _path(place, "invoice_amount" if method.by_price else "customs_value")
            self._refuse_money(money, path)
            return _no_value(number)
        kind = PRICE if method.by_price else DECLARED_VALUE
        first = Step(kind, money, rate, money.amount * rate, method.citation)
        if not method.by_price or not (item.charges or shares):
            rounded = first.amount.quantize(self.law.quantum, self.law.mode)
            return ItemValue(number, method.code, (first,), rounded)
        concerned = self._own(item, place) if item.charges else []
        if shares:
            concerned += shares[place]
        return self._with_charges(first, concerned, number, place, method.code)

    def require(self, common: Sequence[tuple[str, Money]]) -> None:
        """Note each part of the carriage that law wants in the value and nobody declared."""
        for part, kinds in self.law.required[self.term].items():
            if any(kind in kinds for kind, _ in common):
                continue
            if not all(self._declares(item, kinds) for item in self.items):
                wanted = {"term": self.term, "kind": min(kinds), "part": part.value}
                citation = self.law.principles.basis_citation
                self.obstacles.append(Obstacle("CV05", "shipment.charges", citation, "", wanted))

    def share(self, common: Sequence[tuple[str, Money]]) -> list[list[Share]] | None:
        """Each item's share of the consignment's charges; None where there are no such charges."""
        if not common or not any(map(self.rests_on_price, self.items)):
            return None
        shares: list[list[Share]] = [[] for _ in self.items]
        for place, (kind, money) in enumerate(common):
            effect, rate = self.effects.get(kind), self._rate(money)
            weights = self._weights(effect) if effect is not None else None
            if effect is None or rate is None or not _is_plain(money.amount):
                self._refuse_common(place, kind, money, known=effect is not None)
            elif weights is not None:
                currency = money.currency
                for held, amount in zip(shares, apportion(money.amount, weights), strict=True):
                    held.append((effect, Money(amount, currency), rate))
        return shares

    def refuse(self, rule: str, path: str, found: str) -> None:
        """Keep an obstacle that rests on the law of the basis of value."""
        self.obstacles.append(Obstacle(rule, path, self.law.principles.basis_citation, found))

    def _with_charges(
        self, first: Step, charges: Sequence[Share], number: int, place: int, method: str
    ) -> ItemValue:
        steps, value = [first], first.amount
        incidental: list[Step] = []
        for effect, money, rate in charges:
            amount = money.amount * rate
            if effect.concerns_value:
                change = amount if effect.sign > 0 else -amount if effect.sign else _ZERO
                steps.append(Step(effect.kind, money, rate, change, effect.citation))
                value += change
            if effect.is_incidental:
                incidental.append(Step(effect.kind, money, rate, amount, effect.citation))
        if value < 0:
            self.refuse("CV08", _path(place, "invoice_amount"), str(value))
        quantum, mode = self.law.quantum, self.law.mode
        value = value.quantize(quantum, mode)
        if not incidental:
            return ItemValue(number, method, tuple(steps), value)
        extra = sum([step.amount for step in incidental], _ZERO).quantize(quantum, mode)
        return ItemValue(number, method, tuple(steps), value, tuple(incidental), extra)

    def _own(self, item: PricedItem, place: int) -> list[Share]:
        """The item's own charges with what each does."""
        found: list[Share] = []
        for at, charge in enumerate(item.charges):
            effect, rate = self.effects.get(charge.kind), self._rate(charge.amount)
            if effect is None:
                self.refuse("CV04", _path(place, f"charges[{at}].kind"), charge.kind)
            elif rate is None:
                self._refuse_money(charge.amount, _path(place, f"charges[{at}].amount"))
            else:
                found.append((effect, charge.amount, rate))
        return found

    def _rate(self, money: Money) -> Decimal | None:
        """The customs rate for an amount; None where law has none, or it is no amount."""
        found = self.law.rates.get(money.currency)
        return found.rate if found is not None and _is_amount(money.amount) else None

    def _weights(self, effect: Effect) -> list[Decimal] | None:
        """By what a charge is shared, item by item; None where that is missing.

        A price that is missing is an obstacle already, where its item is valued.
        """
        found: list[Decimal] = []
        for place, item in enumerate(self.items):
            weight = item.gross_mass if effect.by_mass else self._price(item)
            if weight is None or not _is_amount(weight):
                if effect.by_mass:
                    self._refuse_weight(_path(place, "gross_mass"), weight)
                return None
            found.append(weight)
        if not any(found):
            self._refuse_weight("shipment.items", _ZERO)
            return None
        return found

    def _price(self, item: PricedItem) -> Decimal | None:
        """The item's price in the law's currency, or the value declared in its stead."""
        money = item.invoice_amount if item.invoice_amount is not None else item.customs_value
        rate = self._rate(money) if money is not None else None
        return money.amount * rate if money is not None and rate is not None else None

    def _declares(self, item: PricedItem, kinds: frozenset[str]) -> bool:
        if not self.rests_on_price(item):
            return True
        return any(charge.kind in kinds for charge in item.charges)

    def _without_price(self, place: int, number: int, method: Method) -> ItemValue:
        rule, name = ("CV01", "invoice_amount") if method.by_price else ("CV10", "customs_value")
        self.obstacles.append(Obstacle(rule, _path(place, name), method.citation, ""))
        return _no_value(number)

    def _refuse_common(self, place: int, kind: str, money: Money, *, known: bool) -> None:
        """Keep the obstacle of a charge on the consignment; freight comes after all others."""
        path = f"shipment.charges[{place}]"
        if not known:
            self.refuse("CV04", f"{path}.kind", kind)
        else:
            self._refuse_money(money, f"{path}.amount")

    def _refuse_money(self, money: Money, path: str) -> None:
        if money.currency not in self.law.rates:
            citation = self.law.principles.exchange_citation
            self.obstacles.append(Obstacle("CV02", path, citation, money.currency))
        else:
            self.refuse("CV07", path, str(money.amount))

    def _refuse_weight(self, path: str, found: Decimal | None) -> None:
        citation = self.law.principles.apportionment_citation
        said = "" if found is None else str(found)
        self.obstacles.append(Obstacle("CV09", path, citation, said))


def _no_value(number: int) -> ItemValue:
    return ItemValue(number, "", (), _ZERO)


def _path(place: int, name: str) -> str:
    return f"shipment.items[{place}].{name}"


def _is_amount(number: Decimal) -> bool:
    """Whether it is an amount that a declaration may bear: none below zero, none beyond count."""
    return number.is_finite() and _ZERO <= number < _LARGEST


def _is_plain(number: Decimal) -> bool:
    """Whether it has no more decimals than can be shared out."""
    return number == number.quantize(_FINEST)
