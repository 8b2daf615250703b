"""Checkpoints, the refusal to forget, and proofs that travel as one file."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fondaco.evidence.checkpoint import (
    Checkpoint,
    checkpoint_of,
    opened,
    reason_not_to_sign,
    signed,
)
from fondaco.evidence.log import EMPTY_TREE, grown, leaf_hashes
from fondaco.evidence.log_proof import LogProof, log_proof_of, proven
from fondaco.evidence.merkle import EMPTY_ROOT, leaf_hash
from fondaco.evidence.note import KeyKind, Malformed, Note, Signer, note_of, sign
from fondaco.evidence.proof import consistency_proof, inclusion_proof
from fondaco.evidence.tile import Tile

ORIGIN = "customs.example/record"
LOG = Signer(ORIGIN, seed=b"log" + bytes(29))
WITNESSES = [
    Signer(f"{name}.example/w", seed=name.encode().ljust(32), kind=KeyKind.COSIGNATURE)
    for name in ("court", "traders")
]
SEEN = datetime(2026, 11, 21, 8, 30, tzinfo=UTC)
ENTRIES = [f"entry {number}".encode() for number in range(600)]
STORE = {
    (tile.level, tile.number): data for tile, data in grown(EMPTY_TREE, leaf_hashes(ENTRIES)).tiles
}


def read(tile: Tile) -> bytes:
    return STORE[tile.level, tile.number]


def at(size: int) -> Checkpoint:
    return Checkpoint(ORIGIN, size, grown(EMPTY_TREE, leaf_hashes(ENTRIES[:size])).tree.root)


def between(older: int, newer: int) -> tuple[bytes, ...]:
    return consistency_proof(older, newer=newer, read=read)


def test_a_checkpoint_is_read_back_by_whoever_has_the_key() -> None:
    note = note_of(str(signed(at(300), by=LOG)))
    assert opened(note, log=LOG.key) == at(300)


def test_a_checkpoint_by_another_key_or_of_another_log_is_not_read() -> None:
    other = Signer(ORIGIN, seed=b"other" + bytes(27))
    assert opened(signed(at(300), by=other), log=LOG.key) is None
    elsewhere = sign(str(msgspec.structs.replace(at(3), origin="x.example")), by=(LOG,))
    assert opened(elsewhere, log=LOG.key) is None


@pytest.mark.parametrize(
    "changes",
    [
        {"origin": "another.example"},
        {"origin": f"{ORIGIN}\n7"},
        {"size": -1},
        {"root": bytes(31)},
        {"extensions": ("",)},
        {"extensions": ("two\nlines",)},
    ],
)
def test_a_checkpoint_that_would_read_otherwise_is_not_signed(changes: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="found|expected"):
        signed(msgspec.structs.replace(at(3), **changes), by=LOG)


@given(st.integers(0, 2**63 - 1), st.binary(min_size=32, max_size=32))
def test_any_other_reads_back(size: int, root: bytes) -> None:
    checkpoint = Checkpoint(ORIGIN, size, root, ("an extension",))
    assert checkpoint_of(str(checkpoint)) == checkpoint


@pytest.mark.parametrize(
    "text",
    [
        "",
        "origin\n1\n",
        f"\n1\n{'A' * 43}=\n",
        f"origin\n01\n{'A' * 43}=\n",
        f"origin\n-1\n{'A' * 43}=\n",
        f"origin\n١\n{'A' * 43}=\n",
        f"origin\n1e3\n{'A' * 43}=\n",
        f"origin\n{'9' * 5000}\n{'A' * 43}=\n",
        f"origin\n1\n{'A' * 42}=\n",
        f"origin\n1\n{'A' * 44}\n",
        f"origin\n1\n{'A' * 43}=\n\n",
        f"origin\n1\n{'A' * 43}=",
    ],
)
def test_what_is_not_a_checkpoint_is_refused(text: str) -> None:
    with pytest.raises(Malformed):
        checkpoint_of(text)


def test_a_log_signs_its_first_checkpoint_and_every_growth() -> None:
    assert reason_not_to_sign(at(300), published=None, proof=()) is None
    assert reason_not_to_sign(at(300), published=at(300), proof=()) is None
    assert reason_not_to_sign(at(600), published=at(300), proof=between(300, 600)) is None
    assert reason_not_to_sign(at(600), published=at(0), proof=()) is None
    assert reason_not_to_sign(at(0), published=at(0), proof=()) is None


def test_a_log_restored_from_yesterday_does_not_sign() -> None:
    reason = reason_not_to_sign(at(299), published=at(300), proof=())
    assert reason == (
        "found 299 entries, but 300 were published: "
        "restore the entries that are missing before the log goes on"
    )


def test_a_log_with_a_changed_entry_does_not_sign() -> None:
    changed = [*ENTRIES[:7], b"changed", *ENTRIES[8:]]
    tree = grown(EMPTY_TREE, leaf_hashes(changed)).tree
    forked = Checkpoint(ORIGIN, 600, tree.root)
    for published in (at(600), at(300), at(8)):
        proof = between(published.size, 600)
        reason = reason_not_to_sign(forked, published=published, proof=proof)
        assert reason is not None
        assert "not shown to begin with" in reason


def test_a_proof_is_demanded_where_there_is_something_to_prove() -> None:
    assert reason_not_to_sign(at(600), published=at(300), proof=()) is not None
    assert reason_not_to_sign(at(600), published=at(300), proof=between(299, 600)) is not None
    assert reason_not_to_sign(at(300), published=at(300), proof=(EMPTY_ROOT,)) is not None


def test_the_edges_of_an_empty_log() -> None:
    reason = reason_not_to_sign(at(5), published=at(0), proof=(EMPTY_ROOT,))
    assert reason == "found a proof from an empty log, expected none"
    strange = Checkpoint(ORIGIN, 0, bytes(32))
    for proposed, published in ((at(5), strange), (strange, at(0)), (strange, None)):
        reason = reason_not_to_sign(proposed, published=published, proof=())
        assert reason == "found a checkpoint of no entries, expected the root of an empty log"


def test_another_log_is_not_signed_for() -> None:
    other = msgspec.structs.replace(at(300), origin="other.example")
    assert reason_not_to_sign(other, published=at(300), proof=()) == (
        f"found the log other.example, expected {ORIGIN}"
    )


def claim(index: int, size: int, *, witnesses: int = 2) -> LogProof:
    note = signed(at(size), by=LOG)
    seen = tuple(each.cosign(note.text, at=SEEN) for each in WITNESSES[:witnesses])
    cosigned = Note(note.text, (*note.signatures, *seen))
    return LogProof(index, inclusion_proof(index, size=size, read=read), cosigned)


def holds(claim: LogProof, *, entry: bytes, quorum: int = 2) -> bool:
    keys = [witness.key for witness in WITNESSES]
    leaf = leaf_hash(entry)
    return proven(claim, leaf=leaf, log=LOG.key, witnesses=keys, quorum=quorum) is not None


@pytest.mark.parametrize(("index", "size"), [(0, 1), (0, 600), (599, 600), (256, 257), (7, 300)])
def test_a_proof_travels_as_text(index: int, size: int) -> None:
    sent = claim(index, size)
    received = log_proof_of(str(sent))
    assert received == sent
    assert holds(received, entry=ENTRIES[index])
    assert not holds(received, entry=ENTRIES[index] + b"!")


def test_the_text_is_the_one_of_the_standard() -> None:
    """C2SP tlog-proof, Format."""
    lines = str(msgspec.structs.replace(claim(1, 2), extra=b"why")).split("\n")
    assert lines[:3] == ["c2sp.org/tlog-proof@v1", "extra d2h5", "index 1"]
    assert lines[4:7] == ["", ORIGIN, "2"]
    assert log_proof_of("\n".join(lines)).extra == b"why"


def test_too_few_witnesses_prove_nothing() -> None:
    assert not holds(claim(7, 300, witnesses=1), entry=ENTRIES[7])
    assert holds(claim(7, 300, witnesses=1), entry=ENTRIES[7], quorum=1)
    assert holds(claim(7, 300, witnesses=0), entry=ENTRIES[7], quorum=0)


def test_one_witness_under_two_names_counts_once() -> None:
    twin = Signer("twin.example/w", seed=b"court".ljust(32), kind=KeyKind.COSIGNATURE)
    note = signed(at(300), by=LOG)
    seen = tuple(each.cosign(note.text, at=SEEN) for each in (WITNESSES[0], twin))
    crowded = msgspec.structs.replace(
        claim(7, 300), checkpoint=Note(note.text, (*note.signatures, *seen))
    )
    keys = [WITNESSES[0].key, twin.key]
    leaf = leaf_hash(ENTRIES[7])
    assert proven(crowded, leaf=leaf, log=LOG.key, witnesses=keys, quorum=1) is not None
    assert proven(crowded, leaf=leaf, log=LOG.key, witnesses=keys, quorum=2) is None


@given(st.data())
def test_a_changed_line_never_proves_the_entry(data: st.DataObject) -> None:
    text = str(claim(7, 300))
    place = data.draw(st.integers(0, len(text) - 1))
    letter = data.draw(st.characters(codec="utf-8").filter(lambda each: each != text[place]))
    try:
        changed = log_proof_of(text[:place] + letter + text[place + 1 :])
    except Malformed:
        return
    # A line of a witness may become one of a stranger, which is passed over: then one is missing.
    assert not holds(changed, entry=ENTRIES[7])


@pytest.mark.parametrize(
    ("found", "put"),
    [
        ("c2sp.org/tlog-proof@v1", "c2sp.org/tlog-proof@v2"),
        ("index 7", "index 07"),
        ("index 7", "index -7"),
        ("index 7", "Index 7"),
        ("index 7", "extra A\nindex 7"),
        ("index 7\n", ""),
        ("index 7\n", "index 7\n" + ("A" * 43 + "=\n") * 65),
        ("index 7\n", "index 7\nAAAA\n"),
        ("\n\n", "\n"),
    ],
)
def test_what_is_not_a_proof_is_refused(found: str, put: str) -> None:
    with pytest.raises(Malformed):
        log_proof_of(str(claim(7, 300)).replace(found, put))
