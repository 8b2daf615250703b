"""Summing what importers have declared, for the officers' rules; a judgement only reads the sum."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from customhouse.accounts.actor import Actor
from customhouse.records import actions as records
from customhouse.records.entry import Entry
from customhouse.settings.database import as_customs, execute

QUARTER, YEAR = timedelta(days=90), timedelta(days=365)

_SUM = """
WITH declared AS (
    SELECT importer, min(accepted_at)::date AS first_seen,
           count(*) FILTER (WHERE accepted_at > %(quarter)s) AS declarations,
           coalesce(sum(customs_value) FILTER (WHERE accepted_at > %(quarter)s), 0) AS value
    FROM declaration
    WHERE importer IS NOT NULL AND NOT is_sandbox AND accepted_at > %(year)s
    GROUP BY importer
), found AS (
    SELECT d.importer, count(DISTINCT d.mrn) AS irregularities
    FROM control c JOIN declaration d ON d.mrn = c.mrn
    WHERE c.result IN ('irregular', 'prohibited') AND c.concluded_at > %(year)s
      AND d.importer IS NOT NULL AND NOT d.is_sandbox
    GROUP BY d.importer
)
INSERT INTO importer_history AS history
    (importer, declarations_90_days, irregularities_365_days, value_90_days, first_seen)
SELECT importer, coalesce(declarations, 0), coalesce(irregularities, 0), coalesce(value, 0),
       coalesce(declared.first_seen, known.first_seen, %(today)s)
FROM declared FULL JOIN found USING (importer) FULL JOIN importer_history known USING (importer)
ON CONFLICT (importer) DO UPDATE
SET declarations_90_days = excluded.declarations_90_days,
    irregularities_365_days = excluded.irregularities_365_days,
    value_90_days = excluded.value_90_days,
    first_seen = least(history.first_seen, excluded.first_seen)
WHERE (history.declarations_90_days, history.irregularities_365_days, history.value_90_days,
       history.first_seen)
   IS DISTINCT FROM (excluded.declarations_90_days, excluded.irregularities_365_days,
       excluded.value_90_days, least(history.first_seen, excluded.first_seen))
"""

_KNOWN = """
INSERT INTO importer_history AS history
    (importer, declarations_90_days, irregularities_365_days, value_90_days, first_seen)
SELECT importer, 0, 0, 0, first_seen FROM unnest(%s::text[], %s::date[]) AS u(importer, first_seen)
ON CONFLICT (importer) DO UPDATE SET first_seen = least(history.first_seen, excluded.first_seen)
"""


def refresh(*, at: datetime) -> int:
    """Sum every importer's history anew, up to an instant; answers how many changed.

    Declarations and their value count for 90 days, irregular controls for 365. Who has
    declared nothing for a year keeps the day on which it was first seen.
    """
    with as_customs():
        done = execute(_SUM, {"quarter": at - QUARTER, "year": at - YEAR, "today": at.date()})
        return done.rowcount


def take_over(*, first_seen: Mapping[str, date], by: Actor, at: datetime) -> None:
    """Enter since when importers are known from the system before this one.

    Without it everybody would be a new importer on the first day.
    """
    with as_customs():
        execute(_KNOWN, (list(first_seen), list(first_seen.values())))
        entry = Entry(
            kind="histories.taken-over",
            subject="importers",
            actor=by.pseudonym,
            payload={"importers": len(first_seen)},
        )
        records.append(entries=[entry], at=at)
