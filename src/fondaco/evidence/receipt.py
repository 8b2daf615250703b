"""What a trader keeps of a decision: a signed note that commits the administration to it.

A receipt is a text of two lines and a signature (C2SP signed-note), so that the tools of
transparency logs verify it too. It names what was decided by digest. Selectivity is confidential,
so draw, channel and selectivity stand in it as a salted commitment, which a court can have opened.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated

import msgspec

from fondaco.evidence.canonical import canonical
from fondaco.evidence.commitment import is_sealed, seal
from fondaco.evidence.note import Malformed, Note, PublicKey, Signer, sign, signers

HEADER = "fondaco/receipt/v1"
"""The first line, so that no signature over another kind of text can pass for a receipt."""


class Receipt(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="camel"):
    """What was decided on one declaration. Digests are ``sha256:`` and 64 hexadecimal digits."""

    mrn: str
    """The movement reference number."""
    kind: str
    """What was decided, such as ``acceptance`` or ``release``."""
    time: Annotated[datetime, msgspec.Meta(tz=True)]
    """When, with its offset."""
    document: str
    """The digest of the declaration as it was read."""
    law: str
    """The digest of the law that was applied; it is published."""
    withheld: str
    """The commitment to selectivity, draw and channel."""
    decision: str
    """The digest of the whole decision."""
    leaf: str
    """The hash of the log entry, in hexadecimal: a log proof leads from here to a checkpoint."""


class Withheld(msgspec.Struct, frozen=True):
    """What a receipt commits to without showing it."""

    selectivity: str
    """The digest of the profiles, models and shares that were applied."""
    draw: int
    """Parts per million."""
    channel: str


def withhold(withheld: Withheld, *, salt: bytes) -> str:
    """The commitment to what stays confidential; the salt is 32 secret random bytes."""
    return seal(canonical(withheld), salt=salt)


def is_withheld(withheld: Withheld, *, salt: bytes, receipt: Receipt) -> bool:
    """Whether this is what the receipt committed to."""
    return is_sealed(canonical(withheld), salt=salt, commitment=receipt.withheld)


def issue(receipt: Receipt, *, by: Signer) -> Note:
    """The receipt signed by the administration; ``str`` of it is the file a trader is given."""
    if receipt.time.tzinfo is None:
        raise ValueError(f"found {receipt.time} without an offset, expected an instant")
    return sign(f"{HEADER}\n{canonical(receipt).decode()}\n", by=(by,))


def verified(note: Note, *, known: Sequence[PublicKey]) -> Receipt | None:
    """The receipt, where one of the administration's keys signed it; else None. Works offline.

    Raises Malformed for a text that a known key signed and that is not a receipt.
    """
    if not signers(note, known):
        return None
    header, _, body = note.text.removesuffix("\n").partition("\n")
    if header != HEADER:
        raise Malformed(f"found {header[:80]!r}, expected {HEADER}: this is a note, not a receipt")
    try:
        receipt = msgspec.json.decode(body, type=Receipt)
    except msgspec.DecodeError as refused:
        raise Malformed(f"this is not a receipt: {refused}") from refused
    if canonical(receipt).decode() != body:
        raise Malformed("the receipt is not in canonical form")
    return receipt
