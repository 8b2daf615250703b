"""The built assets: their lasting names, and their bytes, kept in memory and compressed once."""

from __future__ import annotations

import gzip
import json
import mimetypes
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from django.conf import settings

ROUTE = "/assets/"
COMPRESSIBLE = (".css", ".js", ".mjs", ".svg", ".json", ".map", ".txt")


class Asset(NamedTuple):
    """One file as it is sent."""

    content: bytes
    media_type: str
    is_compressed: bool


def folder() -> Path:
    """Return the folder the front end is built into."""
    return Path(settings.BUILT) / "assets"


def address(name: str) -> str:
    """Return the address of an asset by its plain name, such as `main.css`."""
    try:
        return f"{ROUTE}{_names(_built_at())[name]}"
    except KeyError:
        raise LookupError(
            f"found no asset {name!r}, expected one that `make setup` built"
        ) from None


def read(lasting: str, *, compressed: bool) -> Asset | None:
    """Return an asset by its lasting name, compressed where asked and worth it; None if unknown."""
    if lasting not in _names(_built_at()).values():
        return None
    return _read(lasting, compressed=compressed and lasting.endswith(COMPRESSIBLE))


@lru_cache(maxsize=256)
def _read(lasting: str, *, compressed: bool) -> Asset:
    content = (folder() / lasting).read_bytes()
    media_type = mimetypes.guess_type(lasting)[0] or "application/octet-stream"
    if lasting.endswith((".js", ".mjs")):
        media_type = "text/javascript"
    if compressed:
        content = gzip.compress(content, 9, mtime=0)
    return Asset(content, media_type, compressed)


def _built_at() -> int:
    try:
        return (folder() / "manifest.json").stat().st_mtime_ns
    except FileNotFoundError:
        return 0


@lru_cache(maxsize=2)
def _names(built_at: int) -> dict[str, str]:
    if built_at == 0:
        return {}
    names: dict[str, str] = json.loads((folder() / "manifest.json").read_text())
    return names
