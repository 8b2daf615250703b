"""The nation's goods fit the demonstration country's law: codes, units, documents, charges."""

from __future__ import annotations

from datetime import date

import pytest

from customhouse.demonstration.countries import countries
from customhouse.demonstration.goods import goods
from fondaco.clearance.rulebook import Law, LawOfTheDay

DAYS = (date(2026, 1, 1), date(2026, 7, 1), date(2026, 11, 21), date(2027, 1, 1))
PAIRS = [(code, origin) for code, good in goods().items() for origin in good.origins]


@pytest.fixture(params=DAYS, ids=str)
def day(request: pytest.FixtureRequest, law: Law) -> LawOfTheDay:
    return law.on(request.param)


def test_every_code_may_be_declared(day: LawOfTheDay) -> None:
    assert [code for code in goods() if code not in day.nomenclature.declarable] == []


def test_units_are_the_tariffs(day: LawOfTheDay) -> None:
    found = {code: day.tariff.supplementary_unit(code) for code in goods()}
    assert {code: good.unit for code, good in goods().items()} == found


def test_documents_are_those_that_law_requires(day: LawOfTheDay) -> None:
    missing = [
        (code, origin, requirement.documents)
        for code, origin in PAIRS
        for requirement in day.requirements_for(code, origin)
        if set(requirement.documents).isdisjoint(goods()[code].documents)
    ]
    assert missing == []


def test_charges_named_are_those_due(law: Law) -> None:
    day = law.on(date(2026, 11, 21))
    for code, origin in PAIRS:
        due = {
            *(each.charge for each in day.tariff.remedies(code, origin)),
            *(each.charge for each in day.tariff.excises(code) if each.expression is not None),
            *(each.charge for each in day.tariff.fees_on(code)),
        }
        assert {each.code for each in goods()[code].charges_from(origin)} == due, (code, origin)


def test_goods_taken_for_others_are_known() -> None:
    assert {each.taken_for for each in goods().values()} - set(goods()) == {None}


def test_preferences_are_those_of_the_agreements(law: Law) -> None:
    tariff = law.on(date(2026, 11, 21)).tariff
    for code, origin in PAIRS:
        preference = goods()[code].preference(origin)
        if preference is not None:
            assert tariff.preference(code, origin, preference), (code, origin, preference)


def test_every_origin_is_a_country_that_something_is_known_of(law: Law) -> None:
    assert {origin for _, origin in PAIRS} <= set(countries())
    assert set(countries()) <= law.on(DAYS[2]).code_books.countries


def test_currencies_are_worth_about_what_customs_says(law: Law) -> None:
    rates = law.on(date(2026, 11, 21)).exchange_rates
    for country in countries().values():
        assert float(rates[country.currency].rate) == pytest.approx(country.rate, rel=0.1)


def test_a_season_evens_out_over_the_year() -> None:
    for good in goods().values():
        assert sum(good.season(month) for month in range(1, 13)) == pytest.approx(12)
