"""The grammar of the table: nodes that read an element into fields, and write fields as elements.

A ``Shape`` is what an element holds: a struct and the nodes that fill its fields, in the
order of the schema. A node is an element by its tag: a ``Leaf`` with one value, a
``Single`` part, ``Several`` parts, an ``Inside`` whose elements fill the fields of the
part around it, an ``Instant``, or ``Folded`` parts that together make several fields.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

import msgspec
from lxml import etree

from fondaco.messages.wco_xml.forms import Form, Misfit, edifact_instant, iso_instant
from fondaco.messages.wco_xml.log import Log

Values = dict[str, object]
"""The fields of a part as far as they are read; lists stand for tuples."""

SPACE = " \t\r\n"
"""White space as XML has it."""


class Node:
    """One element by its tag."""

    repeats = False

    def __init__(self, tag: str) -> None:
        self.tag = tag

    def read(self, element: etree._Element, values: Values, log: Log) -> None:
        """Put what the element says into the fields of its part."""
        raise NotImplementedError

    def write(self, part: msgspec.Struct, parent: etree._Element) -> None:
        """Add the elements that say the part's fields."""
        raise NotImplementedError

    def fields(self) -> Iterator[str]:
        """The fields of the part that the node fills."""
        raise NotImplementedError


class Leaf(Node):
    """An element with one value."""

    def __init__(self, tag: str, field: str, form: Form) -> None:
        super().__init__(tag)
        self.field = field
        self.form = form

    def read(self, element: etree._Element, values: Values, log: Log) -> None:
        text = (element.text or "").strip(SPACE)
        if len(element):
            log.problem("nested-element", element)
        elif self.field in values:
            log.problem("repeated-element", element)
        elif text:
            self._read_text(text, element, values, log)
        else:
            log.note("empty-element", element)

    def _read_text(self, text: str, element: etree._Element, values: Values, log: Log) -> None:
        attribute = None
        names = element.keys()  # the values one by one: to find one, libxml2 looks at all
        for name in names:
            if name == self.form.attribute:
                attribute = element.get(name)
            else:
                log.unkept_attribute(str(name), element)
        shown = f"{text} {attribute}" if attribute else text
        try:
            read = values[self.field] = self.form.read(text, attribute)
        except Misfit as reason:
            log.problem(reason.code, element, found=shown, **reason.values)
            return
        if self.form.converts(attribute):
            log.note("unit-converted", element, found=shown, kilograms=str(read))

    def write(self, part: msgspec.Struct, parent: etree._Element) -> None:
        value = getattr(part, self.field)
        if value is not None and value != "":  # an element without text would say nothing
            element = etree.SubElement(parent, self.tag)
            element.text, attribute = self.form.write(value)
            if attribute is not None and self.form.attribute is not None:
                element.set(self.form.attribute, attribute)

    def fields(self) -> Iterator[str]:
        yield self.field


class Instant(Node):
    """A date, or a date and time, in an element of its own."""

    def __init__(self, tag: str, field: str, inner: str) -> None:
        super().__init__(tag)
        self.field = field
        self.inner = inner

    def read(self, element: etree._Element, values: Values, log: Log) -> None:
        if self.field in values:
            log.problem("repeated-element", element)
            return
        for child in element:
            if child.tag == self.inner:
                self._read_text(child, values, log)
            else:
                log.unknown_element(child, (self.inner,))
        if not len(element):
            log.note("empty-element", element)

    def _read_text(self, element: etree._Element, values: Values, log: Log) -> None:
        text = (element.text or "").strip(SPACE)
        if len(element):
            log.problem("nested-element", element)
        elif self.field in values:
            log.problem("repeated-element", element)
        elif element.get("formatCode", "304") not in ("102", "304"):
            log.problem("not-a-date", element, found=f"format {element.get('formatCode')}")
        elif not text:
            log.note("empty-element", element)
        else:
            try:
                values[self.field] = iso_instant(text)
            except Misfit as reason:
                log.problem(reason.code, element, found=text)

    def write(self, part: msgspec.Struct, parent: etree._Element) -> None:
        value = getattr(part, self.field)
        if value is not None:
            text, form = edifact_instant(value)
            element = etree.SubElement(etree.SubElement(parent, self.tag), self.inner)
            element.set("formatCode", form)
            element.text = text

    def fields(self) -> Iterator[str]:
        yield self.field


class Shape:
    """What an element holds: a part, and the nodes that fill its fields."""

    def __init__(self, of: type[msgspec.Struct], *nodes: Node) -> None:
        self.of = of
        self.nodes = nodes
        self._places = places(nodes)
        self._folds = tuple(folded_in(nodes))
        fields = msgspec.structs.fields(of)
        required = {field.name for field in fields if field.required}
        self._required = [
            (each.tag, field) for each in nodes for field in each.fields() if field in required
        ]
        strange = set(self.fields()) - {field.name for field in fields}
        if strange:
            raise TypeError(f"found {strange}, expected fields of {of.__name__}: mend the table")

    def fields(self) -> Iterator[str]:
        """The fields that the nodes fill."""
        for node in self.nodes:
            yield from node.fields()

    def read(self, element: etree._Element, log: Log) -> msgspec.Struct | None:
        """The part that an element holds, None where it lacks a field that it cannot lack."""
        values: Values = {}
        read_children(element, self._places, values, log)
        for folded in self._folds:
            folded.fold_into(values)
        for tag, name in self._required:
            if name not in values:
                log.missing(tag, element)
                return None
        for name, value in values.items():
            if type(value) is list:
                values[name] = tuple(value)
        return self.of(**values)

    def write(self, part: msgspec.Struct, element: etree._Element) -> None:
        """Add the part's elements to the element that holds it."""
        for node in self.nodes:
            node.write(part, element)


