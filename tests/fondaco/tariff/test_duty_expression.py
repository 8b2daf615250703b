"""Rates are read as the tariff writes them, and nothing else is."""

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fondaco.legal.wording import Wording
from fondaco.tariff.duty_expression import Component, ExpressionRefused, parse
from fondaco.tariff.rate_text import in_words

SHARE = Component(Decimal("0.12"))
WEIGHT = Component(Decimal("30.00"), Decimal(100), "KGM")
UNITS = {"KGM": Wording("kilogram", "kilogramme")}


@pytest.mark.parametrize(
    ("text", "components", "minimum", "maximum"),
    [
        ("FREE", (Component(Decimal(0)),), (), ()),
        ("12 %", (SHARE,), (), ()),
        ("30.00 XFC / 100 KGM", (WEIGHT,), (), ()),
        ("12 % + 30.00 XFC / 100 KGM", (SHARE, WEIGHT), (), ()),
        ("12 % MIN 30.00 XFC / 100 KGM", (SHARE,), (WEIGHT,), ()),
        ("12 % MAX 30.00 XFC / 100 KGM", (SHARE,), (), (WEIGHT,)),
        ("30.00 XFC / 100 KGM MIN 12 % MAX 12 % + 30.00 XFC / 100 KGM", (WEIGHT,), (SHARE,),
         (SHARE, WEIGHT)),
        ("12 % - 2 %", (SHARE, Component(Decimal("-0.02"))), (), ()),
    ],
)  # fmt: skip
def test_a_rate_is_read(text, components, minimum, maximum):
    rate = parse(text, currency="XFC")

    assert (rate.components, rate.minimum, rate.maximum) == (components, minimum, maximum)


@pytest.mark.parametrize(
    "text",
    ["", "12", "-5 %", "12 % +", "30 EUR / KGM", "30 XFC", "30 XFC / 0 KGM", "12 % MIN", "12%%",
     "MAX 3 %", "12 % MAX 3 % MIN 1 %", "1e3 %", "١ %", "NaN %"],
)  # fmt: skip
def test_what_is_no_rate_is_refused(text):
    with pytest.raises(ExpressionRefused, match="expected a rate in XFC"):
        parse(text, currency="XFC")


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text):
    with suppress(ExpressionRefused):
        assert parse(text, currency="XFC").components


def test_a_rate_in_words():
    rate = parse("12 % + 30.00 XFC / 100 KGM MIN 5 % MAX 1250.5 XFC / KGM", currency="XFC")

    said = [in_words(rate, language=each, currency="XFC", units=UNITS) for each in ("en", "fr")]

    assert said == [
        "12 % + 30.00 XFC per 100 kilogram, not less than 5 %, "
        "not more than 1,250.50 XFC per kilogram",
        "12 % + 30,00 XFC par 100 kilogramme, au minimum 5 %, "
        "au maximum 1\u202f250,50 XFC par kilogramme",
    ]
    assert in_words(parse("FREE", currency="XFC"), language="fr", currency="XFC", units={}) == (
        "exempt"
    )
