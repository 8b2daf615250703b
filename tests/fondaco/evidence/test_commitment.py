"""Leaves seal what was recorded, and erasing the content leaves the log as it was."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fondaco.evidence.commitment import (
    SALT_BYTES,
    entry,
    is_sealed,
    leaf,
    leaf_of,
    pseudonym,
    seal,
)
from fondaco.evidence.log import EMPTY_TREE, grown, leaf_hashes
from fondaco.evidence.note import Malformed
from fondaco.evidence.proof import inclusion_proof, is_included

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
SALT = bytes(range(32))
LEAF = leaf("release", about="26DD00000000000018", actor="9f2c", at=NOON, payload=b"{}", salt=SALT)

salts = st.binary(min_size=SALT_BYTES, max_size=SALT_BYTES)


def test_the_entry_is_frozen() -> None:
    assert entry(LEAF) == (
        b'{"actor":"9f2c","commitment":"sha256:'
        + sha256(SALT + b"{}").hexdigest().encode()
        + b'","object":"26DD00000000000018","time":"2026-11-21T12:00:00Z","type":"release"}'
    )


def test_the_content_does_not_stand_in_the_entry() -> None:
    sealed = leaf("x", about="y", actor="z", at=NOON, payload=b'"Ola Nordmann"', salt=SALT)
    assert b"Nordmann" not in entry(sealed)
    assert SALT.hex().encode() not in entry(sealed)


def test_the_same_instant_is_the_same_entry_wherever_it_was_written() -> None:
    local = NOON.astimezone(timezone(timedelta(hours=2)))
    same = leaf(LEAF.type, about=LEAF.object, actor="9f2c", at=local, payload=b"{}", salt=SALT)
    assert entry(same) == entry(LEAF)


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="without an offset"):
        leaf("x", about="y", actor="z", at=NOON.replace(tzinfo=None), payload=b"", salt=SALT)


@given(st.binary(), st.binary(), salts, salts)
def test_only_the_sealed_payload_with_its_salt_opens(
    payload: bytes, other: bytes, salt: bytes, other_salt: bytes
) -> None:
    commitment = seal(payload, salt=salt)
    assert is_sealed(payload, salt=salt, commitment=commitment)
    assert is_sealed(other, salt=salt, commitment=commitment) == (other == payload)
    assert is_sealed(payload, salt=other_salt, commitment=commitment) == (salt == other_salt)


@pytest.mark.parametrize("length", [0, 31, 33])
def test_salts_have_one_length(length: int) -> None:
    """Otherwise a byte could wander between salt and payload, and one seal fit two contents."""
    with pytest.raises(ValueError, match=f"found a salt of {length} bytes"):
        seal(b"", salt=bytes(length))
    assert not is_sealed(b"", salt=bytes(length), commitment=seal(b"", salt=bytes(32)))


def test_an_entry_is_read_back() -> None:
    assert leaf_of(entry(LEAF)) == LEAF


@pytest.mark.parametrize(
    "change",
    [
        {"more": 1},
        {"type": None},
        {"type": 3},
        {"time": "2026-11-21T14:00:00+02:00"},
        {"time": "2026-11-21T12:00:00"},
        {"time": "2026-11-21T12:00:00.0Z"},
        {"time": "yesterday"},
    ],
)
def test_an_entry_we_would_not_write_is_refused(change: dict[str, object]) -> None:
    changed = json.loads(entry(LEAF)) | change
    with pytest.raises(Malformed):
        leaf_of(json.dumps(changed, separators=(",", ":"), sort_keys=True).encode())


@pytest.mark.parametrize("data", [b"", b"{}", b"\xff", entry(LEAF) + b" ", b" " + entry(LEAF)])
def test_what_is_not_an_entry_is_refused(data: bytes) -> None:
    with pytest.raises(Malformed):
        leaf_of(data)


def test_after_erasure_the_tree_and_its_proofs_hold_and_tell_nothing() -> None:
    kept = {n: (f'{{"secret":{n}}}'.encode(), bytes([n]) * 32) for n in range(5)}
    leaves = [
        leaf("lodged", about=str(n), actor="a", at=NOON, payload=payload, salt=salt)
        for n, (payload, salt) in kept.items()
    ]
    growth = grown(EMPTY_TREE, leaf_hashes(map(entry, leaves)))
    tiles = dict(growth.tiles)

    del kept[2]  # lawful erasure: payload and salt, never the entry

    for number, each in enumerate(leaves):
        proof = inclusion_proof(number, size=5, read=tiles.__getitem__)
        (hashed,) = [leaf_hashes([entry(each)])]
        assert is_included(hashed, index=number, size=5, proof=proof, root=growth.tree.root)
        if number in kept:
            payload, salt = kept[number]
            assert is_sealed(payload, salt=salt, commitment=each.commitment)
    guesses = (f'{{"secret":{n}}}'.encode() for n in range(100))
    assert not any(
        is_sealed(guess, salt=bytes(32), commitment=leaves[2].commitment) for guess in guesses
    )


def test_a_pseudonym_is_stable_and_tied_to_the_secret() -> None:
    assert pseudonym("officer-7", secret=SALT) == pseudonym("officer-7", secret=SALT)
    others = {pseudonym("officer-8", secret=SALT), pseudonym("officer-7", secret=bytes(32))}
    assert pseudonym("officer-7", secret=SALT) not in others
    with pytest.raises(ValueError, match="found a secret of 3 bytes"):
        pseudonym("officer-7", secret=b"abc")
