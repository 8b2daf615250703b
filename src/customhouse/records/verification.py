"""Verifying the whole record from its rows: bodies, seals, leaves, tiles, checkpoint, file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import UTC
from typing import Any

import msgspec

from customhouse.records import published, tiles
from customhouse.records.entry import Entry, content, digest_name, log_entry
from customhouse.settings.database import as_system, execute
from fondaco.evidence.canonical import canonical
from fondaco.evidence.checkpoint import Checkpoint, opened, reason_not_to_sign
from fondaco.evidence.log import EMPTY_TREE, Tree, grown
from fondaco.evidence.merkle import HASH_BYTES, leaf_hash
from fondaco.evidence.note import note_of
from fondaco.evidence.proof import consistency_proof
from fondaco.evidence.tile import tiles_of

AT_ONCE = 5_000

_ROWS = """
SELECT record.id, record.kind, record.subject, record.actor, record.at, record.payload,
       record.bodies, record.organisations, record.salt, record.leaf, leaf.hash, leaf.index,
       pending.record_id
FROM record
LEFT JOIN leaf ON leaf.record_id = record.id
LEFT JOIN pending_leaf AS pending ON pending.record_id = record.id
WHERE record.id > %s ORDER BY record.id LIMIT %s
"""
_BODIES = "SELECT digest, content FROM body WHERE digest > %s ORDER BY digest LIMIT 500"
_LEAVES = "SELECT index, hash FROM leaf WHERE index >= %s ORDER BY index LIMIT %s"
_NAMED = """
SELECT DISTINCT encode(named, 'hex') FROM record, unnest(bodies) AS named
WHERE NOT EXISTS (SELECT 1 FROM body WHERE digest = named)
"""


def flaws() -> Iterator[str]:
    """Give everything that is wrong with the record, in words; nothing where it is whole."""
    with as_system():
        yield from _flaws_of_bodies()
        yield from _flaws_of_records()
        tree = yield from _tree_of_leaves()
        yield from _flaws_of_tiles(tree)
        yield from _flaws_of_checkpoint(tree)


def _flaws_of_bodies() -> Iterator[str]:
    last = b""
    while rows := execute(_BODIES, (last,)).fetchall():
        for digest, body in rows:
            if hashlib.sha256(body).digest() != bytes(digest):
                yield f"body {digest_name(bytes(digest))}: its content has another digest"
        last = bytes(rows[-1][0])
    for (name,) in execute(_NAMED):
        yield f"body sha256:{name}: on record, and missing"


def _flaws_of_records() -> Iterator[str]:
    last = 0
    while rows := execute(_ROWS, (last, AT_ONCE)).fetchall():
        for row in rows:
            yield from _flaws_of_record(row)
        last = rows[-1][0]


def _flaws_of_record(row: tuple[Any, ...]) -> Iterator[str]:
    number, kind, subject, actor, at, payload, bodies, organisations, salt, leaf = row[:10]
    in_leaf, index, pending = row[10:]
    entry = Entry(
        kind=kind,
        subject=subject,
        actor=actor,
        organisations=tuple(organisations),
        bodies=tuple(digest_name(bytes(each)) for each in bodies),
    )
    at = at.astimezone(UTC)
    expected = log_entry(
        content(entry, at=at, payload=canonical(msgspec.json.decode(payload))),
        at=at,
        salt=bytes(salt),
    )
    if expected != bytes(leaf):
        yield f"record {number}: it is not what was sealed"
    if (index is None) == (pending is None):
        yield f"record {number}: it must either be in the log or wait for it"
    if index is not None and leaf_hash(bytes(leaf)) != bytes(in_leaf):
        yield f"record {number}: the log has another entry at {index}"


def _tree_of_leaves() -> Iterator[str]:
    tree = EMPTY_TREE
    while rows := execute(_LEAVES, (tree.size, AT_ONCE)).fetchall():
        if [index for index, _ in rows] != list(range(tree.size, tree.size + len(rows))):
            yield f"leaf {tree.size}: a leaf is missing here or further on"
            return tree
        growth = grown(tree, b"".join(bytes(each) for _, each in rows))
        for tile, data in growth.tiles:
            if tiles.read(tile)[: len(data)] != data:
                yield f"{tile}: it is not the hash of the leaves under it"
        tree = growth.tree
    return tree


def _flaws_of_tiles(tree: Tree) -> Iterator[str]:
    widths = {(tile.level, tile.number): tile.width for tile in tiles_of(tree.size)}
    for level, number, length in execute("SELECT level, number, octet_length(hashes) FROM tile"):
        if length != widths.pop((level, number), 0) * HASH_BYTES:
            yield f"tile {level}/{number}: it is longer or shorter than the leaves under it"
    for level, number in widths:
        yield f"tile {level}/{number}: it is missing"


def _flaws_of_checkpoint(tree: Tree) -> Iterator[str]:
    known = published.last_checkpoint()
    rows = execute("SELECT size, root, note FROM checkpoint ORDER BY size").fetchall()
    for size, root, text in rows:
        signed = opened(note_of(text), log=published.signer().key)
        if signed is None or (signed.size, signed.root) != (size, bytes(root)):
            yield f"checkpoint {size}: it is not what our key signed"
    if known is None:
        if rows:
            yield "the checkpoint in the state folder is missing"
        return
    before = known[1]
    older = min(before.size, tree.size)
    reason = reason_not_to_sign(
        Checkpoint(before.origin, tree.size, tree.root),
        published=before,
        proof=consistency_proof(older, newer=tree.size, read=tiles.read),
    )
    if reason:
        yield f"the log does not continue what was published: {reason}"
