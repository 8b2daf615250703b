"""Signed notes and cosignatures, as C2SP signed-note and tlog-cosignature define them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fondaco.evidence.ed25519 import is_signed, is_sound
from fondaco.evidence.note import (
    KeyKind,
    Malformed,
    Note,
    PublicKey,
    Signature,
    Signer,
    cosigned_at,
    note_of,
    public_key,
    sign,
    signers,
)

LOG = Signer("customs.example/record", seed=b"log" + bytes(29))
COURT = Signer("court.example/witness", seed=b"court" + bytes(27), kind=KeyKind.COSIGNATURE)
OTHER = Signer("customs.example/record", seed=b"other" + bytes(27))
TEXT = "Goods may leave\n\nwhen duties are paid: déjà vu\n"
SEEN = datetime(2026, 11, 21, 8, 30, tzinfo=UTC)
NOTE = sign(TEXT, by=(LOG,))


def cosigned(note: Note) -> Note:
    return Note(note.text, (*note.signatures, COURT.cosign(note.text, at=SEEN)))


def test_a_note_is_read_back_and_its_signer_known() -> None:
    read = note_of(str(NOTE).encode())
    assert read == NOTE
    assert signers(read, [LOG.key]) == (LOG.key,)
    assert str(NOTE).startswith(TEXT + "\n— customs.example/record ")


def test_a_key_is_published_as_text() -> None:
    """The key of Tessera's test log, from its README: the key id is part of the text."""
    text = "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx"
    assert public_key(text).text == text
    assert public_key(COURT.key.text) == COURT.key


@pytest.mark.parametrize(
    "text",
    [
        "",
        "name",
        "name+33d7b496",
        "name+33d7b496+!!!!",
        LOG.key.text.replace("record", "recorb"),
        LOG.key.text[:-1],
        LOG.key.text.replace("+", " +", 1),
        OTHER.key.text.split("+")[0] + "+" + "+".join(LOG.key.text.split("+")[1:]) + "A",
    ],
)
def test_a_damaged_key_is_refused(text: str) -> None:
    with pytest.raises(Malformed):
        public_key(text)


def test_a_key_of_an_unknown_kind_is_refused() -> None:
    with pytest.raises(Malformed, match="2 is not a valid KeyKind"):
        public_key("name+00000000+AuHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx")


@pytest.mark.parametrize(
    "hexadecimal",
    [
        "00" * 32,
        "01" + "00" * 31,
        "ec" + "ff" * 30 + "7f",
        "ed" + "ff" * 30 + "7f",
        "ee" + "ff" * 31,
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "ab" * 31,
    ],
)
def test_keys_that_protect_nothing_are_refused(hexadecimal: str) -> None:
    """C2SP/CCTV ed25519 lists the points of small order and their other spellings."""
    public = bytes.fromhex(hexadecimal)
    assert not is_sound(public)
    assert not is_signed(b"", bytes(64), public=public)
    with pytest.raises(ValueError, match="expected a sound Ed25519 key"):
        PublicKey("name", KeyKind.NOTE, public)


def test_signatures_by_strangers_are_passed_over() -> None:
    crowded = Note(TEXT, (*sign(TEXT, by=(OTHER,)).signatures, *NOTE.signatures))
    assert signers(crowded, [LOG.key]) == (LOG.key,)
    assert signers(sign(TEXT, by=(OTHER,)), [LOG.key]) == ()
    assert signers(crowded, [OTHER.key, LOG.key]) == (OTHER.key, LOG.key)


def test_one_false_signature_of_a_known_key_spoils_the_note() -> None:
    good = NOTE.signatures[0]
    false = Signature(good.name, good.key_id, bytes(64))
    for signatures in ((false,), (good, false), (false, good)):
        assert signers(Note(TEXT, signatures), [LOG.key]) == ()


def test_a_key_that_signed_twice_counts_once() -> None:
    assert signers(Note(TEXT, NOTE.signatures * 2), [LOG.key]) == (LOG.key,)


def test_a_signature_holds_for_its_text_alone() -> None:
    assert signers(Note(TEXT + "more\n", NOTE.signatures), [LOG.key]) == ()


@given(st.integers(0, 511))
def test_one_bit_changed_in_a_signature_spoils_it(bit: int) -> None:
    good = NOTE.signatures[0]
    value = (int.from_bytes(good.value, "big") ^ (1 << bit)).to_bytes(64, "big")
    assert signers(Note(TEXT, (Signature(good.name, good.key_id, value),)), [LOG.key]) == ()


