"""Text signed by one or more Ed25519 keys (C2SP signed-note), and witnesses' cosignatures.

A note is plain text that a person can read, a blank line, and signature lines. The tools of
transparency logs verify it, so nobody needs ours.
"""

import base64
import binascii
import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from enum import IntEnum
from hashlib import sha256

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from fondaco.evidence.ed25519 import is_signed, is_sound

MOST_SIGNATURES = 100
"""A note with more is refused unread; a verifier must take 16."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Malformed(ValueError):
    """A text from outside that is not in the form its standard demands."""


class KeyKind(IntEnum):
    """What a key signs: the note's text, or the text together with the time it was seen."""

    NOTE = 0x01
    COSIGNATURE = 0x04


class PublicKey(msgspec.Struct, frozen=True):
    """A key that is trusted under a name: who checks a note is given these beforehand."""

    name: str
    kind: KeyKind
    public: bytes

    def __post_init__(self) -> None:
        _refuse_name(self.name)
        if not is_sound(self.public):
            raise ValueError(f"found {self.public.hex()!r}, expected a sound Ed25519 key, 32 bytes")

    @property
    def key_id(self) -> bytes:
        """Four bytes that tell a note's keys apart; not a protection against forgery."""
        return sha256(self.name.encode() + b"\n" + self._typed).digest()[:4]

    @property
    def text(self) -> str:
        """The key as it is published: name, key id and key, joined by plus signs."""
        return f"{self.name}+{self.key_id.hex()}+{base64.b64encode(self._typed).decode()}"

    @property
    def _typed(self) -> bytes:
        return bytes([self.kind]) + self.public


class Signature(msgspec.Struct, frozen=True):
    """One signature line of a note."""

    name: str
    key_id: bytes
    value: bytes

    def __str__(self) -> str:
        return f"— {self.name} {base64.b64encode(self.key_id + self.value).decode()}"


class Note(msgspec.Struct, frozen=True):
    """A text that ends in a newline, and its signatures, which may hold or not."""

    text: str
    signatures: tuple[Signature, ...]

    def __str__(self) -> str:
        return f"{self.text}\n" + "".join(f"{signature}\n" for signature in self.signatures)


class Signer:
    """A private key under a name. The seed is 32 secret bytes; it never shows in a repr."""

    def __init__(self, name: str, *, seed: bytes, kind: KeyKind = KeyKind.NOTE) -> None:
        self._private = Ed25519PrivateKey.from_private_bytes(seed)
        self.key = PublicKey(name, kind, self._private.public_key().public_bytes_raw())

    def sign(self, text: str) -> Signature:
        """The signature of this key under a note's text, for a key of kind NOTE."""
        if self.key.kind is not KeyKind.NOTE:
            raise ValueError(f"{self.key.name} is a witness's key: it cosigns, with the time")
        return Signature(self.key.name, self.key.key_id, self._private.sign(text.encode()))

    def cosign(self, text: str, *, at: datetime) -> Signature:
        """A witness's statement that it saw this checkpoint at this time, to the second."""
        if self.key.kind is not KeyKind.COSIGNATURE:
            raise ValueError(f"{self.key.name} is a log's key: it signs the text alone")
        seconds = (at - _EPOCH) // timedelta(seconds=1)
        signed = self._private.sign(_cosigned(text, seconds))
        return Signature(self.key.name, self.key.key_id, seconds.to_bytes(8, "big") + signed)


def public_key(text: str) -> PublicKey:
    """The key that a published text such as ``example.com/log+33d7b496+AeHTu...`` stands for.

    Raises Malformed where the text is damaged or its key id is not that of the key.
    """
    name, _, rest = text.partition("+")
    key_id, _, encoded = rest.partition("+")
    typed = unbase64(encoded)
    try:
        key = PublicKey(name, KeyKind(typed[0] if typed else 0), typed[1:])
    except ValueError as refused:
        raise Malformed(f"{text!r} is not a key for notes: {refused}") from refused
    if key.key_id.hex() != key_id:
        raise Malformed(f"found key id {key_id!r}, expected {key.key_id.hex()}: copy the key again")
    return key


