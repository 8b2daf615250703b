"""From document, bill and facts to the values that officers' rules are worked out on."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import localcontext
from typing import overload

from fondaco.assessment.statement import Assessment
from fondaco.declaration.document import Document, GoodsItem
from fondaco.risk.expression.environment import Environment, Rows, Value, Values
from fondaco.risk.expression.types import EXACT
from fondaco.risk.features import Features
from fondaco.risk.rows import NOTHING, Bill, header_row, item_row
from fondaco.risk.written_rows import WrittenRows, written_rows


class Consignment:
    """One declaration before the officers' rules: what it says, what it is charged, what is known.

    It is read like an `environment`, but each value is worked out when somebody asks for it, and
    so it is to be asked for in the context `EXACT`.
    """

    __slots__ = ("bill", "document", "features", "lists", "on", "shipment", "_written")

    def __init__(
        self,
        document: Document,
        *,
        features: Features,
        assessment: Assessment | None,
        on: date,
        lists: Mapping[str, Sequence[str]],
        written: WrittenRows,
    ) -> None:
        self.document, self.features, self.on = document, features, on
        self.shipment = document.shipment or NOTHING
        self.bill, self.lists = Bill(assessment), lists
        self._written = written

    @property
    def header(self) -> Values:
        """The values of the elements that stand once."""
        return _Asked(self, None, 0, self._written)

    @property
    def items(self) -> Sequence[Values]:
        """The values of each item's elements."""
        return _AskedItems(self, self._written)


class _Asked:
    """The values of a header or an item, each worked out when it is asked for."""

    __slots__ = ("_consignment", "_item", "_letter", "_number", "_written")

    def __init__(
        self, consignment: Consignment, item: GoodsItem | None, number: int, written: WrittenRows
    ) -> None:
        self._consignment, self._item, self._number = consignment, item, number
        self._letter, self._written = "h" if item is None else "i", written

    def __getitem__(self, place: int, /) -> Value:
        read = self._written.reader(f"{self._letter}{place}")
        return read(self._consignment, self._item, self._number)


class _AskedItems(Sequence[Values]):
    """The values of each item of a consignment."""

    __slots__ = ("_consignment", "_written")

    def __init__(self, consignment: Consignment, written: WrittenRows) -> None:
        self._consignment, self._written = consignment, written

    def __len__(self) -> int:
        return len(self._consignment.shipment.items)

    @overload
    def __getitem__(self, place: int) -> Values: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Values]: ...
    def __getitem__(self, place: int | slice) -> Values | Sequence[Values]:
        if isinstance(place, slice):
            return [self[each] for each in range(len(self))[place]]
        item = self._consignment.shipment.items[place]
        return _Asked(self._consignment, item, place, self._written)


def known(
    document: Document,
    *,
    features: Features,
    assessment: Assessment | None,
    on: date,
    lists: Mapping[str, Sequence[str]],
) -> Rows:
    """The values of every element of `elements`, worked out one by one where that can be done."""
    written = written_rows()
    if written is None:
        return environment(document, features=features, assessment=assessment, on=on, lists=lists)
    return Consignment(
        document, features=features, assessment=assessment, on=on, lists=lists, written=written
    )


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
    shipment, bill = document.shipment or NOTHING, Bill(assessment)
    with localcontext(EXACT):
        header = header_row(document, shipment=shipment, features=features, bill=bill, on=on)
        items = [
            item_row(item, shipment=shipment, number=number, bill=bill)
            for number, item in enumerate(shipment.items, 1)
        ]
    return Environment(header, tuple(items), lists or {})
