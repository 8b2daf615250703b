"""Where a path of the document is typed: the step, and the field on it."""

from __future__ import annotations

import re
from typing import NamedTuple


class Place(NamedTuple):
    """A step, and the field on it; the row of the goods where there are rows."""

    step: str
    field: str

    @property
    def anchor(self) -> str:
        """What an address must end with to lead to the field."""
        return f"#id_{self.field}"


_FIELDS = {
    "kind": ("who", "kind"),
    "local_reference": ("who", "reference"),
    "office": ("who", "office"),
    "declarant": ("who", "acting"),
    "representative": ("who", "acting"),
    "shipment.importer": ("who", "importer"),
    "exporter.name": ("sale", "seller"),
    "exporter.address.line": ("sale", "line"),
    "exporter.address.city": ("sale", "city"),
    "exporter.address.postcode": ("sale", "postcode"),
    "exporter.address.country": ("sale", "country"),
    "exporter": ("sale", "seller"),
    "shipment.seller": ("sale", "seller"),
    "shipment.trade_terms.condition": ("sale", "term"),
    "shipment.trade_terms.location": ("sale", "place"),
    "shipment.trade_terms": ("sale", "term"),
    "shipment.transaction_nature": ("sale", "nature"),
    "shipment.dispatch_country": ("sale", "dispatch"),
    "shipment.charges": ("sale", "freight"),
    "invoice_amount": ("sale", "currency"),
    "border_transport.mode": ("transport", "mode"),
    "border_transport.identifier_kind": ("transport", "vehicle_kind"),
    "border_transport.nationality": ("transport", "nationality"),
    "border_transport": ("transport", "vehicle"),
    "shipment.arrival_transport": ("transport", "vehicle"),
    "shipment.previous_documents": ("transport", "carried_by"),
    "shipment.goods_location": ("transport", "location"),
    "shipment.equipment": ("transport", "containers"),
    "shipment.containerised": ("transport", "containers"),
    "authorisation_holders": ("papers", "payment"),
    "item_count": ("goods", "rows-0-code"),
    "package_count": ("goods", "rows-0-packages"),
    "shipment.items": ("goods", "rows-0-code"),
}
_OF_ITEM = {
    "commodity_code": "code",
    "description": "description",
    "origin": "origin",
    "preferential_origin": "preference",
    "gross_mass": "gross",
    "net_mass": "net",
    "supplementary_quantity": "quantity",
    "invoice_amount": "price",
    "packages": "packages",
    "taxes": "preference",
}
_ITEM = re.compile(r"shipment\.items\[(\d+)\]\.?(.*)")


def place_of(path: str) -> Place | None:
    """The field where a path is typed; None for what no field of the form asks."""
    if found := _ITEM.fullmatch(path):
        return _of_item(int(found[1]), re.sub(r"\[\d*\]", "", found[2]))
    plain = re.sub(r"\[\d*\]", "", path)
    while plain:
        if plain in _FIELDS:
            return Place(*_FIELDS[plain])
        plain = plain.rpartition(".")[0]
    return None


def _of_item(row: int, rest: str) -> Place:
    if rest.startswith("packages") and ("kind" in rest or "marks" in rest):
        field = "package_kind" if "kind" in rest else "marks"
        return Place("goods", f"rows-{row}-{field}")
    name = rest.partition(".")[0]
    if name == "documents":
        return Place("papers", "rows-0-kind")
    if name == "taxes" and "payment_method" in rest:
        return Place("papers", "payment")
    return Place("goods", f"rows-{row}-{_OF_ITEM.get(name, 'code')}")
