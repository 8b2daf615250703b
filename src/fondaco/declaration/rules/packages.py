"""Rules on packages: kinds, numbers, marks."""

from decimal import Decimal

from fondaco.declaration.document import Document, GoodsItem, Packaging
from fondaco.declaration.rules.case import Case
from fondaco.declaration.rules.declaration import packages_in
from fondaco.declaration.rules.shapes import (
    counts_from_one,
    is_plain,
    is_without_repeats,
)
from fondaco.legal.finding import Gravity
from fondaco.legal.rule import rule

LONGEST_MARKS = 512
MOST_DIGITS = 8

BULK = frozenset(("VG", "VL", "VO", "VQ", "VR", "VS", "VY"))
"""Kinds of package that are none: goods in bulk (UN/ECE Recommendation 21)."""
UNPACKED = frozenset(("NE", "NF", "NG"))
"""Kinds of package that are none: goods unpacked (same recommendation)."""

_UNMARKED = BULK | UNPACKED


@rule("PK01", element="kind")
def kind_is_known(packing: Packaging, case: Case) -> bool:
    """The kind of package is one that the law lists."""
    return not packing.kind or packing.kind in case.books.package_kinds


@rule("PK02", element="quantity")
def quantity_is_a_whole_number(packing: Packaging, case: Case) -> bool:
    """The number of packages is a whole number of at most eight digits, not below zero."""
    quantity = packing.quantity
    if quantity is None:
        return True
    return _is_count(quantity)


def _is_count(number: Decimal) -> bool:
    if not number.is_finite() or number.adjusted() >= MOST_DIGITS:
        return False
    return not number % 1 and (not number.is_signed() or not number)


@rule("PK03", element="quantity")
def packages_are_counted(packing: Packaging, case: Case) -> bool:
    """The number of packages is given, save for goods in bulk."""
    return packing.quantity is not None or packing.kind in BULK


@rule("PK04", element="quantity")
def bulk_is_not_counted(packing: Packaging, case: Case) -> bool:
    """Goods in bulk have no packages to count."""
    return packing.kind not in BULK or not packing.quantity


@rule("PK05", element="marks")
def marks_are_given(packing: Packaging, case: Case) -> bool:
    """The marks of packages are given, save for goods in bulk or unpacked."""
    return bool(packing.marks) or packing.kind in _UNMARKED


@rule("PK06", element="marks")
def marks_are_plain(packing: Packaging, case: Case) -> bool:
    """The marks have at most 512 characters and none that are hidden."""
    marks = packing.marks
    if not marks or (len(marks) <= LONGEST_MARKS and marks.isprintable()):
        return True
    return is_plain(marks, longest=LONGEST_MARKS)


@rule("PK07", element="packages")
def packages_are_numbered_from_one(item: GoodsItem, case: Case) -> bool:
    """The sequence numbers of an item's packages run from one without gaps."""
    packages = item.packages
    if len(packages) == 1 and packages[0].number == 1:
        return True
    return counts_from_one(packages)


@rule("PK08", element="packages", gravity=Gravity.WARNING)
def packages_are_not_listed_twice(item: GoodsItem, case: Case) -> bool:
    """No two lists of packages of an item have the same kind and the same marks."""
    packages = item.packages
    return len(packages) < 2 or is_without_repeats((each.kind, each.marks) for each in packages)


@rule("PK09", element="package_count")
def something_is_packed(document: Document, case: Case) -> bool:
    """A declaration has at least one package, save where all goods are in bulk."""
    for item in document.items:
        for packing in item.packages:
            if packing.quantity or packing.kind in BULK:
                return True
    return not document.items or packages_in(document) > 0


@rule("PK10", element="package_count")
def total_is_a_whole_number(document: Document, case: Case) -> bool:
    """The total of packages is a whole number of at most eight digits, not below zero."""
    total = document.package_count
    return total is None or _is_count(total)
