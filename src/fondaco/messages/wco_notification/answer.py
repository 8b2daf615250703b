"""An answer to a trader as values, after the response of the WCO Data Model (class 07B)."""

from enum import StrEnum

import msgspec

from fondaco.declaration.document import Change, Count, DeclaredTax, Document, Part, Pointer
from fondaco.units.money import Money


class Function(StrEnum):
    """What an answer tells (WCO element 017), as the UK's CDS uses the codes."""

    ACCEPTED = "01"
    RECEIVED = "02"
    REJECTED = "03"
    CONTROL = "05"
    DOCUMENTS = "06"
    CORRECTED = "07"
    RELEASED = "08"
    CLEARED = "09"
    INVALIDATED = "10"
    REQUEST_DECIDED = "11"
    TAXED = "13"


class Concerned(msgspec.Struct, frozen=True, kw_only=True):
    """Which declaration, and which version of it, an answer is about."""

    mrn: str | None = None
    local_reference: str | None = None
    version: int | None = None


class Remark(Part, frozen=True, kw_only=True):
    """Additional information, by code or in words, and until when it asks for something."""

    code: str | None = None
    text: str | None = None
    until: str | None = None
    kind: str | None = None
    pointers: tuple[Pointer, ...] = ()


class ErrorFound(Part, frozen=True, kw_only=True):
    """One finding: the rule's number, what it says in words, and the element by its pointer."""

    text: str | None = None
    rule: str | None = None
    pointers: tuple[Pointer, ...] = ()


class Status(Part, frozen=True, kw_only=True):
    """A state of the declaration, or of the part of it that is pointed at."""

    effective_at: str | None = None
    code: str | None = None
    released_at: str | None = None
    pointers: tuple[Pointer, ...] = ()


class Bank(Part, frozen=True, kw_only=True):
    """Where to pay."""

    identifier: str | None = None
    account: str | None = None


class Means(Part, frozen=True, kw_only=True):
    """A way to reach an office."""

    identifier: str | None = None
    kind: str | None = None


class ContactOffice(Part, frozen=True, kw_only=True):
    """The office that can be asked."""

    identifier: str | None = None
    communications: tuple[Means, ...] = ()


class GuaranteeUsed(Part, frozen=True, kw_only=True):
    """The security that covers an amount."""

    reference: str | None = None


class AmountDue(Part, frozen=True, kw_only=True):
    """What is owed on the whole declaration, and under what reference to pay it."""

    reference: str | None = None
    assessed: Money | None = None
    due_at: str | None = None
    payable: Money | None = None
    guarantees: tuple[GuaranteeUsed, ...] = ()


class ItemTaxed(Part, frozen=True, kw_only=True):
    """The duties, taxes and fees on one goods item."""

    number: Count | None = None
    taxes: tuple[DeclaredTax, ...] = ()


class Answered(Part, frozen=True, kw_only=True):
    """The declaration that is answered, as far as the answer speaks of it."""

    accepted_at: str | None = None
    invalidated_at: str | None = None
    local_reference: str | None = None
    mrn: str | None = None
    rejected_at: str | None = None
    version: str | None = None
    due: tuple[AmountDue, ...] = ()
    items: tuple[ItemTaxed, ...] = ()


class Answer(Part, frozen=True, kw_only=True):
    """One answer; instants are ISO 8601 text with their offset."""

    function: str | None = None
    reference: str | None = None
    issued_at: str | None = None
    remarks: tuple[Remark, ...] = ()
    changes: tuple[Change, ...] = ()
    appeal_office: str | None = None
    bank: Bank | None = None
    contact_offices: tuple[ContactOffice, ...] = ()
    errors: tuple[ErrorFound, ...] = ()
    statuses: tuple[Status, ...] = ()
    declaration: Answered = Answered()
    corrected: Document | None = None


class Post(msgspec.Struct, frozen=True, kw_only=True):
    """The header of a message (WCO document metadata), and the answers in it."""

    model_version: str | None = None
    type_name: str | None = None
    country: str | None = None
    agency: str | None = None
    customisation: str | None = None
    customisation_version: str | None = None
    answers: tuple[Answer, ...] = ()
