"""What must hold of every bill, whatever is declared."""

from datetime import date
from decimal import Decimal

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from fondaco.assessment.assess import assess
from fondaco.assessment.statement import Assessment
from fondaco.clearance.rulebook import Law
from fondaco.declaration.document import Charge, DeclaredTax, GoodsItem, Shipment, TradeTerms
from fondaco.declaration.document import Document as Declaration
from fondaco.evidence.canonical import canonical
from fondaco.legal.bundle import pack, unpack
from fondaco.units.money import Money
from fondaco.units.quantity import Quantity
from tests.fondaco import demonstration_law

ON = date(2026, 11, 21)
CODES = ("8471300000", "3923210000", "8712000000", "6403990000", "0406900000", "2204210000")
AMOUNTS = st.decimals(Decimal("0.01"), Decimal(10**7), places=2)
MASSES = st.decimals(Decimal("0.001"), Decimal(10**5), places=3)
CURRENCIES = st.sampled_from(("XFC", "EUR", "USD", "JPY"))
MONEY = st.builds(Money, AMOUNTS, CURRENCIES)


@st.composite
def items(draw):
    mass = draw(MASSES)
    return GoodsItem(
        commodity_code=draw(st.sampled_from(CODES)),
        origin=draw(st.sampled_from(("CN", "US", "NO"))),
        invoice_amount=draw(MONEY),
        valuation_method="1",
        gross_mass=mass,
        net_mass=mass,
        supplementary_quantity=Quantity(draw(st.decimals(1, 10**4, places=2))),
        taxes=(DeclaredTax(preference="100"),),
    )


@st.composite
def declarations(draw):
    goods = draw(st.lists(items(), min_size=1, max_size=6))
    numbered = tuple(
        msgspec.structs.replace(item, number=number) for number, item in enumerate(goods, 1)
    )
    shipment = Shipment(
        trade_terms=TradeTerms(condition=draw(st.sampled_from(("EXW", "FOB", "CFR", "CIF")))),
        freight=draw(MONEY),
        charges=tuple(
            Charge(kind=kind, amount=draw(MONEY))
            for kind in draw(st.sets(st.sampled_from(("AM", "AB", "CA")), max_size=3))
        ),
        items=numbered,
    )
    return Declaration(kind="IMA", shipment=shipment)


def bill(declaration):
    outcome = assess(declaration, demonstration_law.on(ON).assessment)
    assert isinstance(outcome, Assessment), outcome
    return outcome


@given(declarations())
def test_the_shares_of_a_charge_add_up_to_it(declaration):
    outcome = bill(declaration)
    shipment = declaration.shipment
    common = {charge.kind: charge.amount for charge in shipment.charges if charge.kind != "CA"}
    common["AK"] = shipment.freight

    for kind, money in common.items():
        steps = [step for value in outcome.values for step in value.steps if step.kind == kind]
        assert sum(step.declared.amount for step in steps) == money.amount
        assert {step.declared.currency for step in steps} == {money.currency}


@given(declarations())
def test_a_value_is_the_sum_of_its_steps(declaration):
    for value in bill(declaration).values:
        whole = sum(step.amount for step in value.steps)
        assert abs(value.customs_value - whole) <= Decimal("0.005")


@given(declarations())
def test_totals_are_the_sums_of_their_lines(declaration):
    outcome = bill(declaration)

    for total in outcome.totals:
        assert total.amount == sum(
            line.amount for line in outcome.lines if line.charge == total.charge
        )
    assert {total.charge for total in outcome.totals} == {line.charge for line in outcome.lines}
    assert outcome.total == sum(line.amount for line in outcome.lines)


@given(declarations())
def test_a_share_of_value_is_the_rate_times_its_basis(declaration):
    for line in bill(declaration).lines:
        if line.is_ad_valorem and line.relief is None:
            assert abs(line.amount - line.basis * line.rate) <= Decimal("0.01")


@given(declarations(), st.data())
def test_a_higher_price_never_lowers_what_is_owed(declaration, data):
    place = data.draw(st.integers(0, len(declaration.items) - 1))
    more = data.draw(AMOUNTS)
    items = list(declaration.items)
    price = items[place].invoice_amount
    dearer = Money(price.amount + more, price.currency)
    items[place] = msgspec.structs.replace(items[place], invoice_amount=dearer)
    shipment = msgspec.structs.replace(declaration.shipment, items=tuple(items))
    charged = ("AM", "AB", "CA")
    # Charges shared by value move between the items, so only a consignment without them
    # is sure to owe more.
    without = tuple(charge for charge in shipment.charges if charge.kind not in charged)
    cheap = msgspec.structs.replace(
        declaration, shipment=msgspec.structs.replace(declaration.shipment, charges=without)
    )
    dear = msgspec.structs.replace(
        declaration, shipment=msgspec.structs.replace(shipment, charges=without)
    )

    assert bill(dear).total >= bill(cheap).total


@given(declarations())
def test_the_same_declaration_under_the_same_law_has_the_same_bytes(declaration):
    assert canonical(bill(declaration)) == canonical(bill(declaration))


def test_a_law_that_travelled_in_one_file_gives_the_same_bytes():
    travelled = Law.load(unpack(pack(demonstration_law.bundle())))
    assert travelled.digest == demonstration_law.law().digest

    goods = GoodsItem(
        number=1,
        commodity_code="8712000000",
        origin="CN",
        invoice_amount=Money(Decimal("1234.56"), "EUR"),
        valuation_method="1",
    )
    terms = TradeTerms(condition="CIF")
    declaration = Declaration(shipment=Shipment(trade_terms=terms, items=(goods,)))
    here = assess(declaration, demonstration_law.on(ON).assessment)
    there = assess(declaration, travelled.on(ON).assessment)

    assert canonical(here) == canonical(there)
