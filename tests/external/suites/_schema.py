"""The published schema of declarations as a tree, and messages made from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path

import msgspec
from lxml import etree

XS = "{http://www.w3.org/2001/XMLSchema}"
META_DATA = "urn:wco:datamodel:WCO:DocumentMetaData-DMS:2"
DECLARATION = "urn:wco:datamodel:WCO:DEC-DMS:2"
DATE_TIME = "{urn:wco:datamodel:WCO:Declaration_DS:DMS:2}DateTimeString"


class Element(msgspec.Struct):
    """An element of the schema and its WCO number; a leaf has a type and no children."""

    path: tuple[str, ...]
    number: str
    kind: str
    required: bool
    repeats: bool
    children: list[Element]

    def all(self) -> Iterator[Element]:
        """The element and every one inside it."""
        yield self
        for child in self.children:
            yield from child.all()

    def leaves(self) -> Iterator[Element]:
        """The elements that hold a value."""
        if not self.children:
            yield self
        for child in self.children:
            yield from child.leaves()


def declaration(folder: Path) -> Element:
    """The tree of WCO_DEC_2_DMS.xsd."""
    root = etree.parse(str(folder / "WCO_DEC_2_DMS.xsd")).getroot()
    sequence = root.find(f"{XS}complexType[@name='Declaration']/{XS}sequence")
    tree = Element(("Declaration",), "42A", "", required=True, repeats=False, children=[])
    tree.children.extend(_children(sequence, tree.path))
    return tree


def _children(sequence: etree._Element, path: tuple[str, ...]) -> Iterator[Element]:
    for each in sequence.iterchildren(f"{XS}element"):
        place = (*path, each.get("name"))
        inner = each.find(f"{XS}complexType/{XS}sequence")
        number = each.find(f"{XS}annotation").find(".//{*}WCOID")
        yield Element(
            place,
            number.text.strip() if number is not None else "",
            (each.get("type") or "").removeprefix("ds:"),
            required=each.get("minOccurs", "1") != "0",
            repeats=each.get("maxOccurs", "1") != "1",
            children=list(_children(inner, place)) if inner is not None else [],
        )


class Values:
    """A value for each type of the schema's own facets."""

    def __init__(self, folder: Path) -> None:
        root = etree.parse(str(folder / "WCO_DS" / "WCO_DEC_DS_2_DMS.xsd")).getroot()
        self._restrictions = {
            each.get("name"): each.find(f".//{XS}restriction") for each in root.iterchildren()
        }

    def put(self, element: etree._Element, kind: str) -> None:
        """Give an element a value that its type allows."""
        restriction = self._restrictions[kind]
        base = restriction.get("base").removeprefix("udt:")
        if base == "DateTimeType":
            element = etree.SubElement(element, DATE_TIME)
            element.set("formatCode", "304")
            element.text = "20261121093000+01"
        elif base in ("AmountType", "MeasureType", "QuantityType", "NumericType"):
            element.text = "7"
            if base == "AmountType":
                element.set("currencyID", "GBP")
            elif base != "NumericType" and not _counts(kind):
                element.set("unitCode", "KGM")
        else:
            element.text = _text({each.tag: each.get("value") for each in restriction})


def _counts(kind: str) -> bool:
    """Whether a quantity counts things, which have no unit."""
    return kind.endswith("QuantityType") and any(
        name in kind for name in ("GoodsItemQ", "LoadingList", "Package", "Packaging")
    )


def _text(facets: dict[str, str]) -> str:
    if f"{XS}enumeration" in facets:
        return facets[f"{XS}enumeration"]
    length = int(facets.get(f"{XS}length") or min(int(facets[f"{XS}maxLength"]), 2))
    return {"([0-9])*": "12", "([a-zA-Z])*": "ABC"}.get(facets[f"{XS}pattern"], "A1")[:length]


def message(tree: Element, values: Values, *, only: Element | None) -> bytes:
    """A message with one leaf and what it needs around it, or with everything, and twice where
    it may repeat."""
    root = etree.Element(f"{{{META_DATA}}}MetaData")
    _put(root, tree, values, only)
    return etree.tostring(root, encoding="UTF-8")


def _put(parent: etree._Element, element: Element, values: Values, only: Element | None) -> None:
    wanted = only is None or only.path[: len(element.path)] == element.path
    if not wanted and not (element.required and not element.children):
        return
    for _ in range(2 if only is None and element.repeats else 1):
        made = etree.SubElement(parent, f"{{{DECLARATION}}}{element.path[-1]}")
        for child in element.children:
            _put(made, child, values, only)
        if not element.children:
            values.put(made, element.kind)


_MASSES = ("GrossMassMeasure", "NetNetWeightMeasure")


def values_in(data: bytes) -> Counter[tuple[str, str, tuple[tuple[str, str], ...]]]:
    """Every value of a declaration with its path and attributes, as often as it stands there.

    Spellings of one number count as one, kilograms need not be named, and a commodity code of ten
    digits is the eight of the tariff and the two of the subheading.
    """
    parser = etree.XMLParser(remove_comments=True, resolve_entities=False, load_dtd=False)
    root = etree.fromstring(data, parser)
    found: Counter[tuple[str, str, tuple[tuple[str, str], ...]]] = Counter()
    for element in root.iter(f"{{{DECLARATION}}}*", DATE_TIME):
        text = (element.text or "").strip()
        if len(element) or not text:
            continue
        attributes = {str(name): str(value) for name, value in element.items()}
        if attributes.get("unitCode") == "KGM" and element.tag.endswith(_MASSES):
            del attributes["unitCode"]
        for path, value in _parts(_path(element), _number(text, element), element):
            found[path, value, tuple(sorted(attributes.items()))] += 1
    return found


def _parts(path: str, text: str, element: etree._Element) -> Iterator[tuple[str, str]]:
    kind = element.getparent().findtext(f"{{{DECLARATION}}}IdentificationTypeCode", "").strip()
    if path.endswith("Classification/ID") and kind == "TSP" and len(text) == 10:
        yield path, text[:8]
        yield path, text[8:]
        yield path.removesuffix("ID") + "IdentificationTypeCode", "TRC"
    else:
        yield path, text


def _path(element: etree._Element) -> str:
    steps = [etree.QName(element).localname]
    while steps[-1] != "Declaration":
        element = element.getparent()
        steps.append(etree.QName(element).localname)
    return "/".join(reversed(steps))


def _number(text: str, element: etree._Element) -> str:
    if not element.tag.endswith(("Amount", "Quantity", "Measure", "Numeric")):
        return text
    try:
        return format(Decimal(text).normalize(), "f")
    except InvalidOperation:
        return text
