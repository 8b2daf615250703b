"""Rules on numbers: masses, quantities and amounts of money, wherever they stand."""

from decimal import Decimal

from fondaco.declaration.document import GoodsItem
from fondaco.declaration.rules.case import Case
from fondaco.declaration.rules.shapes import is_amount, is_measure
from fondaco.legal.rule import Shown, rule
from fondaco.units.money import Money
from fondaco.units.quantity import Quantity

_KILOGRAM = "KGM"


def _is_positive(number: Decimal) -> bool:
    # Asking for the sign is several times quicker than comparing with zero.
    return not number.is_signed() and bool(number)


@rule("MA01", element="gross_mass")
def gross_mass_is_a_measure(item: GoodsItem, case: Case) -> bool:
    """A gross mass is a number of at most sixteen digits, six of them decimals."""
    return item.gross_mass is None or is_measure(item.gross_mass)


@rule("MA02", element="net_mass")
def net_mass_is_a_measure(item: GoodsItem, case: Case) -> bool:
    """A net mass is a number of at most sixteen digits, six of them decimals."""
    return item.net_mass is None or is_measure(item.net_mass)


@rule("MA03", element="net_mass")
def net_mass_is_positive(item: GoodsItem, case: Case) -> bool:
    """The net mass of an item is more than zero."""
    net = item.net_mass
    return net is None or _is_positive(net)


def _gross(item: GoodsItem, case: Case) -> Shown:
    return {"gross": str(item.gross_mass)}


@rule("MA04", element="net_mass", shows=_gross)
def net_mass_is_within_gross_mass(item: GoodsItem, case: Case) -> bool:
    """The net mass of an item is not more than its gross mass.

    Goods in bulk have no packing, so the two may be equal.
    """
    gross, net = item.gross_mass, item.net_mass
    return gross is None or net is None or net <= gross


def _net(item: GoodsItem, case: Case) -> Shown:
    return {"net": str(item.net_mass)}


@rule("MA05", element="supplementary_quantity", shows=_net)
def kilograms_are_the_net_mass(item: GoodsItem, case: Case) -> bool:
    """A supplementary quantity in kilograms is the net mass."""
    quantity = item.supplementary_quantity
    if quantity is None or item.net_mass is None or quantity.unit != _KILOGRAM:
        return True
    return quantity.value == item.net_mass


@rule("QU01", element="value")
def quantity_is_a_measure(quantity: Quantity, case: Case) -> bool:
    """A quantity is a number of at most sixteen digits, six of them decimals."""
    return is_measure(quantity.value)


@rule("QU02", element="value")
def quantity_is_positive(quantity: Quantity, case: Case) -> bool:
    """A quantity is more than zero."""
    return _is_positive(quantity.value)


@rule("QU03", element="unit")
def unit_is_known(quantity: Quantity, case: Case) -> bool:
    """The unit of a quantity is one that the law lists."""
    return quantity.unit is None or quantity.unit in case.books.units


@rule("MO01", element="amount")
def amount_is_written_right(money: Money, case: Case) -> bool:
    """An amount of money is a number of at most sixteen digits, two of them decimals."""
    return is_amount(money.amount)


@rule("MO02", element="amount")
def amount_is_not_negative(money: Money, case: Case) -> bool:
    """An amount of money is not negative: what is taken off has a code that says so."""
    return not money.amount.is_signed() or not money.amount


@rule("MO03", element="currency")
def currency_is_known(money: Money, case: Case) -> bool:
    """The currency is one that the law lists."""
    return money.currency in case.books.currencies
