"""Carrying the record to those it concerns: each entry becomes a notice to each who may read it.

The log gives the order, without gaps, so that one number says how far this has come. It moves in
the transaction that writes the notices: none is written twice, none is left out.
"""

from __future__ import annotations

from datetime import datetime

from customhouse.post import actions as post
from customhouse.post.actions import Notice
from customhouse.records.queries import Recorded, in_log_order
from customhouse.settings.database import as_system, execute

AT_ONCE = 2_000

_FROM = """
INSERT INTO carried_to AS known (name, index) VALUES ('notices', 0)
ON CONFLICT (name) DO UPDATE SET index = known.index RETURNING index
"""
_TO = "UPDATE carried_to SET index = %s WHERE name = 'notices'"


def carry(at: datetime) -> int:
    """Write the notices of what is new in the log; answers how many. Two at once take turns."""
    count = 0
    while True:
        with as_system():
            (start,) = execute(_FROM).fetchone() or (0,)
            found = in_log_order(start=start, most=AT_ONCE)
            if not found:
                return count
            notices = [notice for each in found for notice in _notices(each)]
            post.notify(notices=notices, at=at)
            execute(_TO, (start + len(found),))
        count += len(notices)


def _notices(recorded: Recorded) -> list[Notice]:
    payload = {
        "record": recorded.id,
        "at": recorded.at.isoformat(),
        "details": recorded.payload,
    }
    return [
        Notice(organisation, recorded.kind, recorded.subject, payload)
        for organisation in recorded.organisations
    ]
