"""Every element has the value that its name promises."""

from datetime import date
from decimal import Decimal

import pytest

from fondaco.assessment.statement import Assessment, ItemValue, Line, Total
from fondaco.declaration.document import (
    AdditionalCode,
    Address,
    AuthorisationHolder,
    Carriage,
    DeclaredTax,
    Document,
    Equipment,
    GoodsItem,
    Packaging,
    Party,
    Representative,
    RoutingCountry,
    Shipment,
    Statement,
    SupportingDocument,
    TradeTerms,
    TransportMeans,
)
from fondaco.legal.citation import Citation
from fondaco.risk.elements import VOCABULARY
from fondaco.risk.environment import environment
from fondaco.risk.expression.types import Type
from fondaco.risk.features import Features
from fondaco.units.money import Money
from fondaco.units.quantity import Quantity

ACT = Citation("Customs Act 2025", "s. 1")
ON = date(2026, 11, 21)


def party(identifier: str, name: str, country: str) -> Party:
    return Party(identifier=identifier, name=name, address=Address(country=country))


WHOLE = Document(
    kind="IMA",
    office="XF000101",
    package_count=Decimal(12),
    gross_mass=Decimal(110),
    invoice_amount=Money(Decimal("1000.00"), "USD"),
    declarant=party("XF2", "Broker", "XF"),
    representative=Representative(identifier="XF3", status="2"),
    exporter=party("XA9", "Maker", "XA"),
    authorisation_holders=(AuthorisationHolder(identifier="XF1", category="DPO"),),
    documents=(SupportingDocument(category="N", kind="935"),),
    border_transport=TransportMeans(identifier="Lady Ann", mode="1", nationality="XC"),
    carriage=Carriage(
        carrier=Party(identifier="XC7"),
        itinerary=(RoutingCountry(country="XA"), RoutingCountry(country="XT")),
    ),
    shipment=Shipment(
        importer=party("XF1", "Trader", "XF"),
        seller=party("XB8", "Seller", "XB"),
        trade_terms=TradeTerms(condition="CIF"),
        dispatch_country="XT",
        destination_country="XF",
        containerised="1",
        equipment=(Equipment(identifier="CSQU3054383"),),
        transaction_nature="11",
        items=(
            GoodsItem(
                number=1,
                commodity_code="8517130000",
                additional_codes=(AdditionalCode(code="4099", kind="TRA"),),
                description="Mobile telephones",
                procedure="4000",
                additional_procedures=("C07",),
                origin="XA",
                preferential_origin="XB",
                dispatch_country="XD",
                gross_mass=Decimal(60),
                net_mass=Decimal(50),
                supplementary_quantity=Quantity(Decimal(100), "NAR"),
                invoice_amount=Money(Decimal("900.00"), "USD"),
                valuation_method="1",
                taxes=(DeclaredTax(preference="100"), DeclaredTax(quota="091234")),
                packages=(
                    Packaging(kind="CT", quantity=Decimal(10)),
                    Packaging(kind="PK", quantity=Decimal(2)),
                ),
                documents=(SupportingDocument(category="C", kind="644"),),
                statements=(Statement(code="00500"),),
                dangerous_goods=("3480",),
            ),
            GoodsItem(number=7),
        ),
    ),
)
BILL = Assessment(
    currency="XFC",
    values=(ItemValue(item=1, method="1", steps=(), customs_value=Decimal("1000.00")),),
    lines=(
        Line(1, "A00", "duty", Decimal(1000), "XFC", Decimal("0.1"), Decimal("100.00"), ACT),
        Line(1, "B00", "vat", Decimal(1100), "XFC", Decimal("0.2"), Decimal("220.00"), ACT),
    ),
    totals=(Total("A00", Decimal("100.00")), Total("B00", Decimal("220.00"))),
    total=Decimal("320.00"),
)
FEATURES = Features(
    lodged_on=date(2026, 11, 20),
    arrived_on=date(2026, 11, 19),
    importer_declarations_90_days=31,
    importer_irregularities_365_days=2,
    importer_value_90_days=Decimal("5000.00"),
    importer_known_days=400,
    importer_registered_days=500,
    importer_authorisations=("DPO", "AEO"),
)
HEADER = {
    "declaration.kind": "IMA",
    "declaration.office": "XF000101",
    "declarant": "XF2",
    "declarant.name": "Broker",
    "representative": "XF3",
    "representation": "2",
    "importer": "XF1",
    "importer.name": "Trader",
    "importer.country": "XF",
    "exporter": "XA9",
    "exporter.name": "Maker",
    "exporter_country": "XA",
    "seller": "XB8",
    "seller.name": "Seller",
    "seller_country": "XB",
    "carrier": "XC7",
    "transport.mode": "1",
    "transport.nationality": "XC",
    "transport.identifier": "Lady Ann",
    "dispatch_country": "XT",
    "destination_country": "XF",
    "route": ("XA", "XT"),
    "trade_terms": "CIF",
    "containerised": True,
    "containers": 1,
    "item_count": 2,
    "package_count": Decimal(12),
    "total_gross_mass": Decimal(110),
    "total_value": Decimal(1000),
    "total_charges": Decimal(320),
    "invoice_total": Decimal(1000),
    "invoice_currency": "USD",
    "documents": ("N935",),
    "authorisations": ("DPO",),
    "judged_on": ON,
    "lodged_on": date(2026, 11, 20),
    "arrived_on": date(2026, 11, 19),
    "arrival_declared": True,
    "importer.declarations_90_days": 31,
    "importer.irregularities_365_days": 2,
    "importer.value_90_days": Decimal(5000),
    "importer.known_days": 400,
    "importer.registered_days": 500,
    "importer.authorisations": ("DPO", "AEO"),
}
FIRST_ITEM = {
    "item.number": 1,
    "item.commodity": "8517130000",
    "item.additional_codes": ("4099",),
    "item.description": "Mobile telephones",
    "item.procedure": "4000",
    "item.additional_procedures": ("C07",),
    "item.origin": "XA",
    "item.preferential_origin": "XB",
    "item.dispatch_country": "XD",
    "item.gross_mass": Decimal(60),
    "item.net_mass": Decimal(50),
    "item.supplementary_quantity": Decimal(100),
    "item.supplementary_unit": "NAR",
    "item.price": Decimal(900),
    "item.currency": "USD",
    "item.valuation_method": "1",
    "item.customs_value": Decimal(1000),
    "item.charges": Decimal(320),
    "item.value_per_kilogram": Decimal(20),
    "item.value_per_unit": Decimal(10),
    "item.preference": "100",
    "item.quota": "091234",
    "item.packages": Decimal(12),
    "item.package_kinds": ("CT", "PK"),
    "item.documents": ("C644",),
    "item.statements": ("00500",),
    "item.dangerous_goods": ("3480",),
    "item.transaction_nature": "11",
}


