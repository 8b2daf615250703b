"""Going through a whole log: every entry, every tile, and the root that was signed."""

from collections.abc import Callable, Iterator

from fondaco.evidence.checkpoint import Checkpoint
from fondaco.evidence.log import Read, hashes, tree_at
from fondaco.evidence.merkle import HASH_BYTES, leaf_hashes, root_of
from fondaco.evidence.note import Malformed
from fondaco.evidence.tile import TILE_WIDTH, Tile, entries_of, tiles_of

ReadEntries = Callable[[Tile], bytes]
"""Gives the entry bundle under a tile of level 0; it may be a wider one of the same number."""


def flaws(checkpoint: Checkpoint, *, read: Read, read_entries: ReadEntries) -> Iterator[str]:
    """Everything in the log's files that is not what the checkpoint signed for; nothing, if sound.

    Both readers raise LookupError for a file they do not have. Whoever audits checks first that
    the checkpoint is signed, and that it begins with the one of the last audit.
    """
    for tile in tiles_of(checkpoint.size):
        try:
            found = hashes(tile, read)
            expected = _expected(tile, read=read, read_entries=read_entries)
        except (LookupError, Malformed, ValueError) as missing:
            yield f"{tile}: {missing}"
            continue
        places = range(0, len(found), HASH_BYTES)
        wrong = [at for at in places if found[at : at + 32] != expected[at : at + 32]]
        for at in wrong:
            what = "entry" if tile.level == 0 else "tile below"
            yield f"{tile}: hash {at // HASH_BYTES} is not that of its {what}"
    try:
        root = tree_at(checkpoint.size, read).root
    except (LookupError, ValueError) as missing:
        yield f"the root cannot be computed: {missing}"
        return
    if root != checkpoint.root:
        yield f"the root of the tiles is {root.hex()}, but {checkpoint.root.hex()} was signed"


def _expected(tile: Tile, *, read: Read, read_entries: ReadEntries) -> bytes:
    """What must stand in a tile, from the entries or the full tiles that it sums up."""
    if tile.level == 0:
        entries = entries_of(read_entries(tile))
        if len(entries) < tile.width:
            raise Malformed(f"found {len(entries)} entries, expected {tile.width}")
        return leaf_hashes(entries[: tile.width])
    first = tile.number * TILE_WIDTH
    below = (Tile(tile.level - 1, first + number) for number in range(tile.width))
    return b"".join(root_of(hashes(each, read)) for each in below)
