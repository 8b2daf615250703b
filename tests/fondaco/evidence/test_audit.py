"""An audit finds every change to a log's files, wherever it was made."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fondaco.evidence.audit import flaws
from fondaco.evidence.checkpoint import Checkpoint
from fondaco.evidence.log import EMPTY_TREE, grown, leaf_hashes
from fondaco.evidence.merkle import EMPTY_ROOT
from fondaco.evidence.tile import Tile, bundle, tile_at, tiles_of

ORIGIN = "customs.example/record"
ENTRIES = [f"entry {number}".encode() for number in range(600)]
GROWTH = grown(EMPTY_TREE, leaf_hashes(ENTRIES))
CHECKPOINT = Checkpoint(ORIGIN, 600, GROWTH.tree.root)
FILES = {str(tile): data for tile, data in GROWTH.tiles} | {
    tile.entries: bundle(ENTRIES[tile.number * 256 : tile.number * 256 + tile.width])
    for tile in tiles_of(600)
    if tile.level == 0
}


def audited(files: dict[str, bytes], checkpoint: Checkpoint = CHECKPOINT) -> list[str]:
    return list(
        flaws(
            checkpoint,
            read=lambda tile: files[str(tile)],
            read_entries=lambda tile: files[tile.entries],
        )
    )


def test_a_sound_log_has_no_flaws() -> None:
    assert sorted(FILES) == [
        "tile/0/000",
        "tile/0/001",
        "tile/0/002.p/88",
        "tile/1/000.p/2",
        "tile/entries/000",
        "tile/entries/001",
        "tile/entries/002.p/88",
    ]
    assert audited(FILES) == []
    assert audited({}, Checkpoint(ORIGIN, 0, EMPTY_ROOT)) == []


def test_an_older_checkpoint_is_audited_from_the_wider_tiles_of_today() -> None:
    older = Checkpoint(ORIGIN, 300, grown(EMPTY_TREE, leaf_hashes(ENTRIES[:300])).tree.root)
    wide = {(tile.level, tile.number): tile for tile in tiles_of(600)}
    found = flaws(
        older,
        read=lambda tile: FILES[str(wide[tile.level, tile.number])],
        read_entries=lambda tile: FILES[wide[0, tile.number].entries],
    )
    assert list(found) == []


@settings(max_examples=300)
@given(st.sampled_from(sorted(FILES)), st.data())
def test_every_changed_byte_is_found(path: str, data: st.DataObject) -> None:
    whole = FILES[path]
    place = data.draw(st.integers(0, len(whole) - 1))
    change = data.draw(st.integers(1, 255))
    spoilt = whole[:place] + bytes([whole[place] ^ change]) + whole[place + 1 :]
    assert audited(FILES | {path: spoilt})


@pytest.mark.parametrize("path", sorted(FILES))
def test_every_missing_or_shortened_file_is_found(path: str) -> None:
    without = {name: data for name, data in FILES.items() if name != path}
    assert any(path in flaw for flaw in audited(without))
    assert audited(FILES | {path: FILES[path][:-1]})
    assert audited(FILES | {path: b""})


def test_the_place_of_a_change_is_named() -> None:
    changed = [*ENTRIES[:300], b"changed", *ENTRIES[301:512]]
    assert audited(FILES | {"tile/entries/001": bundle(changed[256:])}) == [
        "tile/0/001: hash 44 is not that of its entry"
    ]


def test_a_log_rewritten_as_a_whole_is_found_by_the_signed_root() -> None:
    forged = grown(EMPTY_TREE, leaf_hashes([b"forged", *ENTRIES[1:]]))
    files = {str(tile): data for tile, data in forged.tiles} | {
        "tile/entries/000": bundle([b"forged", *ENTRIES[1:256]]),
        "tile/entries/001": FILES["tile/entries/001"],
        "tile/entries/002.p/88": FILES["tile/entries/002.p/88"],
    }
    (flaw,) = audited(files)
    assert flaw.endswith(f"but {CHECKPOINT.root.hex()} was signed")


def test_swapped_entries_are_found() -> None:
    swapped = bundle([ENTRIES[1], ENTRIES[0], *ENTRIES[2:256]])
    assert len(audited(FILES | {"tile/entries/000": swapped})) == 2
    assert tile_at("tile/0/000") == Tile(0, 0)
