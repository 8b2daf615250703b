"""The tariff for everyone: found by code and by words, each code with all that law says of it."""

import re
from datetime import date

import pytest
from django.test import Client

from customhouse.enquiries import measures, searching
from customhouse.tariffs import queries as tariffs
from fondaco.clearance.rulebook import Law, LawOfTheDay
from tests.customhouse import world

pytestmark = pytest.mark.database
ON = date(2026, 11, 21)


@pytest.fixture(scope="module")
def day() -> LawOfTheDay:
    return Law.load(world.law_files()).on(ON)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("roasted coffee", "090121"),
        ("Café", "0901"),
        ("cafe", "0901"),
        ("bicycles", "8712"),
        ("0901 2", "090121"),
        ("8806220010", "8806220010"),
    ],
)
def test_goods_are_found(day: LawOfTheDay, asked: str, expected: str) -> None:
    found = [each.line.code for each in searching.search(day.nomenclature, asked)]
    assert expected in found[:4]


@pytest.mark.parametrize("asked", ["", "   ", "zzzzqq", "%", "\\", "9", "<script>", "é" * 200])
def test_what_is_not_there_is_not_found(day: LawOfTheDay, asked: str) -> None:
    found = searching.search(day.nomenclature, asked)
    assert all(each.line.code.startswith("9") for each in found)


def test_every_word_counts(day: LawOfTheDay) -> None:
    found = searching.search(day.nomenclature, "coffee roasted decaffeinated")
    assert {each.line.code for each in found} >= {"090121", "090122"}
    assert searching.search(day.nomenclature, "coffee bicycles") == []


def test_every_declarable_code_has_a_page_with_duty_and_tax(day: LawOfTheDay) -> None:
    for code in list(day.nomenclature.declarable)[::97]:
        kinds = [each.kind for each in measures.measures(day, code, origin=None)]
        assert measures.KINDS[measures.MeasureKind.DUTY] in kinds
        assert measures.KINDS[measures.MeasureKind.VAT] in kinds


def test_an_origin_narrows_what_is_shown(day: LawOfTheDay) -> None:
    def preferences(origin: str | None) -> set[str]:
        return {each.preference for each in measures.measures(day, "2204210000", origin=origin)}

    assert preferences(None) == {"", "200", "300"}
    assert preferences("NO") == {"", "300"}
    assert preferences("BR") == {""}


def test_a_requirement_for_one_origin_is_told_to_everyone(day: LawOfTheDay) -> None:
    code = next(code for code in day.nomenclature.declarable if code.startswith("7208"))
    assert "China" in {each.area for each in measures.requirements(day, code, origin=None)}
    assert measures.requirements(day, code, origin="NO") == []


def test_a_code_page_says_rates_law_and_day(visitor: Client) -> None:
    text = visitor.get("/tariff/2204210000?on=2026-11-21").content.decode()
    for words in ("62.00 XFC per 100 litre", "Customs Tariff Order 2026, sch. 1", "N954", "LTR"):
        assert words in text
    assert "Cite" not in text


def test_the_law_is_that_of_the_day_asked_for(visitor: Client) -> None:
    def excise(on: str) -> str:
        text = visitor.get(f"/tariff/2204210000?on={on}").content.decode()
        found = re.search(r"([0-9.]+) XFC per hectolitre", text)
        return found[1] if found else ""

    assert excise("2026-06-30") != excise("2026-07-01") == "318.00"


@pytest.mark.parametrize("on", ["2020-01-01", "soon", "2026-02-30", "x" * 500])
def test_a_day_without_law_is_told_beside_its_field(visitor: Client, on: str) -> None:
    answer = visitor.get("/tariff/2204210000", {"on": on})
    assert answer.status_code == 200
    assert 'id="on-error"' in answer.content.decode()


def test_a_short_code_leads_to_the_one_that_is_declared(visitor: Client) -> None:
    assert visitor.get("/tariff/090121")["Location"] == "/tariff/0901210000"
    assert visitor.get("/tariff?q=0901.21")["Location"] == "/tariff/090121"


@pytest.mark.parametrize("path", ["/tariff/77", "/tariff/0", "/tariff/09012", "/tariff/abcd"])
def test_a_code_that_is_not_there_is_not_found(visitor: Client, path: str) -> None:
    assert visitor.get(path).status_code == 404


def test_a_text_in_another_language_is_marked(visitor: Client) -> None:
    visitor.cookies["django_language"] = "fr"
    text = visitor.get("/tariff/0901").content.decode()
    assert '<span lang="en">Coffee; roasted, not decaffeinated</span>' in text
    assert "Café" in text


def test_the_law_can_be_taken_home(visitor: Client) -> None:
    digest = tariffs.law().digest
    assert digest in visitor.get("/law").content.decode()
    assert visitor.get(f"/api/law/{digest}").status_code == 200


def test_nothing_confidential_is_public(visitor: Client) -> None:
    for path in ("/tariff", "/tariff/2204210000", "/law", "/calculator", "/receipt"):
        assert "selectivity" not in visitor.get(path).content.decode().lower()


@pytest.mark.parametrize("path", ["/tariff", "/tariff/0901", "/calculator", "/law"])
def test_before_there_is_law_it_says_so(db, path: str) -> None:
    answer = Client().get(path)
    assert answer.status_code in {200, 503}
    assert "No law was published yet" in answer.content.decode()
