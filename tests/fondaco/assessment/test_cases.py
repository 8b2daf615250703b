"""Every case in cases/assessment comes out as it says."""

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from fondaco.assessment.assess import assess
from fondaco.assessment.statement import Assessment, Unassessable
from fondaco.assessment.texts import TEXTS, said
from fondaco.declaration.elements import pointer_of
from tests.fondaco import demonstration_law
from tests.fondaco.assessment.given import document, lines, marks

FOLDER = Path(__file__).parents[3] / "cases" / "assessment"
CASES = [
    case
    for path in sorted(FOLDER.glob("*.toml"))
    for case in tomllib.loads(path.read_text(), parse_float=Decimal)["case"]
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_case(case):
    law = demonstration_law.on(case["on"]).assessment

    outcome = assess(document(case), law)

    if "obstacles" in case:
        assert isinstance(outcome, Unassessable)
        assert [obstacle.rule for obstacle in outcome.obstacles] == case["obstacles"]
    else:
        assert isinstance(outcome, Assessment), outcome
        assert [str(value.customs_value) for value in outcome.values] == case["values"]
        assert lines(outcome) == case["lines"]
        assert list(marks(outcome)) == case.get("marks", [])
        assert str(outcome.total) == case["total"]


def test_no_two_cases_have_the_same_name():
    names = [case["name"] for case in CASES]
    assert len(set(names)) == len(names)


def test_every_obstacle_but_a_gap_in_the_law_has_a_case():
    met = {number for case in CASES for number in case.get("obstacles", [])}
    assert met == set(TEXTS) - {"AS02", "AS08"}


@pytest.mark.parametrize("case", [each for each in CASES if "obstacles" in each], ids=str)
def test_every_obstacle_stands_at_an_element_that_has_a_pointer(case):
    outcome = assess(document(case), demonstration_law.on(case["on"]).assessment)

    for obstacle in outcome.obstacles:
        assert pointer_of(obstacle.path)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("case", [each for each in CASES if "obstacles" in each], ids=str)
def test_every_obstacle_can_be_said(case, language):
    outcome = assess(document(case), demonstration_law.on(case["on"]).assessment)

    for obstacle in outcome.obstacles:
        wrong, mend = said(obstacle, language=language)
        assert wrong.endswith(".") and mend.endswith(".") and "{" not in wrong + mend
