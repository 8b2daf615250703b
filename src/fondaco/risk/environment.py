"""From document, bill and facts to the values that officers' rules are worked out on."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import localcontext
from typing import overload

from fondaco.assessment.statement import Assessment
from fondaco.declaration.document import Document, Shipment
from fondaco.risk.expression.environment import Environment, Row
from fondaco.risk.expression.types import EXACT
from fondaco.risk.features import Features
from fondaco.risk.rows import NOTHING, Bill, header_row, item_row


class Consignment:
    """One declaration before the officers' rules: what it says, what it is charged, what is known.

    Its rows hold the values of every element of `elements`, in its order; what nobody stated is
    missing. They are made when somebody asks for them. Without an assessment all customs values
    and charges are missing. ``lists`` are the living lists by name.
    """

    __slots__ = ("bill", "document", "features", "items", "lists", "on", "shipment", "_header")

    def __init__(
        self,
        document: Document,
        *,
        features: Features,
        assessment: Assessment | None,
        on: date,
        lists: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        self.document, self.features, self.on = document, features, on
        self.shipment = document.shipment or NOTHING
        self.bill = Bill(assessment)
        self.lists: Mapping[str, Sequence[str]] = lists or {}
        self.items: Sequence[Row] = _Items(self.shipment, self.bill)
        self._header: Row | None = None

    @property
    def header(self) -> Row:
        """The values of the elements that stand once."""
        if self._header is None:
            with localcontext(EXACT):
                self._header = header_row(
                    self.document,
                    shipment=self.shipment,
                    features=self.features,
                    bill=self.bill,
                    on=self.on,
                )
        return self._header


class _Items(Sequence[Row]):
    """The rows of a shipment's items, each made when somebody asks for it."""

    __slots__ = ("_bill", "_made", "_shipment")

    def __init__(self, shipment: Shipment, bill: Bill) -> None:
        self._shipment, self._bill = shipment, bill
        self._made: dict[int, Row] = {}

    def __len__(self) -> int:
        return len(self._shipment.items)

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Row]: ...
    def __getitem__(self, place: int | slice) -> Row | Sequence[Row]:
        if isinstance(place, slice):
            return [self[each] for each in range(len(self))[place]]
        if place not in self._made:
            item, number = self._shipment.items[place], place + 1
            with localcontext(EXACT):
                row = item_row(item, shipment=self._shipment, number=number, bill=self._bill)
            self._made[place] = row
        return self._made[place]


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
    of = Consignment(document, features=features, assessment=assessment, on=on, lists=lists)
    return Environment(of.header, tuple(of.items), of.lists)
