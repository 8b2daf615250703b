"""Writing a declaration step by step: what was typed, and the document it amounts to.

A draft keeps two things: `base`, the declaration it began from (a file, an earlier one), and
`typed`, what stands in each field as it was typed, right or wrong. The document is the base with
what was typed put over it, so that nothing of a file is lost that no field shows.
"""

from customhouse.declarations.writing.assembly import Unwritable, assemble
from customhouse.declarations.writing.places import place_of
from customhouse.declarations.writing.taking_over import typed_of

__all__ = ["Unwritable", "assemble", "place_of", "typed_of"]
