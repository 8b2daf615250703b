"""What is still to happen: noted in the transaction that brings it about, taken when it is due."""

from __future__ import annotations

from datetime import datetime

import msgspec

from customhouse.settings.database import execute

MEND, ARRIVE, PAY, CONTROL, ANSWER = "mend", "arrive", "pay", "control", "answer"
WITHDRAW, AMEND, DECIDE = "withdraw", "amend", "decide"

_NOTE = """
INSERT INTO demonstration_errand (number, kind, subject, due_at) VALUES (%s, %s, %s, %s)
ON CONFLICT DO NOTHING
"""
_NEXT = """
SELECT e.id, e.kind, e.subject, e.due_at, t.number, t.seed, t.mrn, t.lodged_at, t.truth
FROM demonstration_errand e JOIN demonstration_truth t ON t.number = e.number
WHERE e.due_at <= %s ORDER BY e.due_at, e.id LIMIT 1 FOR UPDATE OF e SKIP LOCKED
"""
_HASTEN = """
UPDATE demonstration_errand SET due_at = %(at)s + (due_at - %(at)s) / %(haste)s
WHERE due_at > %(at)s
"""


class Due(msgspec.Struct, frozen=True):
    """An errand that is due, and the consignment that it is about."""

    id: int
    kind: str
    subject: int
    due_at: datetime
    number: int
    seed: int
    mrn: str | None
    lodged_at: datetime
    truth: str


def note(number: int, kind: str, *, due_at: datetime, subject: int = 0) -> None:
    """Note an errand, inside the caller's transaction; one that is noted already stays."""
    execute(_NOTE, (number, kind, subject, due_at))


def next_due(by: datetime) -> Due | None:
    """Return the first errand that is due by an instant, locked; None where none is."""
    row = execute(_NEXT, (by,)).fetchone()
    return Due(*row) if row else None


def done(errand_id: int) -> None:
    """Strike an errand off."""
    execute("DELETE FROM demonstration_errand WHERE id = %s", (errand_id,))


def drop(number: int) -> None:
    """Strike off everything that is still to happen with a consignment: it does not come."""
    execute("DELETE FROM demonstration_errand WHERE number = %s", (number,))


def hasten(*, at: datetime, haste: float) -> None:
    """Bring what lies ahead nearer: what was due in an hour is due in so much less."""
    execute(_HASTEN, {"at": at, "haste": haste})
