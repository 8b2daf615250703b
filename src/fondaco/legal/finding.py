"""What a rule found wrong: the place, the rule, the law, what was found and expected."""

from enum import StrEnum

import msgspec

from fondaco.legal.citation import Citation


class Gravity(StrEnum):
    """What a finding does to the declaration."""

    ERROR = "error"
    """The declaration is refused until it is mended."""
    WARNING = "warning"
    """The declaration may go on; somebody should look."""


class Finding(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """One breach of one rule at one place in a document.

    ``path`` names the element as the JSON form has it, ``pointer`` as the WCO
    Data Model has it (class and element numbers joined by ``/``, occurrence in
    brackets, counted from one). ``values`` are the facts that the rule's texts
    name in braces; the sentences themselves are found by the rule's number
    in ``fondaco.declaration.rules.texts``, in each language.

    >>> Finding(
    ...     rule="GI04", path="shipment.items[0].net_mass", pointer="42A/67A/68A[1]/23A/65A/128",
    ...     citation=Citation("Customs Act 2025", "s. 41(3)"), found="10.6",
    ... ).gravity
    <Gravity.ERROR: 'error'>
    """

    rule: str
    path: str
    pointer: str
    citation: Citation
    found: str
    values: dict[str, str] = {}
    gravity: Gravity = Gravity.ERROR
