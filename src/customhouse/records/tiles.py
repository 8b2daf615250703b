"""The log's tiles in the database, as the Merkle functions read them and the world fetches them."""

from __future__ import annotations

from collections.abc import Sequence

from customhouse.settings.database import execute
from fondaco.evidence.log import EMPTY_TREE, Tree, tree_at
from fondaco.evidence.tile import Tile

_STORE = """
INSERT INTO tile (level, number, hashes)
SELECT * FROM unnest(%b::smallint[], %b::bigint[], %b::bytea[])
ON CONFLICT (level, number) DO UPDATE SET hashes = excluded.hashes
"""


def read(tile: Tile) -> bytes:
    """Return the hashes of a tile, perhaps more than asked for; nothing where it is missing."""
    statement = "SELECT hashes FROM tile WHERE level = %s AND number = %s"
    found = execute(statement, (tile.level, tile.number)).fetchone()
    return bytes(found[0]) if found else b""


def store(tiles: Sequence[tuple[Tile, bytes]]) -> None:
    """Keep tiles; a partial one takes the place of its narrower self."""
    execute(
        _STORE,
        (
            [tile.level for tile, _ in tiles],
            [tile.number for tile, _ in tiles],
            [data for _, data in tiles],
        ),
    )


def tree() -> Tree:
    """Return the tree of all leaves there are."""
    (size,) = execute("SELECT coalesce(max(index) + 1, 0) FROM leaf").fetchone() or (0,)
    return tree_at(size, read) if size else EMPTY_TREE