class Single(Node):
    """A part that stands once."""

    def __init__(self, tag: str, field: str, shape: Shape) -> None:
        super().__init__(tag)
        self.field = field
        self.shape = shape

    def read(self, element: etree._Element, values: Values, log: Log) -> None:
        if self.field in values:
            log.problem("repeated-element", element)
            return
        part = self.shape.read(element, log)
        if part is not None:
            values[self.field] = part

    def write(self, part: msgspec.Struct, parent: etree._Element) -> None:
        value = getattr(part, self.field)
        if value is not None:
            self.shape.write(value, etree.SubElement(parent, self.tag))

    def fields(self) -> Iterator[str]:
        yield self.field


class Several(Node):
    """Parts of one kind, one element for each."""

    repeats = True

    def __init__(self, tag: str, field: str, shape: Shape) -> None:
        super().__init__(tag)
        self.field = field
        self.shape = shape

    def read(self, element: etree._Element, values: Values, log: Log) -> None:
        part = self.shape.read(element, log)
        if part is not None:
            appended(values, self.field, part)

    def write(self, part: msgspec.Struct, parent: etree._Element) -> None:
        for value in getattr(part, self.field):
            self.shape.write(value, etree.SubElement(parent, self.tag))

    def fields(self) -> Iterator[str]:
        yield self.field


class Inside(Node):
    """An element that has no part of its own: its elements fill the part around it."""

    def __init__(self, tag: str, *nodes: Node) -> None:
        super().__init__(tag)
        self.nodes = nodes
        self._places = places(nodes)

    def read(self, element: etree._Element, values: Values, log: Log) -> None:
        if not len(element) and not (element.text or "").strip(SPACE):
            log.note("empty-element", element)
        read_children(element, self._places, values, log)

    def write(self, part: msgspec.Struct, parent: etree._Element) -> None:
        element = etree.Element(self.tag)
        for node in self.nodes:
            node.write(part, element)
        if len(element):
            parent.append(element)

    def fields(self) -> Iterator[str]:
        for node in self.nodes:
            yield from node.fields()


class Folded(Node):
    """Parts of one kind that together say several fields of the part around them.

    ``fold`` makes the fields of the parts, ``unfold`` the parts of the fields. An empty
    part is kept unless the fields have no room for it.
    """

    repeats = True

    def __init__(
        self,
        tag: str,
        shape: Shape,
        *,
        fold: Callable[[tuple[msgspec.Struct, ...]], Mapping[str, object]],
        unfold: Callable[[msgspec.Struct], Iterable[msgspec.Struct]],
        fields: tuple[str, ...],
        keeps_empty: bool = True,
    ) -> None:
        super().__init__(tag)
        self.shape = shape
        self._fold = fold
        self._unfold = unfold
        self._fields = fields
        self._keeps_empty = keeps_empty

    def read(self, element: etree._Element, values: Values, log: Log) -> None:
        part = self.shape.read(element, log)
        if part == self.shape.of() and not self._keeps_empty:
            log.note("empty-element", element)
        elif part is not None:
            appended(values, self.tag, part)

    def fold_into(self, values: Values) -> None:
        """Put the fields that the gathered parts say in the place of the parts."""
        gathered = values.pop(self.tag, None)
        if isinstance(gathered, list):
            values.update(self._fold(tuple(gathered)))

    def write(self, part: msgspec.Struct, parent: etree._Element) -> None:
        for each in self._unfold(part):
            self.shape.write(each, etree.SubElement(parent, self.tag))

    def fields(self) -> Iterator[str]:
        yield from self._fields


Places = Mapping[str, tuple[int, Node]]


def places(nodes: tuple[Node, ...]) -> Places:
    """Each tag with its node and the node's place in the order of the schema."""
    return {node.tag: (place, node) for place, node in enumerate(nodes)}


def folded_in(nodes: tuple[Node, ...]) -> Iterator[Folded]:
    """The folded nodes of a part, also those inside an element that has no part of its own."""
    for node in nodes:
        if isinstance(node, Folded):
            yield node
        elif isinstance(node, Inside):
            yield from folded_in(node.nodes)


def appended(values: Values, field: str, part: msgspec.Struct) -> None:
    """Add a part to the list that stands for a field's tuple."""
    gathered = values.setdefault(field, [])
    assert isinstance(gathered, list)
    gathered.append(part)


def read_children(element: etree._Element, known: Places, values: Values, log: Log) -> None:
    """Read the elements inside an element, and note whatever else it holds."""
    last = -1
    for child in element:
        found = known.get(child.tag)
        if found is None:
            log.unknown_element(child, known)
            continue
        place, node = found
        if place < last:
            log.note("out-of-order", child)
        elif place == last and not node.repeats:
            log.problem("repeated-element", child)
            continue
        last = place
        node.read(child, values, log)
        tail = child.tail
        if tail and not tail.isspace():
            log.problem("stray-text", element, found=tail.strip())
    text = element.text
    if text and not text.isspace():
        log.problem("stray-text", element, found=text.strip())
    names = element.keys()
    for name in names:
        log.unkept_attribute(str(name), element)
