"""Rules on duties and taxes as declared: preference, quota, payment."""

import re

from fondaco.declaration.document import DeclaredTax, Document, GoodsItem
from fondaco.declaration.rules.case import Case
from fondaco.declaration.rules.shapes import is_measure, is_without_repeats, repeated
from fondaco.legal.rule import Shown, rule

DEFERRED = "E"
"""The method of payment that puts a debt on a deferment account (EU annex B, 4/8)."""
DEFERMENT = "DPO"
"""The kind of authorisation that lets a debt be paid later (EU annex A)."""

_KIND = re.compile(r"[0-9A-Z]{3}").fullmatch
_QUOTA = re.compile(r"[0-9]{6}").fullmatch


@rule("TX01", element="kind")
def tax_kind_is_known(tax: DeclaredTax, case: Case) -> bool:
    """The kind of a duty or tax is one that the law lists: three capitals and digits."""
    kind, listed = tax.kind, case.books.tax_kinds
    return not kind or (kind in listed if listed else _KIND(kind) is not None)


@rule("TX02", element="preference")
def preference_is_known(tax: DeclaredTax, case: Case) -> bool:
    """The preference is one that the law lists."""
    return not tax.preference or tax.preference in case.books.preferences


@rule("TX03", element="payment_method")
def payment_method_is_known(tax: DeclaredTax, case: Case) -> bool:
    """The method of payment is one that the law lists."""
    return not tax.payment_method or tax.payment_method in case.books.payment_methods


@rule("TX04", element="quota")
def quota_number_is_well_formed(tax: DeclaredTax, case: Case) -> bool:
    """The number of a tariff quota has six digits."""
    return not tax.quota or _QUOTA(tax.quota) is not None


def _currency(tax: DeclaredTax, case: Case) -> Shown:
    return {"currency": case.books.currency}


@rule("TX05", element="payable", shows=_currency)
def payable_amount_is_in_our_currency(tax: DeclaredTax, case: Case) -> bool:
    """The amount to be paid, where it is declared, is in the country's currency."""
    return tax.payable is None or tax.payable.currency == case.books.currency


@rule("TX06", element="assessed", shows=_currency)
def assessed_amount_is_in_our_currency(tax: DeclaredTax, case: Case) -> bool:
    """The amount assessed, where it is declared, is in the country's currency."""
    return tax.assessed is None or tax.assessed.currency == case.books.currency


@rule("TX07", element="authorisation_holders")
def deferment_has_its_authorisation(document: Document, case: Case) -> bool:
    """A declaration that defers payment names who holds the authorisation for it."""
    for holder in document.authorisation_holders:
        if holder.category == DEFERMENT:
            return True
    taxes = (tax for item in document.items for tax in item.taxes)
    return all(tax.payment_method != DEFERRED for tax in taxes)


@rule("TX08", element="taxes")
def preference_is_stated(item: GoodsItem, case: Case) -> bool:
    """An item says whether it claims a preference, on the first of its duties."""
    return not item.taxes or bool(item.taxes[0].preference)


@rule("TX09", element="taxes")
def preference_is_stated_once(item: GoodsItem, case: Case) -> bool:
    """An item claims one preference, on the first of its duties and on no other."""
    first = True
    for tax in item.taxes:
        if tax.preference and not first:
            return False
        first = False
    return True


def _repeated_tax(item: GoodsItem, case: Case) -> Shown:
    return {"repeated": repeated(each.kind for each in item.taxes)}


@rule("TX10", element="taxes", shows=_repeated_tax)
def taxes_are_named_once(item: GoodsItem, case: Case) -> bool:
    """No duty or tax is named twice for the same item with the same method of payment."""
    taxes = item.taxes
    if len(taxes) < 2 or (len(taxes) == 2 and taxes[0].kind != taxes[1].kind):
        return True
    return is_without_repeats((each.kind, each.payment_method) for each in taxes)


@rule("TX11", element="rate")
def declared_rate_is_a_number(tax: DeclaredTax, case: Case) -> bool:
    """The rate of a duty or tax, where it is declared, is a number of at most six decimals."""
    return tax.rate is None or (is_measure(tax.rate) and not tax.rate.is_signed())
