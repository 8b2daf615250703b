"""The decision: findings, bill, selection, what happens next, and the digests that replay it."""

from datetime import date
from enum import StrEnum

import msgspec

from fondaco.assessment.statement import Assessment
from fondaco.clearance.facts import Unknown
from fondaco.legal.citation import Citation
from fondaco.legal.finding import Finding
from fondaco.risk.selection import Selection


class Outcome(StrEnum):
    """What became of the declaration."""

    ACCEPTED = "accepted"
    """In order, goods present: it has legal force from its tax point."""
    REGISTERED = "registered"
    """In order, goods not yet arrived: judged again when they are."""
    REFUSED = "refused"
    """Something must be mended first; the local reference may be used again."""
    UNSUPPORTED = "unsupported"
    """Kept under its procedure's name; the platform does not clear that procedure yet."""


class Next(StrEnum):
    """What happens next, in the order in which it must happen."""

    MEND = "mend the findings and lodge again"
    ARRIVE = "present the goods"
    CHECK_DOCUMENTS = "customs checks the documents"
    EXAMINE = "customs examines the goods"
    PAY = "pay or secure what is owed"
    RELEASE = "release"
    AUDIT = "audit after release"


class RequiredDocument(msgspec.Struct, frozen=True, gc=False):
    """A document that law requires for an item, of any of these kinds, and whether it is named."""

    item: int
    kinds: tuple[str, ...]
    presented: bool
    citation: Citation


class Decision(msgspec.Struct, frozen=True, omit_defaults=True):
    """What the law says of one document on one day: the same inputs give the same bytes.

    ``selection`` is None for what is refused or not supported, and in an offline
    check; it is confidential and leaves the building only as a salted commitment.
    """

    outcome: Outcome
    on: date
    findings: tuple[Finding, ...]
    next_steps: tuple[Next, ...]
    document_digest: str
    facts_digest: str
    law_digest: str
    engine: str
    selectivity_digest: str | None = None
    assessment: Assessment | None = None
    required_documents: tuple[RequiredDocument, ...] = ()
    selection: Selection | None = None
    procedure: str | None = None
    not_checked: tuple[Unknown, ...] = ()
