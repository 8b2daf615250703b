"""Proofs that an entry is in a log, and that a log only grew (RFC 6962, 2.1.1 and 2.1.2)."""

from collections.abc import Sequence

from fondaco.evidence.log import Read, hashes
from fondaco.evidence.merkle import HASH_BYTES, node_hash, root_of
from fondaco.evidence.tile import TILE_HEIGHT, TILE_WIDTH, Tile

Proof = tuple[bytes, ...]
"""The hashes that lead from what is known to the root, the lowest first."""


def inclusion_proof(index: int, *, size: int, read: Read) -> Proof:
    """The proof that the entry with this index (from zero) is in the tree of this size.

    Raises ValueError for an index outside the tree.
    """
    if not 0 <= index < size:
        raise ValueError(f"found index {index}, expected 0 to {size - 1} in a log of {size}")
    return _path(index, start=0, end=size, size=size, read=read)


def consistency_proof(older: int, *, newer: int, read: Read) -> Proof:
    """The proof that the tree of the older size is the beginning of the newer one.

    Empty where there is nothing to prove: equal sizes, or a log that had no entries.
    Raises ValueError for an older size beyond the newer.
    """
    if not 0 <= older <= newer:
        raise ValueError(f"found older size {older}, expected 0 to {newer}")
    if older in (0, newer):
        return ()
    return _kept(older, start=0, end=newer, size=newer, read=read, is_known=True)


def is_included(leaf: bytes, *, index: int, size: int, proof: Sequence[bytes], root: bytes) -> bool:
    """Whether the proof leads from this leaf hash, at this index, to this root.

    After RFC 9162, 2.1.3.2.
    """
    if not 0 <= index < size or not _are_hashes((leaf, root, *proof)):
        return False
    place, last, known = index, size - 1, leaf
    for each in proof:
        if last == 0:
            return False
        if place & 1 or place == last:
            known = node_hash(each, known)
            place, last = _past_left_edge(place, last)
        else:
            known = node_hash(known, each)
        place, last = place >> 1, last >> 1
    return last == 0 and known == root


def is_consistent(
    proof: Sequence[bytes], *, older: int, older_root: bytes, newer: int, newer_root: bytes
) -> bool:
    """Whether the proof shows that the newer tree begins with the older one.

    After RFC 9162, 2.1.4.2. Nothing is proven about an older tree without entries: every log
    begins with that, and who starts from nothing takes the first checkpoint as it is.
    """
    if 0 < older == newer:
        return not proof and older_root == newer_root
    if not 0 < older < newer or not _are_hashes((older_root, newer_root, *proof)):
        return False
    place, last = older - 1, newer - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    # The older root itself is left out of the proof where it is a complete subtree.
    path = (*proof,) if place else (older_root, *proof)
    if not path:
        return False
    known_older = known_newer = path[0]
    for each in path[1:]:
        if last == 0:
            return False
        if place & 1 or place == last:
            known_older, known_newer = node_hash(each, known_older), node_hash(each, known_newer)
            place, last = _past_left_edge(place, last)
        else:
            known_newer = node_hash(known_newer, each)
        place, last = place >> 1, last >> 1
    return last == 0 and known_older == older_root and known_newer == newer_root


def _past_left_edge(place: int, last: int) -> tuple[int, int]:
    """Skip the heights where the node stands alone at the right and has no sibling."""
    while place and not place & 1:
        place, last = place >> 1, last >> 1
    return place, last


def _are_hashes(values: Sequence[bytes]) -> bool:
    return all(len(value) == HASH_BYTES for value in values)


def _split(start: int, end: int) -> int:
    """Where RFC 6962 splits a range: after the largest power of two smaller than its length."""
    return start + (1 << (end - start - 1).bit_length() - 1)


def _path(index: int, *, start: int, end: int, size: int, read: Read) -> Proof:
    if end - start == 1:
        return ()
    middle = _split(start, end)
    if index < middle:
        beside = _root(middle, end, size=size, read=read)
        return (*_path(index, start=start, end=middle, size=size, read=read), beside)
    beside = _root(start, middle, size=size, read=read)
    return (*_path(index, start=middle, end=end, size=size, read=read), beside)


def _kept(older: int, *, start: int, end: int, size: int, read: Read, is_known: bool) -> Proof:
    """RFC 6962, 2.1.2: what must be known of a range to see that it keeps the older tree."""
    if older == end:
        return () if is_known else (_root(start, end, size=size, read=read),)
    middle = _split(start, end)
    if older <= middle:
        beside = _root(middle, end, size=size, read=read)
        left = _kept(older, start=start, end=middle, size=size, read=read, is_known=is_known)
        return (*left, beside)
    beside = _root(start, middle, size=size, read=read)
    right = _kept(older, start=middle, end=end, size=size, read=read, is_known=False)
    return (*right, beside)


def _root(start: int, end: int, *, size: int, read: Read) -> bytes:
    """The root over the entries from start up to, not including, end."""
    length = end - start
    if length & (length - 1):
        middle = _split(start, end)
        left = _root(start, middle, size=size, read=read)
        return node_hash(left, _root(middle, end, size=size, read=read))
    height = length.bit_length() - 1
    # A complete subtree lies within one tile: as one of its hashes, or over several of them.
    level, above = divmod(height, TILE_HEIGHT)
    first = start >> (TILE_HEIGHT * level)
    number, place = divmod(first, TILE_WIDTH)
    width = min(TILE_WIDTH, (size >> (TILE_HEIGHT * level)) - number * TILE_WIDTH)
    row = hashes(Tile(level, number, width), read)
    return root_of(row[place * HASH_BYTES : (place + (1 << above)) * HASH_BYTES])
