"""From lines and journey to the declaration: the document that the declarant lodges."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

import msgspec

from customhouse.demonstration.journeys import Journey
from customhouse.demonstration.lines import NO_PREFERENCE, Line, item_total
from customhouse.demonstration.values import Supplier, Trader
from fondaco.declaration.document import (
    AuthorisationHolder,
    Carriage,
    Charge,
    DeclaredTax,
    Document,
    GoodsItem,
    Location,
    Packaging,
    Party,
    PreviousDocument,
    Representative,
    RoutingCountry,
    Shipment,
    SupportingDocument,
    TradeTerms,
)
from fondaco.units.money import Money
from fondaco.units.quantity import Quantity

DEFERRED, TRANSFER, CARD = "E", "H", "B"
_PRESENT, _AHEAD = "IMA", "IMD"
_INDIRECT = "3"


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """All that a declaration says beside its lines."""

    trader: Trader
    supplier: Supplier
    journey: Journey
    currency: str
    reference: str
    invoice: str
    invoiced_on: date
    previous: str
    is_ahead: bool
    payment: str
    holder: str | None


def document(order: Order, lines: Sequence[Line]) -> Document:
    """Return the declaration of these lines."""
    trader, journey = order.trader, order.journey
    indirect = trader.representation == _INDIRECT
    return Document(
        kind=_AHEAD if order.is_ahead else _PRESENT,
        local_reference=order.reference,
        office=journey.office,
        item_count=len(lines),
        package_count=sum((Decimal(line.packages or 0) for line in lines), Decimal(0)),
        gross_mass=sum((line.gross_mass for line in lines), Decimal(0)),
        invoice_amount=Money(item_total(lines), order.currency),
        declarant=Party(identifier=trader.broker if indirect else trader.identifier),
        representative=Representative(identifier=trader.broker, status=trader.representation)
        if trader.broker
        else None,
        exporter=Party(name=order.supplier.name, address=order.supplier.address),
        authorisation_holders=(AuthorisationHolder(identifier=order.holder, category="DPO"),)
        if order.holder
        else (),
        documents=tuple(_header_documents(order)),
        border_transport=journey.border,
        carriage=_carriage(journey),
        shipment=_shipment(order, lines),
    )


def _header_documents(order: Order) -> Iterator[SupportingDocument]:
    category, kind, number = order.journey.waybill
    yield SupportingDocument(category=category, kind=kind, identifier=number)
    yield SupportingDocument(category="N", kind="271", identifier=f"PL-{order.invoice}")
    if order.trader.is_trusted:
        yield SupportingDocument(category="Y", kind="023", identifier=order.trader.identifier)


def _carriage(journey: Journey) -> Carriage:
    carrier = journey.carrier
    return Carriage(
        carrier=Party(identifier=carrier.identifier, name=carrier.name)
        if carrier.identifier
        else None,
        itinerary=tuple(
            RoutingCountry(number=place, country=code)
            for place, code in enumerate(journey.route, 1)
        ),
    )


def _shipment(order: Order, lines: Sequence[Line]) -> Shipment:
    trader, journey = order.trader, order.journey
    return Shipment(
        importer=Party(identifier=trader.identifier, name=trader.name),
        seller=Party(name=order.supplier.name, address=order.supplier.address),
        trade_terms=TradeTerms(condition=journey.term, location_name=journey.named_place),
        transaction_nature="11",
        dispatch_country=order.supplier.address.country,
        destination_country="XF",
        charges=tuple(
            Charge(kind=kind, amount=Money(amount, order.currency))
            for kind, amount in journey.charges.items()
        ),
        previous_documents=(
            PreviousDocument(
                category="X", kind="355" if order.is_ahead else "337", identifier=order.previous
            ),
        ),
        containerised="1" if journey.boxes else "0",
        arrival_transport=journey.arrival,
        goods_location=Location(identifier=journey.location, kind="A", qualifier="Y", country="XF"),
        loading_location=order.supplier.place,
        equipment=journey.boxes,
        items=tuple(_item(order, line, number) for number, line in enumerate(lines, 1)),
    )


def _item(order: Order, line: Line, number: int) -> GoodsItem:
    good = line.good
    return GoodsItem(
        number=number,
        commodity_code=good.code,
        description=line.description,
        procedure="4000",
        additional_procedures=("000",),
        origin=line.origin,
        preferential_origin=line.origin if line.preference != NO_PREFERENCE else None,
        gross_mass=line.gross_mass,
        net_mass=line.net_mass,
        supplementary_quantity=Quantity(line.units, good.unit)
        if line.units is not None and good.unit
        else None,
        invoice_amount=Money(line.amount, order.currency),
        valuation_method="1",
        valuation_indicators="0000",
        taxes=tuple(_taxes(order, line)),
        packages=(_packaging(order, line),),
        documents=(
            SupportingDocument(category="N", kind="935", identifier=order.invoice),
            *(SupportingDocument(category=c, kind=k, identifier=n) for c, k, n in line.documents),
        ),
    )


def _taxes(order: Order, line: Line) -> Iterator[DeclaredTax]:
    pays = order.payment
    yield DeclaredTax(kind="A00", preference=line.preference, payment_method=pays)
    for charge in line.charges:
        base = None
        if charge.base_unit and line.units is not None:
            counted = (line.units * charge.base_per_unit).quantize(Decimal("0.001"))
            base = Quantity(max(counted, Decimal("0.001")), charge.base_unit)
        yield DeclaredTax(kind=charge.code, payment_method=pays, base=base)
    yield DeclaredTax(kind="B00", payment_method=pays)


def _packaging(order: Order, line: Line) -> Packaging:
    if line.packages is None:
        return Packaging(number=1, kind=line.packing)
    return Packaging(
        number=1,
        kind=line.packing,
        quantity=Decimal(line.packages),
        marks=f"{order.invoice}/{line.description[-4:]}",
    )
