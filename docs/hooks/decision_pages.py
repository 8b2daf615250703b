"""The list of decisions, read from the records in `docs/adr`."""

from __future__ import annotations

import re
from pathlib import Path

from page_markdown import table

HEAD = """# Decisions

What took an argument, on one page each: what was decided, why, what it costs, and what would make
us think again.

"""


def names(root: Path) -> list[str]:
    """Return the pages for the navigation."""
    return ["adr/index.md", *(f"adr/{path.name}" for path in _records(root))]


def text(root: Path) -> str:
    """Return the page that lists them."""
    rows = []
    for path in _records(root):
        body = path.read_text()
        title = body.partition("\n")[0].removeprefix("# ")
        found = re.search(r"^Decided (\S+)", body, re.M)
        rows.append((f"[{title}]({path.name})", found[1].rstrip(".") if found else ""))
    return HEAD + table(("Decision", "Day"), rows) + "\n"


def _records(root: Path) -> list[Path]:
    return sorted((root / "docs/adr").glob("[0-9]*.md"))
