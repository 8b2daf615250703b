"""Shares add up to what is shared, and none is unfair by more than a cent."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fondaco.valuation.apportionment import apportion

WEIGHTS = st.lists(st.decimals(0, 10**6, places=3), min_size=1, max_size=40).filter(any)


@given(st.decimals(0, 10**9, places=2), WEIGHTS)
def test_shares_add_up_exactly(amount, weights):
    assert sum(apportion(amount, weights)) == amount


@given(st.decimals(0, 10**9, places=2), WEIGHTS)
def test_no_share_is_a_cent_or_more_from_its_due(amount, weights):
    whole = sum(weights)
    for share, weight in zip(apportion(amount, weights), weights, strict=True):
        assert abs(share * whole - amount * weight) < whole * Decimal("0.01")


@given(st.decimals(0, 10**9, places=2), WEIGHTS)
def test_what_weighs_nothing_bears_nothing(amount, weights):
    for share, weight in zip(apportion(amount, weights), weights, strict=True):
        assert weight or not share


@given(st.decimals(0, 10**6, places=2), st.decimals(1, 10**6, places=3), st.integers(1, 9))
def test_equal_items_differ_by_a_cent_at_most_and_the_earlier_bears_it(amount, weight, count):
    shares = apportion(amount, [weight] * count)

    assert max(shares) - min(shares) <= Decimal("0.01")
    assert list(shares) == sorted(shares, reverse=True)


def test_an_amount_finer_than_a_cent_is_shared_as_finely():
    assert apportion(Decimal("0.001"), [Decimal(1), Decimal(2)]) == (Decimal(0), Decimal("0.001"))


@pytest.mark.parametrize("weights", [[], [Decimal(0)], [Decimal(2), Decimal(-1)]])
def test_weights_that_say_nothing_are_refused(weights):
    with pytest.raises(ValueError, match="expected none below zero and one above"):
        apportion(Decimal(1), weights)
