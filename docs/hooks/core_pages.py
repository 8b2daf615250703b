"""One page for each package of the core, read from its modules."""

from __future__ import annotations

import ast
from pathlib import Path

FOLDER = "reference/core"


def names(root: Path) -> list[str]:
    """Return the pages for the navigation, in alphabetical order after the index."""
    return [f"{FOLDER}/index.md", *(f"{FOLDER}/{name}.md" for name in _packages(root))]


def pages(root: Path) -> dict[str, str]:
    """Return every page of the core by its name."""
    made = {f"{FOLDER}/index.md": _index(root)}
    for name in _packages(root):
        made[f"{FOLDER}/{name}.md"] = _page(root, name)
    return made


def _packages(root: Path) -> list[str]:
    return sorted(path.parent.name for path in (root / "src/fondaco").glob("*/__init__.py"))


def _index(root: Path) -> str:
    lines = ["# The core", "", _sentence(root / "src/fondaco/__init__.py"), ""]
    for name in _packages(root):
        sentence = _sentence(root / "src/fondaco" / name / "__init__.py")
        lines.append(f"- [`fondaco.{name}`]({name}.md): {sentence}")
    return "\n".join(lines) + "\n"


def _page(root: Path, name: str) -> str:
    folder = root / "src/fondaco" / name
    modules = [
        path
        for path in sorted(folder.rglob("*.py"))
        if path.name != "__init__.py" and not path.stem.startswith("_")
    ]
    lines = [f"# {name.capitalize()}", "", _sentence(folder / "__init__.py"), ""]
    for path in modules:
        parts = path.relative_to(root / "src").with_suffix("").parts
        lines += [f"::: {'.'.join(parts)}", ""]
    return "\n".join(lines)


def _sentence(path: Path) -> str:
    return (ast.get_docstring(ast.parse(path.read_text())) or "").partition("\n\n")[0]
