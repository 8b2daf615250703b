"""Which parts a part of a declaration is made of: read once from the types themselves.

>>> [field.name for field in fields_of(RoleParty)]
['identifier', 'role']
>>> next(field for field in fields_of(Shipment) if field.name == "items").is_many
True
"""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Union, get_args, get_origin, get_type_hints

import msgspec

from fondaco.declaration.document import Part, RoleParty, Shipment
from fondaco.units.money import Money
from fondaco.units.quantity import Quantity

__all__ = ["COMPOSITES", "PartField", "RoleParty", "Shipment", "Value", "fields_of", "parts_within"]

COMPOSITES = (Part, Money, Quantity)
"""What has fields of its own; everything else is a plain value."""

Value = Part | Money | Quantity | str | int | Decimal | None
"""What may stand in a field that is not a list."""


class PartField(msgspec.Struct, frozen=True):
    """One field of a part: its name, what stands in it, and whether it is a list of those."""

    name: str
    kind: type
    is_many: bool

    @property
    def is_composite(self) -> bool:
        """Whether what stands in it has fields of its own."""
        return issubclass(self.kind, COMPOSITES)


@cache
def fields_of(part: type) -> tuple[PartField, ...]:
    """The fields of a part (or of money or a quantity), in the order of the type."""
    hints = get_type_hints(part)
    return tuple(_field(name, hints[name]) for name in hints)


def parts_within(part: type) -> Iterator[type]:
    """The part and every kind of part below it, each once, from the top."""
    seen: dict[type, None] = {part: None}
    waiting = [part]
    while waiting:
        inner = (each.kind for each in fields_of(waiting.pop(0)) if each.is_composite)
        new = [kind for kind in dict.fromkeys(inner) if kind not in seen]
        seen.update(dict.fromkeys(new))
        waiting += new
    return iter(seen)


def _field(name: str, hint: object) -> PartField:
    kinds = [hint]
    if get_origin(hint) in (Union, UnionType):
        kinds = [each for each in get_args(hint) if each is not NoneType]
    (kind,) = kinds
    is_many = get_origin(kind) is tuple
    inner = get_args(kind)[0] if is_many else kind
    assert isinstance(inner, type), f"{name} holds {inner}, expected a type"
    return PartField(name, inner, is_many)
