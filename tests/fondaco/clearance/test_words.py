"""Whatever a decision can say has its words in both languages."""

import pytest

from fondaco.assessment import texts as obstacles
from fondaco.clearance import words
from fondaco.clearance.decision import Next, Outcome
from fondaco.clearance.facts import Unknown


@pytest.mark.parametrize(
    ("said", "kinds"),
    [(words.OUTCOMES, Outcome), (words.STEPS, Next), (words.UNKNOWNS, Unknown)],
)
def test_every_kind_has_words_in_both_languages(said, kinds):
    assert set(said) == set(kinds)
    for wording in said.values():
        assert wording.said("en") != wording.said("fr") or wording.said("en") == "mandates"


def test_no_rule_of_the_bill_has_the_number_of_a_rule_of_the_declaration():
    from fondaco.declaration.rules.texts import TEXTS

    assert not set(obstacles.TEXTS) & set(TEXTS)
