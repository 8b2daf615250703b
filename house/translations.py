"""The catalogues of texts, compiled beside the assets whenever they changed."""

from __future__ import annotations

import hashlib

from house import places
from house.commands import run

SOURCES = places.ROOT / "src" / "customhouse" / "locale"
COMPILER = places.ROOT / "src" / "customhouse" / "presentation" / "catalogues.py"


def build() -> None:
    """Compile every catalogue; when nothing changed since last time, at once."""
    target = places.state() / "locale"
    mark = hashlib.sha256()
    for file in [COMPILER, *sorted(SOURCES.rglob("*.po"))]:
        mark.update(f"{file.relative_to(places.ROOT)}\0".encode() + file.read_bytes())
    stamp = target / "built-from"
    if stamp.exists() and stamp.read_text() == mark.hexdigest():
        return
    target.mkdir(exist_ok=True)
    run([places.PYTHON, COMPILER, target])
    stamp.write_text(mark.hexdigest())
