"""What is due on goods of one code, origin and claim: looked up once a day, kept for every item."""

from decimal import Decimal

import msgspec

from fondaco.assessment.charges import (
    FIRST_DESTINATION,
    VALUE,
    ChargesOfTheDay,
    Relief,
    Threshold,
)
from fondaco.legal.citation import Citation
from fondaco.tariff.applicability import Tariff
from fondaco.tariff.duty_expression import Component
from fondaco.tariff.measure import Fee, Measure, MeasureKind
from fondaco.tariff.units_of_measure import Unit
from fondaco.valuation.obstacle import Obstacle

SMALL = "small consignment"
"""What forgives a charge on a consignment below its threshold."""

_MOST_PLANS = 50_000


class Circumstances(msgspec.Struct, frozen=True, gc=False):
    """What of an item decides which charges are due on it."""

    code: str
    origin: str | None
    preferential_origin: str | None
    preference: str | None
    additional_procedures: tuple[str, ...]


class Part(msgspec.Struct, frozen=True, gc=False):
    """One part of a rate, with the unit that its quantity is counted in; None for a share."""

    rate: Decimal
    per: Decimal | None
    unit: Unit | None


class Due(msgspec.Struct, frozen=True):
    """One charge to reckon on an item.

    ``share`` is the rate of a charge that is a plain share of its base, None for any other;
    ``earlier`` are the places, in the same plan, of the charges that its base counts. One of
    ``documents`` must be shown. ``relief`` is what forgives the charge, always or, where there
    is a ``threshold``, for small consignments.
    """

    charge: str
    measure: str
    citation: Citation
    quantum: Decimal
    mode: str
    share: Decimal | None
    parts: tuple[Part, ...]
    minimum: tuple[Part, ...] = ()
    maximum: tuple[Part, ...] = ()
    base: tuple[str, ...] = (VALUE,)
    earlier: tuple[int, ...] = ()
    counts_value: bool = False
    counts_expenses: bool = False
    documents: tuple[str, ...] = ()
    relief: str | None = None
    stays_in_base: bool = False
    threshold: Threshold | None = None


class Plan(msgspec.Struct, frozen=True):
    """Everything due on one item, in the order of reckoning, or why that cannot be said.

    The paths of ``obstacles`` begin below the item.
    """

    dues: tuple[Due, ...]
    supplementary_unit: Unit | None = None
    obstacles: tuple[Obstacle, ...] = ()


