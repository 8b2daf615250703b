"""Putting other values at named places of a document: what was found for what was declared."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

import msgspec

from fondaco.declaration.document import Document
from fondaco.units.money import Money

_STEP = re.compile(r"(\w+)(?:\[(\d+)\])?")

Held = dict[str, "Held"] | list["Held"] | str | int | None


def with_values(document: Document, values: Mapping[str, str]) -> Document:
    """The document with each value, as text, at its path; an empty text takes the element away.

    ValueError where a path leads nowhere or a value does not fit its element; it says which.

    >>> from decimal import Decimal
    >>> from fondaco.declaration.document import GoodsItem, Shipment
    >>> declared = Document(shipment=Shipment(items=(GoodsItem(net_mass=Decimal("10")),)))
    >>> with_values(declared, {"shipment.items[0].net_mass": "12.5"}).items[0].net_mass
    Decimal('12.5')
    """
    held: Held = msgspec.json.decode(msgspec.json.encode(document))
    for path, value in values.items():
        _put(held, path, value)
    try:
        return msgspec.convert(held, Document, strict=False)
    except msgspec.ValidationError as unfit:
        raise ValueError(f"found {dict(values)}, which does not fit: {unfit}") from unfit


def with_totals(document: Document) -> Document:
    """The document with its stated totals counted again from its items.

    What is found of one item changes the totals too: the invoice's (where all items
    are in its currency), the gross mass and the packages.

    >>> from decimal import Decimal
    >>> from fondaco.declaration.document import GoodsItem, Shipment
    >>> item = GoodsItem(gross_mass=Decimal("12.5"))
    >>> with_totals(Document(gross_mass=Decimal("10"), shipment=Shipment(items=(item,)))).gross_mass
    Decimal('12.5')
    """
    items = document.items
    prices = [item.invoice_amount for item in items if item.invoice_amount is not None]
    invoice = document.invoice_amount
    if invoice is not None and {price.currency for price in prices} == {invoice.currency}:
        invoice = Money(sum((price.amount for price in prices), Decimal(0)), invoice.currency)
    return msgspec.structs.replace(
        document,
        invoice_amount=invoice,
        gross_mass=_total(document.gross_mass, [item.gross_mass for item in items]),
        package_count=_total(
            document.package_count, [each.quantity for item in items for each in item.packages]
        ),
    )


def _total(stated: Decimal | None, parts: Sequence[Decimal | None]) -> Decimal | None:
    if stated is None:
        return None
    return sum((part for part in parts if part is not None), Decimal(0))


def _put(held: Held, path: str, value: str) -> None:
    *way, last = _STEP.findall(path)
    try:
        for name, index in way:
            held = _below(held, name, index)
        name, index = last
        if not isinstance(held, dict) or index:
            raise KeyError(path)
        if value:
            held[name] = value
        else:
            held.pop(name, None)
    except (KeyError, IndexError, TypeError) as nowhere:
        raise ValueError(
            f"found the path {path!r}, expected one that leads to an element of the document"
        ) from nowhere


def _below(held: Held, name: str, index: str) -> Held:
    if not isinstance(held, dict):
        raise TypeError(name)
    below = held[name]
    if not index:
        return below
    if not isinstance(below, list):
        raise TypeError(name)
    return below[int(index)]
