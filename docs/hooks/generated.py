"""Pages that are read out of the code, so that they cannot disagree with it.

MkDocs calls `on_config` and `on_files` by name. What is not built yet gets a page that says so.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "src"), str(Path(__file__).parent)]

import api_page  # noqa: E402  (needs the path above)
import commands_page  # noqa: E402
import core_pages  # noqa: E402
import decision_pages  # noqa: E402
import elements_page  # noqa: E402
import rules_page  # noqa: E402
import settings_page  # noqa: E402

PAGES: dict[str, Callable[[Path], str]] = {
    "reference/rules.md": rules_page.text,
    "reference/elements.md": elements_page.text,
    "reference/api.md": api_page.text,
    "reference/commands.md": commands_page.text,
    "reference/settings.md": settings_page.text,
    "changelog.md": lambda root: (root / "CHANGELOG.md").read_text(),
}

FOLDERS = {"Start": "tutorial", "How to": "how-to", "Explanation": "explanation"}
"""The sections that take every page of a folder; mkdocs.yml says only which come first."""


def on_config(config: Any) -> Any:
    """Fill the parts of the navigation that follow the code."""
    for title, folder in FOLDERS.items():
        _append(config["nav"], title, sorted((ROOT / "docs" / folder).glob("*.md")))
    _fill(config["nav"], "Core", core_pages.names(ROOT))
    _fill(config["nav"], "Decisions", decision_pages.names(ROOT))
    return config


def on_files(files: Files, config: Any) -> Files:
    """Add every generated page."""
    pages = {name: make(ROOT) for name, make in PAGES.items()}
    pages |= core_pages.pages(ROOT)
    pages["adr/index.md"] = decision_pages.text(ROOT)
    for name, text in pages.items():
        files.append(File.generated(config, name, content=text))
    return files


def _append(navigation: list[Any], title: str, pages: list[Path]) -> None:
    below = next(entry[title] for entry in navigation if isinstance(entry, dict) and title in entry)
    names = [f"{page.parent.name}/{page.name}" for page in pages]
    below += [name for name in names if name not in below]


def _fill(navigation: list[Any], title: str, names: list[str]) -> None:
    for entry in navigation:
        if not isinstance(entry, dict):
            continue
        for name, below in entry.items():
            if name == title:
                entry[name] = names
            elif isinstance(below, list):
                _fill(below, title, names)
