"""Random expressions that are well typed, and random declarations to try them on."""

from datetime import date

from hypothesis import strategies as st

from fondaco.legal.wording import Wording
from fondaco.risk.expression.environment import Environment, by_name
from fondaco.risk.expression.types import Type
from fondaco.risk.expression.vocabulary import Element, Vocabulary

KINDS = {
    "importer": Type.CODE,
    "office": Type.CODE,
    "sealed": Type.YES_NO,
    "count": Type.NUMBER,
    "total": Type.MONEY,
    "arrived": Type.DATE,
    "judged": Type.DATE,
    "route": Type.SET,
    "item.commodity": Type.CODE,
    "item.description": Type.TEXT,
    "item.origin": Type.CODE,
    "item.mass": Type.MASS,
    "item.net": Type.MASS,
    "item.value": Type.MONEY,
    "item.packages": Type.NUMBER,
    "item.made": Type.DATE,
    "item.used": Type.YES_NO,
    "item.papers": Type.SET,
}
CODES = ("85", "8517", "851712", "XA", "XB", "Ab", "é")
VOCABULARY = Vocabulary(
    [Element(name, kind, Wording(name, name)) for name, kind in KINDS.items()],
    lists={"places": ("XA", "85"), "prefixes": ("8", "85171", "X")},
    living=("failed", "unheard of"),
)
LIVING = {"failed": ("XB", "8517")}

_digits = st.decimals(-3, 3, places=1) | st.decimals(-(10**6), 10**6, places=6)
_days = st.dates(date(2023, 12, 28), date(2024, 3, 2))
_texts = st.sampled_from([*CODES, "", "old CODES XA 8517", "Éa"])
_VALUES = {
    Type.CODE: _texts,
    Type.TEXT: _texts,
    Type.NUMBER: st.integers(-2, 3) | _digits,
    Type.MONEY: _digits,
    Type.MASS: _digits,
    Type.DATE: _days,
    Type.YES_NO: st.booleans(),
    Type.SET: st.lists(st.sampled_from(CODES), max_size=3).map(tuple),
}


def _row(prefix: bool) -> st.SearchStrategy[dict]:
    return st.fixed_dictionaries(
        {
            name: st.none() | _VALUES[kind]
            for name, kind in KINDS.items()
            if name.startswith("item.") is prefix
        }
    )


@st.composite
def environments(draw: st.DrawFn, least: int = 1) -> Environment:
    """A declaration of up to four items, with much missing."""
    items = draw(st.lists(_row(True), min_size=least, max_size=4))
    return by_name(VOCABULARY, header=draw(_row(False)), items=items, lists=LIVING)


def _named(*kinds: Type, item: bool) -> st.SearchStrategy[str]:
    return st.sampled_from(
        [
            name
            for name, kind in KINDS.items()
            if kind in kinds and (item or not name.startswith("item."))
        ]
    )


_literal_text = st.sampled_from([repr(code) for code in CODES])
_literal_day = _days.map(lambda day: repr(day.isoformat()))
_literal_number = st.sampled_from(["0", "1", "2.5", "0.000001", "100", "1_000.25", "(-3)"])
_text_members = st.lists(_literal_text, min_size=1, max_size=3).map(
    lambda each: f"{{{', '.join(each)}}}"
)
_list_members = st.sampled_from(
    ["watch_list('places')", "watch_list('failed')", "watch_list('unheard of')"]
)


