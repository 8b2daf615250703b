"""A log grows, is read back from its tiles, and proves what it holds, at every size."""

from __future__ import annotations

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fondaco.evidence.log import EMPTY_TREE, Tree, grown, hashes, leaf_hashes, tree_at
from fondaco.evidence.merkle import EMPTY_ROOT, leaf_hash, root_of
from fondaco.evidence.proof import (
    consistency_proof,
    inclusion_proof,
    is_consistent,
    is_included,
)
from fondaco.evidence.tile import Tile, tiles_of

LEAVES = [leaf_hash(str(number).encode()) for number in range(70_000)]
LARGE = grown(EMPTY_TREE, b"".join(LEAVES))
STORE = dict(LARGE.tiles)


def defined_root(leaves: list[bytes]) -> bytes:
    """MTH exactly as RFC 6962, 2.1 writes it, without a thought for speed."""
    if not leaves:
        return sha256().digest()
    if len(leaves) == 1:
        return leaves[0]
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    left, right = defined_root(leaves[:split]), defined_root(leaves[split:])
    return sha256(b"\x01" + left + right).digest()


def read(tile: Tile) -> bytes:
    """From the tiles of the large log, where the widest of each number is kept."""
    if tile.level in (0, 1, 2) and tile.width < 256:
        wide = [each for each in STORE if (each.level, each.number) == (tile.level, tile.number)]
        return STORE[max(wide)]
    return STORE[tile]


class Store(dict[tuple[int, int], bytes]):
    """Keeps the widest tile of each level and number."""

    def keep(self, tiles: tuple[tuple[Tile, bytes], ...]) -> None:
        for tile, data in tiles:
            assert len(data) == tile.width * 32
            assert data.startswith(self.get((tile.level, tile.number), b"")), "a tile was rewritten"
            self[tile.level, tile.number] = data

    def read(self, tile: Tile) -> bytes:
        return self[tile.level, tile.number]


@pytest.mark.parametrize("size", [*range(20), 255, 256, 257, 511, 513, 1000])
def test_the_root_is_the_one_of_the_definition(size: int) -> None:
    tree = grown(EMPTY_TREE, b"".join(LEAVES[:size])).tree
    assert tree.root == root_of(b"".join(LEAVES[:size])) == defined_root(LEAVES[:size])


def test_the_sizes_of_the_standard_give_its_tiles() -> None:
    """C2SP tlog-tiles, Partial Tiles: the example of a tree of size 70,000."""
    partial = [(tile.level, tile.width) for tile in tiles_of(70_000) if tile.width < 256]
    assert partial == [(0, 112), (1, 17), (2, 1)]
    assert sum(tile.level == 0 and tile.width == 256 for tile in tiles_of(70_000)) == 273
    assert sum(tile.level == 1 and tile.width == 256 for tile in tiles_of(70_000)) == 1
    assert tuple(sorted(STORE)) == tuple(sorted(tiles_of(70_000)))
    assert LARGE.tree.root == defined_root(LEAVES)


@given(st.lists(st.integers(0, 700), max_size=6))
def test_growing_in_steps_is_growing_at_once(steps: list[int]) -> None:
    tree, store = EMPTY_TREE, Store()
    for step in steps:
        growth = grown(tree, b"".join(LEAVES[tree.size : tree.size + step]))
        store.keep(growth.tiles)
        tree = growth.tree
        assert tree == tree_at(tree.size, store.read)
    assert tree == grown(EMPTY_TREE, b"".join(LEAVES[: tree.size])).tree
    assert all(hashes(tile, store.read) == hashes(tile, read) for tile in tiles_of(tree.size))


@pytest.mark.parametrize("size", [255, 256, 257, 65_535, 65_536, 65_537, 69_999])
def test_one_entry_more_at_the_brink_of_a_tile(size: int) -> None:
    tree = tree_at(size, read)
    assert tree.root == root_of(b"".join(LEAVES[:size]))
    assert grown(tree, LEAVES[size]).tree == tree_at(size + 1, read)


def test_an_empty_log_has_no_tiles_and_the_root_of_nothing() -> None:
    assert grown(EMPTY_TREE, b"").tiles == tiles_of(0) == ()
    assert tree_at(0, read) == EMPTY_TREE == Tree(0, ())
    assert EMPTY_TREE.root == EMPTY_ROOT == sha256().digest()


