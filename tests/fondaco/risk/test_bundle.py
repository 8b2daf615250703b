"""The bundle: what it selects, and that nothing wrong in it passes."""

from datetime import date
from decimal import Decimal

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fondaco.evidence.canonical import canonical
from fondaco.risk.bundle import load
from fondaco.risk.elements import VOCABULARY
from fondaco.risk.expression.environment import by_name
from fondaco.risk.problem import SelectivityRefused
from fondaco.risk.profile import WHOLE
from fondaco.risk.sampling import Stratum
from fondaco.risk.selection import Channel, Selection, kept
from tests.fondaco.risk.synthetic import demonstration, selectivity

ON = date(2026, 11, 21)
BUNDLE = load(demonstration())
NOBODY_DRAWN = 999_999
PLAIN = {"item.number": 1, "item.commodity": "0803901000", "item.description": "Bananas"}


def known(header=None, *items, lists=None):
    given = {"importer.known_days": 900, "total_value": Decimal(1000), **(header or {})}
    return by_name(VOCABULARY, header=given, items=items or [PLAIN], lists=lists)


def select(environment, draw=NOBODY_DRAWN, previous=None):
    return BUNDLE.select(environment, on=ON, draw=draw, previous=previous)


RIFLES = {**PLAIN, "item.number": 2, "item.commodity": "9303300000"}
CHEAP_SHIRTS = {
    **PLAIN,
    "item.number": 3,
    "item.commodity": "6109100010",
    "item.value_per_kilogram": Decimal("2.10"),
}
LARGE_OTHER = {**PLAIN, "item.valuation_method": "4", "item.customs_value": Decimal(40000)}

CASES = [
    # name, header, items, draw, channel, stratum, propensity
    ("an ordinary consignment", {}, [], NOBODY_DRAWN, "green", "unselected", 30_000),
    ("the same, drawn at random", {}, [], 19_999, "red", "random", 30_000),
    ("the same, drawn for its documents", {}, [], 29_999, "yellow", "random", 30_000),
    ("the same, just not drawn", {}, [], 30_000, "green", "unselected", 30_000),
    ("arms", {}, [PLAIN, RIFLES], NOBODY_DRAWN, "red", "mandatory", WHOLE),
    ("arms, and drawn at random too", {}, [RIFLES], 0, "red", "mandatory", WHOLE),
    ("cheap shirts", {}, [CHEAP_SHIRTS], NOBODY_DRAWN, "yellow", "profile", WHOLE),
    ("cheap shirts, drawn at random", {}, [CHEAP_SHIRTS], 5, "red", "random", WHOLE),
    ("a large computed value", {}, [LARGE_OTHER], NOBODY_DRAWN, "blue", "profile", WHOLE),
    (
        "half of the used clothing, this one",
        {},
        [{**PLAIN, "item.commodity": "6309000000", "item.net_mass": Decimal(900)}],
        499_999,
        "red",
        "profile",
        500_000,
    ),
    (
        "half of the used clothing, not this one",
        {},
        [{**PLAIN, "item.commodity": "6309000000", "item.net_mass": Decimal(900)}],
        500_000,
        "green",
        "unselected",
        500_000,
    ),
    (
        "three small suspicions together",
        {},
        [
            {
                **PLAIN,
                "item.description": "parts",
                "item.price": Decimal(7000),
                "item.gross_mass": Decimal(1000),
                "item.net_mass": Decimal(100),
            }
        ],
        NOBODY_DRAWN,
        "yellow",
        "profile",
        WHOLE,
    ),
]


@pytest.mark.parametrize(
    ("header", "items", "draw", "channel", "stratum", "propensity"),
    [case[1:] for case in CASES],
    ids=[case[0] for case in CASES],
)
def test_selection(header, items, draw, channel, stratum, propensity):
    found = select(known(header, *items), draw=draw)

    assert (found.channel.value, found.stratum.value) == (channel, stratum)
    assert found.propensity_ppm == propensity
    assert found.draw == draw


def test_a_hit_says_which_item_and_why_in_both_languages():
    found = select(known({}, PLAIN, RIFLES, CHEAP_SHIRTS))

    assert [(hit.profile, hit.items) for hit in found.hits] == [
        ("SEC-WEAPONS", (2,)),
        ("VAL-CLOTHING", (3,)),
    ]
    assert found.reasons[1].en == (
        "Clothing far below its usual value: item 3: commodity code 6109100010, "
        "value per kilogram 2.1"
    )
    assert found.reasons[1].fr == (
        "Vêtements très au-dessous de leur valeur usuelle : article 3 : code marchandise "
        "6109100010, valeur par kilogramme 2,1"
    )
    assert [method.value for method in found.methods] == ["documents", "open"]
    assert found.method == "open"


def test_who_is_drawn_at_random_is_marked_even_where_the_law_orders_the_control():
    assert select(known({}, RIFLES), draw=100).at_random
    assert not select(known({}, RIFLES), draw=100_000).at_random


