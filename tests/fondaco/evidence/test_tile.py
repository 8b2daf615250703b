"""Paths and bundles of a tiled log, as C2SP tlog-tiles spells them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fondaco.evidence.note import Malformed
from fondaco.evidence.tile import Tile, bundle, entries_of, tile_at


@pytest.mark.parametrize(
    ("tile", "path"),
    [
        (Tile(0, 0), "tile/0/000"),
        (Tile(0, 0, 1), "tile/0/000.p/1"),
        (Tile(3, 999, 255), "tile/3/999.p/255"),
        (Tile(0, 1000), "tile/0/x001/000"),
        (Tile(63, 1_234_067, 17), "tile/63/x001/x234/067.p/17"),
    ],
)
def test_a_tile_has_one_path(tile: Tile, path: str) -> None:
    assert str(tile) == path
    assert tile_at(path) == tile


def test_the_entries_of_a_tile_stand_beside_it() -> None:
    assert Tile(0, 1_234_067, 9).entries == "tile/entries/x001/x234/067.p/9"
    with pytest.raises(ValueError, match="only tiles of level 0 have entries"):
        Tile(1, 0).entries  # noqa: B018


@given(st.integers(0, 63), st.integers(0, 2**50), st.integers(1, 256))
def test_paths_read_back(level: int, number: int, width: int) -> None:
    tile = Tile(level, number, width)
    assert tile_at(str(tile)) == tile


@pytest.mark.parametrize(
    "path",
    [
        "",
        "tile/0/00",
        "tile/00/000",
        "tile/64/000",
        "tile/0/001/000",
        "tile/0/x000/067",
        "tile/0/x001/x000",
        "tile/0/000.p/0",
        "tile/0/000.p/01",
        "tile/0/000.p/256",
        "tile/0/000.p/999",
        "tile/0/../000",
        "tile/0/000\n",
        "tile/0/٠٠٠",
        "/tile/0/000",
        "tile/entries/000",
    ],
)
def test_other_paths_are_refused(path: str) -> None:
    with pytest.raises(Malformed, match="expected tile/"):
        tile_at(path)


@pytest.mark.parametrize(("level", "number", "width"), [(-1, 0, 1), (64, 0, 1), (0, -1, 1)])
def test_tiles_outside_the_format_cannot_be_made(level: int, number: int, width: int) -> None:
    with pytest.raises(ValueError, match="expected a level of 0 to 63"):
        Tile(level, number, width)


@pytest.mark.parametrize("width", [0, 257])
def test_tiles_are_one_to_256_wide(width: int) -> None:
    with pytest.raises(ValueError, match="a width of 1 to 256"):
        Tile(0, 0, width)


@given(st.lists(st.binary(max_size=300), min_size=1, max_size=256))
def test_bundles_read_back(entries: list[bytes]) -> None:
    assert entries_of(bundle(entries)) == tuple(entries)


@given(st.lists(st.binary(max_size=30), min_size=1, max_size=5), st.integers(1, 40))
def test_a_bundle_cut_short_never_gives_the_same_entries(entries: list[bytes], cut: int) -> None:
    whole = bundle(entries)
    try:
        assert entries_of(whole[:-cut]) == tuple(entries[: len(entries_of(whole[:-cut]))])
        assert len(entries_of(whole[:-cut])) < len(entries)
    except Malformed as refused:
        assert "cut short" in str(refused) or "0 entries" in str(refused)  # noqa: PT017


@pytest.mark.parametrize("data", [b"\x00", b"\x00\x01", b"\x00\x02a", b"\x00\x01ab", b"\xff\xff"])
def test_damaged_bundles_are_refused(data: bytes) -> None:
    with pytest.raises(Malformed, match="cut short in entry"):
        entries_of(data)


def test_bundles_hold_1_to_256_entries_of_at_most_65535_bytes() -> None:
    assert entries_of(bundle([bytes(65_535)] * 2)) == (bytes(65_535),) * 2
    with pytest.raises(ValueError, match="entry 1 has 65536 bytes"):
        bundle([b"", bytes(65_536)])
    for entries in ([], [b""] * 257):
        with pytest.raises(ValueError, match=f"found {len(entries)} entries"):
            bundle(entries)
        with pytest.raises(Malformed, match=f"found a bundle of {len(entries)} entries"):
            entries_of(bytes(2 * len(entries)))
