"""Documents that nobody would write: for tests that nothing in them can make the rules raise."""

from decimal import Decimal

import msgspec
from hypothesis import strategies as st

from fondaco.declaration.document import Document
from fondaco.declaration.structure import fields_of

CODES = ["", "0", "1", "IMA", "IMC", "XF", "NL", "4000", "4071", "A00", "E", "XF100000016", "200"]
NUMBERS = ["NaN", "sNaN", "Infinity", "-Infinity", "1E+999999", "1E-999999", "-0", "0E-20", "0.01"]

TEXTS = st.sampled_from(CODES) | st.text(max_size=12)
DECIMALS = st.sampled_from([Decimal(each) for each in NUMBERS]) | st.decimals()
COUNTS = st.integers(0, 99_999)


def values_of(kind):
    if issubclass(kind, msgspec.Struct):
        return parts(kind)
    return {str: TEXTS, int: COUNTS, Decimal: DECIMALS}[kind]


def needed_by(kind):
    return {field.name for field in msgspec.structs.fields(kind) if field.required}


@st.composite
def parts(draw, kind):
    """A part with a few of its fields filled in, and those it cannot be without."""
    fields = fields_of(kind)
    names = st.sampled_from([field.name for field in fields])
    chosen = draw(st.sets(names, max_size=5)) | needed_by(kind)
    return kind(
        **{
            field.name: draw(
                st.lists(values_of(field.kind), max_size=2).map(tuple)
                if field.is_many
                else values_of(field.kind)
            )
            for field in fields
            if field.name in chosen
        }
    )


@st.composite
def spoilt(draw, part):
    """The part with one thing somewhere in it written anew, or taken away."""
    fields = [field for field in fields_of(type(part)) if getattr(part, field.name)]
    field = draw(st.sampled_from(fields or fields_of(type(part))))
    held = getattr(part, field.name)
    if not field.is_many:
        deeper = field.is_composite and held is not None and draw(st.integers(0, 4)) > 0
        nothing = st.nothing() if field.name in needed_by(type(part)) else st.none()
        new = draw(spoilt(held) if deeper else nothing | values_of(field.kind))
        return msgspec.structs.replace(part, **{field.name: new})
    if not held:
        return part
    index = draw(st.integers(0, len(held) - 1))
    one = draw(spoilt(held[index]) if field.is_composite else values_of(field.kind))
    return msgspec.structs.replace(part, **{field.name: (*held[:index], one, *held[index + 1 :])})


DOCUMENTS = parts(Document)
