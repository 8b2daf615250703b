"""The bill of one declaration: value, duties, taxes and fees, each line with formula and law."""

from decimal import Decimal

import msgspec

from fondaco.assessment.charges import VALUE
from fondaco.assessment.law import AssessmentLaw
from fondaco.assessment.plan import Due, Part, Plan
from fondaco.assessment.quantities import MASS, quantity
from fondaco.assessment.statement import (
    ONE,
    THE_DECLARATION,
    Assessment,
    ItemValue,
    Line,
    Total,
    Unassessable,
)
from fondaco.declaration.document import Document, GoodsItem
from fondaco.tariff.units_of_measure import Unit
from fondaco.valuation.customs_value import customs_values
from fondaco.valuation.obstacle import Obstacle

_ZERO = Decimal(0)
_ONE = Decimal(1)
MINIMUM, MAXIMUM = "minimum", "maximum"

Counted = list[Decimal]
"""What each part of a rate is reckoned on, in the order of the parts."""


def assess(document: Document, law: AssessmentLaw) -> Assessment | Unassessable:
    """The bill under the law of one day, or everything that stands in its way.

    Amounts are in the law's currency, each line rounded as the law of its charge says; totals
    are the sums of the rounded lines.
    """
    shipment = document.shipment
    if shipment is None or not shipment.items:
        nothing = Obstacle("AS09", "shipment.items", law.valuation.principles.basis_citation, "")
        return Unassessable((nothing,))
    terms = shipment.trade_terms
    values, obstacles = customs_values(
        shipment.items,
        charges=shipment.charges,
        freight=shipment.freight,
        term=terms.condition if terms is not None else None,
        law=law.valuation,
    )
    bill = _Bill(document, law, sum([value.customs_value for value in values], _ZERO))
    for place, item in enumerate(shipment.items):
        bill.add(item, place, values[place] if values else None)
    if obstacles or bill.obstacles:
        return Unassessable((*obstacles, *bill.obstacles))
    bill.add_fees()
    return bill.close(values)


