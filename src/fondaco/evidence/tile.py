"""The static files of a tiled log and what stands in them (C2SP tlog-tiles v1)."""

import re
from collections.abc import Sequence

import msgspec

from fondaco.evidence.merkle import HASH_BYTES
from fondaco.evidence.note import Malformed

TILE_WIDTH = 256
TILE_HEIGHT = 8
TILE_BYTES = TILE_WIDTH * HASH_BYTES
LONGEST_ENTRY = 65_535
"""Bytes; the length of an entry is written in 16 bits."""


class Tile(msgspec.Struct, frozen=True, order=True):
    """The address of a tile: consecutive hashes, each the root over 256 ** level entries.

    A full tile is 256 hashes wide; the last one of a level may be partial. Counting starts at
    zero.

    >>> print(Tile(level=0, number=1234067, width=256))
    tile/0/x001/x234/067
    >>> print(Tile(level=1, number=0, width=17))
    tile/1/000.p/17
    """

    level: int
    number: int
    width: int = TILE_WIDTH

    def __post_init__(self) -> None:
        if not (0 <= self.level <= 63 and self.number >= 0 and 1 <= self.width <= TILE_WIDTH):
            raise ValueError(
                f"found level {self.level}, number {self.number}, width {self.width}: "
                "expected a level of 0 to 63, a number from 0 and a width of 1 to 256"
            )

    def __str__(self) -> str:
        return f"tile/{self.level}/{_path(self.number, self.width)}"

    @property
    def entries(self) -> str:
        """The path of the bundle with the entries under a tile of level 0."""
        if self.level:
            raise ValueError(f"found level {self.level}: only tiles of level 0 have entries")
        return f"tile/entries/{_path(self.number, self.width)}"


def tile_at(path: str) -> Tile:
    """The tile that a path of the form ``tile/<level>/<number>[.p/<width>]`` asks for.

    Raises Malformed for any other spelling, leading zeros and superfluous parts included.

    >>> tile_at("tile/0/x001/x234/067")
    Tile(level=0, number=1234067, width=256)
    """
    found = re.fullmatch(
        r"tile/(0|[1-9][0-9]?)/((?:x[0-9]{3}/)*[0-9]{3})(?:\.p/([1-9][0-9]{0,2}))?", path, re.ASCII
    )
    if found:
        level, number, width = found.groups(default="256")
        digits = int(number.replace("x", "").replace("/", ""))
        if int(level) <= 63 and int(width) <= TILE_WIDTH:
            tile = Tile(int(level), digits, int(width))
            if str(tile) == path:
                return tile
    raise Malformed(f"found {path!r}, expected tile/<0-63>/<x001/234>[.p/<1-255>]")


def tiles_of(size: int) -> tuple[Tile, ...]:
    """Every tile that a tree of so many entries has, the lowest level first.

    >>> [str(tile) for tile in tiles_of(256)]
    ['tile/0/000', 'tile/1/000.p/1']
    """
    tiles = []
    level, width = 0, size
    while width:
        full, rest = divmod(width, TILE_WIDTH)
        tiles += [Tile(level, number) for number in range(full)]
        tiles += [Tile(level, full, rest)] if rest else []
        level, width = level + 1, full
    return tuple(tiles)


def bundle(entries: Sequence[bytes]) -> bytes:
    """Up to 256 entries as a log serves them, each after its length in two bytes.

    >>> bundle([b"one", b"two"])
    b'\\x00\\x03one\\x00\\x03two'
    """
    if not 1 <= len(entries) <= TILE_WIDTH:
        raise ValueError(f"found {len(entries)} entries, expected 1 to {TILE_WIDTH}")
    for number, entry in enumerate(entries):
        if len(entry) > LONGEST_ENTRY:
            raise ValueError(
                f"entry {number} has {len(entry)} bytes, expected at most {LONGEST_ENTRY}: "
                "log a commitment to the content, not the content"
            )
    return b"".join([len(entry).to_bytes(2, "big") + entry for entry in entries])


def entries_of(data: bytes) -> tuple[bytes, ...]:
    """The entries of a bundle. Raises Malformed where it is cut short, empty or too wide."""
    entries: list[bytes] = []
    at = 0
    while at < len(data):
        start = at + 2
        at = start + int.from_bytes(data[at:start], "big")
        if start > len(data) or at > len(data):
            raise Malformed(f"the bundle is cut short in entry {len(entries)}: fetch it again")
        entries.append(data[start:at])
    if not 1 <= len(entries) <= TILE_WIDTH:
        raise Malformed(f"found a bundle of {len(entries)} entries, expected 1 to {TILE_WIDTH}")
    return tuple(entries)


def _path(number: int, width: int) -> str:
    """Three digits a folder, so that no folder grows large and none has a file's name."""
    groups = f"{number:,}".split(",")
    padded = [group.zfill(3) for group in groups]
    path = "/".join([f"x{group}" for group in padded[:-1]] + padded[-1:])
    return path if width == TILE_WIDTH else f"{path}.p/{width}"
