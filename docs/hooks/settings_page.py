"""The page of settings, read from the code that reads the environment."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from page_markdown import cell, code, table

HEAD = """# Settings

Everything an installation is told, it is told by environment variables; a wrong or missing one
stops the start with a sentence that says what to set. `make run` sets what a demonstration needs.

"""
READ_BY_THE_COMMANDS = {
    "DATABASE_URL": "The PostgreSQL server to use, as the role that owns the tables;"
    " without it, `make run` starts one of its own",
    "DATABASE_APP_URL": "The same database as the application's role;"
    " without it, the role `fondaco_app` is made",
    "FONDACO_STATE": "The folder of data, logs and secrets; `.fondaco` in the checkout by default",
    "FONDACO_PORT": "The port of the web; by default 8000 or the next one that is free",
    "FONDACO_CHROMIUM": "The browser that browser tests drive; by default the one on the path",
    "FONDACO_EXTERNAL": "Where external test material lies; by default `../shared/data`",
}
READERS = {"text", "yes_or_no", "whole_number", "words", "folder", "database"}


def text(root: Path) -> str:
    """Return the page: every variable that the building's settings read."""
    rows = sorted(
        row
        for path in (root / "src" / "customhouse").rglob("*.py")
        for row in _variables(ast.parse(path.read_text()))
    )
    unique = dict.fromkeys(rows)
    building = table(("Variable", "By default", "What it says"), unique)
    commands = [(code(name), said) for name, said in READ_BY_THE_COMMANDS.items()]
    house = table(("Variable", "What it says"), commands)
    return f"{HEAD}{building}\n\n## Read by the commands\n\n{house}\n"


def _variables(tree: ast.Module) -> Iterator[tuple[str, str, str]]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        if node.func.attr not in READERS or not node.args:
            continue
        name = node.args[0]
        if not (isinstance(name, ast.Constant) and str(name.value).isupper()):
            continue
        given = {word.arg: word.value for word in node.keywords}
        explain = given.get("explain")
        said = str(explain.value) if isinstance(explain, ast.Constant) else ""
        default = code(ast.unparse(given["default"])) if "default" in given else "must be set"
        yield code(name.value), cell(default), said
