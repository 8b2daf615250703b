"""Rules on the declaration as a whole: its type, its references, its dates, its totals."""

import re
from datetime import date, timedelta
from decimal import Decimal

from fondaco.declaration.document import (
    ORIGINAL,
    Document,
    ExchangeRate,
    Guarantee,
)
from fondaco.declaration.rules.case import Case
from fondaco.declaration.rules.shapes import (
    day_of,
    is_measure,
    is_plain,
    is_without_repeats,
    repeated,
)
from fondaco.identifiers.reference import is_local_reference
from fondaco.legal.rule import Shown, rule

MOST_ITEMS = 999
"""Customs Procedures Order, art. 3(4); the WCO Data Model gives no more places."""

OLDEST_ACCEPTANCE = timedelta(days=180)
"""Customs Act, s. 34(3)."""

_KIND = re.compile(r"(?:IM|EX|CO)[A-Z]").fullmatch
_GUARANTEES = frozenset("0123456789BCJR")


@rule("DE01", element="function")
def function_is_to_lodge(document: Document, case: Case) -> bool:
    """A declaration that is lodged has function 9."""
    return document.function == ORIGINAL


@rule("DE02", element="kind")
def kind_is_known(document: Document, case: Case) -> bool:
    """The declaration type is one that the law lists: IM, EX or CO, and a letter."""
    kind, listed = document.kind, case.books.declaration_kinds
    return not kind or (kind in listed if listed else _KIND(kind) is not None)


@rule("DE03", element="local_reference")
def local_reference_is_well_formed(document: Document, case: Case) -> bool:
    """The local reference number has 1 to 22 letters, digits, full stops, dashes or strokes."""
    reference = document.local_reference
    return not reference or is_local_reference(reference)


@rule("DE04", element="accepted_at")
def acceptance_is_a_date(document: Document, case: Case) -> bool:
    """The date of acceptance asked for is a date: year, month and day."""
    given = document.accepted_at
    return given is None or day_of(given) is not None


@rule("DE05", element="accepted_at")
def acceptance_is_not_in_the_future(document: Document, case: Case) -> bool:
    """A declaration may not ask to be accepted on a later day than the day it is judged on."""
    given = _given(document.accepted_at)
    return given is None or given <= case.on


@rule("DE06", element="accepted_at")
def acceptance_is_not_long_past(document: Document, case: Case) -> bool:
    """A declaration may not ask to be accepted more than 180 days back."""
    given = _given(document.accepted_at)
    return given is None or given >= case.on - OLDEST_ACCEPTANCE


@rule("DE07", element="issued_at")
def issue_is_a_date_gone_by(document: Document, case: Case) -> bool:
    """The day on which the declaration was drawn up is a date, and not a later one."""
    given = document.issued_at
    if given is None:
        return True
    day = day_of(given)
    return day is not None and day <= case.on


@rule("DE08", element="office")
def office_is_known(document: Document, case: Case) -> bool:
    """The customs office is one that the law lists."""
    return not document.office or document.office in case.books.offices


@rule("DE09", element="supervising_office")
def supervising_office_is_known(document: Document, case: Case) -> bool:
    """The supervising office is one that the law lists."""
    office = document.supervising_office
    return office is None or office in case.books.offices


@rule("DE10", element="presentation_office")
def presentation_office_is_known(document: Document, case: Case) -> bool:
    """The office of presentation is one that the law lists."""
    office = document.presentation_office
    return office is None or office in case.books.offices


def _item_count(document: Document, case: Case) -> Shown:
    return {"items": str(len(document.items))}


@rule("DE11", element="item_count", shows=_item_count)
def item_count_is_right(document: Document, case: Case) -> bool:
    """The number of items is the number of goods items that the declaration has."""
    return document.item_count is None or document.item_count == len(document.items)


def packages_in(document: Document) -> Decimal:
    """How many packages the items have together, those without a number left out."""
    return sum(
        (
            packing.quantity
            for item in document.items
            for packing in item.packages
            if packing.quantity is not None
        ),
        Decimal(0),
    )


def _package_sum(document: Document, case: Case) -> Shown:
    return {"packages": str(packages_in(document))}


@rule("DE12", element="package_count", shows=_package_sum)
def package_count_is_right(document: Document, case: Case) -> bool:
    """The total of packages is the sum of the packages of all items."""
    return document.package_count is None or document.package_count == packages_in(document)


