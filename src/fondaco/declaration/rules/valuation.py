"""Rules on value: methods, indicators, prices, additions and deductions."""

from itertools import product
from typing import TypeVar

from fondaco.declaration.document import Charge, Document, GoodsItem, Shipment
from fondaco.declaration.rules.case import Case
from fondaco.declaration.rules.shapes import is_without_repeats, repeated
from fondaco.legal.rule import Shown, rule

T = TypeVar("T", Shipment, GoodsItem)

_PRICE_PAID = "1"
_INDICATORS = frozenset(map("".join, product("01", repeat=4)))
_INVOICES = frozenset(("935", "380", "325"))
"""Kinds of document that are invoices: commercial, and pro forma (EU annex B; UN/CEFACT 1001)."""


@rule("VA01", element="valuation_method")
def method_is_known(item: GoodsItem, case: Case) -> bool:
    """The valuation method is one that the law lists."""
    return not item.valuation_method or item.valuation_method in case.books.valuation_methods


@rule("VA02", element="valuation_indicators")
def indicators_are_four_answers(item: GoodsItem, case: Case) -> bool:
    """The valuation indicators are four digits, each 0 for no or 1 for yes."""
    return not item.valuation_indicators or item.valuation_indicators in _INDICATORS


@rule("VA03", element="valuation_indicators")
def indicators_are_given_for_a_price(item: GoodsItem, case: Case) -> bool:
    """Where the value is the price paid, the four valuation indicators are given."""
    return item.valuation_method != _PRICE_PAID or bool(item.valuation_indicators)


@rule("VA04", element="invoice_amount")
def price_is_more_than_nothing(item: GoodsItem, case: Case) -> bool:
    """Where the value is the price paid, that price is more than zero."""
    price = item.invoice_amount
    return price is None or item.valuation_method != _PRICE_PAID or price.amount != 0


def _total_currency(item: GoodsItem, case: Case) -> Shown:
    total = case.document.invoice_amount
    return {"currency": total.currency if total is not None else ""}


@rule("VA05", element="invoice_amount", shows=_total_currency)
def price_is_in_the_currency_of_the_total(item: GoodsItem, case: Case) -> bool:
    """An item's price is in the currency of the total amount invoiced."""
    total, price = case.document.invoice_amount, item.invoice_amount
    return total is None or price is None or price.currency == total.currency


@rule("VA06", element="documents")
def price_has_its_invoice(item: GoodsItem, case: Case) -> bool:
    """Where the value is the price paid, the invoice is named among the documents."""
    if item.valuation_method != _PRICE_PAID:
        return True
    for document in item.documents:
        if document.kind in _INVOICES:
            return True
    return _invoice_is_named_for_all(case.document)


def _invoice_is_named_for_all(document: Document) -> bool:
    shipment = document.shipment
    if shipment is not None and shipment.invoice is not None and shipment.invoice.identifier:
        return True
    return any(each.kind in _INVOICES for each in document.documents)


def _own_currency(item: GoodsItem, case: Case) -> Shown:
    return {"currency": case.books.currency}


@rule("VA07", element="customs_value", shows=_own_currency)
def customs_value_is_in_our_currency(item: GoodsItem, case: Case) -> bool:
    """A customs value that is declared is in the country's currency."""
    return item.customs_value is None or item.customs_value.currency == case.books.currency


@rule("VA08", element="statistical_value", shows=_own_currency)
def statistical_value_is_in_our_currency(item: GoodsItem, case: Case) -> bool:
    """A statistical value that is declared is in the country's currency."""
    return item.statistical_value is None or item.statistical_value.currency == case.books.currency


@rule("VA09", element="kind")
def charge_is_known(charge: Charge, case: Case) -> bool:
    """The kind of an addition or deduction is one that the law lists."""
    return charge.kind in case.books.charge_kinds


def _repeated_charge(subject: T, case: Case) -> Shown:
    return {"repeated": repeated((each.kind, each.amount.currency) for each in subject.charges)}


@rule("VA10", element="charges", shows=_repeated_charge)
def charges_of_the_shipment_are_named_once(shipment: Shipment, case: Case) -> bool:
    """No kind of addition or deduction is named twice in one currency for the whole shipment."""
    charges = shipment.charges
    return len(charges) < 2 or is_without_repeats(
        (each.kind, each.amount.currency) for each in charges
    )


@rule("VA11", element="charges", shows=_repeated_charge)
def charges_of_the_item_are_named_once(item: GoodsItem, case: Case) -> bool:
    """No kind of addition or deduction is named twice in one currency for the same item."""
    charges = item.charges
    return len(charges) < 2 or is_without_repeats(
        (each.kind, each.amount.currency) for each in charges
    )


def _charges_of_both(item: GoodsItem, case: Case) -> set[str]:
    shipment = case.document.shipment
    whole = {each.kind for each in shipment.charges} if shipment is not None else set()
    return whole & {each.kind for each in item.charges}


def _charge_of_both(item: GoodsItem, case: Case) -> Shown:
    return {"repeated": ", ".join(sorted(_charges_of_both(item, case)))}


@rule("VA12", element="charges", shows=_charge_of_both)
def charges_are_given_at_one_level(item: GoodsItem, case: Case) -> bool:
    """A kind of addition or deduction is given for the shipment or for its items, not for both."""
    return not item.charges or not _charges_of_both(item, case)
