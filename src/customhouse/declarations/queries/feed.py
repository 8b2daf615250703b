"""Declarations for machines: the newest first, each page from where the last one ended.

Row-level security decides which rows there are; this statement never names an organisation.
"""

from datetime import date, datetime
from decimal import Decimal

import msgspec

from customhouse.settings.database import execute

_PAGE = """
SELECT d.mrn, d.local_reference, d.declarant, d.importer, d.kind, d.procedure, d.office, d.state,
       d.version, d.lodged_at, d.accepted_at, d.released_at, d.ended_at, d.tax_point, d.item_count,
       d.currency, d.customs_value, d.assessed, d.is_sandbox
FROM declaration d
WHERE (%(state)s::text IS NULL OR d.state = %(state)s)
  AND (%(reference)s::text IS NULL OR d.local_reference = %(reference)s)
  AND (%(since)s::timestamptz IS NULL OR d.lodged_at >= %(since)s)
  AND (%(before_at)s::timestamptz IS NULL
       OR (d.lodged_at, d.mrn) < (%(before_at)s::timestamptz, %(before)s::text))
ORDER BY d.lodged_at DESC, d.mrn DESC LIMIT %(most)s
"""


class Summary(msgspec.Struct, frozen=True, omit_defaults=True):
    """One declaration in a list; nothing in it tells whether it was selected."""

    mrn: str
    local_reference: str
    declarant: str
    importer: str | None
    kind: str
    procedure: str
    office: str
    state: str
    version: int
    lodged_at: datetime
    accepted_at: datetime | None
    released_at: datetime | None
    ended_at: datetime | None
    tax_point: date | None
    item_count: int
    currency: str
    customs_value: Decimal | None
    assessed: Decimal | None
    is_sandbox: bool = False


class Place(msgspec.Struct, frozen=True):
    """Where a page ended."""

    lodged_at: datetime
    mrn: str


def page(
    *,
    state: str | None = None,
    reference: str | None = None,
    since: datetime | None = None,
    before: Place | None = None,
    most: int = 50,
) -> tuple[Summary, ...]:
    """The declarations that match, the newest first, from where the last page ended."""
    rows = execute(
        _PAGE,
        {
            "state": state,
            "reference": reference,
            "since": since,
            "before_at": before.lodged_at if before else None,
            "before": before.mrn if before else None,
            "most": most,
        },
    )
    return tuple(Summary(*row) for row in rows.fetchall())
