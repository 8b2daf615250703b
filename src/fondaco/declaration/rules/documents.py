"""Rules on documents and statements: supporting, previous, additional information."""

import re
from typing import TypeVar

from fondaco.declaration.document import (
    GoodsItem,
    PreviousDocument,
    Shipment,
    Statement,
    SupportingDocument,
)
from fondaco.declaration.rules.case import Case
from fondaco.declaration.rules.shapes import day_of, is_plain, is_without_repeats, repeated
from fondaco.identifiers import mrn
from fondaco.legal.finding import Gravity
from fondaco.legal.rule import Shown, rule

T = TypeVar("T", Shipment, GoodsItem)

LONGEST_NUMBER = 70
LONGEST_STATEMENT = 512

_KIND = re.compile(r"[0-9A-Z]{2,4}").fullmatch
_STATEMENT = re.compile(r"[0-9A-Z]{4,5}").fullmatch
_MRN = re.compile(r"[0-9]{2}[A-Z]{2}[0-9A-Z]{12}[A-Z][0-9]").fullmatch


def _code(document: SupportingDocument, case: Case) -> Shown:
    return {"code": document.code}


@rule("DO01", element="kind", shows=_code)
def document_kind_is_known(document: SupportingDocument, case: Case) -> bool:
    """The category and kind of a document make a code that the law lists."""
    kind = document.kind
    return not kind or (document.category or "") + kind in case.books.document_kinds


@rule("DO02", element="identifier")
def document_number_is_plain(document: SupportingDocument, case: Case) -> bool:
    """A document's number has at most 70 characters and none that are hidden."""
    number = document.identifier
    if not number or (len(number) <= LONGEST_NUMBER and number.isprintable()):
        return True
    return is_plain(number, longest=LONGEST_NUMBER)


@rule("DO03", element="name")
def issuer_is_plain(document: SupportingDocument, case: Case) -> bool:
    """The name of who issued a document has at most 70 characters and none that are hidden."""
    name = document.name or document.issuer
    return not name or is_plain(name, longest=LONGEST_NUMBER)


@rule("DO04", element="status")
def document_status_is_well_formed(document: SupportingDocument, case: Case) -> bool:
    """The status of a document is a code of two capitals."""
    status = document.status
    return not status or (
        len(status) == 2 and status.isascii() and status.isalpha() and status.isupper()
    )


@rule("DO05", element="effective_on")
def date_of_document_is_a_date(document: SupportingDocument, case: Case) -> bool:
    """The date of a document is a date: year, month and day."""
    return not document.effective_on or day_of(document.effective_on) is not None


def _repeated_document(item: GoodsItem, case: Case) -> Shown:
    return {"repeated": repeated(each.identifier for each in item.documents)}


@rule("DO06", element="documents", shows=_repeated_document)
def documents_of_the_item_are_named_once(item: GoodsItem, case: Case) -> bool:
    """No document is named twice for the same item."""
    named = item.documents
    if len(named) < 2 or len({each.identifier for each in named}) == len(named):
        return True
    return is_without_repeats((each.category, each.kind, each.identifier) for each in named)


@rule("DO07", element="category")
def category_of_previous_document_is_known(previous: PreviousDocument, case: Case) -> bool:
    """The category of a previous document is X, Y or Z."""
    return not previous.category or previous.category in ("X", "Y", "Z")


@rule("DO08", element="kind")
def kind_of_previous_document_is_known(previous: PreviousDocument, case: Case) -> bool:
    """The kind of a previous document is one that the law lists, with or without its N."""
    kind, listed = previous.kind, case.books.previous_document_kinds
    if not kind or not listed:
        return not kind or _KIND(kind) is not None
    return kind in listed or f"N{kind}" in listed


@rule("DO09", element="identifier")
def number_of_previous_document_is_plain(previous: PreviousDocument, case: Case) -> bool:
    """A previous document's number has at most 70 characters and none that are hidden."""
    return not previous.identifier or is_plain(previous.identifier, longest=LONGEST_NUMBER)


@rule("DO10", element="identifier", gravity=Gravity.WARNING)
def previous_mrn_has_its_check_digit(previous: PreviousDocument, case: Case) -> bool:
    """A previous document's number that is written as an MRN has a right check digit."""
    number = previous.identifier
    return not number or _MRN(number) is None or mrn.is_valid(number)


def _key(previous: PreviousDocument) -> tuple[object, ...]:
    return (previous.category, previous.kind, previous.identifier, previous.line)


def _repeated_previous(subject: T, case: Case) -> Shown:
    return {"repeated": repeated(each.identifier for each in subject.previous_documents)}


@rule(
    "DO11",
    element="previous_documents",
    shows=_repeated_previous,
)
def previous_documents_of_the_item_are_named_once(item: GoodsItem, case: Case) -> bool:
    """No previous document is named twice for the same item."""
    named = item.previous_documents
    return len(named) < 2 or is_without_repeats(map(_key, named))


@rule(
    "DO12",
    element="previous_documents",
    shows=_repeated_previous,
)
def previous_documents_of_the_shipment_are_named_once(shipment: Shipment, case: Case) -> bool:
    """No previous document is named twice for the whole shipment."""
    named = shipment.previous_documents
    return len(named) < 2 or is_without_repeats(map(_key, named))


@rule("DO13", element="text")
def statement_says_something(statement: Statement, case: Case) -> bool:
    """Additional information is given by a code, in words, or both."""
    return bool(statement.code or statement.text)


@rule("DO14", element="text")
def statement_is_plain(statement: Statement, case: Case) -> bool:
    """Additional information has at most 512 characters and none that are hidden."""
    return not statement.text or is_plain(statement.text, longest=LONGEST_STATEMENT)


@rule("DO15", element="code")
def statement_code_is_well_formed(statement: Statement, case: Case) -> bool:
    """The code of additional information has four or five capitals and digits."""
    return not statement.code or _STATEMENT(statement.code) is not None