@given(st.data())
def test_every_entry_is_proven_and_no_other(data: st.DataObject) -> None:
    size = data.draw(st.integers(1, 600) | st.integers(65_000, 70_000))
    index = data.draw(st.integers(0, size - 1))
    other = (
        data.draw(st.integers(0, size - 1).filter(lambda each: each != index)) if size > 1 else 0
    )
    root = tree_at(size, read).root
    proof = inclusion_proof(index, size=size, read=read)

    assert is_included(LEAVES[index], index=index, size=size, proof=proof, root=root)
    assert not is_included(LEAVES[index + 1], index=index, size=size, proof=proof, root=root)
    if size > 1:
        assert not is_included(LEAVES[index], index=other, size=size, proof=proof, root=root)
    assert not is_included(LEAVES[index], index=index, size=size, proof=(*proof, root), root=root)
    assert not is_included(LEAVES[index], index=size, size=size, proof=proof, root=root)
    assert not is_included(LEAVES[index], index=-1, size=size, proof=proof, root=root)


sizes = st.integers(1, 300) | st.sampled_from([255, 256, 257, 511, 512, 65_535, 65_536, 65_537])


@given(sizes, sizes)
def test_every_growth_is_proven_and_no_other(one: int, another: int) -> None:
    older, newer = sorted((one, another))
    older_root, newer_root = tree_at(older, read).root, tree_at(newer, read).root
    proof = consistency_proof(older, newer=newer, read=read)

    def holds(proof: tuple[bytes, ...], first: bytes, second: bytes) -> bool:
        return is_consistent(proof, older=older, older_root=first, newer=newer, newer_root=second)

    assert holds(proof, older_root, newer_root)
    assert not holds((*proof, EMPTY_ROOT), older_root, newer_root)
    assert not holds(proof, EMPTY_ROOT, newer_root)
    assert not holds(proof, older_root, EMPTY_ROOT)
    for place in range(len(proof)):
        changed = (*proof[:place], bytes(32), *proof[place + 1 :])
        assert not holds(changed, older_root, newer_root)
    if older < newer:
        assert not holds(proof, newer_root, older_root)
        assert not is_consistent(
            proof, older=newer, older_root=newer_root, newer=older, newer_root=older_root
        )


def test_small_sizes_exhaustively() -> None:
    roots = [defined_root(LEAVES[:size]) for size in range(34)]
    for newer in range(1, 34):
        for older in range(1, newer + 1):
            assert is_consistent(
                consistency_proof(older, newer=newer, read=read),
                older=older,
                older_root=roots[older],
                newer=newer,
                newer_root=roots[newer],
            )
        for index in range(newer):
            proof = inclusion_proof(index, size=newer, read=read)
            assert is_included(
                LEAVES[index], index=index, size=newer, proof=proof, root=roots[newer]
            )


def test_nothing_is_proven_about_an_empty_log() -> None:
    """The proof vectors want an error at size 0; the witness protocol an empty proof."""
    assert consistency_proof(0, newer=5, read=read) == ()
    assert not is_consistent(
        (), older=0, older_root=EMPTY_ROOT, newer=5, newer_root=tree_at(5, read).root
    )
    assert not is_included(EMPTY_ROOT, index=0, size=0, proof=(), root=EMPTY_ROOT)


def test_what_is_outside_the_log_cannot_be_proven() -> None:
    with pytest.raises(ValueError, match="found index 5, expected 0 to 4 in a log of 5"):
        inclusion_proof(5, size=5, read=read)
    with pytest.raises(ValueError, match="found older size 6, expected 0 to 5"):
        consistency_proof(6, newer=5, read=read)


def test_a_store_that_lost_hashes_is_found_out() -> None:
    with pytest.raises(ValueError, match=r"tile/0/000\.p/5 has 96 bytes, expected 160"):
        tree_at(5, lambda tile: read(tile)[:96])


def test_a_changed_hash_in_a_tile_changes_the_root() -> None:
    spoilt = lambda tile: bytes([read(tile)[0] ^ 1]) + read(tile)[1:]  # noqa: E731
    assert tree_at(70_000, spoilt).root != LARGE.tree.root


@pytest.mark.parametrize("length", [1, 31, 33])
def test_only_whole_hashes_are_taken(length: int) -> None:
    with pytest.raises(ValueError, match=f"found {length} bytes, expected whole hashes"):
        grown(EMPTY_TREE, bytes(length))
    with pytest.raises(ValueError, match=f"found {length} bytes, expected whole hashes"):
        root_of(bytes(length))


def test_leaves_and_nodes_cannot_be_taken_for_one_another() -> None:
    pair = LEAVES[0] + LEAVES[1]
    assert root_of(pair) != leaf_hash(pair)
    assert leaf_hashes([b"one", b"two"]) == leaf_hash(b"one") + leaf_hash(b"two")
