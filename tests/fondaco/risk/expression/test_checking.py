"""What an expression's author is told, and what a right one means."""

from datetime import date
from decimal import Decimal

import pytest

from fondaco.risk.expression.checking import check
from fondaco.risk.expression.compile import Program
from fondaco.risk.expression.environment import by_name
from fondaco.risk.expression.errors import ExpressionError
from fondaco.risk.expression.meaning import evidence
from fondaco.risk.expression.words import words
from tests.fondaco.risk.expression.strategies import LIVING, VOCABULARY

WRONG = [
    # text, position, found, mend
    ("item.comodity == '85'", 1, "item.comodity", "did you mean item.commodity?"),
    ("sealed and importr == 'a'", 12, "importr", "did you mean importer"),
    ("  item.value < 'XA'", 16, "'XA'", "compare only like with like"),
    ("item.value < item.mass", 14, "item.mass", "compare only like with like"),
    ("item.value + item.mass > 1", 1, "item.value + item.mass", "add and subtract like and like"),
    ("item.value * item.mass > 1", 1, "item.value * item.mass", "multiply by a plain number"),
    ("importer < 'XA'", 12, "'XA'", "==, in or startswith"),
    ("importer", 1, "importer", "compare it with something"),
    ("not item.value", 5, "item.value", "compare it with something"),
    ("sealed == sealed", 1, "sealed", "write a yes/no element alone"),
    ("importer == ''", 13, "''", "write missing(...)"),
    ("'85' in item.description", 9, "item.description", "contains(text, part)"),
    ("route in {'XA'}", 1, "route", "overlaps"),
    ("overlaps(importer, {'XA'})", 10, "importer", "compare only like with like"),
    ("arrived > '2024-02-30'", 11, "'2024-02-30'", "compare only like with like"),
    ("year(importer) == 2024", 6, "importer", "compare only like with like"),
    ("count in watch_list('places')", 10, "watch_list('places')", "compare only like with like"),
    ("importer in watch_list('place')", 24, "'place'", "did you mean"),
    ("item.origin.startswith(watch_list('failed'))", 24, "watch_list('failed')", "compare only"),
    ("days_between(arrived) > 1", 1, "days_between(arrived)", "give the function what it needs"),
    ("strlen(importer) > 1", 1, "strlen", "did you mean len?"),
    ("trim(importer) == 'a'", 1, "trim", "look the name up"),
    ("len(importer)", 1, "len(importer)", "compare it with something"),
    ("any_item(item.used) > 1", 1, "any_item(item.used)", "compare only like"),
    ("é == 'a' or sealed", 1, "é", "look the name up"),
    ("importer == 'é' and nothing", 21, "nothing", "look the name up"),
    ("sealed and\n  count > 12345678901234567", 22, "12345678901234567", "compare only"),
]


@pytest.mark.parametrize(("text", "position", "found", "mend"), WRONG, ids=lambda each: str(each))
def test_a_wrong_expression_says_where_and_how_to_mend_it(text, position, found, mend):
    with pytest.raises(ExpressionError) as fault:
        check(text, vocabulary=VOCABULARY)
    assert (fault.value.position, fault.value.found) == (position, found)
    assert mend in fault.value.mend.en


