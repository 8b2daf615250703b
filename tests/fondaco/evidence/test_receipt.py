"""Receipts bind the administration, verify offline, and show nothing confidential."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fondaco.evidence.canonical import canonical, digest
from fondaco.evidence.merkle import leaf_hash
from fondaco.evidence.note import Malformed, Note, Signer, note_of, sign
from fondaco.evidence.receipt import (
    HEADER,
    Receipt,
    Withheld,
    is_withheld,
    issue,
    verified,
    withhold,
)

CUSTOMS = Signer("customs.example/receipts", seed=b"receipts".ljust(32))
STRANGER = Signer("customs.example/receipts", seed=b"stranger".ljust(32))
SALT = bytes(range(32))
WITHHELD = Withheld(selectivity=digest("profiles"), draw=41_000, channel="red")
RECEIPT = Receipt(
    mrn="26DD00000000000018",
    kind="release",
    time=datetime(2026, 11, 21, 8, 30, tzinfo=UTC),
    document=digest("document"),
    law=digest("law"),
    withheld=withhold(WITHHELD, salt=SALT),
    decision=digest("decision"),
    leaf=leaf_hash(b"entry").hex(),
)
NOTE = issue(RECEIPT, by=CUSTOMS)


def test_a_receipt_is_a_file_that_verifies_offline() -> None:
    file = str(NOTE).encode()
    assert verified(note_of(file), known=[CUSTOMS.key]) == RECEIPT
    assert file.startswith(b"fondaco/receipt/v1\n" + canonical(RECEIPT) + b"\n\n")


def test_a_receipt_by_a_stranger_is_none() -> None:
    assert verified(issue(RECEIPT, by=STRANGER), known=[CUSTOMS.key]) is None
    assert verified(NOTE, known=[]) is None


def test_a_receipt_still_verifies_after_the_key_was_replaced() -> None:
    assert verified(NOTE, known=[STRANGER.key, CUSTOMS.key]) == RECEIPT


@given(st.data())
def test_a_changed_receipt_is_never_verified(data: st.DataObject) -> None:
    text = str(NOTE)
    place = data.draw(st.integers(0, len(text) - 1))
    letter = data.draw(st.characters(codec="utf-8").filter(lambda each: each != text[place]))
    try:
        changed = note_of(text[:place] + letter + text[place + 1 :])
    except Malformed:
        return
    assert verified(changed, known=[CUSTOMS.key]) is None


def test_what_is_confidential_is_sealed_and_can_be_opened() -> None:
    assert "red" not in str(NOTE)
    assert "41000" not in str(NOTE)
    assert is_withheld(WITHHELD, salt=SALT, receipt=RECEIPT)
    other = msgspec.structs.replace(WITHHELD, channel="green")
    assert not is_withheld(other, salt=SALT, receipt=RECEIPT)
    assert not is_withheld(WITHHELD, salt=bytes(32), receipt=RECEIPT)


def test_a_time_without_a_zone_is_refused() -> None:
    naive = msgspec.structs.replace(RECEIPT, time=RECEIPT.time.replace(tzinfo=None))
    with pytest.raises(ValueError, match="without an offset"):
        issue(naive, by=CUSTOMS)


@pytest.mark.parametrize(
    "text",
    [
        "customs.example/record\n3\n" + "A" * 43 + "=\n",
        f"{HEADER}\n",
        f"{HEADER}\n{{}}\n",
        f"{HEADER}\n{canonical(RECEIPT).decode()} \n",
        f"{HEADER}\n{canonical(RECEIPT).decode()}\nmore\n",
        f"{HEADER}\n{canonical(RECEIPT).decode().replace('}', ',', 1)}\n",
        f"{HEADER}\n{canonical(RECEIPT).decode().replace('Z', '', 1)}\n",
    ],
)
def test_another_text_under_our_key_is_no_receipt(text: str) -> None:
    with pytest.raises(Malformed):
        verified(sign(text, by=(CUSTOMS,)), known=[CUSTOMS.key])


def test_a_receipt_signed_by_two_keys_is_verified_by_either() -> None:
    both = Note(NOTE.text, (*NOTE.signatures, *issue(RECEIPT, by=STRANGER).signatures))
    assert verified(both, known=[STRANGER.key]) == verified(both, known=[CUSTOMS.key]) == RECEIPT
