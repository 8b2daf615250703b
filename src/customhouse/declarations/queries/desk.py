"""The trader's desk: what can only go on when the trader does something, and what is owed."""

from datetime import datetime
from decimal import Decimal

import msgspec

from customhouse.declarations.queries.lists import Listed, waiting_for_trader
from customhouse.revenue import queries as revenue
from customhouse.settings.database import execute
from fondaco.revenue.ledger import major

_OPEN_QUESTIONS = """
SELECT mrn, id, text, asked_at FROM question
WHERE answered_at IS NULL AND mrn = ANY(%s) ORDER BY id
"""


class Task(msgspec.Struct, frozen=True):
    """One thing for the trader to do: answer a question, or pay."""

    kind: str
    declaration: Listed
    since: datetime
    question: int | None = None
    text: str = ""
    owed: Decimal | None = None


def tasks(*, at: datetime) -> list[Task]:
    """Everything that waits for the trader, what has waited longest first."""
    waiting = waiting_for_trader()
    numbers = [each.mrn for each in waiting]
    asked = {mrn: (number, text, since) for mrn, number, text, since in _questions(numbers)}
    owed = revenue.balances(numbers)
    found = []
    for each in waiting:
        if each.mrn in asked:
            number, text, since = asked[each.mrn]
            found.append(Task("answer", each, since, question=number, text=text))
        else:
            amount = major(owed[each.mrn].owed) if each.mrn in owed else each.assessed
            found.append(Task("pay", each, each.accepted_at or each.lodged_at, owed=amount))
    return sorted(found, key=lambda task: task.since)


def _questions(numbers: list[str]) -> list[tuple[str, int, str, datetime]]:
    return execute(_OPEN_QUESTIONS, (numbers,)).fetchall() if numbers else []