HEADER = {
    "importer": "XA1",
    "sealed": True,
    "count": 2,
    "total": Decimal("1000.00"),
    "arrived": date(2024, 2, 29),
    "judged": date(2024, 3, 1),
    "route": ("XA", "XB"),
}
ITEMS = [
    {
        "item.commodity": "8517120000",
        "item.description": "Mobile PHONES",
        "item.origin": "XB",
        "item.mass": Decimal(10),
        "item.net": Decimal(8),
        "item.value": Decimal(400),
        "item.used": False,
    },
    {"item.commodity": "6309000000", "item.origin": "XC", "item.value": Decimal(600)},
]
MEANT = [
    # text, items hit (from one), or whether the declaration is hit
    ("item.commodity.startswith('8517')", [1]),
    ("startswith(item.commodity, ('63', '64'))", [2]),
    ("item.commodity.startswith(watch_list('prefixes'))", [1]),
    ("not item.commodity.startswith('8517')", [2]),
    ("item.origin in {'XA', 'XB'} and item.value < 500", [1]),
    ("100 < item.value <= 600", [1, 2]),
    ("item.mass > 1", [1]),
    ("not item.mass > 1", []),
    ("missing(item.mass)", [2]),
    ("item.mass > 1 or item.origin == 'XC'", [1, 2]),
    ("item.value / item.net == 50", [1]),
    ("item.value / (item.net - 8) > 0", []),
    ("missing(item.value / (item.net - 8))", [1, 2]),
    ("contains(lower(item.description), 'phone')", [1]),
    ("len(item.description) == 13", [1]),
    ("not item.used", [1]),
    ("item.value > total / 2", [2]),
    ("item.value > 0.5 * sum_items(item.value)", [2]),
    ("item.value == max(item.value, 500)", [2]),
    ("abs(item.value - 500) == 100", [1, 2]),
    ("round(item.value / 1000) * 1000 == 0", [1]),
    ("sealed", True),
    ("not sealed", False),
    ("importer == 'XA1'", True),
    ("not importer in watch_list('failed')", True),
    ("importer in watch_list('unheard of')", False),
    ("not importer in watch_list('unheard of')", False),
    ("office == 'X' or office != 'X'", False),
    ("'XB' in route", True),
    ("overlaps(route, watch_list('places'))", True),
    ("arrived == '2024-02-29' and month(arrived) == 2", True),
    ("weekday(judged) == 5 and year(judged) > 2023", True),
    ("days_between(arrived, judged) == 1", True),
    ("any_item(item.mass > 1)", True),
    ("all_items(item.mass > 1)", False),
    ("not all_items(item.mass > 1)", False),
    ("all_items(item.value >= 400)", True),
    ("count_items(item.value > 500) == 1", True),
    ("sum_items(item.value) == total", True),
    ("sum_items(item.mass) == 10", True),
    ("sum_items(item.value, item.origin == 'XC') == 600", True),
    ("missing(sum_items(item.value, item.origin == 'XZ'))", True),
    ("total / (count - 2) > 0", False),
]


@pytest.mark.parametrize(("text", "hit"), MEANT, ids=lambda each: str(each))
def test_an_expression_hits_what_it_means(text, hit):
    environment = by_name(VOCABULARY, header=HEADER, items=ITEMS, lists=LIVING)
    program = Program([check(text, vocabulary=VOCABULARY)], vocabulary=VOCABULARY)

    items = [None if item is None else item + 1 for _, item in program.hits(environment)]

    assert items == ([None] if hit is True else [] if hit is False else hit)


WORDS = [
    (
        "item.commodity.startswith('8517') and not item.value >= 5.50",
        "item.commodity starts with 8517 and item.value is below 5.5",
        "item.commodity commence par 8517 et item.value reste en dessous de 5,5",
    ),
    (
        "sealed and (importer in watch_list('failed') or missing(office))",
        "sealed: yes and (importer is on the list “failed” or office is missing)",
        "sealed: oui et (importer figure sur la liste « failed » ou office manque)",
    ),
    (
        "not any_item(item.used or item.value > 2 * total)",
        "for every item (item.used: no and item.value does not exceed (2 × total))",
        "pour chaque article (item.used: non et item.value ne dépasse pas (2 × total))",
    ),
]


@pytest.mark.parametrize(("text", "english", "french"), WORDS, ids=lambda each: str(each))
def test_an_expression_is_read_back_in_words(text, english, french):
    checked = check(text, vocabulary=VOCABULARY)
    assert words(checked, language="en") == english
    assert words(checked, language="fr") == french


def test_evidence_names_only_what_made_it_true():
    environment = by_name(VOCABULARY, header=HEADER, items=ITEMS, lists=LIVING)
    checked = check(
        "item.origin == 'XB' and (item.value > 500 or item.mass > 5) and not office == 'Y' "
        "or sealed",
        vocabulary=VOCABULARY,
    )
    found = evidence(checked, environment=environment, items=[0], most=9)
    assert [(each.reading.element.name, each.value, each.item) for each in found] == [
        ("sealed", True, None)
    ]
    checked = check("any_item(item.mass > 5 and item.origin != 'XC')", vocabulary=VOCABULARY)
    found = evidence(checked, environment=environment, most=9)
    assert [(each.reading.element.name, each.value, each.item) for each in found] == [
        ("item.mass", Decimal(10), 0),
        ("item.origin", "XB", 0),
    ]