@st.composite
def _amount(  # noqa: C901  # a case per form
    draw: st.DrawFn, kind: Type, item: bool, depth: int, nested: bool
) -> str:
    """An amount of the kind (money, mass or number)."""

    def again(other: Type = kind) -> str:
        return draw(_amount(other, item, depth - 1, nested))

    choices = (
        ["name"] if depth <= 0 else ["name", "plus", "times", "by", "abs", "min", "round", "turn"]
    )
    if depth > 0 and kind is Type.NUMBER:
        choices += ["ratio", "len", "day", "days"] + ([] if nested else ["count"])
    if depth > 0 and kind is not Type.NUMBER and not nested:
        choices += ["sum"]
    if kind is Type.MASS and not item:
        choices = ["sum"] if not nested else ["name"]
        item = item or nested
    match draw(st.sampled_from(choices)):
        case "name":
            return draw(_named(kind, item=item))
        case "plus":
            return f"({again()} {draw(st.sampled_from('+-'))} {again()})"
        case "times":
            return f"({again()} * {draw(_literal_number)})"
        case "by":
            return f"({again()} / {again(Type.NUMBER)})"
        case "abs":
            return f"abs({again()})"
        case "turn":
            return f"(-{again()})"
        case "min":
            name = draw(st.sampled_from(["min", "max"]))
            return f"{name}({again()}, {draw(_literal_number)}, {again()})"
        case "round":
            places = draw(st.sampled_from(["", ", 0", ", 2", ", 6"]))
            return f"round({again()}{places})"
        case "ratio":
            return f"({again(Type.MONEY)} / {again(Type.MONEY)})"
        case "len":
            return f"len({draw(_named(Type.TEXT, Type.CODE, Type.SET, item=item))})"
        case "day":
            name = draw(st.sampled_from(["year", "month", "weekday"]))
            return f"{name}({draw(_named(Type.DATE, item=item))})"
        case "days":
            return f"days_between({draw(_named(Type.DATE, item=item) | _literal_day)}, judged)"
        case "count":
            return f"count_items({draw(conditions(item=True, depth=depth - 1, nested=True))})"
        case _:
            inner = draw(_amount(kind, True, min(depth - 1, 1), True))
            wanted = draw(st.none() | conditions(item=True, depth=0, nested=True))
            return f"sum_items({inner})" if wanted is None else f"sum_items({inner}, {wanted})"


@st.composite
def _leaf(  # noqa: C901  # a case per form
    draw: st.DrawFn, item: bool, depth: int, nested: bool
) -> str:
    text = _named(Type.CODE, Type.TEXT, item=item) | _named(Type.CODE, Type.TEXT, item=item).map(
        lambda name: f"lower({name})"
    )
    equal = st.sampled_from(["==", "!="])
    order = st.sampled_from(["==", "!=", "<", "<=", ">", ">="])
    match draw(st.integers(0, 11)):
        case 0:
            return f"{draw(text)} {draw(equal)} {draw(_literal_text)}"
        case 1:
            kind = draw(st.sampled_from([Type.NUMBER, Type.MONEY, Type.MASS]))
            amount = draw(_amount(kind, item, depth, nested))
            return f"{amount} {draw(order)} {draw(_literal_number)}"
        case 2:
            kind = draw(st.sampled_from([Type.NUMBER, Type.MONEY]))
            left, right = (draw(_amount(kind, item, depth, nested)) for _ in range(2))
            return f"{left} {draw(order)} {right}"
        case 3:
            word = draw(st.sampled_from(["in", "not in"]))
            return f"{draw(text)} {word} {draw(_text_members | _list_members)}"
        case 4:
            prefix = draw(_literal_text | _text_members | st.just("watch_list('prefixes')"))
            return f"{draw(text)}.startswith({prefix})"
        case 5:
            return f"contains({draw(text)}, {draw(_literal_text | text)})"
        case 6:
            return f"{draw(_literal_text | text)} in {draw(_named(Type.SET, item=item))}"
        case 7:
            members = draw(_text_members | _list_members)
            return f"overlaps({draw(_named(Type.SET, item=item))}, {members})"
        case 8:
            name = draw(_named(*Type, item=item))
            amount = draw(_amount(Type.NUMBER, item, depth, nested))
            return f"missing({draw(st.sampled_from([name, amount]))})"
        case 9:
            return draw(_named(Type.YES_NO, item=item))
        case 10:
            low, high = draw(_literal_day), draw(_literal_day)
            return f"{low} {draw(order)} {draw(_named(Type.DATE, item=item))} <= {high}"
        case _:
            numbers = ", ".join(draw(st.lists(st.sampled_from(["1", "2.5", "0"]), min_size=1)))
            return f"{draw(_amount(Type.NUMBER, item, depth, nested))} in [{numbers}]"


@st.composite
def conditions(draw: st.DrawFn, item: bool, depth: int = 2, nested: bool = False) -> str:
    """The text of a condition on an item, or on the header alone."""
    choices = ["leaf"] if depth <= 0 else ["leaf", "leaf", "and", "or", "not"]
    if depth > 0 and not nested:
        choices += ["any", "all"]

    def again(of_item: bool = item, inside: bool = nested) -> str:
        return draw(conditions(item=of_item, depth=depth - 1, nested=inside))

    match draw(st.sampled_from(choices)):
        case "leaf":
            return draw(_leaf(item, depth, nested))
        case "not":
            return f"not ({again()})"
        case "and" | "or" as word:
            parts = [f"({again()})" for _ in range(draw(st.integers(2, 3)))]
            return f" {word} ".join(parts)
        case "any":
            return f"any_item({again(True, True)})"
        case _:
            return f"all_items({again(True, True)})"
