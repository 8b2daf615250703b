"""The rules of validation are public: each with what it expects, its days and its act."""

import pytest
from django.test import Client

from fondaco.clearance.rulebook import RULES_WRITTEN

pytestmark = pytest.mark.database


def test_every_rule_in_force_is_listed_with_its_day_and_its_act(visitor: Client) -> None:
    text = visitor.get("/law/rules?on=2026-11-21").content.decode()

    assert [number for number in RULES_WRITTEN if f'id="{number}"' not in text] == []
    assert "Customs Procedures Order 2025, art. 6(3)" in text
    assert "Beginning later" not in text


def test_a_rule_that_begins_later_stands_apart(visitor: Client) -> None:
    text = visitor.get("/law/rules?on=2026-06-30").content.decode()

    now, _, later = text.partition("Beginning later")
    assert 'id="GI05"' not in now
    assert 'id="GI05-later"' in later


def test_the_rules_are_told_in_french(visitor: Client) -> None:
    visitor.cookies["django_language"] = "fr"

    text = visitor.get("/law/rules").content.decode()

    assert "Au plus 512 caractères, tous visibles." in text
    assert "Arrêté de 2025 sur les régimes douaniers, art. 6(3)" in text
    assert "Masse nette (kg)" in text


def test_a_day_without_law_is_told_beside_its_field(visitor: Client) -> None:
    answer = visitor.get("/law/rules?on=soon")

    assert answer.status_code == 200
    assert 'id="on-error"' in answer.content.decode()
