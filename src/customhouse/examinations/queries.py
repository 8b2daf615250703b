"""What the examinations desk can tell: reports, and what was found."""

from __future__ import annotations

from datetime import datetime

import msgspec

from customhouse.settings.database import execute

_REPORTS = """
SELECT id, control_id, officer_id, place, began_at, ended_at, result, remarks
FROM examination_report WHERE mrn = %s ORDER BY id
"""
_DISCREPANCIES = """
SELECT d.report_id, d.path, d.declared, d.found, d.kind
FROM discrepancy d JOIN examination_report r ON r.id = d.report_id WHERE r.mrn = %s ORDER BY d.id
"""


class Difference(msgspec.Struct, frozen=True):
    """One difference between what was declared and what was found."""

    path: str
    declared: str
    found: str
    kind: str


class ReportSeen(msgspec.Struct, frozen=True):
    """A report of an examination."""

    id: int
    control_id: int
    officer_id: int
    place: str
    began_at: datetime
    ended_at: datetime
    result: str
    remarks: str
    differences: tuple[Difference, ...]


def reports(mrn: str) -> tuple[ReportSeen, ...]:
    """The reports on a declaration, the oldest first; only customs sees any."""
    found: dict[int, list[Difference]] = {}
    for report, *difference in execute(_DISCREPANCIES, (mrn,)):
        found.setdefault(report, []).append(Difference(*difference))
    return tuple(
        ReportSeen(*row, differences=tuple(found.get(row[0], ())))
        for row in execute(_REPORTS, (mrn,))
    )
