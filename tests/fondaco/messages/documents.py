"""Documents of every shape, made from the types themselves, for properties that always hold."""

from decimal import Decimal

from hypothesis import strategies as st
from msgspec import inspect

from fondaco.declaration.document import Document

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
