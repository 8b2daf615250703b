"""Slips of the pen: mistakes in a declaration that validation catches."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from random import Random

import msgspec

from fondaco.declaration.document import Document, GoodsItem, Location, Party
from fondaco.units.money import Money

replace = msgspec.structs.replace


def slipped(dice: Random, document: Document) -> Document:
    """Return the declaration with one mistake in it."""
    slip = dice.choice(_SLIPS)
    return slip(dice, document)


def _counts_wrong(dice: Random, document: Document) -> Document:
    return replace(document, item_count=len(document.items) + dice.choice((1, 2)))


def _adds_wrong(dice: Random, document: Document) -> Document:
    total = document.invoice_amount or Money(Decimal(1), "XFC")
    wrong = total.amount + dice.choice((Decimal("0.09"), Decimal(10), Decimal("90.00")))
    return replace(document, invoice_amount=Money(wrong, total.currency))


def _forgets_exporter(dice: Random, document: Document) -> Document:
    return replace(document, exporter=None)


def _swaps_masses(dice: Random, document: Document) -> Document:
    def swapped(item: GoodsItem) -> GoodsItem:
        more = (item.gross_mass or Decimal(1)) + Decimal(1)
        return replace(item, net_mass=more)

    return _with_item(dice, document, swapped)


def _mistypes_code(dice: Random, document: Document) -> Document:
    def mistyped(item: GoodsItem) -> GoodsItem:
        code = item.commodity_code or ""
        return replace(item, commodity_code=code[:4] + "77" + code[6:])

    return _with_item(dice, document, mistyped)


def _forgets_documents(dice: Random, document: Document) -> Document:
    return _with_item(dice, document, lambda item: replace(item, documents=()))


def _forgets_packages(dice: Random, document: Document) -> Document:
    return _with_item(dice, document, lambda item: replace(item, packages=()))


def _mistypes_importer(dice: Random, document: Document) -> Document:
    shipment = document.shipment
    if shipment is None or shipment.importer is None or not shipment.importer.identifier:
        return _counts_wrong(dice, document)
    right = shipment.importer.identifier
    wrong = right[:-1] + str((int(right[-1]) + dice.randrange(1, 10)) % 10)
    importer = Party(identifier=wrong, name=shipment.importer.name)
    return replace(document, shipment=replace(shipment, importer=importer))


def _mistakes_place(dice: Random, document: Document) -> Document:
    shipment = document.shipment
    if shipment is None:
        return _counts_wrong(dice, document)
    place = Location(identifier="XFPFO99", kind="A", qualifier="Y", country="XF")
    return replace(document, shipment=replace(shipment, goods_location=place))


def _with_item(
    dice: Random, document: Document, change: Callable[[GoodsItem], GoodsItem]
) -> Document:
    shipment = document.shipment
    if shipment is None or not shipment.items:
        return _counts_wrong(dice, document)
    items = list(shipment.items)
    place = dice.randrange(len(items))
    items[place] = change(items[place])
    return replace(document, shipment=replace(shipment, items=tuple(items)))


_SLIPS = (
    _counts_wrong,
    _adds_wrong,
    _forgets_exporter,
    _swaps_masses,
    _mistypes_code,
    _forgets_documents,
    _forgets_packages,
    _mistypes_importer,
    _mistakes_place,
)