def test_a_living_list_comes_with_the_facts():
    listed = known({"importer": "XF1"}, lists={"failed audits": ("XF1",)})

    assert select(listed).hits[0].profile == "INT-FAILED-AUDIT"
    assert select(known({"importer": "XF1"})).hits == ()


def test_profiles_select_only_while_they_are_in_force():
    before = BUNDLE.select(known({}, RIFLES), on=date(2026, 1, 1), draw=NOBODY_DRAWN)
    after = BUNDLE.select(known({}, RIFLES), on=date(2030, 1, 1), draw=NOBODY_DRAWN)

    assert (before.channel, after.channel) == (Channel.RED, Channel.GREEN)
    with pytest.raises(LookupError, match="2025-12-31"):
        BUNDLE.select(known({}), on=date(2025, 12, 31), draw=0)
    assert BUNDLE.overdue(date(2027, 6, 2)) == BUNDLE.profiles
    assert BUNDLE.overdue(date(2027, 6, 1)) == ()


def test_the_same_inputs_give_the_same_bytes():
    again = load(demonstration())
    environment = known({}, PLAIN, RIFLES, CHEAP_SHIRTS)

    assert again.digest == BUNDLE.digest
    assert canonical(again.select(environment, on=ON, draw=7)) == canonical(
        select(environment, draw=7)
    )


def test_a_selection_is_read_back_from_its_bytes():
    found = select(known({}, PLAIN, RIFLES, CHEAP_SHIRTS), draw=7)

    again = msgspec.json.decode(canonical(found), type=Selection)

    assert again == found
    assert canonical(again) == canonical(found)
    assert again.reasons == found.reasons


declarations = st.lists(
    st.sampled_from([PLAIN, RIFLES, CHEAP_SHIRTS, LARGE_OTHER]), min_size=1, max_size=3
).map(lambda items: known({}, *items))
draws = st.sampled_from([0, 19_999, 20_000, 29_999, 30_000, NOBODY_DRAWN])


@settings(deadline=None)
@given(declarations, declarations, draws)
def test_a_channel_never_falls(first, second, draw):
    before = select(first, draw=draw)
    alone = select(second, draw=draw)

    after = select(second, draw=draw, previous=before)

    assert after.channel.severity == max(before.channel.severity, alone.channel.severity)
    assert after.propensity_ppm >= max(before.propensity_ppm, alone.propensity_ppm)
    assert {hit.profile for hit in after.hits} == {
        hit.profile for hit in (*before.hits, *alone.hits)
    }
    assert select(second, draw=draw, previous=after) == after


def test_nobody_rolls_again():
    before = select(known({}), draw=1)
    with pytest.raises(ValueError, match="expected the first to be kept"):
        select(known({}), draw=2, previous=before)


def test_a_kept_channel_is_enough_to_stay_above():
    after = select(known({}), draw=500_000, previous=kept(Channel.YELLOW, draw=500_000))

    assert (after.channel, after.stratum) == (Channel.YELLOW, Stratum.EARLIER)
    assert after.method == "documents"
    assert after.reasons[-1].en == "The same consignment was selected before"
    unchanged = select(known({}), draw=500_000, previous=kept(Channel.GREEN, draw=500_000))
    assert unchanged == select(known({}), draw=500_000)


def test_who_was_drawn_at_random_before_arrival_is_so_still_at_the_tax_point():
    before = select(known({}), draw=7)

    after = select(known({}), draw=7, previous=kept(before.channel, draw=7))

    assert after == before
    assert (after.stratum, after.propensity_ppm) == (Stratum.RANDOM, 30_000)


def test_synthetic_profiles_are_as_many_as_asked_for_and_hit_now_and_then():
    many = selectivity(200)
    assert len({profile.expression.text for profile in many.profiles}) == 200
    item = {
        **PLAIN,
        "item.commodity": "0101210000",
        "item.value_per_kilogram": Decimal("0.10"),
        "item.gross_mass": Decimal(1_000_000),
        "item.net_mass": Decimal(1),
    }
    assert many.select(known({}, item), on=ON, draw=0).hits


# What may not pass

PROFILE = """
[[profile]]
id = "ONE"
title = { en = "One", fr = "Un" }
expression = "item.origin == 'XA'"
channel = "yellow"
methods = ["documents"]
owner = "Nobody"
basis = { act = "Customs Act 2025", article = "s. 1" }
from = 2026-01-01
until = 2027-01-01
review = 2026-12-01
case = [
  { name = "hit", items = [{ "item.origin" = "XA" }], hits = [1] },
  { name = "not", items = [{ "item.origin" = "XB" }], hits = [] },
]
"""
SMALL = {
    "bundle.toml": b'title = { en = "A", fr = "B" }\npublished = 2026-01-01\n',
    "shares.toml": b"[[shares]]\nfrom = 2026-01-01\nrandom = { red = 5000 }\nmethods = ['open']\n",
    "profiles/one.toml": PROFILE.encode(),
}


