"""The hashes of a Merkle tree as RFC 6962, section 2.1 defines them."""

from collections.abc import Iterable
from hashlib import sha256

HASH_BYTES = 32

EMPTY_ROOT = sha256().digest()
"""The root of a tree without leaves."""


def leaf_hash(entry: bytes) -> bytes:
    """The hash of one log entry.

    >>> leaf_hash(b"").hex()[:16]
    '6e340b9cffb37a98'
    """
    return sha256(b"\x00" + entry).digest()


def leaf_hashes(entries: Iterable[bytes]) -> bytes:
    """The hashes of many entries, one after the other as a tile keeps them."""
    return b"".join([sha256(b"\x00" + entry).digest() for entry in entries])


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of an inner node over its two children."""
    return sha256(b"\x01" + left + right).digest()


def root_of(row: bytes) -> bytes:
    """The root over hashes that stand at one height, one after the other; 32 bytes each.

    Pairing neighbours and carrying an odd last one up unchanged gives the same tree as splitting
    at the largest power of two (RFC 6962, 2.1): the left part is complete either way.

    >>> root_of(b"") == EMPTY_ROOT
    True
    """
    if len(row) % HASH_BYTES:
        raise ValueError(f"found {len(row)} bytes, expected whole hashes of {HASH_BYTES} bytes")
    if not row:
        return EMPTY_ROOT
    while len(row) > HASH_BYTES:
        row = _halved(row)
    return row


def _halved(row: bytes) -> bytes:
    paired = len(row) - len(row) % (2 * HASH_BYTES)
    pairs = [sha256(b"\x01" + row[at : at + 64]).digest() for at in range(0, paired, 64)]
    return b"".join(pairs) + row[paired:]
