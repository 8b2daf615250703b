"""Summing what importers have declared, for the officers' rules; a judgement only reads the sum."""

from datetime import datetime

from customhouse.settings.database import as_system, execute

_REFRESH = """
WITH since AS (
  SELECT %(at)s::timestamptz - interval '90 days' AS quarter,
         %(at)s::timestamptz - interval '365 days' AS year
)
INSERT INTO importer_history
  (importer, declarations_90_days, irregularities_365_days, value_90_days, first_seen)
SELECT d.importer,
       count(*) FILTER (WHERE d.accepted_at > since.quarter),
       count(*) FILTER (WHERE c.irregular AND d.accepted_at > since.year),
       coalesce(sum(d.customs_value) FILTER (WHERE d.accepted_at > since.quarter), 0),
       min(d.accepted_at)::date
FROM since CROSS JOIN declaration d
LEFT JOIN LATERAL (
  SELECT bool_or(control.result = 'irregular') AS irregular
  FROM control WHERE control.mrn = d.mrn
) c ON true
WHERE d.accepted_at IS NOT NULL AND d.importer IS NOT NULL AND NOT d.is_sandbox
GROUP BY d.importer
ON CONFLICT (importer) DO UPDATE SET
  declarations_90_days = excluded.declarations_90_days,
  irregularities_365_days = excluded.irregularities_365_days,
  value_90_days = excluded.value_90_days,
  first_seen = excluded.first_seen
"""


def refresh(*, at: datetime) -> None:
    """Sum every importer's history anew, up to an instant."""
    with as_system():
        execute(_REFRESH, {"at": at})