class Planner:
    """The plans of one day, each worked out when first asked for."""

    def __init__(self, *, tariff: Tariff, charges: ChargesOfTheDay) -> None:
        self._tariff, self._charges = tariff, charges
        self._plans: dict[tuple[object, ...], Plan] = {}
        self.fees = tuple(self._fee(fee) for fee in tariff.fees_on_declaration())

    def plan(
        self,
        code: str | None,
        origin: str | None,
        preferential_origin: str | None,
        preference: str | None,
        additional_procedures: tuple[str, ...],
    ) -> Plan:
        """What is due on goods so declared."""
        key = (code, origin, preferential_origin, preference, additional_procedures)
        known = self._plans.get(key)
        if known is None:
            if len(self._plans) >= _MOST_PLANS:
                self._plans.clear()
            known = self._plans[key] = self._work_out(
                Circumstances(
                    code or "", origin, preferential_origin, preference, additional_procedures
                )
            )
        return known

    def _work_out(self, given: Circumstances) -> Plan:
        line = self._tariff.nomenclature.declarable.get(given.code)
        if line is None:
            return self._refuse("AS01", "commodity_code", given.code)
        duty = self._duty(given)
        if isinstance(duty, Plan):
            return duty
        tax = self._tariff.tax(given.code)
        if tax is None:
            return self._refuse("AS08", "commodity_code", given.code, charge=self._charges.tax)
        measures = [
            duty,
            *self._tariff.remedies(given.code, given.origin),
            *self._tariff.excises(given.code),
            tax,
        ]
        found: list[Measure | Fee] = [each for each in measures if each.expression is not None]
        found += self._tariff.fees_on(given.code)
        unit = self._tariff.supplementary_unit(given.code)
        return Plan(self._ordered(found, given), self._tariff.units.get(unit or ""))

    def _duty(self, given: Circumstances) -> Measure | Plan:
        """The duty, by preference where one is claimed; else the plan that says why not."""
        claim = given.preference
        if claim is not None and claim in self._tariff.preference_codes:
            origin = given.preferential_origin or given.origin
            found = self._tariff.preference(given.code, origin, claim)
            if found is not None:
                return found
            may_claim = self._tariff.claimable(origin, claim)
            rule, path = (
                ("AS06", "commodity_code") if may_claim else ("AS04", "preferential_origin")
            )
            return self._refuse(rule, path, origin or "", preference=claim, code=given.code)
        duty = self._tariff.duty(given.code, given.origin)
        return duty if duty is not None else self._refuse("AS02", "commodity_code", given.code)

    def _ordered(self, found: list[Measure | Fee], given: Circumstances) -> tuple[Due, ...]:
        order = self._charges.charges
        present = {each.charge for each in found} | {VALUE, FIRST_DESTINATION}
        found.sort(key=lambda each: order[each.charge].order)
        places: dict[str, list[int]] = {}
        dues: list[Due] = []
        for place, each in enumerate(found):
            earlier = [at for part in order[each.charge].base for at in places.get(part, ())]
            dues.append(
                self._fee(each)
                if isinstance(each, Fee)
                else self._measure(each, tuple(earlier), present, given)
            )
            places.setdefault(each.charge, []).append(place)
        return tuple(dues)

    def _measure(
        self, measure: Measure, earlier: tuple[int, ...], present: set[str], given: Circumstances
    ) -> Due:
        charge, rate = self._charges.charges[measure.charge], measure.expression
        if rate is None:
            raise ValueError(f"{measure.identifier} is an exemption and cannot be reckoned")
        parts = self._parts(rate.components)
        is_share = len(parts) == 1 and parts[0].per is None and not rate.minimum + rate.maximum
        relief = self._relief(measure.charge, given)
        threshold = None if relief is not None else self._threshold(measure.charge, given)
        return Due(
            measure.charge,
            measure.identifier,
            measure.citation,
            *charge.rounding.rule,
            parts[0].rate if is_share else None,
            parts,
            self._parts(rate.minimum),
            self._parts(rate.maximum),
            tuple(part for part in charge.base if part in present),
            earlier,
            VALUE in charge.base,
            FIRST_DESTINATION in charge.base,
            measure.documents if measure.kind is MeasureKind.PREFERENCE else (),
            relief.additional_procedure if relief else SMALL if threshold else None,
            relief.stays_in_base if relief else False,
            threshold,
        )

    def _fee(self, fee: Fee) -> Due:
        rule = self._charges.charges[fee.charge].rounding.rule
        one = Part(fee.amount, Decimal(1), None)
        return Due(fee.charge, fee.identifier, fee.citation, *rule, None, (one,))

    def _parts(self, components: tuple[Component, ...]) -> tuple[Part, ...]:
        units = self._tariff.units
        return tuple(
            Part(each.rate, each.per, units[each.unit] if each.unit else None)
            for each in components
        )

    def _relief(self, charge: str, given: Circumstances) -> Relief | None:
        """The relief from the charge that an additional procedure claims, if law gives one."""
        claims = ((procedure, charge) for procedure in given.additional_procedures)
        return next((self._charges.reliefs[c] for c in claims if c in self._charges.reliefs), None)

    def _threshold(self, charge: str, given: Circumstances) -> Threshold | None:
        """Up to which value of the consignment the charge is forgiven, if it ever is."""
        threshold = self._charges.thresholds.get(charge)
        if threshold is None or given.code.startswith(threshold.exceptions):
            return None
        return threshold

    def _refuse(self, rule: str, path: str, found: str, **values: str) -> Plan:
        charge = self._charges.charges[values.get("charge", self._charges.duty)]
        return Plan((), None, (Obstacle(rule, path, charge.citation, found, values),))
