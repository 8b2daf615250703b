"""The UK's published amendments, each made to the declaration it amends.

Every change must point at an element, the amended declaration must say there what the
request says, and nothing else may have moved.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from fondaco.declaration.amendment import (
    amended,
    carried,
    differences,
    is_amendment,
    is_cancellation,
    targets,
)
from fondaco.declaration.document import Document
from fondaco.declaration.elements import value_at
from fondaco.messages import wco_xml
from fondaco.messages.problem import Unreadable
from tests.external.suites import Report, Tally

FOLDER = "declarations/cds"


def run(data: Path) -> Report:
    """Make every amendment whose declaration lies beside it."""
    tally = Tally("cds-amend")
    samples = data / FOLDER / "samples"
    cancellations = 0
    for folder in sorted({path.parent for path in samples.rglob("*.xml")}):
        read = list(_read(folder))
        originals = [document for _, document in read if document.function == "9"]
        for name, request in read:
            cancellations += is_cancellation(request)
            if not is_amendment(request):
                continue
            case = f"{folder.name}/{name}"
            if len(originals) == 1:
                tally.attempt(case, lambda o=originals[0], r=request: _wrong_with(o, r))
            else:
                tally.attempt(case, lambda r=request: _pointless(r))
                tally.note(f"{case}: no one declaration beside it, so only its pointers were tried")
    tally.note(f"{cancellations} requests to invalidate were recognised")
    return tally.report()


def _read(folder: Path) -> Iterator[tuple[str, Document]]:
    for path in sorted(folder.glob("*.xml")):
        try:
            yield path.name, wco_xml.read(path.read_bytes()).document
        except Unreadable:
            continue  # not a declaration: the suite cds-read says what becomes of it


def _pointless(request: Document) -> str:
    nowhere = [pointer for pointer, path in targets(request) if path is None]
    return f"points at nothing: {', '.join(nowhere)}" if nowhere else ""


def _wrong_with(original: Document, request: Document) -> str:
    pointless = _pointless(request)
    if pointless:
        return pointless
    new = amended(original, request)
    paths = [path for _, path in targets(request) if path is not None]
    removed = [path for path in paths if carried(request, path) is None]
    wrong = _lost(original, new, removed) if removed else _moved(original, new, paths)
    for path in paths:
        wanted = carried(request, path)
        if wanted is not None and value_at(new, path) != wanted:
            wrong = wrong or f"{path} is {value_at(new, path)}, expected {wanted}"
    return wrong


def _moved(original: Document, new: Document, paths: list[str]) -> str:
    for each in differences(original, new):
        if not any(_is_named(each.path, path) for path in paths):
            return f"{each.path} moved from {each.before} to {each.after}, and no change names it"
    return ""


def _is_named(place: str, path: str) -> bool:
    # A part that was not there before is taken over whole with the element that was named.
    return (
        place == path or place.startswith((f"{path}.", f"{path}[")) or path.startswith(f"{place}.")
    )


def _lost(original: Document, new: Document, removed: list[str]) -> str:
    gone = {value_at(original, path) for path in removed}
    kept = [item for item in original.items if item not in gone]
    expected = [msgspec.structs.replace(item, number=n) for n, item in enumerate(kept, 1)]
    if list(new.items) != expected:
        return f"{len(new.items)} items are left, expected {len(expected)} counted from one"
    return ""
