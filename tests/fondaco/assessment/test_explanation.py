"""Every line of a bill explains itself, in both languages, with its law."""

from datetime import date

import pytest

from fondaco.assessment.assess import assess
from fondaco.assessment.explanation import explain
from tests.fondaco import demonstration_law
from tests.fondaco.assessment.given import document

ON = date(2026, 11, 21)
CASES = [
    (
        {"commodity": "3923210000", "price": "12999.99 XFC"},
        "Import duty: 12,999.99 XFC at 6.5 % = 845.00 XFC (Customs Tariff Order 2026, sch. 1)",
        "Droit d'entrée\u00a0: 12\u202f999,99 XFC à 6,5\u00a0% = 845,00 XFC "
        "(Arrêté tarifaire de 2026, annexe 1)",
    ),
    (
        {"commodity": "0203290000", "price": "12000.00 XFC", "net_mass": 1000},
        "Import duty: 1,000 kilogram at 95.00 XFC per 100 kilogram = 950.00 XFC "
        "(Customs Tariff Order 2026, sch. 1)",
        "Droit d'entrée\u00a0: 1\u202f000 kilogramme à 95,00 XFC par 100 kilogramme = "
        "950,00 XFC (Arrêté tarifaire de 2026, annexe 1)",
    ),
    (
        {"commodity": "0401200000", "price": "1000.00 XFC", "net_mass": 1000},
        "Import duty: 1,000 kilogram at 40.00 XFC per 100 kilogram = 400.00 XFC, the least that "
        "law allows (Customs Tariff Order 2026, sch. 1)",
        "Droit d'entrée\u00a0: 1\u202f000 kilogramme à 40,00 XFC par 100 kilogramme = "
        "400,00 XFC, le minimum légal (Arrêté tarifaire de 2026, annexe 1)",
    ),
    (
        {"commodity": "6109100000", "price": "500.00 XFC"},
        "Import duty: 500.00 XFC at 12 % = 0.00 XFC, 60.00 XFC forgiven: small consignment "
        "(Customs Tariff Order 2026, sch. 1)",
        "Droit d'entrée\u00a0: 500,00 XFC à 12\u00a0% = 0,00 XFC, 60,00 XFC exonérés : "
        "petit envoi (Arrêté tarifaire de 2026, annexe 1)",
    ),
]


@pytest.mark.parametrize(("item", "english", "french"), CASES)
def test_the_first_line_in_words(item, english, french):
    law = demonstration_law.on(ON).assessment
    case = {"term": "CIF", "items": [{"origin": "US", **item}]}
    line = assess(document(case), law).lines[0]

    assert explain(line, language="en", law=law) == english
    assert explain(line, language="fr", law=law) == french


def test_a_fee_in_words():
    law = demonstration_law.on(ON).assessment
    case = {"term": "CIF", "items": [{**CASES[0][0], "origin": "US"}]}
    fee = assess(document(case), law).lines[-1]

    assert explain(fee, language="en", law=law) == (
        "Customs service fee: 19.50 XFC (Finance Act 2026, s. 30)"
    )
