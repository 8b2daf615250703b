"""How the value of every element is worked out of a document, its bill and the facts.

`written_rows` reads these functions too: a row is made by assignments and one tuple.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

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
from fondaco.risk.expression.environment import Row
from fondaco.risk.expression.functions import quotient
from fondaco.risk.features import Features

BEYOND_MEASURE = 20
"""A quantity with more digits before its point is no quantity: it counts as missing."""

_ZERO = Decimal(0)
_NOBODY = Party()
NOTHING = Shipment()
"""The shipment of a document that has none."""

_NO_MEANS = TransportMeans()
_YES_OR_NO = {"1": True, "0": False}
"""The code of the WCO's container indicator (element 7/2)."""


class Bill:
    """The amounts of the assessment by item, each summed when somebody asks for it."""

    __slots__ = ("_assessment", "_values", "_charges")

    def __init__(self, assessment: Assessment | None) -> None:
        self._assessment = assessment
        self._values: dict[int, Decimal] | None = None
        self._charges: dict[int, Decimal] | None = None

    @property
    def values(self) -> dict[int, Decimal]:
        """The customs value of each item, by its number."""
        if self._values is None:
            values = self._assessment.values if self._assessment is not None else ()
            self._values = {each.item: each.customs_value for each in values}
        return self._values

    @property
    def charges(self) -> dict[int, Decimal]:
        """What is charged on each item, by its number; under 0 on the declaration as a whole."""
        if self._charges is None:
            charges = self._charges = dict.fromkeys(self.values, _ZERO)
            for line in self._assessment.lines if self._assessment is not None else ():
                charges[line.item] = charges.get(line.item, _ZERO) + line.amount
        return self._charges

    @property
    def total_value(self) -> Decimal | None:
        """The customs value of all items."""
        return sum(self.values.values(), _ZERO) if self._assessment is not None else None

    @property
    def total_charges(self) -> Decimal | None:
        """All that is charged."""
        return self._assessment.total if self._assessment is not None else None


def header_row(
    document: Document, *, shipment: Shipment, features: Features, bill: Bill, on: date
) -> Row:
    """The values of the elements that stand once; `written_rows` reads how each is worked out."""
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


def item_row(item: GoodsItem, *, shipment: Shipment, number: int, bill: Bill) -> Row:
    """The values of an item's elements; `written_rows` reads how each is worked out."""
    named = item.number or number
    net_mass = _quantity(item.net_mass)
    supplementary = item.supplementary_quantity
    quantity = _quantity(supplementary.value) if supplementary else None
    price = item.invoice_amount
    value = bill.values.get(named)
    return (
        named,
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
        bill.charges.get(named),
        _shared(value, net_mass),
        _shared(value, quantity),
        _preference(item.taxes),
        _quota(item.taxes),
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


def _preference(taxes: Sequence[DeclaredTax]) -> str | None:
    """The preference claimed, stated on one of the item's taxes."""
    preference = None
    for tax in taxes:
        preference = preference or tax.preference
    return preference


def _quota(taxes: Sequence[DeclaredTax]) -> str | None:
    """The quota claimed, stated on one of the item's taxes."""
    quota = None
    for tax in taxes:
        quota = quota or tax.quota
    return quota


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
