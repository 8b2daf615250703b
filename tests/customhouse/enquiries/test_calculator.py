"""The calculator: the bill of a declaration, and every fault beside its field."""

import msgspec
import pytest
from django.test import Client

from customhouse.enquiries import calculation
from fondaco.assessment.assess import assess
from fondaco.assessment.statement import Assessment
from fondaco.clearance.rulebook import Law
from tests.customhouse import world

pytestmark = pytest.mark.database
WINE = {
    "code": "2204 21 00 00",
    "origin": "NO",
    "preference": "300",
    "value": "1000",
    "currency": "EUR",
    "term": "FOB",
    "freight": "100",
    "insurance": "",
    "mass": "500",
    "quantity": "400",
    "on": "2026-11-21",
}


def answered(visitor: Client, **changes: str) -> str:
    return visitor.get("/calculator", WINE | changes).content.decode()


def errors(text: str) -> set[str]:
    return {name for name in WINE if f'id="id_{name}-error"' in text}


def test_the_bill_is_shown_with_formula_law_and_digest(visitor: Client) -> None:
    text = answered(visitor)
    digest = Law.load(world.law_files()).digest
    for words in ("400 litre at 30.00 XFC per 100 litre", "Finance Act 2026, s. 20", digest):
        assert words in text
    assert "/tariff/2204210000?on=2026-11-21" in text


def test_it_is_the_bill_of_a_declaration() -> None:
    """An item of a declaration, put into the form, is charged the same."""
    day = Law.load(world.law_files()).on(world.AT.date())
    whole = world.declaration()
    alone = msgspec.structs.replace(
        whole,
        shipment=msgspec.structs.replace(
            whole.shipment, items=(whole.items[0],), charges=(), freight=None
        ),
    )
    alone = msgspec.structs.replace(
        alone,
        shipment=msgspec.structs.replace(
            alone.shipment,
            trade_terms=msgspec.structs.replace(alone.shipment.trade_terms, condition="CIF"),
        ),
    )
    item = alone.items[0]
    quantity = item.supplementary_quantity
    given = {
        "code": item.commodity_code,
        "origin": item.origin,
        "preference": item.preference if item.preference in day.tariff.preference_codes else "",
        "value": item.invoice_amount.amount,
        "currency": item.invoice_amount.currency,
        "term": "CIF",
        "freight": None,
        "insurance": None,
        "mass": item.net_mass,
        "quantity": quantity.value if quantity else None,
    }
    declared = assess(alone, day.assessment)
    reckoned = calculation.reckon(calculation.document(given, day), day)
    assert isinstance(declared, Assessment)
    assert isinstance(reckoned, Assessment)
    assert reckoned.total == declared.total
    assert [each.amount for each in reckoned.lines] == [each.amount for each in declared.lines]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"code": "9999999999"}, "code"),
        ({"code": "22"}, "code"),
        ({"code": ""}, "code"),
        ({"origin": "ZZ"}, "origin"),
        ({"origin": "BR"}, "preference"),
        ({"value": "-1"}, "value"),
        ({"value": "twelve"}, "value"),
        ({"value": "1e40"}, "value"),
        ({"value": ""}, "value"),
        ({"currency": "XAU"}, "currency"),
        ({"freight": ""}, "freight"),
        ({"quantity": ""}, "quantity"),
        ({"term": "ABC"}, "term"),
        ({"on": "2020-01-01"}, "on"),
        ({"on": "tomorrow"}, "on"),
    ],
)
def test_a_fault_stands_beside_its_field(
    visitor: Client, changes: dict[str, str], field: str
) -> None:
    text = answered(visitor, **changes)
    assert field in errors(text)
    assert f'href="#id_{field}"' in text


def test_a_first_visit_has_no_faults_and_takes_over_the_code(visitor: Client) -> None:
    text = visitor.get("/calculator?code=2204210000&origin=NO").content.decode()
    assert errors(text) == set()
    assert 'value="2204210000"' in text
