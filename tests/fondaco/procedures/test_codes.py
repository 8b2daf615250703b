"""Procedures are known by name, whether they can be cleared yet or not."""

from datetime import date

from tests.fondaco import demonstration_law

PROCEDURES = demonstration_law.on(date(2026, 11, 21)).code_books.procedures


def test_release_for_home_use_is_cleared():
    assert PROCEDURES["4000"].is_supported
    assert "IM" in PROCEDURES["4000"].kinds


def test_every_other_procedure_is_kept_under_its_name():
    others = [each for code, each in PROCEDURES.items() if code != "4000"]
    assert {"0100", "1040", "2100", "3171", "4200", "4071", "5100", "5300", "6121", "7100"} <= {
        each.code for each in others
    }
    for each in others:
        assert not each.is_supported
        assert each.name["en"] and each.name["fr"] and each.kinds


def test_every_procedure_cites_its_act():
    assert {each.citation.act for each in PROCEDURES.values()} == {"Customs Procedures Order 2025"}
