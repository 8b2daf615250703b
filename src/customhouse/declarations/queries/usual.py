"""How long things usually take: medians of the last thirty days, told to traders and officers.

They are sums over everybody's declarations, so nothing of one trader can be told from them; an
office with too few is not named.
"""

from datetime import datetime, timedelta

from customhouse.settings.database import execute, looking_as
from customhouse.settings.row_security import CUSTOMS

SINCE = timedelta(days=30)
FEWEST = 5
"""So many must have been concluded before a median is told."""

_CONTROLS = """
SELECT count(*), percentile_cont(0.5) WITHIN GROUP (ORDER BY concluded_at - ordered_at)
FROM control WHERE office = %s AND kind = %s AND concluded_at > %s
"""


def control_takes(*, office: str, kind: str, at: datetime) -> timedelta | None:
    """The median time from order to conclusion of such controls at an office; None for too few."""
    with looking_as(CUSTOMS):
        row = execute(_CONTROLS, (office, kind, at - SINCE)).fetchone()
    if row is None or row[0] < FEWEST:
        return None
    taken: timedelta = row[1]
    return taken
