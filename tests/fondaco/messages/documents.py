"""Documents of every shape, made from the types themselves, for properties that always hold."""

from decimal import Decimal

import msgspec
from hypothesis import strategies as st
from msgspec import inspect

from fondaco.declaration.document import AdditionalCode, Document, OriginClaim, ProcedureCodes
from fondaco.messages.wco_xml import forms
from fondaco.messages.wco_xml.grammar import Folded, Inside, Instant, Several, Shape, Single
from fondaco.messages.wco_xml.table import DOCUMENT
from fondaco.units.money import Money
from fondaco.units.quantity import Quantity

TEXTS = (
    st.text(
        st.characters(exclude_categories=("Cs", "Cc", "Cn"), include_characters="\n\t"),
        min_size=1,
        max_size=12,
    )
    .map(lambda text: text.strip(" \t\r\n"))
    .filter(bool)
)
DECIMALS = st.decimals(min_value=Decimal(-(10**9)), max_value=Decimal(10**10 - 1), places=6).map(
    lambda number: Decimal(_normal(number))
)


def _normal(number: Decimal) -> str:
    text = format(number, "f").rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def of_type(kind: inspect.Type) -> st.SearchStrategy:
    """Values of a type of the document, mostly small."""
    if isinstance(kind, inspect.UnionType):
        given = next(each for each in kind.types if not isinstance(each, inspect.NoneType))
        return st.none() | of_type(given)
    if isinstance(kind, inspect.StructType):
        return st.deferred(lambda: _of_part(kind))
    if isinstance(kind, inspect.VarTupleType):
        return st.lists(of_type(kind.item_type), max_size=2).map(tuple)
    if isinstance(kind, inspect.DecimalType):
        return DECIMALS
    if isinstance(kind, inspect.IntType):
        return st.integers(kind.ge, kind.le)
    assert isinstance(kind, inspect.StrType), kind
    return TEXTS


@st.composite
def _of_part(draw, kind: inspect.StructType):
    """A part with some of its fields: all the required ones, and a few others."""
    optional = [field for field in kind.fields if not field.required]
    chosen = draw(st.lists(st.sampled_from(optional), max_size=6)) if optional else []
    fields = [field for field in kind.fields if field.required] + chosen
    return kind.cls(**{field.name: draw(of_type(field.type)) for field in fields})


DOCUMENTS = of_type(inspect.type_info(Document))


CODES = st.text(st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"), min_size=1, max_size=6)
PAIRS = st.text(st.sampled_from("0123456789"), min_size=2, max_size=2)
DAYS = st.dates().map(lambda day: day.isoformat())
INSTANTS = st.datetimes().map(lambda at: at.replace(microsecond=0).isoformat())
ZONES = st.sampled_from(["", "Z", "+01:00", "-11:00"])
DATED = DAYS | st.tuples(INSTANTS, ZONES).map("".join)
COUNTS = st.integers(0, 99_999)
MONEY = st.builds(Money, DECIMALS, CODES | st.just(""))
QUANTITIES = st.builds(Quantity, DECIMALS, st.none() | CODES)
BY_FORM = {
    forms.TEXT: TEXTS,
    forms.NUMBER: DECIMALS,
    forms.KILOGRAMS: DECIMALS,
    forms.WHOLE: COUNTS,
    forms.MONEY: MONEY,
    forms.QUANTITY: QUANTITIES,
}
FOLDED = {
    "commodity_code": st.text(st.sampled_from("0123456789"), min_size=6, max_size=12),
    "additional_codes": st.lists(
        st.builds(AdditionalCode, code=CODES, kind=st.sampled_from(["TRA", "GN", "CV", ""])),
        max_size=2,
    ).map(tuple),
    "procedure": st.tuples(PAIRS, PAIRS).map("".join),
    "additional_procedures": st.lists(CODES, max_size=2).map(tuple),
    "other_procedures": st.lists(st.builds(ProcedureCodes, previous=CODES), max_size=2).map(tuple),
    "origin": CODES,
    "preferential_origin": CODES,
    "other_origins": st.lists(
        st.builds(OriginClaim, country=st.none() | CODES, region=CODES), max_size=2
    ).map(tuple),
    "dangerous_goods": st.lists(CODES, max_size=2).map(tuple),
}
"""What an item may say in fields that XML says in coded parts."""


def of_shape(shape: Shape) -> st.SearchStrategy:
    """Parts that the table can write: whatever some message in XML could have said."""
    return st.deferred(lambda: _of_shape(shape))


@st.composite
def _of_shape(draw, shape: Shape):
    strategies = dict(_fields(shape.nodes))
    required = {field.name for field in msgspec.structs.fields(shape.of) if field.required}
    chosen = draw(st.lists(st.sampled_from(sorted(strategies)), max_size=6, unique=True))
    return shape.of(**{name: draw(strategies[name]) for name in required | set(chosen)})


def _fields(nodes):
    for node in nodes:
        if isinstance(node, Inside):
            yield from _fields(node.nodes)
        elif isinstance(node, Folded):
            yield from ((name, FOLDED[name]) for name in node.fields())
        elif isinstance(node, Several):
            yield node.field, st.lists(of_shape(node.shape), max_size=2).map(tuple)
        elif isinstance(node, Single):
            yield node.field, of_shape(node.shape)
        elif isinstance(node, Instant):
            yield node.field, DATED
        else:
            yield node.field, BY_FORM[node.form]


XML_DOCUMENTS = of_shape(DOCUMENT)
