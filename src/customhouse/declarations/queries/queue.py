"""What waits for customs: open controls by officer and office, requests for a second person."""

from datetime import datetime
from decimal import Decimal

import msgspec

from customhouse.settings.database import execute

_CONTROLS = """
SELECT c.id, c.mrn, c.kind, c.method, c.office, c.ordered_at, c.officer_id, d.state, d.channel,
       d.description, d.item_count, d.importer, d.importer_name, d.customs_value, d.currency,
       d.arrived_at,
       (SELECT max(q.asked_at) FROM question q
        WHERE q.mrn = c.mrn AND q.answered_at IS NULL),
       (SELECT max(q.answered_at) FROM question q WHERE q.mrn = c.mrn)
FROM control c JOIN declaration d ON d.mrn = c.mrn
WHERE c.concluded_at IS NULL AND NOT d.is_sandbox AND {condition}
ORDER BY c.ordered_at, c.id LIMIT 500
"""

_REQUESTS = """
SELECT r.id, r.mrn, r.kind, r.is_internal, r.reason, r.power, r.channel, r.asked_at, r.asked_by,
       d.office, d.description, d.importer_name
FROM declaration_request r JOIN declaration d ON d.mrn = r.mrn
WHERE r.answer IS NULL AND NOT d.is_sandbox AND (%s = '' OR d.office = %s)
ORDER BY r.asked_at, r.id LIMIT 500
"""

_UNPAID = """
SELECT d.mrn, d.office, d.importer_name, d.description, d.accepted_at, d.assessed, d.currency
FROM declaration d
WHERE d.state = 'awaiting payment' AND NOT d.is_sandbox
  AND d.accepted_at < %s AND (%s = '' OR d.office = %s)
ORDER BY d.accepted_at LIMIT 200
"""


class Waiting(msgspec.Struct, frozen=True):
    """An open control with what an officer must know to choose it from a queue."""

    control_id: int
    mrn: str
    kind: str
    method: str
    office: str
    ordered_at: datetime
    officer_id: int | None
    state: str
    channel: str | None
    description: str
    item_count: int
    importer: str | None
    importer_name: str
    customs_value: Decimal | None
    currency: str
    arrived_at: datetime | None
    asked_at: datetime | None
    answered_at: datetime | None

    @property
    def waits_for_trader(self) -> bool:
        """Whether a question to the trader is open."""
        return self.asked_at is not None


class Asked(msgspec.Struct, frozen=True):
    """A request that waits for a second person."""

    id: int
    mrn: str
    kind: str
    is_internal: bool
    reason: str
    power: str
    channel: str | None
    asked_at: datetime
    asked_by: int
    office: str
    description: str
    importer_name: str


class Unpaid(msgspec.Struct, frozen=True):
    """An accepted declaration that waits for its money."""

    mrn: str
    office: str
    importer_name: str
    description: str
    accepted_at: datetime
    assessed: Decimal | None
    currency: str


def controls_of(officer_id: int) -> list[Waiting]:
    """The open controls of an officer, the oldest first."""
    statement = _CONTROLS.format(condition="c.officer_id = %s")
    return [Waiting(*row) for row in execute(statement, (officer_id,))]


def controls_at(office: str) -> list[Waiting]:
    """The open controls at an office, or everywhere where none is named, the oldest first."""
    statement = _CONTROLS.format(condition="(%s = '' OR c.office = %s)")
    return [Waiting(*row) for row in execute(statement, (office, office))]


def requests_at(office: str) -> list[Asked]:
    """The requests that wait for an answer at an office, or everywhere."""
    return [Asked(*row) for row in execute(_REQUESTS, (office, office))]


def unpaid_at(office: str, *, since: datetime) -> list[Unpaid]:
    """The declarations accepted before an instant whose money has not come."""
    return [Unpaid(*row) for row in execute(_UNPAID, (since, office, office))]
