"""Charts are well-formed, need no style and no script, and say in a table what they draw."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from customhouse.presentation import charts
from customhouse.presentation.charts import Series

VALUES = st.one_of(st.none(), st.decimals(0, 10**9, places=2), st.integers(0, 10**9))


def drawing(chart: charts.Chart) -> etree._Element:
    """Return the parsed drawing of a chart."""
    return etree.fromstring(str(chart.drawing))


@given(st.lists(VALUES, min_size=1, max_size=30), st.sampled_from([charts.bars, charts.lines]))
def test_any_values_make_a_drawing_within_its_frame(values: list, draw: object) -> None:
    labels = [str(place) for place in range(len(values))]
    chart = draw(
        title="T", says="S", across="X", labels=labels, series=[Series(name="a", values=values)]
    )
    for rect in drawing(chart).iter("rect"):
        top, height = int(rect.get("y")), int(rect.get("height"))
        assert top >= charts.HEAD
        assert top + height <= charts.HEAD + charts.PLOT + 1
        assert 0 <= Decimal(rect.get("x").rstrip("%")) < 100


def test_a_drawing_has_a_name_a_description_and_neither_style_nor_script() -> None:
    chart = charts.bars(
        title="Accepted <today>",
        says='Most at "nine"',
        across="Hour",
        labels=["09", "10"],
        series=[Series(name="green", values=[3, 5], colour="channel-green")],
    )
    root = drawing(chart)
    named = root.get("aria-labelledby").split()
    assert root.get("role") == "img"
    assert [root.find("title").get("id"), root.find("desc").get("id")] == named
    assert root.find("title").text == "Accepted <today>"
    assert not any("style" in each.attrib or each.tag == "script" for each in root.iter())


@pytest.mark.parametrize(
    ("most", "top"), [(0, 4), (3, 4), (5, 6), (9, 10), (50, 60), (101, 200), (1001, 2000)]
)
def test_the_axis_ends_at_a_round_number(most: int, top: int) -> None:
    assert charts._top([most]) == top


def test_a_missing_value_breaks_the_line() -> None:
    chart = charts.lines(
        title="T",
        says="S",
        across="X",
        labels=list("abcd"),
        series=[Series(name="a", values=[1, 2, None, 3])],
    )
    assert len(list(drawing(chart).iter("polyline"))) == 2


def test_stacked_series_come_to_their_total() -> None:
    chart = charts.bars(
        title="T",
        says="S",
        across="X",
        labels=["a"],
        series=[Series(name="one", values=[2]), Series(name="two", values=[Decimal("3.5")])],
    )
    assert chart.totals
    assert charts.total(chart, 0) == Decimal("5.5")


def test_a_bar_of_a_table_is_its_share() -> None:
    assert 'width="25%"' in charts.bar(1, most=4)
    assert 'width="0%"' in charts.bar(0, most=0)
