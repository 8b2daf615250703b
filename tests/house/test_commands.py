"""The commands: every one that a text names exists, and says what it does."""

from __future__ import annotations

import re
import subprocess

from tests.house.source import ROOT, committed

MAKEFILE = (ROOT / "Makefile").read_text()
TARGETS = set(re.findall(r"^([a-z-]+):.*## ", MAKEFILE, re.M))
NAMED = re.compile(r"(?:^ {4,}|^\$ |`)make ([a-z][a-z-]*)\b", re.M)


def test_every_command_that_a_text_names_is_in_the_makefile() -> None:
    texts = [p for p in committed() if p.suffix == ".md" and "node_modules" not in p.parts]
    named = {(p.name, command) for p in texts for command in NAMED.findall(p.read_text())}
    assert {(name, command) for name, command in named if command not in TARGETS} == set()


def test_the_two_commands_stand_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text()
    assert {"run", "test"} <= set(NAMED.findall(readme))


def test_every_row_of_the_table_of_claims_has_a_command_that_measures_it() -> None:
    readme = (ROOT / "README.md").read_text()
    _, heading, after = readme.partition("## Claims")
    if not heading:
        return  # no figure is claimed, so none needs a command
    table = [line for line in after.partition("\n## ")[0].splitlines() if line.startswith("|")]
    for row in table[2:]:
        assert NAMED.search(row) or re.search(r"`(python|fondaco) ", row), row


def test_make_help_explains_every_command() -> None:
    said = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True)
    explained = {line.split()[0] for line in said.stdout.splitlines() if len(line.split()) > 1}
    assert explained >= TARGETS
    phony = MAKEFILE.partition(".PHONY:")[2].partition("\n")[0].split()
    assert set(phony) == TARGETS


def test_ci_runs_the_tests_and_the_linters() -> None:
    script = (ROOT / ".ci/run").read_text()
    assert "make test" in script
    assert "make lint" in script
