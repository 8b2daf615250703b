"""How the source is kept: every module says what it is, none grows past reading."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.house.source import BUILDING, CORE, HOUSE, ROOT, at, modules, tree

LONGEST_FILE, LONGEST_TEST, LONGEST_FUNCTION = 400, 600, 60
LONG_FOR_A_REASON = {
    "src/fondaco/declaration/document.py": "the data elements, as one list that mirrors the model",
    "src/fondaco/declaration/rules/texts/of_documents.py": "what traders are told, twice",
}
ALL = [*modules(CORE), *modules(BUILDING), *modules(HOUSE)]


def _lines(path: Path) -> int:
    return len(path.read_text().splitlines())


def test_every_module_starts_with_a_sentence() -> None:
    silent = [str(p.relative_to(ROOT)) for p in ALL if _lines(p) and not ast.get_docstring(tree(p))]
    assert silent == []


def test_no_file_is_too_long_to_read() -> None:
    long = {
        str(path.relative_to(ROOT)): _lines(path)
        for path in [*ALL, *modules(ROOT / "tests")]
        if _lines(path) > (LONGEST_TEST if ROOT / "tests" in path.parents else LONGEST_FILE)
    }
    assert {name: size for name, size in long.items() if name not in LONG_FOR_A_REASON} == {}


@pytest.mark.parametrize("name", LONG_FOR_A_REASON)
def test_every_excuse_is_still_needed(name: str) -> None:
    assert _lines(ROOT / name) > LONGEST_FILE


def test_no_function_is_too_long_to_read() -> None:
    long = [
        at(path, node.lineno, f"{node.name} has {node.end_lineno - node.lineno + 1} lines")
        for path in ALL
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno is not None
        and node.end_lineno - node.lineno >= LONGEST_FUNCTION
    ]
    assert long == []


def test_public_functions_of_the_core_say_what_they_do() -> None:
    silent = [
        at(path, node.lineno, node.name)
        for path in modules(CORE)
        for node in tree(path).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
        and not _is_overload(node)
    ]
    assert silent == []


def _is_overload(node: ast.FunctionDef | ast.ClassDef) -> bool:
    return any(isinstance(each, ast.Name) and each.id == "overload" for each in node.decorator_list)


def test_nothing_is_called_utils() -> None:
    vague = {"utils", "util", "helpers", "helper", "misc", "common", "manager", "managers"}
    found = [str(p.relative_to(ROOT)) for p in ALL if vague & {*p.with_suffix("").parts}]
    assert found == []
