"""The page of validation rules, read from the rules themselves."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path
from types import ModuleType
from typing import Any

from page_markdown import code, table

from fondaco.legal.rule import Rule

HEAD = """# Rules of validation

Every rule is one function of the core; the page shows what the function says of itself. A finding
names the rule by its number.

"""
HEADS = ("Number", "Rule", "Element", "In force", "Law", "Gravity")


def text(root: Path) -> str:
    """Return the page, one table for each part of a declaration that rules judge."""
    package = importlib.import_module("fondaco.declaration.rules")
    parts = [_part(module) for module in _modules(package)]
    found = [part for part in parts if part]
    return HEAD + ("\n\n".join(found) or "No rule is written yet.") + "\n"


def _modules(package: ModuleType) -> list[ModuleType]:
    names = sorted(each.name for each in pkgutil.iter_modules(package.__path__))
    return [importlib.import_module(f"{package.__name__}.{name}") for name in names]


def rules_in(module: ModuleType) -> list[Any]:
    """Return the rules that a module defines, asking nothing of whatever else it holds."""
    return [each for each in vars(module).values() if issubclass(type(each), Rule)]


def _part(module: ModuleType) -> str:
    rules = rules_in(module)
    if not rules:
        return ""
    title = module.__name__.rpartition(".")[2].replace("_", " ").capitalize()
    rows = [
        (
            code(each.number),
            each.text,
            code(each.element),
            _force(each.in_force),
            each.citation,
            str(each.gravity.value).lower(),
        )
        for each in rules
    ]
    return f"## {title}\n\n{table(HEADS, rows)}"


def _force(period: Any) -> str:
    since = f"from {period.start.isoformat()}"
    return since if period.end is None else f"{since} until {period.end.isoformat()}"
