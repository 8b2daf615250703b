"""Draws that an outsider can repeat, that favour nobody, and that were fixed beforehand."""

from __future__ import annotations

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fondaco.evidence.draw import ONE_MILLION, Purpose, commit, draw, opens, pick

SECRET = bytes(range(32))
secrets = st.binary(min_size=32, max_size=32)


def by_hand(secret: bytes, subject: str, purpose: str, among: int) -> int:
    """HMAC as RFC 2104 writes it and the rule of the module's first lines, on their own."""
    attempt = 0
    while True:
        message = b"\n".join(
            [b"fondaco/draw/v1", purpose.encode(), str(attempt).encode(), subject.encode()]
        )
        inner = sha256(bytes(b ^ 0x36 for b in secret.ljust(64, b"\0")) + message).digest()
        outer = sha256(bytes(b ^ 0x5C for b in secret.ljust(64, b"\0")) + inner).hexdigest()
        number = int(outer[:8], 16)
        if number < (1 << 32) // among * among:
            return number % among
        attempt += 1


@pytest.mark.parametrize(
    ("purpose", "expected"),
    [(Purpose.SELECTION, 648787), (Purpose.RESELECTION, 416148), (Purpose.EXAMINER, 992323)],
)
def test_the_draw_is_frozen(purpose: Purpose, expected: int) -> None:
    assert draw(bytes(32), "26DD00000000000018", purpose=purpose) == expected


@given(secrets, st.text(st.characters(codec="utf-8")), st.sampled_from(Purpose))
def test_an_outsider_draws_the_same(secret: bytes, subject: str, purpose: Purpose) -> None:
    assert draw(secret, subject, purpose=purpose) == by_hand(secret, subject, purpose, ONE_MILLION)


@given(secrets, st.text(max_size=5), st.integers(1, 2**32))
def test_a_pick_is_one_of_those_offered(secret: bytes, subject: str, among: int) -> None:
    picked = pick(secret, subject, purpose=Purpose.EXAMINER, among=among)
    assert 0 <= picked < among
    assert picked == by_hand(secret, subject, "examiner", among)


def test_numbers_that_would_favour_some_are_drawn_again() -> None:
    """With 3 * 2^30 places a quarter of all first attempts lies beyond the fair numbers."""
    among = 3 << 30
    picked = [pick(SECRET, str(n), purpose=Purpose.SELECTION, among=among) for n in range(3000)]
    assert picked == [by_hand(SECRET, str(n), "selection", among) for n in range(3000)]
    # Taken modulo without another attempt, half of all picks would fall into the first third.
    assert abs(sum(each < 1 << 30 for each in picked) - 1000) < 100


def test_a_share_selects_its_share() -> None:
    draws = [draw(SECRET, f"26DD{n:014d}", purpose=Purpose.SELECTION) for n in range(20_000)]
    assert abs(sum(each < 50_000 for each in draws) - 1000) < 100
    assert abs(sum(draws) / len(draws) - 500_000) < 10_000
    assert len({each % 10 for each in draws}) == 10


def test_purposes_tell_nothing_about_each_other() -> None:
    drawn = {
        purpose: [draw(SECRET, str(n), purpose=purpose) for n in range(2000)] for purpose in Purpose
    }
    selected = [n for n, each in enumerate(drawn[Purpose.SELECTION]) if each < 500_000]
    again = sum(drawn[Purpose.RESELECTION][n] < 500_000 for n in selected)
    assert abs(again / len(selected) - 0.5) < 0.06


def test_a_misspelled_purpose_is_refused() -> None:
    assert draw(SECRET, "x", purpose="selection") == draw(SECRET, "x", purpose=Purpose.SELECTION)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="'selektion' is not a valid Purpose"):
        draw(SECRET, "x", purpose="selektion")  # type: ignore[arg-type]


def test_the_commitment_opens_with_its_secret_alone() -> None:
    assert opens(commit(SECRET), SECRET)
    assert not opens(commit(SECRET), bytes(32))
    assert not opens(commit(SECRET), SECRET + b"\0")
    assert not opens("sha256:" + sha256(SECRET).hexdigest(), SECRET)


@pytest.mark.parametrize("length", [0, 16, 31, 33])
def test_a_secret_has_32_bytes(length: int) -> None:
    with pytest.raises(ValueError, match=f"found a secret of {length} bytes"):
        draw(bytes(length), "x", purpose=Purpose.SELECTION)
    with pytest.raises(ValueError, match=f"found a secret of {length} bytes"):
        commit(bytes(length))


@pytest.mark.parametrize("among", [0, -1, 2**32 + 1])
def test_there_is_something_to_pick_among(among: int) -> None:
    with pytest.raises(ValueError, match=f"found {among} places"):
        pick(SECRET, "x", purpose=Purpose.EXAMINER, among=among)
