"""The project's own source as the house tests read it: files, modules, syntax trees."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CORE, BUILDING, HOUSE = ROOT / "src/fondaco", ROOT / "src/customhouse", ROOT / "house"


@cache
def committed() -> tuple[Path, ...]:
    """Return every file that git keeps, or will once it is added."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    names = [name for name in listed.stdout.split("\0") if name]
    return tuple(path for name in names if (path := ROOT / name).is_file())


def modules(folder: Path) -> list[Path]:
    """Return the Python modules below a folder, but for generated migrations."""
    found = folder.rglob("*.py")
    return sorted(path for path in found if not {"migrations", "__pycache__"} & set(path.parts))


@cache
def tree(path: Path) -> ast.Module:
    """Return the syntax tree of a module."""
    return ast.parse(path.read_text())


def imported(path: Path) -> Iterator[tuple[int, str]]:
    """Give the line and full name of everything a module imports, by absolute name."""
    package = module_name(path).split(".")[: None if path.name == "__init__.py" else -1]
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, name.name) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            before = package[: len(package) - node.level + 1] if node.level else []
            source = ".".join([*before, *([node.module] if node.module else [])])
            yield from ((node.lineno, f"{source}.{name.name}") for name in node.names)


def called(path: Path) -> Iterator[tuple[int, str]]:
    """Give the line and dotted name of everything a module calls."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            yield node.lineno, dotted(node.func)


def dotted(node: ast.expr) -> str:
    """Return `a.b.c` for an attribute chain; what is not a name becomes `?`.

    >>> dotted(ast.parse("date.today", mode="eval").body)
    'date.today'
    """
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else "?"


def module_name(path: Path) -> str:
    """Return the name a module is imported by.

    >>> module_name(CORE / "units" / "money.py")
    'fondaco.units.money'
    """
    base = ROOT / "src" if ROOT / "src" in path.parents else ROOT
    parts = path.relative_to(base).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def at(path: Path, line: int, what: str) -> str:
    """Return one offence as an editor can open it."""
    return f"{path.relative_to(ROOT)}:{line}: {what}"
