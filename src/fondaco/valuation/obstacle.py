"""What stands in the way of a bill: a value the declaration leaves out, or one the law has not.

An obstacle is never bridged by a zero. Each kind has a number, under which clearance makes a
finding of it, and its texts are in `fondaco.assessment.texts`.
"""

import msgspec

from fondaco.legal.citation import Citation


class Obstacle(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """One thing that is missing or cannot stand, at one place of the declaration.

    ``path`` names the element as the JSON form has it; ``values`` are the facts that the texts
    name in braces.
    """

    rule: str
    path: str
    citation: Citation
    found: str
    values: dict[str, str] = {}
