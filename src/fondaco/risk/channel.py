"""The channels into which consignments fall, and the ways of examining them."""

from enum import StrEnum


class Channel(StrEnum):
    """What is done with a consignment, from least to most (Revised Kyoto Convention, GA ch. 6).

    >>> max([Channel.BLUE, Channel.YELLOW, Channel.GREEN], key=lambda each: each.severity).value
    'yellow'
    """

    GREEN = "green"
    """Released without a control."""
    BLUE = "blue"
    """Released now, audited afterwards."""
    YELLOW = "yellow"
    """Documents are checked before release."""
    RED = "red"
    """Goods are examined before release."""

    # An enum hashes by its name, in Python; the same value hashes alike, and quicker, as text.
    __hash__ = str.__hash__

    @property
    def severity(self) -> int:
        """The place of the channel, green 0 to red 3."""
        return _SEVERITY[self]


_SEVERITY = {channel: place for place, channel in enumerate(Channel)}


class Method(StrEnum):
    """How a control is carried out, from least to most intrusive."""

    DOCUMENTS = "documents"
    SCAN = "scan"
    OPEN = "open"
    SAMPLE = "sample"

    __hash__ = str.__hash__
