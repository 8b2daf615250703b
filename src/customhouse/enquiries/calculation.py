"""A bill for goods that nobody declared yet: the same assessment as that of a declaration."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fondaco.assessment.assess import assess
from fondaco.assessment.statement import Assessment, Unassessable
from fondaco.clearance.rulebook import LawOfTheDay
from fondaco.declaration.document import (
    Charge,
    DeclaredTax,
    Document,
    GoodsItem,
    Shipment,
    SupportingDocument,
    TradeTerms,
)
from fondaco.units.money import Money
from fondaco.units.quantity import Quantity
from fondaco.valuation.law import Part
from fondaco.valuation.obstacle import Obstacle

BY_PRICE = "1"
"""The method of the transaction value (WTO valuation agreement, article 1)."""

_FIELDS = (
    ("commodity_code", "code"),
    ("invoice_amount", "value"),
    ("net_mass", "mass"),
    ("supplementary_quantity", "quantity"),
    ("preferential_origin", "preference"),
    ("trade_terms.condition", "term"),
    ("origin", "origin"),
)
"""Which field of the form an element of the declaration was filled in from."""


def document(given: Mapping[str, Any], day: LawOfTheDay) -> Document:
    """The declaration of one item that these answers amount to, as far as they reach."""
    unit = day.tariff.supplementary_unit(given["code"])
    quantity, claim = given["quantity"], given["preference"] or None
    item = GoodsItem(
        number=1,
        commodity_code=given["code"],
        origin=given["origin"],
        # One item has all of the consignment: its mass only has to be there to be shared by.
        gross_mass=given["mass"],
        net_mass=given["mass"],
        supplementary_quantity=Quantity(quantity, unit or "") if quantity is not None else None,
        invoice_amount=Money(given["value"], given["currency"]),
        valuation_method=BY_PRICE,
        taxes=(DeclaredTax(preference=claim),) if claim else (),
        documents=_proofs(claim, given["origin"], day),
    )
    return Document(
        shipment=Shipment(
            trade_terms=TradeTerms(condition=given["term"]),
            charges=tuple(_charges(given, day)),
            items=(item,),
        )
    )


def reckon(one: Document, day: LawOfTheDay) -> Assessment | Unassessable:
    """The bill, or what stands in its way."""
    return assess(one, day.assessment)


def field_of(obstacle: Obstacle) -> str | None:
    """The field of the form that an obstacle is about; None for the form as a whole."""
    if "charges" in obstacle.path:
        part = obstacle.values.get("part", Part.FREIGHT.value)
        return "insurance" if part == Part.INSURANCE.value else "freight"
    return next((field for ending, field in _FIELDS if obstacle.path.endswith(ending)), None)


def _charges(given: Mapping[str, Any], day: LawOfTheDay) -> list[Charge]:
    kinds = {each.part: each.code for each in reversed(day.valuation.kinds.values())}
    parts = ((Part.FREIGHT, given["freight"]), (Part.INSURANCE, given["insurance"]))
    return [
        Charge(kind=kinds[part], amount=Money(amount, given["currency"]))
        for part, amount in parts
        if amount is not None and part in kinds
    ]


def _proofs(claim: str | None, origin: str, day: LawOfTheDay) -> tuple[SupportingDocument, ...]:
    """The first document by which the agreement lets the origin be proven."""
    names = day.tariff.claimable(origin, claim) if claim else ()
    proofs = (day.tariff.agreements[name].documents for name in names)
    return tuple(
        SupportingDocument(category=each[0][:1], kind=each[0][1:]) for each in proofs if each
    )