def test_a_witness_signs_the_time_with_the_text() -> None:
    note = cosigned(NOTE)
    assert signers(note_of(str(note)), [LOG.key, COURT.key]) == (LOG.key, COURT.key)
    assert cosigned_at(note.signatures[1]) == SEEN
    later = note.signatures[1].value[:7] + b"\xff" + note.signatures[1].value[8:]
    false = Signature(COURT.key.name, COURT.key.key_id, later)
    assert signers(Note(TEXT, (*NOTE.signatures, false)), [LOG.key, COURT.key]) == ()


def test_a_cosignature_is_over_the_message_of_the_standard() -> None:
    """C2SP tlog-cosignature, Ed25519 signed message."""
    value = cosigned(NOTE).signatures[1].value
    message = f"cosignature/v1\ntime {int(SEEN.timestamp())}\n{TEXT}".encode()
    assert is_signed(message, value[8:], public=COURT.key.public)


def test_a_cosignature_cannot_pass_for_a_signature() -> None:
    same_seed = Signer(COURT.key.name, seed=b"court" + bytes(27))
    assert same_seed.key.key_id != COURT.key.key_id
    note = Note(TEXT, (COURT.cosign(TEXT, at=SEEN),))
    assert signers(note, [same_seed.key]) == ()
    with pytest.raises(ValueError, match="it cosigns"):
        COURT.sign(TEXT)
    with pytest.raises(ValueError, match="it signs the text alone"):
        LOG.cosign(TEXT, at=SEEN)


def test_a_time_beyond_the_calendar_is_refused() -> None:
    with pytest.raises(Malformed, match="expected a date"):
        cosigned_at(Signature("name", bytes(4), b"\x7f" + bytes(71)))
    assert cosigned_at(COURT.cosign(TEXT, at=SEEN + timedelta(milliseconds=999))) == SEEN


LINE = str(NOTE.signatures[0])


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n",
        b"text\n",
        b"text\n\n",
        f"text\n{LINE}\n".encode(),
        f"text\n\n{LINE}".encode(),
        f"te\txt\n\n{LINE}\n".encode(),
        f"te\rxt\n\n{LINE}\n".encode(),
        f"text\n\n{LINE.replace('— ', '- ')}\n".encode(),
        f"text\n\n{LINE.replace('— ', '—')}\n".encode(),
        f"text\n\n{LINE} more\n".encode(),
        f"text\n\n{LINE[:-1]}\n".encode(),
        f"text\n\n{LINE}\nnot a signature\n".encode(),
        "text\n\n— two\u2003names AAAAAAA=\n".encode(),
        "text\n\n— plus+name AAAAAAA=\n".encode(),
        "text\n\n—  AAAAAAA=\n".encode(),
        "text\n\n— short AAAAAA==\n".encode(),
        "text\n\n— stray AAAAAAB=\n".encode(),
        b"text\xff\n\n" + f"{LINE}\n".encode(),
        f"text\n\n{(LINE + chr(10)) * 101}".encode(),
    ],
)
def test_what_is_not_a_note_is_refused(data: bytes) -> None:
    with pytest.raises(Malformed):
        note_of(data)


def test_a_note_may_have_a_hundred_signatures() -> None:
    assert len(note_of(f"text\n\n{(LINE + chr(10)) * 100}").signatures) == 100


@pytest.mark.parametrize("text", ["", "no newline", "tab\t\n", "nul\x00\n", "\ud800\n"])
def test_text_that_is_not_a_note_cannot_be_signed(text: str) -> None:
    with pytest.raises(Malformed):
        sign(text, by=(LOG,))


@given(st.text(st.characters(codec="utf-8", min_codepoint=32)).map(lambda text: text + "\n"))
def test_any_other_text_can(text: str) -> None:
    assert note_of(str(sign(text, by=(LOG, OTHER)))) == sign(text, by=(LOG, OTHER))


@given(st.binary(max_size=200))
def test_noise_is_refused_or_read_back(noise: bytes) -> None:
    try:
        read = note_of(noise)
    except Malformed:
        return
    assert str(read).encode() == noise


def test_a_signer_does_not_show_its_secret() -> None:
    assert "court" not in repr(COURT)
    assert (b"court" + bytes(27)).hex() not in repr(vars(COURT))
