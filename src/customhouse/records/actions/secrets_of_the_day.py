"""The secrets from which draws are made: on record by their commitment before the day begins."""

from __future__ import annotations

import secrets
from datetime import date, datetime, timedelta

from customhouse.records.actions.append import append
from customhouse.records.entry import Entry
from customhouse.settings.database import as_system, execute
from fondaco.evidence.draw import SECRET_BYTES, commit

DAYS_AHEAD = 7
"""So many days can pass without the worker before no draw could be made."""
ACTOR = "system:draws"

_ENTER = """
INSERT INTO draw_secret (day, secret, commitment, committed_at)
SELECT * FROM unnest(%s::date[], %s::bytea[], %s::text[], %s::timestamptz[])
ON CONFLICT (day) DO NOTHING RETURNING day, commitment
"""
_PUBLISH = """
UPDATE draw_secret SET published_at = %s WHERE day < %s AND published_at IS NULL
RETURNING day, secret
"""


def commit_secrets(*, today: date, at: datetime) -> int:
    """Commit to the secrets of today and the days ahead that have none; answers how many."""
    days = [today + timedelta(days=number) for number in range(DAYS_AHEAD + 1)]
    fresh = [secrets.token_bytes(SECRET_BYTES) for _ in days]
    with as_system():
        made = execute(
            _ENTER, (days, fresh, [commit(secret) for secret in fresh], [at] * len(days))
        ).fetchall()
        append(
            entries=[_entry("draw.committed", day, commitment=text) for day, text in made], at=at
        )
    return len(made)


def publish_secrets(*, before: date, at: datetime) -> int:
    """Publish the secrets of the days before this one, so that anyone can repeat their draws."""
    with as_system():
        shown = execute(_PUBLISH, (at, before)).fetchall()
        append(
            entries=[
                _entry("draw.published", day, secret=bytes(secret).hex()) for day, secret in shown
            ],
            at=at,
        )
    return len(shown)


def _entry(kind: str, day: date, **payload: str) -> Entry:
    return Entry(kind=kind, subject=f"draw:{day}", actor=ACTOR, payload={"day": day, **payload})
