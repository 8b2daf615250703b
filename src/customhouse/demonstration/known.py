"""What the customs house knows of the nation: its register, for benchmarks and tests.

The same facts that `load_demonstration` enters through the desks, as the judgement wants them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from customhouse.demonstration.values import Firm, Nation, Trader
from fondaco.clearance.facts import Facts, History
from fondaco.declaration.document import Document
from fondaco.parties import trader as parties
from fondaco.parties.mandate import Mandate, Representation
from fondaco.parties.trader import Authorisation, Standing
from fondaco.revenue.ledger import major
from fondaco.units.period import Period

LAW_BEGINS = date(2025, 10, 1)
"""The first day of the demonstration country's law: nothing was authorised before it."""

_SETTLED = History(declarations_90_days=12, value_90_days=Decimal(6_000_000), known_days=400)
"""The record of an importer of middling size; the real one grows with what is lodged."""


class Register:
    """The nation's register in memory: who is registered, what each may, who acts for whom."""

    def __init__(self, nation: Nation) -> None:
        firms: tuple[Firm, ...] = (*nation.traders, *nation.brokers)
        self._firms = {each.identifier: each for each in firms}
        self._traders = {each.identifier: registered(each) for each in firms}
        self._mandates = {each.principal: each for each in mandates(nation)}

    def facts(self, document: Document, *, sender: str, on: date, arrived_on: date | None) -> Facts:
        """Return what customs knows when it judges this declaration of the nation."""
        declarant, agent = document.declarant, document.representative
        named = (
            document.importer,
            declarant.identifier if declarant else None,
            agent.identifier if agent else None,
            *(holder.identifier for holder in document.authorisation_holders),
        )
        mandate = self._mandates.get(document.importer or "")
        payers = [self._firms[each.identifier or ""] for each in document.authorisation_holders]
        return Facts(
            lodged_on=on,
            sender=sender,
            arrived_on=arrived_on,
            traders=tuple(
                self._traders[each] for each in dict.fromkeys(named) if each in self._traders
            ),
            mandates=(mandate,) if mandate and agent else (),
            available=major(payers[0].limit) if payers else None,
            history=_SETTLED,
        )


def registered(firm: Firm) -> parties.Trader:
    """Return a firm as the register has it."""
    return parties.Trader(
        identifier=firm.identifier,
        name=firm.name,
        standing=Standing.ACTIVE,
        registered_on=firm.registered_on,
        authorisations=tuple(authorisations(firm)),
    )


def authorisations(firm: Firm) -> Iterator[Authorisation]:
    """Return what customs lets a firm do: pay later, be trusted."""
    valid = Period(max(firm.registered_on, LAW_BEGINS))
    if firm.deferment is not None:
        yield Authorisation("DPO", firm.deferment, valid)
    if isinstance(firm, Trader) and firm.is_trusted:
        for kind in ("AEOC", "AEOS"):
            yield Authorisation(kind, f"XF{kind}{firm.identifier[2:10]}", valid)
    if isinstance(firm, Trader) and firm.sector == "medical":
        yield Authorisation("MED", f"XFMED{firm.identifier[2:10]}", valid)


def mandates(nation: Nation) -> Iterator[Mandate]:
    """Return every mandate that an importer has given its broker."""
    for trader in nation.traders:
        if trader.broker is not None and trader.representation is not None:
            yield Mandate(
                principal=trader.identifier,
                representative=trader.broker,
                representation=Representation(trader.representation),
                valid=Period(max(trader.registered_on, LAW_BEGINS)),
            )
