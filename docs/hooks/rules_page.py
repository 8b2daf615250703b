"""The page of validation rules, read from the rules themselves and from the law that dates them."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

from page_markdown import code, table

from fondaco.clearance import cross_checks
from fondaco.clearance.rulebook import RULES_WRITTEN
from fondaco.declaration.requirements import TABLE, Requirement
from fondaco.legal.reading import Reader
from fondaco.legal.rule import Rule
from fondaco.legal.rule_book import DatedRules, RuleInForce

LAW = Path("law") / "demonstration"
HEAD = """# Rules of validation

Every rule is one function of the core; the page shows what the function says of itself. A finding
names the rule by its number. From when until when a rule is in force, and by which act, is said by
the bundle of law (`rules.csv`); the days and acts here are those of the Republic of Fondaco.

"""
HEADS = ("Number", "Rule", "Element", "In force", "Law", "Gravity")
REQUIREMENT_HEADS = (
    "Number", "Element", "Full declaration", "Simplified declaration", "In force", "Law",
)  # fmt: skip

Lines = dict[str, list[RuleInForce]]


def text(root: Path) -> str:
    """Return the page: a table for each part of a declaration, and for what it must have."""
    package = importlib.import_module("fondaco.declaration.rules")
    lines = in_force(root)
    parts = [_part(module, lines) for module in [*_modules(package), cross_checks]]
    return HEAD + "\n\n".join([*filter(None, parts), _requirements(lines)]) + "\n"


def in_force(root: Path) -> Lines:
    """Return the lines of the demonstration country's rules, by number."""
    names = ("acts.csv", "rules.csv")
    reader = Reader({name: (root / LAW / name).read_bytes() for name in names})
    lines: Lines = {}
    for line in DatedRules(reader, written=RULES_WRITTEN).lines():
        lines.setdefault(line.number, []).append(line)
    return lines


def _modules(package: ModuleType) -> list[ModuleType]:
    names = sorted(each.name for each in pkgutil.iter_modules(package.__path__))
    return [importlib.import_module(f"{package.__name__}.{name}") for name in names]


def rules_in(module: ModuleType) -> list[Any]:
    """Return the rules that a module defines, asking nothing of whatever else it holds."""
    return [each for each in vars(module).values() if issubclass(type(each), Rule)]


def _part(module: ModuleType, lines: Lines) -> str:
    rules = rules_in(module)
    if not rules:
        return ""
    title = module.__name__.rpartition(".")[2].replace("_", " ").capitalize()
    rows = [
        (
            code(each.number),
            each.text,
            code(each.element),
            *_force_and_law(lines.get(each.number, ())),
            str(each.gravity.value).lower(),
        )
        for each in rules
    ]
    return f"## {title}\n\n{table(HEADS, rows)}"


def _requirements(lines: Lines) -> str:
    rows = [
        (
            code(row.number),
            code(_element(row)),
            row.full.value,
            row.simplified.value,
            *_force_and_law(lines.get(row.number, ())),
        )
        for row in TABLE
    ]
    return f"## Required elements\n\n{table(REQUIREMENT_HEADS, rows)}"


def _element(row: Requirement) -> str:
    return f"{row.part.__name__}.{row.element}"


def _force_and_law(lines: Iterable[RuleInForce]) -> tuple[str, str]:
    found = list(lines)
    days = "; ".join(map(_days, found)) or "not in force"
    return days, "; ".join(dict.fromkeys(str(line.citation) for line in found))


def _days(line: RuleInForce) -> str:
    since = f"from {line.since.isoformat()}"
    return since if line.until is None else f"{since} until {line.until.isoformat()}"
