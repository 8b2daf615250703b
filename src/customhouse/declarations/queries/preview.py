"""What would be decided of a draft now: every finding and the bill, with nothing selected.

The same judgement as at lodging, on the same facts and law, without the book of selectivity.
"""

from datetime import datetime

from customhouse.declarations.queries.facts import facts_about
from customhouse.settings.database import looking_as
from customhouse.settings.row_security import CUSTOMS
from customhouse.tariffs import queries as tariffs
from fondaco.clearance.clear import clear
from fondaco.clearance.decision import Decision
from fondaco.declaration.document import Document
from fondaco.declaration.kinds import is_lodged_before_arrival
from fondaco.territory.calendar import legal_day


def preview(document: Document, *, sender: str | None, at: datetime) -> Decision:
    """The decision that validation and assessment amount to; a preview is never recorded."""
    law = tariffs.law()
    on = legal_day(at, ahead_of_utc=law.ahead_of_utc)
    arrived = None if is_lodged_before_arrival(document.kind) else on
    with looking_as(CUSTOMS):
        (facts,) = facts_about([document], on=on, arrived=[arrived], at=at, sender=sender)
    return clear(document, facts, law, None, on=on, draw=0)
