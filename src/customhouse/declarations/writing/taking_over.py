"""From a document to what would have been typed: for a file, an earlier one, a correction."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from fondaco.declaration.document import Charge, Document, GoodsItem, Shipment

Typed = dict[str, Any]


def typed_of(document: Document) -> Typed:
    """Every field as it would stand had the document been typed."""
    shipment = document.shipment or Shipment()
    return {
        "who": _who(document),
        "sale": _sale(document, shipment),
        "transport": _transport(document, shipment),
        "goods": {"rows": [_row(item) for item in shipment.items]},
        "papers": _papers(shipment.items),
    }


def _who(document: Document) -> Typed:
    representative = document.representative
    return {
        "kind": document.kind or "",
        "reference": document.local_reference or "",
        "office": document.office or "",
        "importer": document.importer or "",
        "acting": (representative.status or "") if representative else "",
    }


def _sale(document: Document, shipment: Shipment) -> Typed:
    seller = shipment.seller or document.exporter
    address = seller.address if seller else None
    terms = shipment.trade_terms
    return {
        "seller": (seller.name if seller else None) or "",
        "line": (address.line if address else None) or "",
        "city": (address.city if address else None) or "",
        "postcode": (address.postcode if address else None) or "",
        "country": (address.country if address else None) or "",
        "term": (terms.condition if terms else None) or "",
        "place": (terms.location if terms else None) or "",
        "nature": shipment.transaction_nature or "",
        "dispatch": shipment.dispatch_country or "",
        "currency": _currency(document),
        "freight": _charge(shipment.charges, "AK"),
        "insurance": _charge(shipment.charges, "AM"),
        "invoice": _invoice(shipment.items),
    }


def _transport(document: Document, shipment: Shipment) -> Typed:
    means = document.border_transport
    before = shipment.previous_documents[0] if shipment.previous_documents else None
    place = shipment.goods_location
    return {
        "mode": (means.mode if means else None) or "",
        "vehicle_kind": (means.identifier_kind if means else None) or "",
        "vehicle": (means.identifier if means else None) or "",
        "nationality": (means.nationality if means else None) or "",
        "carried_kind": _listed(before.kind) if before else "",
        "carried_by": (before.identifier if before else None) or "",
        "location": (place.identifier if place else None) or "",
        "containers": "\n".join(
            " ".join([box.identifier or "", *(seal.identifier or "" for seal in box.seals)])
            for box in shipment.equipment
        ),
    }


def _row(item: GoodsItem) -> dict[str, str]:
    package = item.packages[0] if item.packages else None
    quantity, price = item.supplementary_quantity, item.invoice_amount
    return {
        "code": item.commodity_code or "",
        "description": item.description or "",
        "origin": item.origin or "",
        "gross": _written(item.gross_mass),
        "net": _written(item.net_mass),
        "quantity": _written(quantity.value if quantity else None),
        "price": _written(price.amount if price else None),
        "packages": _written(package.quantity if package else None),
        "package_kind": (package.kind if package else None) or "",
        "marks": (package.marks if package else None) or "",
        "preference": item.preference or "100",
    }


def _papers(items: Sequence[GoodsItem]) -> Typed:
    methods = [tax.payment_method for item in items for tax in item.taxes if tax.payment_method]
    rows = [
        {"item": str(place), "kind": each.code, "number": each.identifier or ""}
        for place, item in enumerate(items, 1)
        for each in item.documents
        if each.code != "N935"
    ]
    return {"payment": methods[0] if methods else "", "rows": rows}


def _currency(document: Document) -> str:
    prices = [item.invoice_amount for item in document.items if item.invoice_amount]
    total = document.invoice_amount
    return prices[0].currency if prices else (total.currency if total else "")


def _charge(charges: Sequence[Charge], kind: str) -> str:
    return next((_written(each.amount.amount) for each in charges if each.kind == kind), "")


def _invoice(items: Sequence[GoodsItem]) -> str:
    named = (each for item in items for each in item.documents if each.code == "N935")
    return next((each.identifier or "" for each in named), "")


def _listed(kind: str | None) -> str:
    return f"N{kind}" if kind and len(kind) == 3 else kind or ""


def _written(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}"
