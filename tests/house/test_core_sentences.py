"""What imports alone cannot say of the core: no clock, no dice, no disk, no guesses."""

from __future__ import annotations

import ast

from tests.house.source import CORE, ROOT, at, called, imported, modules, tree

CLOCK_AND_DICE = {
    "date.today",
    "datetime.now",
    "datetime.utcnow",
    "datetime.today",
    "datetime.date.today",
    "datetime.datetime.now",
    "uuid4",
    "uuid.uuid4",
    "uuid1",
    "uuid.uuid1",
}
DISK_AND_SCREEN = {"open", "io.open", "print", "input", "breakpoint"}
NOT_COUNTED = {"src/fondaco/risk/expression/reader.py"}
"""Where a float is only a likeness of two spellings, and no result rests on it."""
PURE = [path for path in modules(CORE) if "command" not in path.relative_to(CORE).parts[:1]]


def test_there_is_a_core_to_look_at() -> None:
    assert len(PURE) > 20


def test_the_core_has_no_clock_and_no_dice() -> None:
    found = [at(p, n, name) for p in PURE for n, name in called(p) if name in CLOCK_AND_DICE]
    assert found == []


def test_the_core_neither_reads_files_nor_prints() -> None:
    found = [at(p, n, name) for p in PURE for n, name in called(p) if name in DISK_AND_SCREEN]
    assert found == []


# Both write what they run themselves, the one from checked trees, the other from our own rules;
# no text of an officer or a trader reaches either.
WRITES_CODE = {"risk/expression/compile.py", "declaration/rules/quick.py"}


def test_generated_code_is_made_where_it_is_written_only() -> None:
    compiles = {"eval", "exec", "compile", "builtins.exec", "builtins.eval"}
    places = {str(p.relative_to(CORE)) for p in PURE for _, n in called(p) if n in compiles}
    assert places == WRITES_CODE


def test_nothing_in_the_core_is_typed_any() -> None:
    found = [at(p, n, name) for p in PURE for n, name in imported(p) if name == "typing.Any"]
    assert found == []


def test_the_core_counts_in_decimals_not_floats() -> None:
    found = [
        at(path, node.lineno, ast.unparse(node))
        for path in PURE
        if str(path.relative_to(ROOT)) not in NOT_COUNTED
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, float)
    ]
    assert found == []


def test_the_core_keeps_no_state_between_calls() -> None:
    found = [
        at(path, node.lineno, "global")
        for path in PURE
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Global)
    ]
    assert found == []
