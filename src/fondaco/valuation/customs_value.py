"""The customs value of every item of a consignment (WTO valuation agreement, articles 1 and 8).

The price of each item is converted at the customs rate; what the law adds or takes off is
added or taken off, the item's own charges and its share of the consignment's. What is missing
gives an obstacle, never a zero.
"""

from collections.abc import Sequence
from decimal import Decimal

from fondaco.units.money import Money
from fondaco.valuation.declared import DeclaredCharge, PricedItem, is_amount, path
from fondaco.valuation.law import ValuationLaw
from fondaco.valuation.obstacle import Obstacle
from fondaco.valuation.sharing import Common, Share, refused_kind, refused_money, shares
from fondaco.valuation.statement import DECLARED_VALUE, PRICE, ItemValue, Step

_ZERO = Decimal(0)

NO_TERM = "none"
"""The code under which law may say what holds where no term of delivery is declared."""


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
    starts = [valuing.start(item, place) for place, item in enumerate(items)]
    held: Sequence[Sequence[Share]] = ()
    if valuing.rests_on_price:
        if valuing.term not in law.effects:
            valuing.refuse("CV06", "shipment.trade_terms.condition", term or "")
            return (), tuple(valuing.obstacles)
        common = _common(charges, freight, law)
        valuing.require(common)
        if common:
            held = shares(items, starts, common, valuing.term, law, valuing.obstacles)
    values = tuple(
        [
            valuing.value(item, place, start, held[place] if held else ())
            for place, (item, start) in enumerate(zip(items, starts, strict=True))
            if start is not None
        ]
    )
    return ((), tuple(valuing.obstacles)) if valuing.obstacles else (values, ())


def _common(
    charges: Sequence[DeclaredCharge], freight: Money | None, law: ValuationLaw
) -> list[Common]:
    """The charges on the whole consignment; freight is one of the kind that law says."""
    found = [Common(charge.kind, charge.amount, place) for place, charge in enumerate(charges)]
    if freight is not None:
        found.append(Common(law.principles.header_freight, freight, None))
    return found


class _Valuing:
    """One consignment being valued, and what stands in the way so far."""

    __slots__ = ("items", "term", "law", "obstacles", "rests_on_price")

    def __init__(self, items: Sequence[PricedItem], term: str, law: ValuationLaw) -> None:
        self.items, self.term, self.law = items, term, law
        self.obstacles: list[Obstacle] = []
        self.rests_on_price = False

    def start(self, item: PricedItem, place: int) -> Step | None:
        """The price or declared value in the law's currency; None where there is none."""
        method = self.law.methods.get(item.valuation_method or "")
        if method is None:
            self.refuse("CV03", path(place, "valuation_method"), item.valuation_method or "")
            return None
        if method.by_price:
            self.rests_on_price = True
            money, kind, rule, name = item.invoice_amount, PRICE, "CV01", "invoice_amount"
        else:
            money, kind, rule, name = item.customs_value, DECLARED_VALUE, "CV10", "customs_value"
        if money is None:
            self.obstacles.append(Obstacle(rule, path(place, name), method.citation, ""))
            return None
        rate = self.law.rates.get(money.currency)
        if rate is None or not is_amount(money.amount):
            self.obstacles.append(refused_money(money, path(place, name), self.law))
            return None
        return Step(kind, money, rate.rate, money.amount * rate.rate, method.citation)

    def require(self, common: Sequence[Common]) -> None:
        """Note each part of the carriage that law wants in the value and nobody declared."""
        for part, kinds in self.law.required[self.term].items():
            if any(charge.kind in kinds for charge in common):
                continue
            if not all(self._declares(item, kinds) for item in self.items):
                wanted = {"term": self.term, "kind": min(kinds), "part": part.value}
                citation = self.law.principles.basis_citation
                self.obstacles.append(Obstacle("CV05", "shipment.charges", citation, "", wanted))

    def value(self, item: PricedItem, place: int, start: Step, held: Sequence[Share]) -> ItemValue:
        """One item's value; where an obstacle arose it is not to be used."""
        number = item.number if item.number is not None else place + 1
        law, method = self.law, item.valuation_method or ""
        if start.kind == DECLARED_VALUE or not (item.charges or held):
            rounded = start.amount.quantize(law.quantum, law.mode)
            return ItemValue(number, method, (start,), rounded)
        steps, incidental, value = [start], [], start.amount
        own = self._own(item, place) if item.charges else ()
        for effect, money, rate in (*own, *held):
            amount = money.amount * rate
            if effect.concerns_value:
                change = amount if effect.sign > 0 else -amount if effect.sign else _ZERO
                steps.append(Step(effect.kind, money, rate, change, effect.citation))
                value += change
            if effect.is_incidental:
                incidental.append(Step(effect.kind, money, rate, amount, effect.citation))
        if value < 0:
            self.refuse("CV08", path(place, "invoice_amount"), str(value))
        value = value.quantize(law.quantum, law.mode)
        if not incidental:
            return ItemValue(number, method, tuple(steps), value)
        extra = sum([step.amount for step in incidental], _ZERO).quantize(law.quantum, law.mode)
        return ItemValue(number, method, tuple(steps), value, tuple(incidental), extra)

    def refuse(self, rule: str, place: str, found: str) -> None:
        """Keep an obstacle that rests on the law of the basis of value."""
        self.obstacles.append(Obstacle(rule, place, self.law.principles.basis_citation, found))

    def _own(self, item: PricedItem, place: int) -> list[Share]:
        """The item's own charges with what each does."""
        effects, found = self.law.effects[self.term], []
        for at, charge in enumerate(item.charges):
            money = charge.amount
            effect, rate = effects.get(charge.kind), self.law.rates.get(money.currency)
            if effect is None:
                here = path(place, f"charges[{at}].kind")
                self.obstacles.append(refused_kind(charge.kind, here, self.law))
            elif rate is None or not is_amount(money.amount):
                here = path(place, f"charges[{at}].amount")
                self.obstacles.append(refused_money(money, here, self.law))
            else:
                found.append((effect, money, rate.rate))
        return found

    def _declares(self, item: PricedItem, kinds: frozenset[str]) -> bool:
        method = self.law.methods.get(item.valuation_method or "")
        if method is not None and not method.by_price:
            return True
        return any(charge.kind in kinds for charge in item.charges)
