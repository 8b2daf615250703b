"""From document, bill and facts to the values that officers' rules are worked out on."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal, localcontext

from fondaco.assessment.statement import Assessment
from fondaco.declaration.document import (
    DeclaredTax,
    Document,
    GoodsItem,
    Packaging,
    Party,
    Shipment,
    SupportingDocument,
    TransportMeans,
)
from fondaco.risk.expression.environment import Environment, Row
from fondaco.risk.expression.functions import quotient
from fondaco.risk.expression.types import EXACT
from fondaco.risk.features import Features

BEYOND_MEASURE = 20
"""A quantity with more digits before its point is no quantity: it counts as missing."""

_ZERO = Decimal(0)
_NOBODY = Party()
_NOTHING = Shipment()
_NO_MEANS = TransportMeans()
_YES_OR_NO = {"1": True, "0": False}
"""The code of the WCO's container indicator (element 7/2)."""


def environment(
    document: Document,
    *,
    features: Features,
    assessment: Assessment | None,
    on: date,
    lists: Mapping[str, Sequence[str]] | None = None,
) -> Environment:
    """The values of every element of `elements`, in its order; what nobody stated is missing.

    Without an assessment all customs values and charges are missing. ``lists`` are
    the living lists by name.
    """
    with localcontext(EXACT):
        bill = _Bill(assessment)
        shipment = document.shipment or _NOTHING
        items = tuple(
            [
                _item(item, shipment=shipment, number=number, bill=bill)
                for number, item in enumerate(shipment.items, 1)
            ]
        )
        header = _header(document, shipment=shipment, features=features, bill=bill, on=on)
        return Environment(header, items, lists or {})


class _Bill:
    """The amounts of the assessment by item."""

    def __init__(self, assessment: Assessment | None) -> None:
        self.values: dict[int, Decimal] = {}
        self.charges: dict[int, Decimal] = {}
        self.total_value: Decimal | None = None
        self.total_charges: Decimal | None = None
        if assessment is None:
            return
        values = self.values = {each.item: each.customs_value for each in assessment.values}
        charges = self.charges = dict.fromkeys(values, _ZERO)
        for line in assessment.lines:
            item = line.item
            charges[item] = charges.get(item, _ZERO) + line.amount
        self.total_value = sum(values.values(), _ZERO)
        self.total_charges = assessment.total


def _header(
    document: Document, *, shipment: Shipment, features: Features, bill: _Bill, on: date
) -> Row:
    declarant = document.declarant or _NOBODY
    representative = document.representative
    importer = shipment.importer or _NOBODY
    exporter = document.exporter or shipment.consignor or _NOBODY
    seller = shipment.seller or _NOBODY
    means = document.border_transport or shipment.arrival_transport or _NO_MEANS
    carriage = document.carriage
    carrier = (carriage.carrier if carriage else None) or _NOBODY
    invoice = document.invoice_amount
    return (
        document.kind,
        document.office,
        declarant.identifier,
        declarant.name,
        representative.identifier if representative else None,
        representative.status if representative else None,
        importer.identifier,
        importer.name,
        _country(importer),
        exporter.identifier,
        exporter.name,
        _country(exporter),
        seller.identifier,
        seller.name,
        _country(seller),
        carrier.identifier,
        means.mode,
        means.nationality,
        means.identifier,
        shipment.dispatch_country,
        shipment.destination_country,
        tuple([each.country for each in carriage.itinerary if each.country]) if carriage else (),
        shipment.trade_terms.condition if shipment.trade_terms else None,
        _YES_OR_NO.get(shipment.containerised) if shipment.containerised else None,
        len(shipment.equipment),
        len(shipment.items),
        _quantity(document.package_count),
        _total_mass(document, shipment),
        bill.total_value,
        bill.total_charges,
        _quantity(invoice.amount) if invoice else None,
        invoice.currency if invoice else None,
        _kinds(document.documents),
        tuple([held.category for held in document.authorisation_holders if held.category]),
        on,
        features.lodged_on,
        features.arrived_on,
        features.arrived_on is not None,
        features.importer_declarations_90_days,
        features.importer_irregularities_365_days,
        features.importer_value_90_days,
        features.importer_known_days,
        features.importer_registered_days,
        features.importer_authorisations,
    )


def _item(item: GoodsItem, *, shipment: Shipment, number: int, bill: _Bill) -> Row:
    number = item.number or number
    net_mass = _quantity(item.net_mass)
    supplementary = item.supplementary_quantity
    quantity = _quantity(supplementary.value) if supplementary else None
    price = item.invoice_amount
    value = bill.values.get(number)
    return (
        number,
        item.commodity_code,
        tuple([each.code for each in item.additional_codes]) if item.additional_codes else (),
        item.description,
        item.procedure,
        item.additional_procedures,
        item.origin,
        item.preferential_origin,
        item.dispatch_country or shipment.dispatch_country,
        _quantity(item.gross_mass),
        net_mass,
        quantity,
        supplementary.unit if supplementary else None,
        _quantity(price.amount) if price else None,
        price.currency if price else None,
        item.valuation_method,
        value,
        bill.charges.get(number),
        _shared(value, net_mass),
        _shared(value, quantity),
        *_claimed(item.taxes),
        _packages(item.packages),
        tuple([each.kind for each in item.packages if each.kind]) if item.packages else (),
        _kinds(item.documents),
        tuple([each.code for each in item.statements if each.code]) if item.statements else (),
        item.dangerous_goods,
        item.transaction_nature or shipment.transaction_nature,
    )


def _quantity(value: Decimal | None) -> Decimal | None:
    """The value, or None where it is no number or beyond measure."""
    if value is not None and value.is_finite() and value.adjusted() < BEYOND_MEASURE:
        return value
    return None


def _shared(value: Decimal | None, among: Decimal | None) -> Decimal | None:
    """The value for one kilogram or unit; None where either is missing or there is none."""
    return None if value is None or among is None else quotient(value, among)


def _claimed(taxes: Sequence[DeclaredTax]) -> tuple[str | None, str | None]:
    """The preference and the quota claimed, each stated on one of the item's taxes."""
    preference = quota = None
    for tax in taxes:
        preference = preference or tax.preference
        quota = quota or tax.quota
    return preference, quota


def _packages(packages: Sequence[Packaging]) -> Decimal | None:
    """The packages of the item; missing where no line of packaging counts them."""
    total = None
    for line in packages:
        if line.quantity is not None:
            total = line.quantity if total is None else total + line.quantity
    return _quantity(total)


def _total_mass(document: Document, shipment: Shipment) -> Decimal | None:
    """The gross mass of the declaration: as stated, or else of all the items that state it."""
    if document.gross_mass is not None:
        return _quantity(document.gross_mass)
    stated = [item.gross_mass for item in shipment.items if item.gross_mass is not None]
    return _quantity(sum(stated, Decimal(0))) if stated else None


def _country(party: Party) -> str | None:
    return party.address.country if party.address else None


def _kinds(documents: tuple[SupportingDocument, ...]) -> tuple[str, ...]:
    """The kinds of documents, as the code lists name them: category and kind together."""
    if not documents:
        return ()
    return tuple([f"{each.category or ''}{each.kind}" for each in documents if each.kind])
