"""A log that only grows: its unfinished tiles are all that appending needs to know.

>>> tree = grown(EMPTY_TREE, leaf_hashes([b"one", b"two", b"three"])).tree
>>> tree.size, tree.root.hex()[:16]
(3, '5aac771c899ac292')
"""

from collections.abc import Callable

import msgspec

from fondaco.evidence.merkle import EMPTY_ROOT, HASH_BYTES, leaf_hashes, root_of
from fondaco.evidence.tile import TILE_BYTES, TILE_WIDTH, Tile, tiles_of

__all__ = ["EMPTY_TREE", "Growth", "Read", "Tree", "grown", "leaf_hashes", "tree_at"]

Read = Callable[[Tile], bytes]
"""Gives the hashes of a tile; it may answer a partial tile with a wider one of the same number."""


class Tree(msgspec.Struct, frozen=True):
    """A log of ``size`` entries, by the hashes in its partial tiles, one text of bytes a level."""

    size: int
    edge: tuple[bytes, ...]

    @property
    def root(self) -> bytes:
        """The hash that stands for every entry and its place (RFC 6962, 2.1)."""
        carried = b""
        for held in self.edge:
            row = held + carried
            carried = root_of(row) if row else b""
        return carried or EMPTY_ROOT


EMPTY_TREE = Tree(0, ())


class Growth(msgspec.Struct, frozen=True):
    """A grown tree, and the tiles to publish before its checkpoint is signed."""

    tree: Tree
    tiles: tuple[tuple[Tile, bytes], ...]


def grown(tree: Tree, leaves: bytes) -> Growth:
    """The tree with more leaf hashes, given one after the other as ``leaf_hashes`` gives them.

    Every tile that filled up or changed is returned, the full ones exactly once in a log's life.
    Raises ValueError for bytes that are not whole hashes.
    """
    if len(leaves) % HASH_BYTES:
        raise ValueError(f"found {len(leaves)} bytes, expected whole hashes of {HASH_BYTES} bytes")
    edge: list[bytes] = []
    tiles: list[tuple[Tile, bytes]] = []
    fresh, finished = leaves, tree.size // TILE_WIDTH
    while fresh or len(edge) < len(tree.edge):
        level = len(edge)
        held = tree.edge[level] if level < len(tree.edge) else b""
        full, rest = _cut(held + fresh)
        tiles += [(Tile(level, finished + number), data) for number, data in enumerate(full)]
        if fresh and rest:
            tiles.append((Tile(level, finished + len(full), len(rest) // HASH_BYTES), rest))
        edge.append(rest)
        fresh, finished = b"".join(map(root_of, full)), finished // TILE_WIDTH
    return Growth(Tree(tree.size + len(leaves) // HASH_BYTES, tuple(edge)), tuple(tiles))


def tree_at(size: int, read: Read) -> Tree:
    """The tree of a size that was published, from its partial tiles.

    Whoever continues a log after a restart compares the root with the last checkpoint first.
    Raises ValueError where a tile is narrower than that size demands.
    """
    partial = {tile.level: tile for tile in tiles_of(size) if tile.width < TILE_WIDTH}
    height = max(partial, default=-1) + 1
    edge = [hashes(partial[level], read) if level in partial else b"" for level in range(height)]
    return Tree(size, tuple(edge))


def hashes(tile: Tile, read: Read) -> bytes:
    """Exactly the hashes of a tile, though the store may hold a wider one by now.

    Raises ValueError where it holds less.
    """
    data = read(tile)
    if len(data) < tile.width * HASH_BYTES:
        raise ValueError(
            f"{tile} has {len(data)} bytes, expected {tile.width * HASH_BYTES}: restore the file "
            "before the log goes on"
        )
    return data[: tile.width * HASH_BYTES]


def _cut(row: bytes) -> tuple[list[bytes], bytes]:
    whole = len(row) - len(row) % TILE_BYTES
    return [row[at : at + TILE_BYTES] for at in range(0, whole, TILE_BYTES)], row[whole:]
