"""The nodes of the grammar in one namespace, so that a table need not repeat it."""

from fondaco.messages.wco_xml.forms import KILOGRAMS, MONEY, NUMBER, QUANTITY, TEXT, WHOLE
from fondaco.messages.wco_xml.grammar import Inside, Instant, Leaf, Node, Several, Shape, Single


class Vocabulary:
    """The elements of one namespace; ``data_types`` is the one of its date and time strings."""

    def __init__(self, namespace: str, *, data_types: str = "") -> None:
        self.namespace = f"{{{namespace}}}"
        self._date_time = f"{{{data_types}}}DateTimeString"

    def text(self, tag: str, field: str) -> Leaf:
        """An element with text."""
        return Leaf(self.namespace + tag, field, TEXT)

    def number(self, tag: str, field: str) -> Leaf:
        """An element with a decimal."""
        return Leaf(self.namespace + tag, field, NUMBER)

    def whole(self, tag: str, field: str) -> Leaf:
        """An element with a place or a count."""
        return Leaf(self.namespace + tag, field, WHOLE)

    def money(self, tag: str, field: str) -> Leaf:
        """An element with an amount of money."""
        return Leaf(self.namespace + tag, field, MONEY)

    def quantity(self, tag: str, field: str) -> Leaf:
        """An element with a quantity."""
        return Leaf(self.namespace + tag, field, QUANTITY)

    def kilograms(self, tag: str, field: str) -> Leaf:
        """An element with a mass."""
        return Leaf(self.namespace + tag, field, KILOGRAMS)

    def instant(self, tag: str, field: str) -> Instant:
        """An element with a date, or a date and time."""
        return Instant(self.namespace + tag, field, self._date_time)

    def part(self, tag: str, field: str, shape: Shape) -> Single:
        """An element that stands once, with a part of its own."""
        return Single(self.namespace + tag, field, shape)

    def parts(self, tag: str, field: str, shape: Shape) -> Several:
        """An element that may stand more than once."""
        return Several(self.namespace + tag, field, shape)

    def inside(self, tag: str, *nodes: Node) -> Inside:
        """An element whose elements belong to the part around it."""
        return Inside(self.namespace + tag, *nodes)