def prices_in(document: Document) -> Decimal | None:
    """The sum of the item prices; None where one is missing or in another currency."""
    total = document.invoice_amount
    if total is None:
        return None
    found = Decimal(0)
    for item in document.items:
        price = item.invoice_amount
        if price is None or price.currency != total.currency:
            return None
        found += price.amount
    return found


def _price_sum(document: Document, case: Case) -> Shown:
    return {"prices": str(prices_in(document))}


@rule("DE13", element="invoice_amount", shows=_price_sum)
def invoice_total_is_right(document: Document, case: Case) -> bool:
    """The total amount invoiced is the sum of the prices of all items."""
    total = document.invoice_amount
    if total is None:
        return True
    found = prices_in(document)
    return found is None or found == total.amount


def _masses(document: Document) -> list[Decimal]:
    return [item.gross_mass for item in document.items if item.gross_mass is not None]


def _mass_sum(document: Document, case: Case) -> Shown:
    return {"masses": str(sum(_masses(document), Decimal(0)))}


@rule("DE14", element="gross_mass", shows=_mass_sum)
def gross_mass_total_is_right(document: Document, case: Case) -> bool:
    """The total gross mass, where it is given, is the sum of the gross masses of all items."""
    total = document.gross_mass
    return total is None or total == sum(_masses(document), Decimal(0))


@rule("DE15", element="gross_mass")
def gross_mass_total_is_a_measure(document: Document, case: Case) -> bool:
    """The total gross mass has at most sixteen digits, six of them decimals; it is not negative."""
    total = document.gross_mass
    return total is None or (is_measure(total) and total >= 0)


@rule("DE16", element="shipment.items", shows=_item_count)
def items_are_not_too_many(document: Document, case: Case) -> bool:
    """A declaration has at most 999 goods items."""
    return len(document.items) <= MOST_ITEMS


def _procedures(document: Document) -> list[str]:
    return [item.procedure[:2] for item in document.items if item.procedure]


def _procedures_shown(document: Document, case: Case) -> Shown:
    return {"procedures": ", ".join(sorted(set(_procedures(document))))}


@rule("DE17", element="shipment.items", shows=_procedures_shown)
def one_procedure_is_asked_for(document: Document, case: Case) -> bool:
    """All items of a declaration ask for the same procedure."""
    return len({item.procedure[:2] for item in document.items if item.procedure}) < 2


def _holders(document: Document) -> list[tuple[str | None, str | None]]:
    return [(held.identifier, held.category) for held in document.authorisation_holders]


@rule("DE18", element="authorisation_holders")
def authorisations_are_named_once(document: Document, case: Case) -> bool:
    """No holder is named twice for the same kind of authorisation."""
    return not document.authorisation_holders or is_without_repeats(_holders(document))


def _repeated_document(document: Document, case: Case) -> Shown:
    return {"repeated": repeated(each.identifier for each in document.documents)}


@rule("DE19", element="documents", shows=_repeated_document)
def documents_are_named_once(document: Document, case: Case) -> bool:
    """No document is named twice for the whole declaration."""
    named = document.documents
    return len(named) < 2 or is_without_repeats(
        (each.category, each.kind, each.identifier) for each in named
    )


@rule("GU01", element="kind")
def guarantee_kind_is_known(guarantee: Guarantee, case: Case) -> bool:
    """The kind of guarantee is one of the codes of schedule 16."""
    return not guarantee.kind or guarantee.kind in _GUARANTEES


@rule("GU02", element="identifier")
def guarantee_is_named(guarantee: Guarantee, case: Case) -> bool:
    """A guarantee that is not waived is named by its reference."""
    return guarantee.kind == "0" or bool(guarantee.identifier or guarantee.reference)


@rule("GU03", element="identifier")
def guarantee_reference_is_plain(guarantee: Guarantee, case: Case) -> bool:
    """A guarantee reference has at most 70 characters and none that are hidden."""
    return is_plain(guarantee.identifier or guarantee.reference or "", longest=70)


@rule("EX01", element="currency")
def agreed_currency_is_known(exchange: ExchangeRate, case: Case) -> bool:
    """An agreed rate of exchange is for a currency that the law lists."""
    return exchange.currency in case.books.currencies


@rule("EX02", element="rate")
def agreed_rate_is_positive(exchange: ExchangeRate, case: Case) -> bool:
    """An agreed rate of exchange is more than zero, with at most six decimals."""
    rate = exchange.rate
    return rate is not None and is_measure(rate) and rate > 0


def _given(written: str | None) -> date | None:
    return day_of(written) if written is not None else None
