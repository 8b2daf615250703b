"""One entry of the catalogue: how a field of a part is numbered, written, called and explained."""

import msgspec

from fondaco.legal.wording import Wording


class Entry(msgspec.Struct, frozen=True):
    """A field of a part, as it is wherever that part stands.

    ``step`` leads from the part's place in the WCO Data Model to the field's: classes
    and element joined by ``/``. A class that may occur more than once says which
    occurrence is meant: ``[n]`` for the field's own index counted from one,
    ``[n+1]`` where the first occurrence belongs to another field, ``[2]`` for a fixed one,
    ``[1,2]`` for a field that holds two occurrences as one.
    ``number`` is the data element of annex B of the EU's Implementing Regulation
    2015/2447, empty where it has none. ``format`` is written as there and in the
    WCO Data Model: ``an..35`` for up to 35 letters and digits, ``n..16,6`` for up to
    sixteen digits with up to six decimals.
    """

    step: str
    number: str
    format: str
    example: str
    label: Wording
    help: Wording


def entry(numbers: tuple[str, str, str, str], *, en: tuple[str, str], fr: tuple[str, str]) -> Entry:
    """An entry from its step, number, format and example, and its label and help sentence."""
    return Entry(*numbers, Wording(en[0], fr[0]), Wording(en[1], fr[1]))
