"""What was lodged before: the same reference, the same key, the same consignment."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

import msgspec

from customhouse.settings.together import Later, Question
from fondaco.clearance.facts import Earlier

REMEMBERED = timedelta(days=365)
"""How long the selection of a withdrawn consignment is kept for the same goods."""


class Lodged(msgspec.Struct, frozen=True):
    """A declaration or message that was answered before."""

    mrn: str | None
    document_digest: str
    decision_digest: str
    state: str | None
    at: datetime


class _Referred(Lodged, frozen=True):
    declarant: str
    reference: str


class _Keyed(Lodged, frozen=True):
    key: str


class _Kept(Earlier, frozen=True):
    key: str


# Each pair is looked up by itself. As a plain join this may be planned, while the tables are small,
# through all that an organisation ever lodged, and stay so.
_BY_REFERENCE = Question(
    """
    SELECT asked.declarant, asked.reference, d.mrn, v.document_digest, v.decision_digest, d.state,
           d.lodged_at AS at
    FROM unnest(%s::text[], %s::text[]) AS asked(declarant, reference)
    CROSS JOIN LATERAL (
        SELECT mrn, state, lodged_at, organisation_id FROM declaration
        WHERE declarant = asked.declarant AND local_reference = asked.reference LIMIT 1
    ) AS d
    CROSS JOIN LATERAL (
        SELECT document_digest, decision_digest FROM declaration_version
        WHERE mrn = d.mrn AND version = 1 LIMIT 1
    ) AS v
    WHERE d.organisation_id = %s
    """,
    _Referred,
)

_BY_KEY = Question(
    """
    SELECT s.key, s.document_digest, s.decision_digest, s.mrn, d.state, s.at
    FROM submission s LEFT JOIN declaration d ON d.mrn = s.mrn
    WHERE s.organisation_id = %s AND s.key = ANY(%s)
    """,
    _Keyed,
)

_BY_CONSIGNMENT = Question(
    """
    SELECT DISTINCT ON (key) key, mrn, channel, draw FROM past_consignment
    WHERE key = ANY(%s) AND at > %s
    ORDER BY key, at
    """,
    _Kept,
)


def by_reference(
    organisation: int, pairs: Sequence[tuple[str, str]]
) -> Later[Mapping[tuple[str, str], Lodged]]:
    """This organisation's declarations under these pairs of declarant and local reference."""
    if not pairs:
        return Later.known({})
    columns = [list(column) for column in zip(*pairs, strict=True)]
    return _BY_REFERENCE.ask(*columns, organisation).then(
        lambda rows: {(row.declarant, row.reference): row for row in rows}
    )


def by_key(organisation: int, keys: Sequence[str]) -> Later[Mapping[str, Lodged]]:
    """Messages that this organisation sent before under these idempotency keys."""
    if not keys:
        return Later.known({})
    return _BY_KEY.ask(organisation, list(keys)).then(lambda rows: {row.key: row for row in rows})


def by_consignment(keys: Sequence[str], *, at: datetime) -> Later[Mapping[str, Earlier]]:
    """The selection kept for consignments that were declared and taken back."""
    if not keys:
        return Later.known({})
    return _BY_CONSIGNMENT.ask(list(keys), at - REMEMBERED).then(
        lambda rows: {
            row.key: Earlier(mrn=row.mrn, channel=row.channel, draw=row.draw) for row in rows
        }
    )
