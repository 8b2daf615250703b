"""A judged declaration on its way into the books: plain values, one row each."""

from datetime import datetime

import msgspec

from fondaco.clearance.decision import Decision
from fondaco.clearance.facts import Facts
from fondaco.declaration.document import Document


class Lodgement(msgspec.Struct, frozen=True):
    """A declaration as received: the document, the sender's idempotency key if there is one."""

    document: Document
    key: str | None = None


class Judged(msgspec.Struct, frozen=True):
    """A document with the facts it was judged on and the decision, each with its bytes and digest."""

    mrn: str
    draw: int
    document: Document
    document_bytes: bytes
    facts: Facts
    facts_bytes: bytes
    decision: Decision
    decision_bytes: bytes
    document_digest: str
    facts_digest: str
    decision_digest: str


class Answer(msgspec.Struct, frozen=True):
    """What the sender is told of one declaration.

    ``outcome`` is the decision's, or ``conflict`` where the local reference or the
    key was used before with another content, which ``differing`` names.
    """

    outcome: str
    mrn: str | None
    at: datetime
    decision: Decision | None = None
    state: str | None = None
    replayed: bool = False
    differing: tuple[str, ...] = ()
