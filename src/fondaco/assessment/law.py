"""Everything the bill needs of the law on one day, with what was worked out once kept for all."""

from collections.abc import Mapping

from fondaco.assessment.charges import ChargesOfTheDay
from fondaco.assessment.plan import Planner
from fondaco.legal.wording import Wording
from fondaco.tariff.applicability import Tariff
from fondaco.valuation.law import ValuationLaw


class AssessmentLaw:
    """The law of value, tariff and charges on one day, and the acts by their titles in French."""

    def __init__(
        self,
        *,
        valuation: ValuationLaw,
        tariff: Tariff,
        charges: ChargesOfTheDay,
        acts: Mapping[str, Wording],
    ) -> None:
        self.currency = valuation.currency
        self.valuation, self.tariff, self.charges, self.acts = valuation, tariff, charges, acts
        self.planner = Planner(tariff=tariff, charges=charges)
        self.charge_names = {code: each.name for code, each in charges.charges.items()}
        self.unit_names = {code: each.name for code, each in tariff.units.items()}
