"""What imports alone cannot say of the building: desks meet at their counters only."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.house.source import BUILDING, ROOT, at, called, dotted, imported, modules, tree

PRIVATE = {"models", "pages", "forms"}
NOT_DESKS = {"settings", "presentation"}
SIGNALS = ("django.db.models.signals", "django.dispatch", "django.core.signals")
CLOCK = {"timezone.now", "datetime.now", "date.today", "timezone.localdate", "time.time"}
WRITES = {"create", "bulk_create", "get_or_create", "update_or_create", "bulk_update", "save"}


def desk(path: Path) -> str:
    """Return the desk a module belongs to, or nothing for the building's own front door."""
    parts = path.relative_to(BUILDING).parts
    return parts[0] if len(parts) > 1 else ""


def layer(path: Path) -> str:
    """Return the layer of a module within its desk: models, actions, queries, pages, forms ..."""
    parts = path.relative_to(BUILDING).with_suffix("").parts
    return parts[1] if len(parts) > 1 else ""


def test_a_desk_never_imports_another_desks_tables_or_pages() -> None:
    found = []
    for path in modules(BUILDING):
        if not desk(path):
            continue
        for line, name in imported(path):
            parts = name.split(".")
            if parts[0] != "customhouse" or len(parts) < 3 or parts[1] in NOT_DESKS:
                continue
            if parts[1] != desk(path) and parts[2] in PRIVATE:
                found.append(at(path, line, name))
    assert found == []


def test_nothing_listens_to_signals() -> None:
    found = [
        at(path, line, name)
        for path in modules(BUILDING)
        for line, name in imported(path)
        if name.startswith(SIGNALS)
    ]
    assert found == []


def test_tables_have_no_behaviour_in_save_or_delete() -> None:
    found = [
        at(path, node.lineno, f"def {node.name}")
        for path in modules(BUILDING)
        if layer(path) == "models"
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef) and node.name in {"save", "delete", "clean"}
    ]
    assert found == []


def test_only_edges_ask_the_clock() -> None:
    found = [
        at(path, line, name)
        for path in modules(BUILDING)
        if layer(path) in {"models", "actions", "queries"}
        for line, name in called(path)
        if name in CLOCK or name.endswith((".timezone.now", ".datetime.now"))
    ]
    assert found == []


def test_queries_and_pages_never_write() -> None:
    found = [
        at(path, node.lineno, dotted(node.func))
        for path in modules(BUILDING)
        if layer(path) in {"queries", "pages", "forms"}
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in WRITES
        and ".objects" in dotted(node.func)
    ]
    assert found == []


def test_actions_take_all_but_their_subject_by_name() -> None:
    found = [
        at(path, node.lineno, node.name)
        for path in modules(BUILDING)
        if layer(path) == "actions"
        for node in tree(path).body
        if isinstance(node, ast.FunctionDef)
        and not node.name.startswith("_")
        and len(node.args.args) + len(node.args.posonlyargs)
        > 2  # whom it concerns, and what is done to it
    ]
    assert found == []


def test_no_admin_site_is_built_in() -> None:
    settings = (ROOT / "src/customhouse/settings/__init__.py").read_text()
    assert '"django.contrib.admin"' not in settings
