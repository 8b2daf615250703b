"""Who may change or end a declaration, as the register has it on a day."""

from datetime import datetime

from customhouse.accounts.actor import Actor
from customhouse.register import queries as register
from customhouse.tariffs import queries as tariffs
from fondaco.declaration.authority import who_may_change
from fondaco.declaration.document import Document
from fondaco.territory.calendar import legal_day


def changers(document: Document, *, at: datetime) -> tuple[str, ...]:
    """The identifiers of those who may change it: its declarant first, then who acts for it."""
    declarant, agent = document.declarant, document.representative
    pair = (
        declarant.identifier if declarant is not None else None,
        agent.identifier if agent is not None else None,
    )
    mandates = register.mandates(*pair) if pair[0] and pair[1] else ()
    on = legal_day(at, ahead_of_utc=tariffs.law().ahead_of_utc)
    return who_may_change(document, mandates=mandates, on=on)


def may_change(by: Actor, *, who: tuple[str, ...], lodged_by: int) -> bool:
    """Whether this actor is one of them; a lodger who is no trader answers for its own.

    The customs house itself, acting by its clock or in a demonstration, is not asked.
    """
    if by.organisation_kind == "system":
        return True
    if by.trader_identifier is None:
        return by.organisation_kind != "customs" and by.organisation_id == lodged_by
    return by.trader_identifier in who
