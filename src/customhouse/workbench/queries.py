"""What the officers' pages read: open controls as a queue, requests to answer, stuck files."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

import msgspec

from customhouse.settings.database import execute

_COLUMNS = """
c.id, d.mrn, c.kind, c.method, c.ordered_at, c.officer_id, d.office, d.channel, d.importer_name,
d.description, d.item_count, d.customs_value, d.assessed, d.currency, d.transport_mode,
d.dispatch_country,
EXISTS (SELECT 1 FROM question q WHERE q.mrn = d.mrn AND q.answered_at IS NULL),
EXISTS (SELECT 1 FROM question q WHERE q.mrn = d.mrn AND q.answered_at > c.ordered_at)
"""


class Task(msgspec.Struct, frozen=True):
    """One open control as the queue shows it."""

    control: int
    mrn: str
    kind: str
    method: str
    since: datetime
    officer: int | None
    office: str
    channel: str | None
    importer_name: str
    description: str
    item_count: int
    customs_value: Decimal | None
    assessed: Decimal | None
    currency: str
    transport_mode: str | None
    dispatch_country: str | None
    waits_for_answer: bool
    is_answered: bool


class Asked(msgspec.Struct, frozen=True):
    """One open request, from a trader or from within customs."""

    id: int
    mrn: str
    kind: str
    is_internal: bool
    reason: str
    power: str
    channel: str | None
    asked_at: datetime
    asked_by: int
    importer_name: str


def tasks_of(officer: int) -> tuple[Task, ...]:
    """The open controls that were drawn for an officer, those that wait for nobody else first."""
    statement = f"""
        SELECT {_COLUMNS} FROM control c JOIN declaration d ON d.mrn = c.mrn
        WHERE c.concluded_at IS NULL AND c.officer_id = %s
    """  # noqa: S608 - our own fragment
    found = [Task(*row) for row in execute(statement, (officer,))]
    return tuple(sorted(found, key=lambda each: (each.waits_for_answer, each.since)))


def open_controls(*, offices: Sequence[str]) -> tuple[Task, ...]:
    """Every open control at the offices, the oldest first; at all offices where none is named."""
    statement = f"""
        SELECT {_COLUMNS} FROM control c JOIN declaration d ON d.mrn = c.mrn
        WHERE c.concluded_at IS NULL AND (%(all)s OR c.office = ANY(%(offices)s))
        ORDER BY c.ordered_at LIMIT 500
    """  # noqa: S608 - our own fragment
    parameters = {"all": not offices, "offices": list(offices)}
    return tuple(Task(*row) for row in execute(statement, parameters))


def open_requests(*, is_internal: bool, not_by: int) -> tuple[Asked, ...]:
    """The requests that somebody else made and nobody has answered, the oldest first."""
    statement = """
        SELECT r.id, r.mrn, r.kind, r.is_internal, r.reason, r.power, r.channel, r.asked_at,
               r.asked_by, d.importer_name
        FROM declaration_request r JOIN declaration d ON d.mrn = r.mrn
        WHERE r.answer IS NULL AND r.is_internal = %s AND r.asked_by <> %s
        ORDER BY r.asked_at LIMIT 200
    """
    return tuple(Asked(*row) for row in execute(statement, (is_internal, not_by)))


def done_today(officer: int, *, since: datetime) -> int:
    """How many controls an officer concluded since an instant."""
    row = execute(
        "SELECT count(*) FROM control WHERE concluded_by = %s AND concluded_at >= %s",
        (officer, since),
    ).fetchone()
    return int(row[0]) if row else 0


def load_of_officers() -> dict[int, int]:
    """How many open controls each officer has."""
    rows = execute(
        "SELECT officer_id, count(*) FROM control"
        " WHERE concluded_at IS NULL AND officer_id IS NOT NULL GROUP BY officer_id"
    )
    return {int(officer): int(count) for officer, count in rows}


def control_office(control: int) -> str:
    """The office of a control; empty where there is none."""
    row = execute("SELECT office FROM control WHERE id = %s", (control,)).fetchone()
    return str(row[0]) if row else ""


def request_of(number: int) -> str | None:
    """The declaration that a request is about."""
    row = execute("SELECT mrn FROM declaration_request WHERE id = %s", (number,)).fetchone()
    return str(row[0]) if row else None