def named(elements, row):
    return {element.name: value for element, value in zip(elements, row, strict=True)}


def test_every_element_of_a_full_declaration_is_read():
    known = environment(WHOLE, features=FEATURES, assessment=BILL, on=ON)

    assert named(VOCABULARY.header, known.header) == HEADER
    assert named(VOCABULARY.items, known.items[0]) == FIRST_ITEM


def test_nothing_is_invented_for_an_empty_declaration():
    known = environment(Document(), features=Features(), assessment=None, on=ON)

    said = {name: value for name, value in named(VOCABULARY.header, known.header).items() if value}
    assert said == {"judged_on": ON}
    assert known.items == ()


def test_an_item_that_says_nothing_has_nothing_but_what_the_shipment_says():
    known = environment(WHOLE, features=FEATURES, assessment=None, on=ON)

    said = {name: value for name, value in named(VOCABULARY.items, known.items[1]).items() if value}
    assert said == {
        "item.number": 7,
        "item.dispatch_country": "XT",
        "item.transaction_nature": "11",
    }


@pytest.mark.parametrize("absurd", ["NaN", "sNaN", "Infinity", "-Infinity", "1E+20", "1E+999999"])
def test_what_is_no_quantity_is_missing(absurd):
    item = GoodsItem(number=1, net_mass=Decimal(absurd), gross_mass=Decimal(absurd))
    document = Document(shipment=Shipment(items=(item,)))

    known = environment(document, features=Features(), assessment=BILL, on=ON)

    row = named(VOCABULARY.items, known.items[0])
    assert (row["item.net_mass"], row["item.gross_mass"]) == (None, None)
    assert row["item.value_per_kilogram"] is None
    assert named(VOCABULARY.header, known.header)["total_gross_mass"] is None


def test_goods_without_mass_have_no_value_per_kilogram():
    item = GoodsItem(number=1, net_mass=Decimal(0))
    document = Document(shipment=Shipment(items=(item,)))

    known = environment(document, features=Features(), assessment=BILL, on=ON)

    assert named(VOCABULARY.items, known.items[0])["item.value_per_kilogram"] is None


def test_every_element_has_a_value_of_its_type():
    kinds = {
        Type.TEXT: str,
        Type.CODE: str,
        Type.NUMBER: (int, Decimal),
        Type.MONEY: Decimal,
        Type.MASS: Decimal,
        Type.DATE: date,
        Type.YES_NO: bool,
        Type.SET: tuple,
    }
    for element in [*VOCABULARY.header, *VOCABULARY.items]:
        value = {**HEADER, **FIRST_ITEM}[element.name]
        assert isinstance(value, kinds[element.type]), element.name
        assert element.label.en and element.label.fr
