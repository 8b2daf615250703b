"""Chance: the floor that nobody can switch off, and probabilities that are exact."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fondaco.risk.channel import Channel, Method
from fondaco.risk.profile import WHOLE
from fondaco.risk.sampling import (
    FLOOR,
    Demand,
    Share,
    Shares,
    Stratum,
    at,
    chances,
    propensity,
    schedule,
    severer,
)

SHARES = Shares(
    random=(Share(Channel.RED, 20_000), Share(Channel.YELLOW, 10_000)),
    methods=(Method.OPEN,),
    exploration=(Share(Channel.RED, 5_000),),
)

controlled = st.sampled_from([Channel.BLUE, Channel.YELLOW, Channel.RED])
demands = st.lists(
    st.builds(Demand, controlled, st.integers(1, WHOLE))
    | st.builds(Demand, controlled, mandatory=st.just(True)),
    max_size=4,
)
shares = st.builds(
    lambda red, yellow, explored: Shares(
        random=(Share(Channel.RED, red), Share(Channel.YELLOW, yellow)),
        methods=(Method.OPEN,),
        exploration=(Share(Channel.RED, explored),),
    ),
    st.integers(FLOOR, 300_000),
    st.integers(0, 300_000),
    st.integers(0, 300_000),
)
draws = st.integers(0, WHOLE - 1)


def test_without_demands_only_chance_selects():
    steps = schedule([], shares=SHARES)

    assert [(step.until, step.channel, step.stratum, step.at_random) for step in steps] == [
        (20_000, Channel.RED, Stratum.RANDOM, True),
        (30_000, Channel.YELLOW, Stratum.RANDOM, True),
        (35_000, Channel.RED, Stratum.EXPLORATION, False),
        (WHOLE, Channel.GREEN, Stratum.UNSELECTED, False),
    ]
    assert propensity(steps) == 35_000


def test_over_all_draws_the_frequency_is_the_propensity():
    steps = schedule(
        [Demand(Channel.YELLOW, 400_000), Demand(Channel.RED, 12_345), Demand(Channel.BLUE)],
        shares=SHARES,
    )

    frequencies = Counter(at(steps, draw=draw).channel for draw in range(WHOLE))

    assert {channel: frequencies[channel] for channel in Channel} == chances(steps)
    assert propensity(steps) == WHOLE - frequencies[Channel.GREEN] == WHOLE
    assert frequencies[Channel.RED] == 25_000


def asked(demands, shares, draw):
    """Every channel that something asks for at the draw, worked out one by one."""
    found = {demand.channel for demand in demands if draw < demand.share}
    start = 0
    for share in shares.random + shares.exploration:
        if start <= draw < start + share.parts:
            found.add(share.channel)
        start += share.parts
    return found


@given(demands, shares, draws)
def test_each_draw_leads_to_the_severest_channel_asked_for(demands, shares, draw):
    step = at(schedule(demands, shares=shares), draw=draw)

    expected = max(asked(demands, shares, draw), key=lambda each: each.severity, default="green")
    assert step.channel == expected
    assert step.at_random is (draw < sum(each.parts for each in shares.random))


@given(demands, shares)
def test_the_chances_are_those_of_the_places_between_the_shares(demands, shares):
    """The channel can change only where some share ends; each stretch counts its draws."""
    ends = {WHOLE, *(demand.share for demand in demands)}
    start = 0
    for share in shares.random + shares.exploration:
        start += share.parts
        ends.add(start)
    counted = dict.fromkeys(Channel, 0)
    first = 0
    for last in sorted(ends - {0}):
        found = asked(demands, shares, first)
        severest = max(found, key=lambda each: each.severity, default=Channel.GREEN)
        counted[severest] += last - first
        first = last

    steps = schedule(demands, shares=shares)

    assert chances(steps) == counted
    assert sum(counted.values()) == WHOLE


@given(demands, shares, draws)
def test_no_demand_takes_anything_out_of_the_random_share(demands, shares, draw):
    alone = at(schedule([], shares=shares), draw=draw)
    together = at(schedule(demands, shares=shares), draw=draw)

    assert together.channel.severity >= alone.channel.severity
    assert together.at_random == alone.at_random
    assert chances(schedule(demands, shares=shares))[Channel.RED] >= FLOOR


@given(demands, shares, draws)
def test_what_the_law_orders_is_never_left_to_chance(demands, shares, draw):
    steps = schedule([*demands, Demand(Channel.RED, mandatory=True)], shares=shares)

    step = at(steps, draw=draw)

    assert (step.channel, step.stratum) == (Channel.RED, Stratum.MANDATORY)
    assert propensity(steps) == WHOLE


@given(demands, demands, shares, draws)
def test_two_schedules_together_are_the_severer_of_both_at_every_draw(one, other, shares, draw):
    first, second = schedule(one, shares=shares), schedule(other, shares=shares)

    both = severer(first, second)

    assert at(both, draw=draw).channel == max(
        at(first, draw=draw).channel, at(second, draw=draw).channel, key=lambda each: each.severity
    )
    assert severer(second, first) == both
    assert chances(severer(first, first)) == chances(first)


@pytest.mark.parametrize(
    ("random", "exploration"),
    [
        ((), ()),
        ((Share(Channel.RED, FLOOR - 1),), ()),
        ((Share(Channel.YELLOW, 500_000),), ()),
        ((Share(Channel.RED, FLOOR), Share(Channel.YELLOW, -1)), ()),
        ((Share(Channel.RED, FLOOR),), (Share(Channel.RED, WHOLE),)),
    ],
)
def test_the_random_floor_cannot_be_switched_off(random, exploration):
    with pytest.raises(ValueError, match="expected"):
        Shares(random=random, methods=(Method.OPEN,), exploration=exploration)


@pytest.mark.parametrize("draw", [-1, WHOLE])
def test_what_is_no_draw_is_refused(draw):
    with pytest.raises(ValueError, match="expected 0 to 999999"):
        at(schedule([], shares=SHARES), draw=draw)
