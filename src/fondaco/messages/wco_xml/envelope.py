"""What stands around a declaration in a message: which model, which type of message, whose."""

import msgspec

from fondaco.declaration.document import Document


class Envelope(msgspec.Struct, frozen=True, kw_only=True):
    """The header of a message (WCO document metadata), and the declaration in it."""

    model_version: str | None = None
    type_name: str | None = None
    country: str | None = None
    agency: str | None = None
    customisation: str | None = None
    customisation_version: str | None = None
    declaration: Document | None = None
