"""What was lodged before: the same reference, the same key, the same consignment."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import msgspec

from customhouse.settings.database import Later, execute
from fondaco.clearance.facts import Earlier

REMEMBERED = timedelta(days=365)
"""How long the selection of a withdrawn consignment is kept for the same goods."""

_BY_REFERENCE = """
SELECT d.declarant, d.local_reference, d.mrn, v.document_digest, v.decision_digest, d.state,
       d.lodged_at
FROM unnest(%s::text[], %s::text[]) AS asked(declarant, reference)
JOIN declaration d ON d.declarant = asked.declarant AND d.local_reference = asked.reference
JOIN declaration_version v ON v.mrn = d.mrn AND v.version = 1
WHERE d.organisation_id = %s
"""

_BY_KEY = """
SELECT s.key, s.document_digest, s.decision_digest, s.mrn, d.state, s.at
FROM submission s LEFT JOIN declaration d ON d.mrn = s.mrn
WHERE s.organisation_id = %s AND s.key = ANY(%s)
"""

_BY_CONSIGNMENT = """
SELECT DISTINCT ON (key) key, mrn, channel, draw FROM past_consignment
WHERE key = ANY(%s) AND at > %s
ORDER BY key, at
"""


class Lodged(msgspec.Struct, frozen=True):
    """A declaration or message that was answered before."""

    mrn: str | None
    document_digest: str
    decision_digest: str
    state: str | None
    at: datetime


def by_reference(
    organisation: int, pairs: Sequence[tuple[str, str]]
) -> Later[dict[tuple[str, str], Lodged]]:
    """This organisation's declarations under these pairs of declarant and local reference."""
    if not pairs:
        return Later.known({})
    columns = [list(column) for column in zip(*pairs, strict=True)]
    cursor = execute(_BY_REFERENCE, (*columns, organisation))
    return Later(cursor, lambda rows: {(row[0], row[1]): Lodged(*row[2:]) for row in rows})


def by_key(organisation: int, keys: Sequence[str]) -> Later[dict[str, Lodged]]:
    """Messages that this organisation sent before under these idempotency keys."""
    if not keys:
        return Later.known({})
    return Later(
        execute(_BY_KEY, (organisation, list(keys))),
        lambda rows: {
            key: Lodged(mrn, document, decision, state, at)
            for key, document, decision, mrn, state, at in rows
        },
    )


def by_consignment(keys: Sequence[str], *, at: datetime) -> Later[dict[str, Earlier]]:
    """The selection kept for consignments that were declared and taken back."""
    if not keys:
        return Later.known({})
    return Later(
        execute(_BY_CONSIGNMENT, (list(keys), at - REMEMBERED)),
        lambda rows: {
            key: Earlier(mrn=mrn, channel=channel, draw=draw) for key, mrn, channel, draw in rows
        },
    )
