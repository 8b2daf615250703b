"""From the plain words of a case to a declaration, and from a bill to plain words."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from fondaco.assessment.statement import Assessment, Line
from fondaco.declaration.document import (
    Charge,
    DeclaredTax,
    Document,
    GoodsItem,
    Shipment,
    SupportingDocument,
    TradeTerms,
)
from fondaco.units.money import Money
from fondaco.units.quantity import Quantity

_KNOWN = frozenset(
    (
        "commodity",
        "origin",
        "preferential_origin",
        "price",
        "value",
        "method",
        "gross_mass",
        "net_mass",
        "quantity",
        "charges",
        "preference",
        "documents",
        "relief",
        "bases",
    )
)


def document(case: Mapping[str, Any]) -> Document:
    """The declaration that a case describes."""
    items = tuple(item(number, given) for number, given in enumerate(case["items"], 1))
    freight = money(case["freight"]) if "freight" in case else None
    shipment = Shipment(
        trade_terms=TradeTerms(condition=case["term"]),
        freight=freight,
        charges=charges(case.get("charges", {})),
        items=items,
    )
    return Document(kind="IMA", shipment=shipment)


def item(number: int, given: Mapping[str, Any]) -> GoodsItem:
    """One goods item; KeyError for a word that no item has."""
    if strange := set(given) - _KNOWN:
        raise KeyError(f"no item of a case has {sorted(strange)}")
    taxes = [DeclaredTax(preference=given.get("preference", "100"), payment_method="E")]
    taxes += [
        DeclaredTax(kind=kind, base=quantity(base)) for kind, base in given.get("bases", {}).items()
    ]
    return GoodsItem(
        number=number,
        commodity_code=given["commodity"],
        origin=given.get("origin"),
        preferential_origin=given.get("preferential_origin"),
        invoice_amount=money(given["price"]) if "price" in given else None,
        customs_value=money(given["value"]) if "value" in given else None,
        valuation_method=given.get("method", "1"),
        gross_mass=decimal(given.get("gross_mass")),
        net_mass=decimal(given.get("net_mass")),
        supplementary_quantity=quantity(given["quantity"]) if "quantity" in given else None,
        charges=charges(given.get("charges", {})),
        additional_procedures=(given.get("relief", "000"),),
        taxes=tuple(taxes),
        documents=tuple(
            SupportingDocument(category=code[0], kind=code[1:], identifier="1")
            for code in given.get("documents", ())
        ),
    )


def charges(given: Mapping[str, str]) -> tuple[Charge, ...]:
    """Additions and deductions by kind."""
    return tuple(Charge(kind=kind, amount=money(amount)) for kind, amount in given.items())


def money(text: str) -> Money:
    """Such as 1000.00 XFC."""
    amount, currency = text.split()
    return Money(Decimal(amount), currency)


def quantity(text: str) -> Quantity:
    """Such as 45 HLT, or 45 alone."""
    number, *unit = text.split()
    return Quantity(Decimal(number), *unit)


def decimal(number: Any) -> Decimal | None:
    """A number as TOML gave it."""
    return None if number is None else Decimal(number)


def lines(bill: Assessment) -> list[str]:
    """Every line as a case writes it: item, charge, basis, amount owed."""
    return [f"{line.item} {line.charge} {plain(line)} {line.amount}" for line in bill.lines]


def plain(line: Line) -> str:
    """The basis: money with its cents, a quantity without needless zeros."""
    if line.is_ad_valorem:
        return str(line.basis)
    return format(line.basis.normalize(), "f")


def marks(bill: Assessment) -> Iterator[str]:
    """The lines that a bound or a relief changed, as a case writes them."""
    for line in bill.lines:
        if line.bound is not None:
            yield f"{line.item} {line.charge} {line.bound}"
        if line.relief is not None:
            yield f"{line.item} {line.charge} {line.relief} {line.relieved}"
