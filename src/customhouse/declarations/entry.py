"""A judged declaration on its way into the books: plain values, one row each."""

from datetime import datetime

import msgspec

from customhouse.revenue.postings import Posting
from fondaco.clearance.decision import Decision
from fondaco.clearance.facts import Facts
from fondaco.declaration.document import Document
from fondaco.declaration.lifecycle import Act, State
from fondaco.evidence.canonical import canonical, digest_of_bytes


class Lodgement(msgspec.Struct, frozen=True):
    """A declaration as received: the document, the sender's idempotency key if there is one.

    ``content`` are the document's canonical bytes, where its reader made them.
    """

    document: Document
    key: str | None = None
    content: bytes | None = None


class Incoming(msgspec.Struct, frozen=True):
    """A lodgement with its document's bytes and digest, and the pair that names it for ever."""

    document: Document
    content: bytes
    digest: str
    reference: tuple[str, str] | None
    key: str | None

    @classmethod
    def of(cls, lodgement: Lodgement) -> "Incoming":
        """The lodgement, digested."""
        document = lodgement.document
        declarant = document.declarant.identifier if document.declarant else None
        named = document.local_reference
        content = lodgement.content if lodgement.content is not None else canonical(document)
        return cls(
            document=document,
            content=content,
            digest=digest_of_bytes(content),
            reference=(declarant, named) if declarant and named else None,
            key=lodgement.key,
        )


class Judged(msgspec.Struct, frozen=True):
    """A document, the facts it was judged on and the decision, with their bytes and digests."""

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
    is_sandbox: bool = False


class ControlOrder(msgspec.Struct, frozen=True):
    """A control that a selection asks for."""

    mrn: str
    office: str
    kind: str
    method: str
    organisation: int
    importer_organisation: int | None


class Booked(msgspec.Struct, frozen=True):
    """A judged declaration with all that the desks will enter for it.

    ``state`` is None where the decision refuses it: then only the record is written.
    """

    judged: Judged
    act: Act
    state: State | None
    organisation: int
    importer_organisation: int | None
    currency: str
    posting: Posting
    control: ControlOrder | None

    @property
    def is_accepted(self) -> bool:
        """Whether it has legal force."""
        return self.act is Act.ACCEPT

    @property
    def is_released(self) -> bool:
        """Whether the goods may go at once."""
        return self.state is State.RELEASED


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
