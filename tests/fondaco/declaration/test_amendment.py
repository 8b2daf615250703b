"""What differs between two versions, and what a request makes of a declaration."""

from decimal import Decimal

import msgspec
import pytest

from fondaco.declaration.amendment import (
    AmendmentRefused,
    amended,
    carried,
    differences,
    is_amendment,
    is_cancellation,
    is_presentation,
    is_request,
    targets,
)
from fondaco.declaration.document import Change, Document, GoodsItem, Party, Shipment
from fondaco.declaration.elements import pointer_of, value_at
from fondaco.messages.wco_notification.decided import pointer_steps
from fondaco.units.money import Money

MRN = "26XF000000000001R7"
KIND_OF_REQUEST = [
    ("COR", (True, False, False)),
    ("INV", (False, True, False)),
    ("GPR", (False, False, True)),
]


def put(document, path, value):
    *way, last = path.split(".")
    part = document
    for step in way:
        part = getattr(part, step)
    new = msgspec.structs.replace(part, **{last: value})
    for depth in range(len(way) - 1, -1, -1):
        holder = document
        for step in way[:depth]:
            holder = getattr(holder, step)
        new = msgspec.structs.replace(holder, **{way[depth]: new})
    return new


def asking(*pointers, **carrying):
    changes = tuple(Change(reason="32", pointers=pointer_steps(pointer)) for pointer in pointers)
    return Document(function="13", kind="COR", mrn=MRN, changes=changes, **carrying)


@pytest.mark.parametrize(("kind", "expected"), KIND_OF_REQUEST)
def test_what_a_request_asks_for(kind, expected):
    request = Document(function="13", kind=kind)

    assert is_request(request)
    assert (is_amendment(request), is_cancellation(request), is_presentation(request)) == expected


@pytest.mark.parametrize(("kind", "expected"), KIND_OF_REQUEST)
def test_a_declaration_asks_for_nothing(kind, expected):
    lodged = Document(function="9", kind=kind)

    assert not (is_request(lodged) or is_amendment(lodged) or is_cancellation(lodged))
    assert not is_presentation(lodged)


def test_differences_name_the_field_with_what_was_and_what_is(kept):
    new = put(kept, "shipment.trade_terms.condition", "CIF")

    (found,) = differences(kept, new)

    assert (found.path, found.before, found.after) == (
        "shipment.trade_terms.condition",
        "FOB",
        "CIF",
    )
    assert found.pointer == "42A/67A/22B/090"


def test_numbers_that_are_written_differently_do_not_differ(kept):
    same = put(kept, "invoice_amount", Money(Decimal("116413.100"), "EUR"))

    assert differences(kept, same) == ()


def test_an_item_that_was_taken_out_is_one_difference_and_the_others_keep_their_place(kept):
    items = kept.shipment.items
    new = put(kept, "shipment.items", (*items[:1], *items[2:]))

    (found,) = differences(kept, new)

    assert (found.path, found.after) == ("shipment.items[1]", None)
    assert found.before.startswith("2, 6109100000, T-shirts of cotton")


def test_an_item_that_was_added_is_one_difference(kept):
    new = put(kept, "shipment.items", (*kept.shipment.items, GoodsItem(number=6, origin="NO")))

    (found,) = differences(kept, new)

    assert (found.path, found.before, found.after) == ("shipment.items[5]", None, "6, NO")


def test_a_party_that_was_added_is_one_difference(kept):
    (found,) = differences(kept, put(kept, "shipment.buyer", Party(identifier="XF100000016")))

    assert (found.path, found.before, found.after) == ("shipment.buyer", None, "XF100000016")


def test_an_amendment_changes_what_it_points_at_and_nothing_else(kept, amendment):
    new = amended(kept, amendment)

    (found,) = differences(kept, new)

    assert (found.path, found.before, found.after) == ("shipment.items[0].net_mass", "1200", "1195")


def test_an_amendment_that_carries_nothing_takes_the_element_away(kept):
    request = asking("42A/67A/35B/009")

    assert amended(kept, request).shipment.reference is None


def test_an_amendment_adds_an_item(kept):
    added = GoodsItem(number=6, origin="NO", net_mass=Decimal(3))
    request = asking("42A/67A/68A[6]", shipment=Shipment(items=(added,)))

    assert amended(kept, request).shipment.items == (*kept.shipment.items, added)


def test_an_amendment_replaces_an_item_by_its_number(kept):
    new = GoodsItem(number=2, origin="NO")
    request = asking("42A/67A/68A[2]", shipment=Shipment(items=(new,)))

    assert amended(kept, request).shipment.items[1] == new


def test_an_amendment_takes_items_out_and_counts_the_others_again(kept):
    request = asking("42A/67A/68A[2]", "42A/67A/68A[4]")

    left = amended(kept, request).shipment.items

    assert [item.number for item in left] == [1, 2, 3]
    assert [item.origin for item in left] == ["BR", "CN", "FR"]


def test_an_amendment_adds_a_party_that_was_not_there(kept):
    buyer = Party(identifier="XF100000016", name="Adler Trading Ltd")
    request = asking("42A/67A/16A/R010", shipment=Shipment(buyer=buyer))

    assert amended(kept, request).shipment.buyer == buyer


def test_an_amendment_changes_money_with_its_currency(kept):
    total = Money(Decimal(5), "USD")
    request = asking("42A/109", invoice_amount=total)

    assert amended(kept, request).invoice_amount == total


def test_a_document_shown_alone_stands_for_the_one_pointed_at(kept):
    shown = kept.shipment.items[1].documents[1]
    corrected = msgspec.structs.replace(shown, identifier="GSP-BD-55121")
    item = GoodsItem(number=2, documents=(corrected,))
    request = asking("42A/67A/68A[2]/02A[2]/D005", shipment=Shipment(items=(item,)))

    new = amended(kept, request)

    assert new.shipment.items[1].documents[1].identifier == "GSP-BD-55121"
    assert new.shipment.items[1].documents[0] == kept.shipment.items[1].documents[0]


@pytest.mark.parametrize("pointer", ["42A/99Z", "42A", "42A/D014", "42A/03A[1]/225"])
def test_a_change_that_cannot_be_made_is_refused(kept, pointer):
    with pytest.raises(AmendmentRefused, match="expected one of the goods' data"):
        amended(kept, asking(pointer))


def test_what_two_versions_differ_in_can_be_asked_for_and_made(kept):
    """An amendment made of the differences between two versions leads from one to the other."""
    new = put(put(kept, "exporter.name", "Zuiderhaven"), "package_count", Decimal(339))
    paths = [each.path for each in differences(kept, new)]
    request = asking(*map(pointer_of, paths), exporter=new.exporter, package_count=Decimal(339))

    assert [path for _, path in targets(request)] == paths
    assert all(carried(request, path) == value_at(new, path) for path in paths)
    assert amended(kept, request) == new
