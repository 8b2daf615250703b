"""Lists of declarations: found by words, state, office and day, sorted, counted, a page at a time.

Row-level security decides which rows there are; these statements never name an organisation.
"""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

import msgspec
from django.utils import timezone

from customhouse.settings.database import behalf, execute
from customhouse.settings.row_security import CUSTOMS

_COLUMNS = """
d.mrn, d.local_reference, d.declarant, d.importer, d.importer_name, d.kind, d.office, d.state,
d.description, d.item_count, d.dispatch_country, d.currency, d.customs_value, d.assessed,
d.lodged_at, d.accepted_at, d.released_at, d.ended_at,
EXISTS (SELECT 1 FROM question q WHERE q.mrn = d.mrn AND q.answered_at IS NULL) AS asked
"""

_NEEDS_TRADER = """
(d.state = 'awaiting payment'
 OR EXISTS (SELECT 1 FROM question q WHERE q.mrn = d.mrn AND q.answered_at IS NULL))
"""

_ASKED = "EXISTS (SELECT 1 FROM question q WHERE q.mrn = d.mrn AND q.answered_at IS NULL)"
_EXAMINED = """EXISTS (SELECT 1 FROM control c WHERE c.mrn = d.mrn
                AND c.concluded_at IS NULL AND c.kind = 'examination')"""
_HELD = f"d.state = 'under control' AND NOT {_ASKED}"

_NEEDS = {
    "me": _NEEDS_TRADER,
    "officer": _HELD,
    "documents": f"{_HELD} AND NOT {_EXAMINED}",
    "examination": f"{_HELD} AND {_EXAMINED}",
    "payment": "d.state = 'awaiting payment'",
    "question": f"d.state = 'under control' AND {_ASKED}",
}
"""What a declaration can wait for; the last four exclude each other, as the live picture does."""

_CONDITIONS = {
    "q": """(d.mrn = upper(%(q)s) OR d.local_reference ILIKE %(like)s
             OR d.importer_name ILIKE %(like)s OR d.importer = upper(%(q)s)
             OR d.description ILIKE %(like)s
             OR EXISTS (SELECT 1 FROM goods_item g
                        WHERE g.mrn = d.mrn AND g.version = d.version
                          AND g.commodity_code LIKE %(digits)s))""",
    "state": "d.state = %(state)s",
    "office": "d.office = %(office)s",
    "channel": "d.channel = %(channel)s",
    "since": "d.lodged_at >= %(since)s::date::timestamp AT TIME ZONE %(zone)s::text",
    "until": "d.lodged_at < (%(until)s::date + 1)::timestamp AT TIME ZONE %(zone)s::text",
    "released": "d.released_at >= %(released)s::date::timestamp AT TIME ZONE %(zone)s::text",
}

_ORDERS = {
    "lodged": "d.lodged_at",
    "mrn": "d.mrn",
    "reference": "d.local_reference",
    "importer": "d.importer_name",
    "goods": "d.description",
    "assessed": "d.assessed",
    "state": "d.state",
}
SORTABLE = frozenset(_ORDERS)
"""What a list of declarations can be sorted by."""


class Listed(msgspec.Struct, frozen=True):
    """One declaration as a list shows it."""

    mrn: str
    local_reference: str
    declarant: str
    importer: str | None
    importer_name: str
    kind: str
    office: str
    state: str
    description: str
    item_count: int
    dispatch_country: str | None
    currency: str
    customs_value: Decimal | None
    assessed: Decimal | None
    lodged_at: datetime
    accepted_at: datetime | None
    released_at: datetime | None
    ended_at: datetime | None
    is_asked: bool


def find(
    values: Mapping[str, str], *, sort: str, descending: bool, offset: int, most: int
) -> tuple[list[Listed], int]:
    """The declarations that match, a page of them, and how many match in all."""
    conditions = [_CONDITIONS[name] for name in values if name in _CONDITIONS]
    conditions += [f"({_NEEDS[each]})" for name, each in values.items() if name == "needs"]
    conditions += _real()
    where = " AND ".join(conditions) or "true"
    way = "DESC NULLS LAST" if descending else "ASC NULLS FIRST"
    parameters = _parameters(values) | {"most": most, "offset": offset}
    statement = (
        f"SELECT {_COLUMNS} FROM declaration d WHERE {where}"  # noqa: S608 - our own fragments
        f" ORDER BY {_ORDERS[sort]} {way}, d.mrn LIMIT %(most)s OFFSET %(offset)s"
    )
    rows = [Listed(*row) for row in execute(statement, _only(parameters, statement))]
    counted = f"SELECT count(*) FROM declaration d WHERE {where}"  # noqa: S608 - the same
    (count,) = execute(counted, _only(parameters, counted)).fetchone() or (0,)
    return rows, int(count)


def counts() -> dict[str, int]:
    """How many declarations stand in each state, and under ``needs`` how many wait for a trader."""
    statement = f"""
        SELECT d.state, count(*), count(*) FILTER (WHERE {_NEEDS_TRADER})
        FROM declaration d WHERE {" AND ".join(_real()) or "true"} GROUP BY d.state
    """  # noqa: S608 - our own fragment
    found: dict[str, int] = {"needs": 0, "all": 0}
    for state, count, waiting in execute(statement):
        found[state] = int(count)
        found["needs"] += int(waiting)
        found["all"] += int(count)
    return found


def waiting_for_trader(*, most: int = 50) -> list[Listed]:
    """The declarations that can only go on when their trader does something, the oldest first."""
    statement = (
        f"SELECT {_COLUMNS} FROM declaration d WHERE {_NEEDS_TRADER}"  # noqa: S608 - our own
        " ORDER BY d.lodged_at LIMIT %(most)s"
    )
    return [Listed(*row) for row in execute(statement, {"most": most})]


def _real() -> list[str]:
    """Customs' own lists leave out the sandbox: nobody works on what was lodged to try."""
    seen_by = behalf()
    return ["NOT d.is_sandbox"] if seen_by is not None and seen_by[0] == CUSTOMS else []


def _parameters(values: Mapping[str, str]) -> dict[str, object]:
    words = values.get("q", "")
    escaped = words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    digits = "".join(sign for sign in words if sign.isascii() and sign.isdigit())
    return {
        **values,
        "like": f"%{escaped}%",
        "digits": f"{digits}%" if len(digits) >= 2 else "none",
        "zone": timezone.get_current_timezone_name(),
    }


def _only(parameters: Mapping[str, object], statement: str) -> dict[str, object]:
    # The driver refuses no spare name, but a prepared statement needs its own alone.
    return {name: each for name, each in parameters.items() if f"%({name})s" in statement}
