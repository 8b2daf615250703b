"""The charges on a whole consignment, shared over its items."""

from collections.abc import Sequence
from decimal import Decimal

import msgspec

from fondaco.units.money import Money
from fondaco.valuation.apportionment import Weights
from fondaco.valuation.declared import PricedItem, is_amount, is_plain, path
from fondaco.valuation.law import Effect, ValuationLaw
from fondaco.valuation.obstacle import Obstacle
from fondaco.valuation.statement import Step

Share = tuple[Effect, Money, Decimal]
"""What a charge does, how much of it falls on one item, and at which rate it is converted."""


class Common(msgspec.Struct, frozen=True, gc=False):
    """A charge on the whole consignment: its place among them, None for the freight."""

    kind: str
    amount: Money
    at: int | None

    @property
    def place(self) -> str:
        """Where it is declared, as the JSON form has it."""
        return "shipment.freight" if self.at is None else f"shipment.charges[{self.at}]"


def shares(
    items: Sequence[PricedItem],
    starts: Sequence[Step | None],
    common: Sequence[Common],
    term: str,
    law: ValuationLaw,
    obstacles: list[Obstacle],
) -> list[list[Share]]:
    """Each item's share of each charge; what stands in the way is added to the obstacles.

    ``starts`` are the items' prices in the law's currency, which weigh what is shared by value.
    """
    found: list[list[Share]] = [[] for _ in items]
    effects = law.effects.get(term, {})
    weights: dict[bool, Weights | None] = {}
    for each in common:
        money = each.amount
        effect, rate = effects.get(each.kind), law.rates.get(money.currency)
        if effect is None:
            obstacles.append(refused_kind(each.kind, f"{each.place}.kind", law))
            continue
        if rate is None or not is_amount(money.amount) or not is_plain(money.amount):
            obstacles.append(refused_money(money, f"{each.place}.amount", law))
            continue
        by = weights.get(effect.by_mass) or _weights(items, starts, effect, law, obstacles)
        weights[effect.by_mass] = by
        if by is not None:
            factor, currency = rate.rate, money.currency
            for held, amount in zip(found, by.shares(money.amount), strict=True):
                held.append((effect, Money(amount, currency), factor))
    return found


def refused_kind(kind: str, place: str, law: ValuationLaw) -> Obstacle:
    """A charge of a kind that the law has not."""
    return Obstacle("CV04", place, law.principles.basis_citation, kind)


def refused_money(money: Money, place: str, law: ValuationLaw) -> Obstacle:
    """Money that cannot be reckoned with, for its currency or for its amount."""
    if money.currency not in law.rates:
        return Obstacle("CV02", place, law.principles.exchange_citation, money.currency)
    return Obstacle("CV07", place, law.principles.basis_citation, str(money.amount))


def _weights(
    items: Sequence[PricedItem],
    starts: Sequence[Step | None],
    effect: Effect,
    law: ValuationLaw,
    obstacles: list[Obstacle],
) -> Weights | None:
    """By what a charge is shared, item by item; None where that is missing."""
    citation = law.principles.apportionment_citation
    if not effect.by_mass:
        found = [start.amount for start in starts if start is not None]
        if len(found) < len(items):
            return None  # a price that is missing is an obstacle already
    else:
        found = []
        for place, item in enumerate(items):
            mass = item.gross_mass
            if mass is None or not is_amount(mass):
                said = "" if mass is None else str(mass)
                obstacles.append(Obstacle("CV09", path(place, "gross_mass"), citation, said))
                return None
            found.append(mass)
    if not any(found):
        obstacles.append(Obstacle("CV09", "shipment.items", citation, "0"))
        return None
    return Weights(found)
