"""What an address may ask of a list, what is shown of it, and what is taken away."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from customhouse.presentation import export
from customhouse.presentation import listing as lists
from customhouse.presentation.listing import Asked, Column, Filter, Listing, View


class Entry(NamedTuple):
    """A row."""

    name: str
    sum: Decimal


LISTING: Listing[Entry] = Listing(
    name="entries",
    sort="name",
    columns=(
        Column(
            name="name",
            heading="Name",
            shows=lambda row: row.name,
            holds=lambda row: row.name,
            is_sortable=True,
        ),
        Column(name="sum", heading="Sum", shows=lambda row: row.sum, holds=lambda row: row.sum),
    ),
    filters=(
        Filter(name="q", label="Words"),
        Filter(name="state", label="State", choices=[("open", "Open"), ("done", "Done")]),
    ),
    views=(View(name="open", label="Open", values={"state": "open"}),),
)


def rows_of(total: int) -> lists.Callable[[Asked], tuple[Sequence[Entry], int]]:
    """Return a source of so many rows."""
    rows = [Entry(f"entry {place}", Decimal(place)) for place in range(total)]
    return lambda asked: (rows[asked.offset : asked.offset + asked.page_size], total)


@pytest.mark.parametrize(
    ("query", "sort", "descending", "page"),
    [
        ({}, "name", False, 1),
        ({"sort": "-name", "page": "3"}, "name", True, 3),
        ({"sort": "password"}, "name", False, 1),
        ({"sort": "sum"}, "name", False, 1),
        ({"page": "-1"}, "name", False, 1),
        ({"page": "٣"}, "name", False, 1),
        ({"page": "9" * 40}, "name", False, 100_000),
    ],
)
def test_an_address_asks_only_what_is_offered(
    query: dict[str, str], sort: str, descending: bool, page: int
) -> None:
    asked = lists.read(LISTING, query)
    assert (asked.sort, asked.descending, asked.page) == (sort, descending, page)


def test_an_unknown_choice_is_no_filter() -> None:
    assert lists.read(LISTING, {"state": "secret", "q": " coffee\0 "}).values == {"q": "coffee"}


@given(
    st.fixed_dictionaries(
        {},
        optional={
            "sort": st.sampled_from(["name", "-name", "x"]),
            "page": st.integers(1, 500).map(str),
            "q": st.text(max_size=20),
            "state": st.sampled_from(["open", "done", "?"]),
        },
    )
)
def test_an_address_that_is_made_again_asks_the_same(query: dict[str, str]) -> None:
    asked = lists.read(LISTING, query)
    again = lists.address(LISTING, asked, page=asked.page)
    from urllib.parse import parse_qsl

    assert lists.read(LISTING, dict(parse_qsl(again.removeprefix("?")))) == asked


def test_a_page_after_the_last_shows_the_last() -> None:
    shown = lists.show(LISTING, lists.read(LISTING, {"page": "99"}), rows_of(60))
    assert (shown.asked.page, shown.first, shown.last, shown.count) == (3, 51, 60, 60)
    assert shown.pages == [1, 2, 3]


def test_pages_left_out_are_marked() -> None:
    shown = lists.show(LISTING, lists.read(LISTING, {"page": "20"}), rows_of(1000))
    assert shown.pages == [1, None, 19, 20, 21, None, 40]


def test_sorting_again_turns_round_and_goes_to_the_first_page() -> None:
    shown = lists.show(LISTING, lists.read(LISTING, {"page": "2"}), rows_of(60))
    assert shown.sort_address(LISTING.columns[0]) == "?sort=-name"
    assert shown.sorted_how(LISTING.columns[0]) == "ascending"


def test_a_view_is_known_by_its_filters() -> None:
    shown = lists.show(LISTING, lists.read(LISTING, {"state": "open"}), rows_of(1))
    assert shown.is_view(LISTING.views[0])
    assert shown.view_address(LISTING.views[0]) == "?state=open"


HOSTILE = ["=1+1", "+HYPERLINK(1)", "-2+3", "@SUM(A1)", "\tx", "\r=1"]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_of_a_csv_file_is_a_formula(text: str) -> None:
    made = b"".join(export.as_csv(LISTING.columns, [Entry(text, Decimal("-12.50"))])).decode()
    line = made.split("\r\n", 1)[1]
    assert line.lstrip('"').startswith("'")
    assert line.rstrip("\r\n").endswith("-12.50")


@pytest.mark.parametrize("text", [*HOSTILE, "a\x00b", "<&>", "Schoß 💶"])
def test_a_spreadsheet_holds_texts_as_texts_and_numbers_as_numbers(text: str) -> None:
    made = export.as_spreadsheet(LISTING.columns, [Entry(text, Decimal("-12.50"))])
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        sheet = etree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
        for name in archive.namelist():
            etree.fromstring(archive.read(name))
    space = {"s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
    cells = sheet.findall(".//s:row[2]/s:c", space)
    assert cells[0].get("t") == "inlineStr"
    assert cells[0].find(".//s:t", space).text == text.replace("\x00", "").replace("\r", "\n")
    assert cells[1].find("s:v", space).text == "-12.50"
    assert sheet.findall(".//s:f", space) == []
