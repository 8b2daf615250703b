"""Rules on the shipment: its terms, its countries, its references, its list of items."""

import re

from fondaco.declaration.document import (
    Document,
    GoodsItem,
    Shipment,
    TradeTerms,
)
from fondaco.declaration.rules.case import Case
from fondaco.declaration.rules.shapes import is_plain, is_without_repeats
from fondaco.identifiers.reference import is_consignment_reference
from fondaco.legal.finding import Gravity
from fondaco.legal.rule import Shown, rule

_NATURE = re.compile(r"[1-9][0-9]?").fullmatch
_WAREHOUSE_KINDS = frozenset("RSTUVWXYZ")
_WAREHOUSING = frozenset(("71", "78"))


@rule("SH01", element="condition")
def term_is_known(terms: TradeTerms, case: Case) -> bool:
    """The delivery term is one that the law lists."""
    return not terms.condition or terms.condition in case.books.delivery_terms


@rule("SH02", element="location")
def named_place_is_given(terms: TradeTerms, case: Case) -> bool:
    """A delivery term names the place up to which it holds."""
    return bool(terms.location or terms.location_name)


@rule("SH03", element="dispatch_country")
def dispatch_is_known(shipment: Shipment, case: Case) -> bool:
    """The country of dispatch is one that the law lists."""
    return not shipment.dispatch_country or shipment.dispatch_country in case.books.countries


@rule("SH04", element="destination_country")
def destination_is_known(shipment: Shipment, case: Case) -> bool:
    """The country of destination is one that the law lists."""
    country = shipment.destination_country
    return not country or country in case.books.countries


@rule("SH05", element="dispatch_country")
def dispatch_is_given_once(shipment: Shipment, case: Case) -> bool:
    """The country of dispatch is given for the whole shipment or for each of its items."""
    if shipment.dispatch_country:
        return all(item.dispatch_country is None for item in shipment.items)
    return all(item.dispatch_country for item in shipment.items)


@rule("SH06", element="destination_country")
def destination_is_given_once(shipment: Shipment, case: Case) -> bool:
    """The country of destination is given for the whole shipment or for each of its items."""
    if shipment.destination_country:
        return all(item.destination_country is None for item in shipment.items)
    return all(item.destination_country for item in shipment.items)


@rule("SH07", element="transaction_nature")
def nature_is_given_once(shipment: Shipment, case: Case) -> bool:
    """The nature of the transaction is given for the whole shipment or for each of its items."""
    if shipment.transaction_nature:
        return all(item.transaction_nature is None for item in shipment.items)
    return all(item.transaction_nature for item in shipment.items)


@rule("SH08", element="transaction_nature")
def nature_is_known(shipment: Shipment, case: Case) -> bool:
    """The nature of the transaction is one that the law lists: one or two digits."""
    return _is_nature(shipment.transaction_nature, case)


@rule("SH09", element="transaction_nature")
def nature_of_the_item_is_known(item: GoodsItem, case: Case) -> bool:
    """An item's nature of transaction is one that the law lists: one or two digits."""
    return _is_nature(item.transaction_nature, case)


def _is_nature(nature: str | None, case: Case) -> bool:
    listed = case.books.transaction_natures
    return not nature or (nature in listed if listed else _NATURE(nature) is not None)


def _country(shipment: Shipment, case: Case) -> Shown:
    return {"country": case.books.country}


@rule("SH10", element="destination_country", shows=_country)
def imports_are_destined_for_this_country(shipment: Shipment, case: Case) -> bool:
    """Goods that are declared for import are destined for this country."""
    country = shipment.destination_country
    return not country or country == case.books.country or not case.is_import


@rule("SH11", element="dispatch_country")
def imports_are_sent_from_another_country(shipment: Shipment, case: Case) -> bool:
    """Goods that are declared for import were sent from another country."""
    return shipment.dispatch_country != case.books.country or not case.is_import


@rule("SH12", element="reference")
def consignment_reference_is_well_formed(shipment: Shipment, case: Case) -> bool:
    """A unique consignment reference is a digit, a country and up to 32 more characters."""
    return not shipment.reference or is_consignment_reference(shipment.reference)


def _is_warehoused(document: Document) -> bool:
    for item in document.items:
        code = item.procedure
        if code and (code[:2] in _WAREHOUSING or code[2:] in _WAREHOUSING):
            return True
    return False


@rule("SH13", element="shipment.warehouse")
def warehouse_is_named(document: Document, case: Case) -> bool:
    """Goods that go into a customs warehouse, or come out of one, name it."""
    shipment = document.shipment
    if shipment is None or shipment.warehouse:
        return True
    return not _is_warehoused(document)


@rule("SH14", element="shipment.warehouse")
def no_warehouse_is_named(document: Document, case: Case) -> bool:
    """A customs warehouse is named only where goods go into it or come out of it."""
    shipment = document.shipment
    if shipment is None or not shipment.warehouse:
        return True
    return _is_warehoused(document)


@rule("SH15", element="warehouse_kind")
def kind_of_warehouse_is_known(shipment: Shipment, case: Case) -> bool:
    """The kind of warehouse is one of the letters R to Z, and stands beside the warehouse."""
    kind = shipment.warehouse_kind
    return not kind or (kind in _WAREHOUSE_KINDS and bool(shipment.warehouse))


@rule("SH16", element="items")
def items_are_counted_from_one(shipment: Shipment, case: Case) -> bool:
    """The numbers of the items run from one without gaps, in the order of the list."""
    for place, item in enumerate(shipment.items, 1):
        if item.number != place and item.number is not None:
            return False
    return True


def _currencies(shipment: Shipment) -> set[str]:
    prices = (item.invoice_amount for item in shipment.items)
    return {price.currency for price in prices if price is not None}


def _currencies_shown(shipment: Shipment, case: Case) -> Shown:
    return {"currencies": ", ".join(sorted(_currencies(shipment)))}


@rule("SH17", element="items", shows=_currencies_shown)
def prices_are_in_one_currency(shipment: Shipment, case: Case) -> bool:
    """The prices of all items are in one currency."""
    return len(_currencies(shipment)) < 2


def _look_alike(item: GoodsItem) -> tuple[object, ...]:
    return (
        item.commodity_code,
        item.description,
        item.origin,
        str(item.net_mass),
        str(item.gross_mass),
        str(item.invoice_amount),
        item.packages and item.packages[0].marks,
    )


@rule("SH18", element="items", gravity=Gravity.WARNING)
def items_are_not_declared_twice(shipment: Shipment, case: Case) -> bool:
    """No two items have the same code, description, origin, masses, price and marks.

    It may be true of them all the same, so this refuses nothing: somebody looks.
    """
    items = shipment.items
    if is_without_repeats((item.commodity_code, item.description) for item in items):
        return True
    return is_without_repeats(_look_alike(item) for item in items)


@rule("SH19", element="loading_location_name")
def names_of_places_are_plain(shipment: Shipment, case: Case) -> bool:
    """The name of the place of loading has at most 256 characters and none that are hidden."""
    return is_plain(shipment.loading_location_name or "", longest=256)