def changed(old, new):
    assert old in PROFILE
    return {"profiles/one.toml": PROFILE.replace(old, new).encode()}


def shared(old, new):
    return {"shares.toml": SMALL["shares.toml"].decode().replace(old, new).encode()}


HALF_MANDATORY = '"yellow"\nmandatory = true\nshare = 5'
LEFT_ALONE, HIT_TOO = '"XB" }], hits = []', '"XA" }], hits = [1]'
IN_ITEM, IN_HEADER = 'items = [{ "item.origin" = "XB" }]', 'header = { "item.origin" = "XB" }'
EMPTY_LIST = b"[[list]]\nname='a'\nowner='b'\npurpose={en='c',fr='d'}"
TWO = PROFILE.replace('"ONE"', '"TWO"').replace('["documents"]', "[]")
REFUSED = [
    ("a bundle without shares", {"shares.toml": None}, "shares.toml"),
    ("a bundle without a head", {"bundle.toml": None}, "bundle.toml"),
    ("a strange file", {"notes.txt": b"hello"}, "notes.txt"),
    ("not TOML", {"lists.toml": b"= ="}, "TOML"),
    ("not UTF-8", {"lists.toml": b"\xff"}, "TOML"),
    ("too deep", {"lists.toml": b"a=" + b"[" * 5000}, "lists.toml"),
    ("too large", {"lists.toml": b"#" * 1_048_577}, "1048576 bytes"),
    ("a strange entry", {"lists.toml": b"[[thing]]"}, "[[list]]"),
    ("a list without values", {"lists.toml": EMPTY_LIST}, "living"),
    ("a floor switched off", shared("5000", "4999"), "at least 5000"),
    ("an office without the others", shared("from", "office = 'XF1'\nfrom"), "without an office"),
    ("shares that end", shared("from", "until = 2027-01-01\nfrom"), "for ever"),
    ("shares twice", {"shares.toml": SMALL["shares.toml"] * 2}, "overlap"),
    ("shares without methods", shared("'open'", ""), "methods"),
    ("a profile twice", {"profiles/two.toml": PROFILE.encode()}, "ONE 2 times"),
    ("a strange field", changed('id = "ONE"', 'id = "ONE"\nregex = ".*"'), "regex"),
    ("a float for a score", changed('channel = "yellow"', "score = 0.5"), "score"),
    ("a title in one language", changed(', fr = "Un"', ""), "fr"),
    ("a wrong expression", changed("item.origin ==", "item.orgin =="), "did you mean item.origin"),
    ("an unknown list", changed("== 'XA'", "in watch_list('x')"), "'x'"),
    ("an expired profile", changed("until = 2027-01-01", "until = 2026-01-01"), "expired"),
    ("a period that ends first", changed("from = 2026", "from = 2028"), "an end after"),
    ("a review too late", changed("review = 2026-12-01", "review = 2027-02-01"), "a review"),
    ("a profile without effect", changed('channel = "yellow"', ""), "without effect"),
    ("a green profile", changed('"yellow"', '"green"'), "without effect"),
    (
        "a mandatory profile by halves",
        changed('"yellow"', HALF_MANDATORY),
        "mandatory",
    ),
    ("a control without a method", changed('["documents"]', "[]"), "at least one method"),
    ("a case that fails", changed("hits = []", "hits = [1]"), "case “not”"),
    (
        "no case that is left alone",
        changed(LEFT_ALONE, HIT_TOO),
        "a case that is hit",
    ),
    (
        "a case about nothing known",
        changed('"item.origin" = "XB"', '"item.orign" = "X"'),
        "item.orign",
    ),
    ("a case of the wrong type", changed('"item.origin" = "XB"', '"item.origin" = 5'), "a code"),
    (
        "a case of the wrong row",
        changed(IN_ITEM, IN_HEADER),
        "element of the header",
    ),
]


def test_the_small_bundle_is_in_order():
    assert [profile.id for profile in load(SMALL).profiles] == ["ONE"]


@pytest.mark.parametrize(
    ("files", "named"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED]
)
def test_a_wrong_bundle_is_refused(files, named):
    whole = {name: body for name, body in {**SMALL, **files}.items() if body is not None}
    with pytest.raises(SelectivityRefused) as refused:
        load(whole)
    assert any(named in str(problem) for problem in refused.value.problems), refused.value
    assert all(problem.said("fr") != problem.said("en") for problem in refused.value.problems)


def test_all_problems_are_named_at_once():
    files = {
        **SMALL,
        **shared("5000", "1"),
        "profiles/one.toml": PROFILE.replace("'XA'\"", '5"').encode(),
        "profiles/two.toml": PROFILE.replace('"ONE"', '"TWO"')
        .replace('["documents"]', "[]")
        .encode(),
    }
    with pytest.raises(SelectivityRefused) as refused:
        load(files)
    assert {problem.file for problem in refused.value.problems} == {
        "shares.toml",
        "profiles/one.toml",
        "profiles/two.toml",
    }
