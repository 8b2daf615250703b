"""The page of commands, read from the Makefile."""

from __future__ import annotations

import re
from pathlib import Path

from page_markdown import code, table

HEAD = """# Commands

Each works from a fresh clone, as root and as a user, asks nothing, and needs Python 3.11, `make`
and the package registries.

"""


def text(root: Path) -> str:
    """Return the page: every target of the Makefile with the sentence beside it."""
    found = re.findall(r"^([a-z-]+):.*## (.*)$", (root / "Makefile").read_text(), re.M)
    rows = [(code(f"make {name}"), sentence) for name, sentence in found]
    return HEAD + table(("Command", "What it does"), rows) + "\n"
