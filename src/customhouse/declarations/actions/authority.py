"""What every change of a declaration asks first: whether it comes from one who may."""

from datetime import datetime

from customhouse.accounts.actor import Actor
from customhouse.declarations.actions.rejudge import document_of
from customhouse.declarations.models import Declaration
from customhouse.declarations.problems import NotTheDeclarant
from customhouse.declarations.queries.authority import changers, may_change


def check_may_change(declaration: Declaration, *, by: Actor, at: datetime) -> None:
    """Refuse whoever is neither the declarant nor acts in its name: NotTheDeclarant says who may.

    Revised Kyoto Convention, General Annex 3.8 and 3.27 to 3.29.
    """
    who = changers(document_of(declaration), at=at)
    if not may_change(by, who=who, lodged_by=declaration.organisation_id):
        raise NotTheDeclarant(by.trader_identifier or "", who=who)
