"""What a rule may look at beside its subject: the whole document, the day, the codes in force."""

from datetime import date

import msgspec

from fondaco.declaration.code_books import CodeBooks
from fondaco.declaration.document import Document


class Case(msgspec.Struct, frozen=True, gc=False):
    """One declaration before the rules on one day."""

    document: Document
    on: date
    books: CodeBooks

    @property
    def is_import(self) -> bool:
        """Whether the declaration brings goods in (types that begin with IM)."""
        return (self.document.kind or "").startswith("IM")
