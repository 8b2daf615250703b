"""Canonical bytes: one spelling for one value, equal to what RFC 8785 says."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from enum import IntEnum, StrEnum
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
import pytest
import rfc8785
from hypothesis import example, given
from hypothesis import strategies as st

from fondaco.evidence.canonical import (
    LARGEST_WHOLE_NUMBER,
    canonical,
    canonical_of_json,
    digest,
    digest_of_bytes,
    normal,
)

GOLDEN = json.loads((Path(__file__).parent / "golden" / "canonical.json").read_text("utf-8"))


class Channel(StrEnum):
    GREEN = "green"


class Priority(IntEnum):
    HIGH = 3


class Money(msgspec.Struct, frozen=True):
    amount: Decimal
    currency: str


class Item(msgspec.Struct, frozen=True, rename="camel"):
    number: int
    goods_description: str
    value: Money
    mass: Decimal | None = None


class Refused(msgspec.Struct, frozen=True, tag="refused", tag_field="kind"):
    reason: str


class Document(msgspec.Struct, frozen=True, omit_defaults=True):
    lodged: datetime
    on: date
    items: tuple[Item, ...]
    outcome: Refused | None = None
    channel: Channel = Channel.GREEN
    priority: Priority = Priority.HIGH
    marks: dict[str, Any] = {}


DOCUMENT = Document(
    lodged=datetime(2026, 11, 21, 8, 30, tzinfo=UTC),
    on=date(2026, 11, 21),
    items=(
        Item(1, 'Thé, "vert"\n', Money(Decimal("12.50"), "EUR"), Decimal("1E+3")),
        Item(2, "\x00\x1f\x7f\u2028</script>/\\", Money(Decimal("-0.00"), "NOK")),
    ),
    outcome=Refused("late"),
    marks={"b": (), "a": {}, "A": None, "": True, "10": LARGEST_WHOLE_NUMBER, "9": "1.50"},
)

VALUES = {
    "document": DOCUMENT,
    "empty object": {},
    "empty array": (),
    "nothing": None,
    "text beyond the basic plane": "\U0001f6a2 \ufb33",
    "names sorted by UTF-16": {"\U0001f6a2": 1, "\ufb33": 2, "z": 3, "é": Decimal("1.10")},
    "decimals": tuple(
        Decimal(each) for each in ("0", "-0", "100", "1E+2", "0.10", "-1.50", "1E-7", "123.4500")
    ),
    "instants": (
        datetime(2026, 3, 29, 1, 0, tzinfo=UTC),
        datetime(2026, 3, 29, 1, 0, 0, 500, tzinfo=timezone(timedelta(hours=5, minutes=30))),
    ),
    "whole numbers": (0, -1, 2**32, -(2**31) - 1, LARGEST_WHOLE_NUMBER, -LARGEST_WHOLE_NUMBER),
}


@pytest.mark.parametrize("name", VALUES)
def test_the_form_is_frozen(name: str) -> None:
    """A change here breaks every digest and signature ever given: it needs a new form."""
    assert canonical(VALUES[name]).decode() == GOLDEN[name]["canonical"]
    assert digest(VALUES[name]) == GOLDEN[name]["digest"]


def test_every_golden_value_is_tried() -> None:
    assert VALUES.keys() == GOLDEN.keys()


# Whatever is hard: escapes, surrogate pairs against U+E000 to U+FFFF, and the quiet middle.
characters = st.sampled_from(
    '\x00\x1f"\\/:ab0é\x7f\x80\u02cf\u03c0\ue000\uffff\U00010000\U0001f6a2'
)
texts = st.text(characters, max_size=8) | st.text(st.characters(codec="utf-8"), max_size=4)
whole_numbers = st.integers(-LARGEST_WHOLE_NUMBER, LARGEST_WHOLE_NUMBER)
decimals = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**40), max_value=10**40)
zones = st.sampled_from([UTC, ZoneInfo("Europe/Oslo"), timezone(timedelta(hours=-3, minutes=-30))])
instants = st.datetimes(datetime(1980, 1, 1), timezones=zones)  # noqa: DTZ001
leaves = st.none() | st.booleans() | whole_numbers | texts | decimals | st.dates() | instants
money = st.builds(Money, decimals, texts)
items = st.builds(Item, whole_numbers, texts, money, st.none() | decimals)
refusals = st.builds(Refused, texts)
values = st.recursive(
    leaves | money | items | refusals,
    lambda inner: (
        st.lists(inner, max_size=4).map(tuple) | st.dictionaries(texts, inner, max_size=4)
    ),
    max_leaves=8,
)
documents = st.builds(
    Document,
    instants,
    st.dates(),
    st.lists(items, max_size=2).map(tuple),
    st.none() | refusals,
    marks=st.dictionaries(texts, leaves, max_size=3),
)


def plain(value: object) -> Any:
    """What a reader who knows nothing of our types would make of the value."""
    if isinstance(value, dict):
        return {name: plain(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    return normal(value) if isinstance(value, Decimal) else value


@given(values | documents)
@example({'é\\":': 1, "\uffff": 2, "\U00010000": 3})
@example({"a": 'é":', "b": "é\\"})
@example({"é": (0.5).as_integer_ratio(), "\ue000": 1, "\U0001f6a2": Decimal("2.50")})
def test_the_fast_path_is_rfc_8785(value: object) -> None:
    expected = rfc8785.dumps(plain(msgspec.to_builtins(value, builtin_types=(Decimal,))))
    assert canonical(value) == expected


@given(values)
def test_canonical_bytes_read_back_give_the_same_bytes(value: object) -> None:
    written = canonical(value)
    assert canonical(msgspec.json.decode(written)) == written
    assert canonical_of_json(written) == written


@given(documents)
def test_a_document_read_back_has_the_same_digest(document: Document) -> None:
    lodged = msgspec.structs.replace(document, marks={})  # Any would read a decimal back as text
    assert digest(msgspec.json.decode(canonical(lodged), type=Document)) == digest(lodged)


@given(decimals, st.integers(0, 8))
def test_a_decimal_has_one_spelling(number: Decimal, zeros: int) -> None:
    padded = Decimal(f"{number:f}" + ("" if "." in f"{number:f}" else ".") + "0" * zeros)
    assert normal(padded) == normal(number)
    assert Decimal(normal(number)) == number
    assert "E" not in normal(number)


FLOATS = (0.5, 1.0, -0.0, 1e22, 5e-324, float("nan"), float("inf"), -float("inf"))


@pytest.mark.parametrize("number", FLOATS)
@pytest.mark.parametrize(
    ("value", "place"),
    [
        (lambda number: number, "the top"),
        (lambda number: {"a/b": (1, {"~": number})}, "/a~1b/1/~0"),
        (lambda number: Money(number, "EUR"), "/amount"),
        (lambda number: msgspec.structs.replace(DOCUMENT, marks={"é": number}), "/marks/é"),
    ],
)
def test_floats_are_refused_wherever_they_hide(number: float, value: Any, place: str) -> None:
    with pytest.raises(TypeError, match="found the float") as refused:
        canonical(value(number))
    assert f" at {place}, expected a Decimal" in str(refused.value)


@given(st.floats(), values)
def test_no_float_is_ever_written(number: float, beside: object) -> None:
    with pytest.raises(TypeError, match="found the float"):
        canonical((beside, {"x": number}))


@pytest.mark.parametrize("number", [2**53, -(2**53), 2**63, 2**64 - 1, 2**64, -(2**70)])
def test_whole_numbers_beyond_2_to_the_53_are_refused(number: int) -> None:
    with pytest.raises(ValueError, match=r"at /π/0, expected a whole number smaller than 2\^53"):
        canonical({"π": (number,)})


@pytest.mark.parametrize("text", ["NaN", "-NaN12", "sNaN", "Infinity", "-Infinity", "NaN5"])
def test_decimals_that_are_not_finite_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="at /amount: found .* expected a finite number"):
        canonical(Money(Decimal(text), "EUR"))


@pytest.mark.parametrize("text", ["1E+999999", "1E-999999", "1E+101", "-1E-101"])
def test_absurdly_large_and_small_decimals_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="at /0: .* within 100 places of the point"):
        canonical([Decimal(text)])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0E+999999", "0"),
        ("-0E-999999", "0"),
        ("1." + "0" * 5000, "1"),
        ("1E+100", "1" + "0" * 100),
        ("0." + "7" * 500, "0." + "7" * 500),
    ],
)
def test_only_the_value_of_a_decimal_counts(text: str, expected: str) -> None:
    assert normal(Decimal(text)) == expected
    assert canonical(Decimal(text)) == f'"{expected}"'.encode()


def test_lone_surrogates_are_refused() -> None:
    with pytest.raises(ValueError, match="at /name: .*surrogates not allowed"):
        canonical({"name": "a\ud800b"})
    with pytest.raises(ValueError, match="text without lone surrogates"):
        canonical({"\ud800": 1})


@pytest.mark.parametrize("value", [{1: "a"}, {Decimal(1): "a"}, object(), {"a": 1j}])
def test_what_has_no_single_spelling_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="expected structs, tuples, dicts with text for names"):
        canonical(value)


def test_equal_instants_at_one_offset_are_spelled_alike() -> None:
    zones = (UTC, ZoneInfo("UTC"), timezone(timedelta(0)))
    assert {canonical(datetime(2026, 1, 1, tzinfo=zone)) for zone in zones} == {
        b'"2026-01-01T00:00:00Z"'
    }


def test_the_memory_of_spellings_cannot_mislead() -> None:
    numbers = [Decimal(number) / 7 for number in range(10_000)]
    assert [canonical(each) for each in numbers] == [canonical(each) for each in numbers]
    assert canonical((Decimal("1.0"), Decimal("1.00"), Decimal(1))) == b'["1","1","1"]'


def test_json_of_others_that_names_a_member_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="found the member 'a' twice"):
        canonical_of_json('{"a": 1, "b": {"a": 1, "a": 2}}')


def test_a_body_is_named_by_its_bytes() -> None:
    assert digest_of_bytes(canonical(DOCUMENT)) == digest(DOCUMENT)
