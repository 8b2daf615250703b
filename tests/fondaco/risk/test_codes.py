"""A selectivity looks only for codes that the law has; any other is named, with its place."""

from datetime import date

import msgspec
import pytest

from fondaco.risk.bundle import load
from fondaco.risk.codes import check_codes, strange_codes
from fondaco.risk.expression.checking import check
from fondaco.risk.problem import SelectivityRefused
from tests.fondaco import demonstration_law
from tests.fondaco.risk.synthetic import demonstration

ON = date(2026, 11, 21)
BUNDLE = load(demonstration())


@pytest.fixture(scope="module")
def books():
    return demonstration_law.on(ON).code_books


def looking_for(text, *, listed=()):
    """The demonstration's selectivity with one profile, which may use the list “tried”."""
    words = BUNDLE.vocabulary.with_lists({"tried": listed}, living=["living"])
    profile = msgspec.structs.replace(
        BUNDLE.profiles[0], id="TRIED", expression=check(text, vocabulary=words), cases=()
    )
    return BUNDLE.with_profiles([profile])


def test_the_demonstration_looks_only_for_what_can_be_declared(books):
    assert strange_codes(BUNDLE, books) == ()


@pytest.mark.parametrize(
    ("expression", "code"),
    [
        ("'C690' in item.documents", "C690"),
        ("item.origin == 'QQ'", "QQ"),
        ("'QQ' == dispatch_country", "QQ"),
        ("not (item.origin in {'FR', 'QQ'})", "QQ"),
        ("overlaps(route, {'FR', 'QQ'})", "QQ"),
        ("any_item(item.commodity.startswith('2844401'))", "2844401"),
        ("item.commodity.startswith(('28', '284440'))", "284440"),
        ("count_items(item.commodity == '8517') > 1", "8517"),
        ("item.procedure == '4099'", "4099"),
        ("transport.mode == '6'", "6"),
        ("carrier == 'XF90000009'", "XF90000009"),
        ("importer == 'Salt and Silk'", "Salt and Silk"),
    ],
)
def test_a_code_that_the_law_does_not_have_is_named(expression, code, books):
    (problem,) = strange_codes(looking_for(expression), books)

    assert (problem.file, problem.place, problem.found) == ("profiles", "TRIED", code)


@pytest.mark.parametrize(
    "expression",
    [
        "'L014' in item.documents",
        "item.origin in {'FR', 'XQ'}",
        "item.commodity.startswith('28')",
        "item.commodity == '8517130000'",
        "carrier == 'XF900000014' or exporter == 'GB553202734852'",
        "item.description == 'C690' or seller.name == 'QQ' or item.gross_mass == 6",
        "importer in watch_list('living')",
        "'0004' in item.dangerous_goods",
    ],
)
def test_what_can_be_declared_passes(expression, books):
    assert strange_codes(looking_for(expression), books) == ()


def test_a_strange_code_of_a_list_is_named_at_the_list_and_in_both_languages(books):
    text = "overlaps(item.documents, watch_list('tried'))"

    with pytest.raises(SelectivityRefused, match=r"lists.toml, tried: found C690") as refused:
        check_codes(looking_for(text, listed=("C690", "L014")), books)

    (problem,) = refused.value.problems
    assert "un code de la liste légale" in problem.said("fr")


def test_a_list_that_the_law_leaves_open_is_not_held_against_it(books):
    open_books = msgspec.structs.replace(books, transaction_natures=frozenset())
    tried = looking_for("item.transaction_nature == '77'")

    assert strange_codes(tried, books) != ()
    assert strange_codes(tried, open_books) == ()
