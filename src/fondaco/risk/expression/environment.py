"""The values that expressions are worked out on: one row for the header, one for each item."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Protocol, TypeAlias

import msgspec

from fondaco.risk.expression.vocabulary import Scope, Vocabulary

Value: TypeAlias = str | Decimal | int | date | bool | tuple[str, ...] | None
Row: TypeAlias = tuple[Value, ...]


class Values(Protocol):
    """The values of the elements of one header or item, each at its element's place."""

    def __getitem__(self, place: int, /) -> Value: ...


class Rows(Protocol):
    """What expressions are worked out on: the values of header and items, and living lists."""

    @property
    def header(self) -> Values: ...
    @property
    def items(self) -> Sequence[Values]: ...
    @property
    def lists(self) -> Mapping[str, Sequence[str]]: ...


class Environment(msgspec.Struct, frozen=True, gc=False):
    """What is known of one declaration, in the order of a vocabulary; None is missing.

    ``lists`` are the living lists, kept by the administration from day to day and
    handed in with the facts; the lists of the bundle are compiled in.
    """

    header: Row
    items: tuple[Row, ...]
    lists: Mapping[str, Sequence[str]] = {}


def by_name(
    vocabulary: Vocabulary,
    *,
    header: Mapping[str, Value],
    items: Sequence[Mapping[str, Value]],
    lists: Mapping[str, Sequence[str]] | None = None,
) -> Environment:
    """An environment from values by name; what is not named is missing, a strange name an error."""
    rows = [
        tuple(row.get(element.name) for element in elements)
        for elements, row in [(vocabulary.header, header)]
        + [(vocabulary.items, item) for item in items]
    ]
    for scope, row in [(Scope.HEADER, header)] + [(Scope.ITEM, item) for item in items]:
        for name in row:
            reading = vocabulary.reading(name)
            if reading is None or reading.scope is not scope:
                raise LookupError(f"found {name!r}, expected the name of an element of the {scope}")
    return Environment(rows[0], tuple(rows[1:]), lists or {})
