"""How many units of goods were declared, in the unit that a rate counts in."""

from collections.abc import Mapping
from decimal import Decimal

from fondaco.declaration.document import GoodsItem
from fondaco.tariff.units_of_measure import Unit
from fondaco.units.quantity import Quantity

MASS = "mass"
"""The dimension whose quantity is the net mass, in kilograms."""

ITEM = "item"
"""The dimension whose quantity is one, for an amount that is due once on each goods item."""

_LARGEST = Decimal(10) ** 15


def quantity(
    item: GoodsItem,
    *,
    unit: Unit,
    charge: str,
    supplementary_unit: Unit | None,
    units: Mapping[str, Unit],
) -> Decimal | None:
    """The item's quantity counted in the unit; None where it declares none that can be so counted.

    Mass is the net mass; what is due once on an item counts one. Anything else is what the item
    declares as the base of that charge, or its supplementary quantity; a number without a unit
    counts the unit that law asks for.
    """
    if unit.dimension == MASS:
        return _within(item.net_mass, Decimal(1) / unit.size)
    if unit.dimension == ITEM:
        return Decimal(1)
    for tax in item.taxes:
        if tax.kind == charge and tax.base is not None:
            found = _counted(tax.base, unit, unit, units)
            if found is not None:
                return found
    if item.supplementary_quantity is None:
        return None
    return _counted(item.supplementary_quantity, supplementary_unit, unit, units)


def _counted(
    declared: Quantity, usual: Unit | None, unit: Unit, units: Mapping[str, Unit]
) -> Decimal | None:
    given = units.get(declared.unit) if declared.unit is not None else usual
    factor = given.counted_in(unit) if given is not None else None
    return _within(declared.value, factor) if factor is not None else None


def _within(number: Decimal | None, factor: Decimal) -> Decimal | None:
    """The number of units, where it is a number that a declaration may bear."""
    if number is None or not number.is_finite() or not 0 <= number < _LARGEST:
        return None
    return number * factor
