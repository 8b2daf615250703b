"""How values are written, in both languages: the unit with the number, the zone with the time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone, translation

from customhouse.presentation import formats
from fondaco.units.money import Money
from fondaco.units.quantity import Quantity

AT = datetime(2026, 11, 21, 13, 3, tzinfo=UTC)
OSLO = "Europe/Oslo"


def words(markup: object) -> str:
    """Return the text of some markup, narrow and fixed spaces as plain ones."""
    text = formats.Markup(str(markup)).striptags()
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("language", "given", "expected"),
    [
        ("en", Money(Decimal("1234567.5"), "XFC"), "1,234,567.50 XFC"),
        ("fr", Money(Decimal("1234567.5"), "XFC"), "1 234 567,50 XFC"),
        ("en", Money(Decimal("-12"), "EUR"), "−12.00 EUR"),
        ("en", Money(Decimal("1500"), "JPY"), "1,500 JPY"),
        ("en", Money(Decimal("1.2345"), "TND"), "1.234 TND"),
    ],
)
def test_money_has_the_places_of_its_currency(language: str, given: Money, expected: str) -> None:
    with translation.override(language):
        assert words(formats.money(given)) == expected


@pytest.mark.parametrize(
    ("language", "fraction", "expected"),
    [
        ("en", "0.065", "6.5%"),
        ("fr", "0.065", "6,5 %"),
        ("en", "0", "0%"),
        ("en", "1.25", "125%"),
        ("en", "-0.012345", "−1.2345%"),
    ],
)
def test_a_share_is_a_percentage(language: str, fraction: str, expected: str) -> None:
    with translation.override(language):
        assert words(formats.percent(Decimal(fraction))) == expected


def test_a_quantity_names_its_unit() -> None:
    with translation.override("en"):
        assert words(formats.quantity(Quantity(Decimal("12.50"), "LTR"))) == "12.5 litres"
        assert words(formats.quantity(Quantity(Decimal(3), "ZZ9"))) == "3 ZZ9"
        assert words(formats.mass(Decimal("1250"))) == "1,250 kg"


def test_a_moment_says_zone_and_distance() -> None:
    with translation.override("en"), timezone.override(OSLO):
        shown = formats.moment(AT, at=AT + timedelta(minutes=3))
        assert words(shown) == "21 Nov 2026, 14:03 CET (3 minutes ago)"
        assert 'datetime="2026-11-21T14:03:00+01:00"' in shown


@pytest.mark.parametrize(
    ("left", "expected", "kind"),
    [
        (timedelta(minutes=20), "20 minutes left", "soon"),
        (timedelta(hours=5), "5 hours left", '"clock "'),
        (timedelta(hours=-3), "3 hours late", "late"),
    ],
)
def test_a_clock_says_what_is_left(left: timedelta, expected: str, kind: str) -> None:
    with translation.override("en"):
        shown = formats.due(AT + left, at=AT)
    assert words(shown) == expected
    assert kind in shown


def test_a_commodity_code_is_grouped_and_a_country_named() -> None:
    with translation.override("fr"):
        assert words(formats.commodity("0901210000")) == "0901 21 00 00"
        assert words(formats.country("NO")) == "Norvège NO"
        assert words(formats.country("QZ")) == "QZ"


def test_what_is_absent_is_a_dash() -> None:
    for write in (formats.money, formats.moment, formats.day, formats.mass, formats.mrn):
        assert words(write(None)) == "–"


def test_nothing_from_outside_becomes_markup() -> None:
    hostile = "<script>alert(1)</script>"
    for write in (formats.mrn, formats.code, formats.commodity, formats.digest, formats.either):
        assert "<script>" not in str(write(hostile))
    assert "<script>" not in formats.money(Decimal(1), hostile)
    assert "<script>" not in formats.mrn(hostile, copy=True)