class _Bill:
    """A bill being drawn up: the lines so far, and what stands in the way."""

    __slots__ = ("first_method", "law", "lines", "obstacles", "shown", "whole")

    def __init__(self, document: Document, law: AssessmentLaw, whole: Decimal) -> None:
        self.law, self.whole = law, whole
        self.lines: list[Line] = []
        self.obstacles: list[Obstacle] = []
        self.shown = [each.code for each in document.documents]
        self.first_method = next((tax.payment_method for tax in document.items[0].taxes), None)

    def add(self, item: GoodsItem, place: int, value: ItemValue | None) -> None:
        """Reckon what is due on one item; without a value only look for obstacles."""
        plan = self.law.planner.plan(
            item.commodity_code,
            item.origin,
            item.preferential_origin,
            item.preference,
            item.additional_procedures,
        )
        for each in plan.obstacles:
            self.obstacles.append(
                msgspec.structs.replace(each, path=f"shipment.items[{place}].{each.path}")
            )
        if value is None:
            return
        amounts: list[Decimal] = []
        lines, currency, number = self.lines, self.law.currency, value.item
        for due in plan.dues:
            basis = value.customs_value if due.counts_value else _ZERO
            for at in due.earlier:
                basis += amounts[at]
            if due.counts_expenses:
                basis += value.incidental
            if due.documents and not self._is_shown(item, due):
                self._refuse_preference(due, place)
            share = due.share
            if share is None or (due.relief is not None and self._relief(due) is not None):
                amounts.append(self._special(due, basis, item, place, number, plan))
                continue
            amount = (basis * share).quantize(due.quantum, due.mode)
            amounts.append(amount)
            method = _payment_method(item, due.charge)
            lines.append(
                Line(
                    number,
                    due.charge,
                    due.measure,
                    basis,
                    currency,
                    share,
                    amount,
                    due.citation,
                    None,
                    None,
                    method,
                    due.base,
                )
            )

    def add_fees(self) -> None:
        """Add what is due once for the declaration, paid as the first tax of its first item is."""
        for due in self.law.planner.fees:
            rate = due.parts[0].rate
            amount = rate.quantize(due.quantum, due.mode)
            line = (THE_DECLARATION, due.charge, due.measure, _ONE, ONE, rate, amount)
            self.lines.append(Line(*line, due.citation, _ONE, payment_method=self.first_method))

    def close(self, values: tuple[ItemValue, ...]) -> Assessment:
        """The finished bill with its totals."""
        sums: dict[str, Decimal] = {}
        for line in self.lines:
            sums[line.charge] = sums.get(line.charge, _ZERO) + line.amount
        totals = tuple(
            [Total(code, sums[code]) for code in self.law.charges.charges if code in sums]
        )
        total = sum(sums.values(), _ZERO)
        return Assessment(self.law.currency, values, tuple(self.lines), totals, total)

    def _special(
        self, due: Due, value: Decimal, item: GoodsItem, place: int, number: int, plan: Plan
    ) -> Decimal:
        """Reckon a charge that counts quantities, has bounds or is forgiven; its amount."""
        parts, bound = due.parts, None
        counted = self._counted(parts, due, value, item, plan)
        if counted is not None and (due.minimum or due.maximum):
            parts, counted, bound = self._bounded(counted, due, value, item, plan)
        if counted is None:
            self._refuse_quantity(due, place)
            return _ZERO
        relief = self._relief(due)
        method = _payment_method(item, due.charge)
        whole = _ZERO
        for part, basis in zip(parts, counted, strict=True):
            amount = _amount(part, basis).quantize(due.quantum, due.mode)
            owed = amount if relief is None else _ZERO.quantize(due.quantum)
            unit = part.unit.code if part.unit else self.law.currency if part.per is None else ONE
            subject = (number, due.charge, due.measure, basis, unit, part.rate, owed)
            base = due.base if part.per is None else (VALUE,)
            relieved = amount if relief is not None else None
            self.lines.append(
                Line(*subject, due.citation, part.per, bound, method, base, relief, relieved)
            )
            whole += amount if due.stays_in_base else owed
        return whole

    def _bounded(
        self, counted: Counted, due: Due, value: Decimal, item: GoodsItem, plan: Plan
    ) -> tuple[tuple[Part, ...], Counted | None, str | None]:
        """The parts that count once the bounds are heard, their bases, and which bound it was.

        A maximum is a ceiling: it binds last, also where it lies below the minimum.
        """
        least = self._counted(due.minimum, due, value, item, plan)
        most = self._counted(due.maximum, due, value, item, plan)
        if least is None or most is None:
            return due.parts, None, None
        parts, bound = due.parts, None
        if due.minimum and _sum(parts, counted) < _sum(due.minimum, least):
            parts, counted, bound = due.minimum, least, MINIMUM
        if due.maximum and _sum(parts, counted) > _sum(due.maximum, most):
            parts, counted, bound = due.maximum, most, MAXIMUM
        return parts, counted, bound

    def _counted(
        self, parts: tuple[Part, ...], due: Due, value: Decimal, item: GoodsItem, plan: Plan
    ) -> Counted | None:
        """What each part is reckoned on; None where one cannot be counted."""
        bases: Counted = []
        for part in parts:
            basis = self._basis(part, due, value, item, plan.supplementary_unit)
            if basis is None:
                return None
            bases.append(basis)
        return bases

    def _relief(self, due: Due) -> str | None:
        """What forgives the charge on this declaration, if anything does."""
        if due.threshold is not None and self.whole > due.threshold.up_to:
            return None
        return due.relief

    def _basis(
        self, part: Part, due: Due, value: Decimal, item: GoodsItem, unit: Unit | None
    ) -> Decimal | None:
        if part.per is None:
            return value
        if part.unit is None:
            return _ONE
        units = self.law.tariff.units
        return quantity(
            item, unit=part.unit, charge=due.charge, supplementary_unit=unit, units=units
        )

    def _is_shown(self, item: GoodsItem, due: Due) -> bool:
        codes = (*self.shown, *(each.code for each in item.documents))
        return any(code in due.documents for code in codes)

    def _refuse_preference(self, due: Due, place: int) -> None:
        wanted = {"documents": " or ".join(due.documents), "measure": due.measure}
        path = f"shipment.items[{place}].documents"
        self.obstacles.append(Obstacle("AS05", path, due.citation, "", wanted))

    def _refuse_quantity(self, due: Due, place: int) -> None:
        parts = (*due.parts, *due.minimum, *due.maximum)
        units = ", ".join(sorted({part.unit.code for part in parts if part.unit is not None}))
        by_mass = all(part.unit.dimension == MASS for part in parts if part.unit is not None)
        name = "net_mass" if by_mass else "supplementary_quantity"
        values = {"units": units, "charge": due.charge, "measure": due.measure}
        path = f"shipment.items[{place}].{name}"
        self.obstacles.append(Obstacle("AS03", path, due.citation, "", values))


def _sum(parts: tuple[Part, ...], counted: Counted) -> Decimal:
    return sum(map(_amount, parts, counted), _ZERO)


def _amount(part: Part, basis: Decimal) -> Decimal:
    amount = basis * part.rate
    return amount if part.per is None else amount / part.per


def _payment_method(item: GoodsItem, charge: str) -> str | None:
    """How the declarant will pay the charge: as said of it, else as said of no charge by name."""
    taxes = item.taxes
    if len(taxes) == 1 and taxes[0].kind is None:
        return taxes[0].payment_method
    general = None
    for tax in taxes:
        if tax.kind == charge:
            return tax.payment_method
        if tax.kind is None and general is None:
            general = tax.payment_method
    return general
