"""The page of data elements, read from the catalogue."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any

from page_markdown import code, table

HEAD = """---
hide:
  - navigation
---

# Data elements

Every place in a declaration: its path in our JSON, its pointer in the WCO Data Model, its number in
annex B of Implementing Regulation (EU) 2015/2447 where it has one, and its format as written there.
`[]` stands for any index.

"""
HEADS = ("Path", "Element, and what to write", "Number", "Format", "Example", "WCO pointer")


def text(root: Path) -> str:
    """Return the page, one table for each part of a declaration."""
    try:
        from fondaco.declaration.elements import ELEMENTS
    except ImportError:
        return HEAD + "The catalogue is not written yet.\n"
    groups: dict[str, list[Any]] = defaultdict(list)
    for element in ELEMENTS.values():
        groups[_group(element.path)].append(element)
    parts = [f"## {name}\n\n{table(HEADS, map(_row, group))}" for name, group in groups.items()]
    return HEAD + "\n\n".join(parts) + "\n"


def _group(path: str) -> str:
    """Return the part of the declaration an element is listed under."""
    steps = path.split(".")
    depth = 2 if steps[0] == "shipment" and len(steps) > 2 else 1
    name = " › ".join(steps[:depth]) if len(steps) > depth else (steps[0] if depth > 1 else "")
    if len(steps) > 1 and not name:
        name = steps[0]
    return name.replace("[]", "").replace("_", " ").capitalize() or "Header"


def _row(element: Any) -> tuple[str, ...]:
    return (
        code(element.path),
        f"**{element.label.en}**. {element.help.en}",
        element.number,
        code(element.format),
        code(element.example),
        code(element.pointer),
    )
