"""Putting other values at named places of a document: what was found for what was declared."""

import re
from collections.abc import Mapping

import msgspec

from fondaco.declaration.document import Document

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
