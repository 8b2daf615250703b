"""Every field of every part is catalogued, in both languages, and found again by its pointer."""

import os
import re
from pathlib import Path

import pytest
from lxml import etree

from fondaco.declaration.document import Document
from fondaco.declaration.elements import (
    ELEMENTS,
    element,
    join,
    label,
    path_of,
    place,
    pointer_of,
    value_at,
)
from fondaco.declaration.elements.catalogue import ENTRIES
from fondaco.declaration.structure import fields_of, parts_within
from fondaco.messages.wco_xml import table
from fondaco.messages.wco_xml.grammar import Folded, Inside, Several, Single

EXTERNAL = Path(os.environ.get("FONDACO_EXTERNAL", Path(__file__).parents[4] / "shared/data"))
SCHEMA = EXTERNAL / "declarations/cds/xsd/wco/declaration/WCO_DEC_2_DMS.xsd"

PATHS = sorted(ELEMENTS)
# These stand in an attribute of their parent's element, or have no number of their own.
SHARED = re.compile(
    r"\.(amount|currency|value|unit)$|(arrival|departure)_transport\.nationality$"
    r"|other_procedures\[\]\.current$"
)
# A list of codes, each in a class of its own, has no pointer as a whole.
CODES = re.compile(r"\.(additional_procedures|dangerous_goods)$")


@pytest.mark.parametrize("part", [*parts_within(Document)], ids=lambda part: part.__name__)
def test_every_field_of_every_part_has_an_entry_and_no_entry_lacks_a_field(part):
    assert set(ENTRIES[part]) == {field.name for field in fields_of(part)}


@pytest.mark.parametrize("path", PATHS)
def test_every_element_speaks_both_languages(path):
    each = ELEMENTS[path]

    assert each.label.en and each.label.fr and each.help.en and each.help.fr
    assert each.help.en.endswith(".") and each.help.fr.endswith(".")
    assert each.help.en != each.help.fr


@pytest.mark.parametrize(
    "path", [path for path in PATHS if not SHARED.search(path) and not CODES.search(path)]
)
def test_a_pointer_leads_back_to_its_path(path):
    here = path.replace("[]", "[3]")

    assert path_of(pointer_of(here)) == here


@pytest.mark.parametrize("path", [path for path in PATHS if ELEMENTS[path].field.is_many])
def test_one_of_a_list_has_a_pointer_that_leads_back(path):
    here = path.replace("[]", "[3]") + "[1]"

    assert path_of(pointer_of(here)) == here


@pytest.mark.parametrize("path", PATHS)
def test_a_plain_element_says_how_it_is_written_and_shows_an_example(path):
    each = ELEMENTS[path]

    if not each.field.is_composite:
        assert re.fullmatch(r"(an?|n)(\.\.)?\d+(,\d)?", each.format)
        assert each.example


@pytest.mark.parametrize(
    ("pointer", "expected"),
    [
        ("42A/67A/68A[1]/92A/063", "shipment.items[0].origin"),
        ("42A/67A/68A[1]/92A[2]/063", "shipment.items[0].preferential_origin"),
        ("42A/67A/68A[1]/70A[1]/161", "shipment.items[0].procedure"),
        ("42A/67A/68A[2]", "shipment.items[1]"),
        ("42A/57A[2]/R031", "exporter.name"),
        ("42A/57A[1]/04A[3]/241", "exporter.address.city"),
        ("42A/67A/68A[1]/02A[4]/360", "shipment.items[0].documents[3].status"),
        ("42A/67A/68A[1]/23A/50A[2]/94A/107", "shipment.items[0].taxes[1].payment_method"),
    ],
)
def test_pointers_that_published_amendments_use(pointer, expected):
    assert path_of(pointer) == expected


@pytest.mark.parametrize("pointer", ["", "42A/99Z", "42A/67A/68A[x]", "nonsense", "42A//"])
def test_a_pointer_to_nothing_is_the_callers_mistake(pointer):
    with pytest.raises(LookupError, match="expected"):
        path_of(pointer)


@pytest.mark.parametrize("path", ["no", "shipment.items[0].colour", "a..b", "shipment.items[0"])
def test_a_path_to_nothing_is_the_callers_mistake(path):
    with pytest.raises(LookupError, match="expected"):
        pointer_of(path)


def test_names_and_places():
    assert label("shipment.items[0].invoice_amount.currency", "en") == "Item price: currency"
    assert label("exporter.address.city", "fr") == "Exportateur : ville"
    assert place("shipment.items[0].packages[1].marks", "en") == "Goods item 1 › Packages 2 › Marks"
    assert place("shipment.items[4]", "fr") == "Article 5"
    assert place("", "en") == "The declaration"
    assert element("shipment.items[4]").path == "shipment.items"


def test_nothing_stands_where_the_way_is_broken():
    assert value_at(Document(), "shipment.importer.identifier") is None
    assert value_at(Document(kind="IMA"), "") == Document(kind="IMA")


@pytest.mark.skipif(not SCHEMA.exists(), reason=f"no published schema at {SCHEMA}")
def test_every_element_that_messages_carry_has_the_number_the_published_schema_gives():
    numbers = dict(_numbers(etree.parse(SCHEMA).getroot()))
    carried = list(_carried(table.DOCUMENT.nodes, path="", tags=()))

    differing = [
        (path, pointer_of(path), numbers[tags])
        for path, tags in carried
        if re.sub(r"\[.*?\]", "", pointer_of(path)) != numbers[tags]
    ]

    assert differing == []
    assert len(carried) > 400


_XS = "{http://www.w3.org/2001/XMLSchema}"


def _numbers(schema):
    """The tags that lead to every element, with the pointer its WCO numbers make."""
    types = {each.get("name"): each for each in schema.iter(_XS + "complexType")}

    def walk(kind, tags, pointer):
        for each in kind.find(_XS + "sequence").findall(_XS + "element"):
            here = (*tags, each.get("name") or each.get("ref"))
            number = f"{pointer}/{each.findtext('.//{*}WCOID') or ''}"
            yield here, number
            below = each.find(_XS + "complexType")
            below = types.get(each.get("type")) if below is None else below
            has_parts = below is not None and below.find(_XS + "sequence") is not None
            if has_parts and here[-1] != "Declaration":
                yield from walk(below, here, number)

    return walk(types["Declaration"], (), "42A")


def _carried(nodes, *, path, tags):
    """The path of every element that an XML message carries, with the tags it stands under."""
    for node in nodes:
        if isinstance(node, Folded):
            continue  # several occurrences say one field: the folds have tests of their own
        here = (*tags, node.tag.split("}")[1])
        if isinstance(node, Inside):
            yield from _carried(node.nodes, path=path, tags=here)
            continue
        field = join(path, node.field)
        yield field, here
        if isinstance(node, Single | Several):
            below = f"{field}[0]" if isinstance(node, Several) else field
            yield from _carried(node.shape.nodes, path=below, tags=here)