def sign(text: str, *, by: Sequence[Signer]) -> Note:
    """A note with this text, which must end in a newline, signed by each signer."""
    _refuse_text(text)
    return Note(text, tuple(signer.sign(text) for signer in by))


def note_of(data: str | bytes) -> Note:
    """The note in a text from outside. Raises Malformed; says nothing about the signatures."""
    try:
        whole = data.decode() if isinstance(data, bytes) else data
    except UnicodeDecodeError as refused:
        raise Malformed(f"a note is UTF-8: {refused}") from refused
    head, blank, lines = whole.rpartition("\n\n")
    if not blank or not lines.endswith("\n"):
        raise Malformed("expected a text, a blank line and signature lines, each ended by newline")
    _refuse_text(head + "\n")
    written = lines.removesuffix("\n").split("\n")
    if len(written) > MOST_SIGNATURES:
        raise Malformed(f"found {len(written)} signatures, expected at most {MOST_SIGNATURES}")
    return Note(head + "\n", tuple(map(_signature, written)))


def signers(note: Note, known: Sequence[PublicKey]) -> tuple[PublicKey, ...]:
    """The known keys that signed the note; none at all where one of their signatures is false.

    Signatures by other keys are passed over: anyone may add a line. A note without a known
    signer says nothing, and must not be read.
    """
    signed = []
    for key in known:
        for signature in note.signatures:
            if (signature.name, signature.key_id) == (key.name, key.key_id):
                if not _holds(signature, note.text, key):
                    return ()
                signed.append(key)
    return tuple(dict.fromkeys(signed))


def cosigned_at(signature: Signature) -> datetime:
    """The time a witness's cosignature states, in UTC. Check first that the signature holds."""
    seconds = int.from_bytes(signature.value[:8], "big")
    try:
        return _EPOCH + timedelta(seconds=seconds)
    except OverflowError as refused:
        raise Malformed(f"found {seconds} seconds since 1970, expected a date") from refused


def _holds(signature: Signature, text: str, key: PublicKey) -> bool:
    value, message = signature.value, text.encode()
    if key.kind is KeyKind.COSIGNATURE:
        message, value = _cosigned(text, int.from_bytes(value[:8], "big")), value[8:]
    return is_signed(message, value, public=key.public)


def _cosigned(text: str, seconds: int) -> bytes:
    return f"cosignature/v1\ntime {seconds}\n{text}".encode()


def _signature(line: str) -> Signature:
    dash, _, rest = line.partition(" ")
    name, _, encoded = rest.partition(" ")
    if dash != "—":
        raise Malformed(f"found the signature line {line[:80]!r}, expected '— name signature'")
    try:
        _refuse_name(name)
    except ValueError as refused:
        raise Malformed(str(refused)) from refused
    data = unbase64(encoded)
    if len(data) < 5:
        raise Malformed(f"the signature of {name} is too short: expected a key id and a signature")
    return Signature(name, data[:4], data[4:])


def unbase64(text: str) -> bytes:
    """Base64 in its one spelling: padded, and without stray bits at the end."""
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as refused:
        raise Malformed(f"found {text[:80]!r}, expected base64: {refused}") from refused
    if base64.b64encode(data).decode() != text:
        raise Malformed(f"found {text[:80]!r}, expected base64 in its one spelling")
    return data


def _refuse_text(text: str) -> None:
    if not text.endswith("\n") or re.search(r"[\x00-\x09\x0b-\x1f\ud800-\udfff]", text):
        raise Malformed("the text of a note is Unicode lines without control characters")


def _refuse_name(name: str) -> None:
    if not name or "+" in name or re.search(r"[\s\x00-\x1f\ud800-\udfff]", name):
        raise ValueError(f"found the key name {name!r}, expected text without spaces and '+'")
