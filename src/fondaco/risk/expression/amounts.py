"""Checking the parts that are values: elements, literals, arithmetic and functions of them."""

import ast
from collections.abc import Callable, Sequence
from decimal import Decimal

from fondaco.legal.wording import Wording
from fondaco.risk.expression import literals, tree
from fondaco.risk.expression.literals import A_QUANTITY, A_TEXT, A_VALUE
from fondaco.risk.expression.reader import QUESTIONS, Reader
from fondaco.risk.expression.types import Type

_OPERATORS: dict[type[ast.operator], str] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
}


def amount(reader: Reader, node: ast.expr) -> tree.Amount:
    """The part as a value."""
    match node:
        case ast.Constant():
            return literals.literal(reader, node)
        case ast.Name() | ast.Attribute():
            reading = reader.reading(node)
            if reading.type is Type.YES_NO:
                raise literals.yes_no(reader, node)
            return reading
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            value = quantity(reader, operand)
            return tree.Negative(value.type, value)
        case ast.BinOp():
            return _arithmetic(reader, node)
        case ast.Call():
            return _function(reader, node)
    raise reader.wrong(node, expected=A_VALUE)


def quantity(reader: Reader, node: ast.expr) -> tree.Amount:
    """The part as something to count with."""
    value = amount(reader, node)
    if not value.type.is_quantity:
        raise reader.wrong(node, expected=A_QUANTITY)
    return value


def wording(reader: Reader, node: ast.expr) -> tree.Amount:
    """The part as a text or code."""
    value = amount(reader, node)
    if not value.type.is_text:
        raise reader.wrong(node, expected=A_TEXT)
    return value


def is_plain(value: tree.Amount) -> bool:
    """Whether a value is made of literals alone: such a number goes with money, mass and number.

    >>> is_plain(tree.Negative(Type.NUMBER, tree.Literal(Type.NUMBER, Decimal(5))))
    True
    """
    match value:
        case tree.Literal():
            return True
        case tree.Negative(amount=inner):
            return is_plain(inner)
        case tree.Arithmetic(left=left, right=right):
            return is_plain(left) and is_plain(right)
        case tree.Call(arguments=arguments):
            return all(is_plain(each) for each in arguments)
    return False


def are_alike(first: tree.Amount, second: tree.Amount) -> bool:
    """Whether two values may be compared with each other."""
    one, other = first.type, second.type
    if (one.is_quantity and other.is_quantity) or (one.is_text and other.is_text):
        return one is other or is_plain(first) or is_plain(second)
    return one is other is Type.DATE


def _arithmetic(reader: Reader, node: ast.BinOp) -> tree.Amount:
    operator = _OPERATORS[type(node.op)]
    left, right = quantity(reader, node.left), quantity(reader, node.right)
    kind = _kind_of_result(operator, left=left, right=right)
    if kind is not None:
        return tree.Arithmetic(kind, operator, left, right)
    raise reader.wrong(
        node,
        expected=Wording("amounts that can go together", "des montants qui vont ensemble"),
        mend=Wording(
            "add and subtract like and like; multiply by a plain number",
            "additionnez le semblable au semblable ; multipliez par un simple nombre",
        ),
    )


def _kind_of_result(operator: str, *, left: tree.Amount, right: tree.Amount) -> Type | None:
    """The kind of a result, None where the two cannot go together."""
    if operator in "+-":
        if not are_alike(left, right):
            return None
        return right.type if is_plain(left) else left.type
    if right.type is Type.NUMBER:
        return left.type
    if operator == "*":
        return right.type if left.type is Type.NUMBER else None
    # Money by kilogram, mass by package, money by money: all plain numbers.
    return Type.NUMBER


def _function(reader: Reader, call: ast.Call) -> tree.Amount:
    name, values = reader.called(call, functions={*FUNCTIONS, *QUESTIONS})
    if name not in FUNCTIONS:
        raise reader.wrong(call, expected=A_VALUE)
    return FUNCTIONS[name](reader, call, values)


def _count(reader: Reader, call: ast.Call, values: Sequence[ast.expr]) -> tree.Amount:
    (condition,) = reader.given(call, values, least=1)
    return tree.Count(reader.each_item(call, build=lambda: reader.condition(condition)))


def _sum(reader: Reader, call: ast.Call, values: Sequence[ast.expr]) -> tree.Amount:
    summed, *conditions = reader.given(call, values, least=1, most=2)

    def build() -> tree.Amount:
        value = quantity(reader, summed)
        condition = reader.condition(conditions[0]) if conditions else None
        return tree.Sum(value.type, value, condition)

    return reader.each_item(call, build=build)


def _lower(reader: Reader, call: ast.Call, values: Sequence[ast.expr]) -> tree.Amount:
    (subject,) = reader.given(call, values, least=1)
    return tree.Call(Type.TEXT, "lower", (wording(reader, subject),))


def _length(reader: Reader, call: ast.Call, values: Sequence[ast.expr]) -> tree.Amount:
    (subject,) = reader.given(call, values, least=1)
    value = amount(reader, subject)
    if not (value.type.is_text or value.type is Type.SET):
        raise reader.wrong(subject, expected=A_TEXT)
    return tree.Call(Type.NUMBER, "len", (value,))


def _absolute(reader: Reader, call: ast.Call, values: Sequence[ast.expr]) -> tree.Amount:
    (subject,) = reader.given(call, values, least=1)
    value = quantity(reader, subject)
    return tree.Call(value.type, "abs", (value,))


def _extreme(name: str) -> "Function":
    def check(reader: Reader, call: ast.Call, values: Sequence[ast.expr]) -> tree.Amount:
        parts = reader.given(call, values, least=2, most=6)
        amounts = tuple(quantity(reader, each) for each in parts)
        first = next((each for each in amounts if not is_plain(each)), amounts[0])
        for part, each in zip(parts, amounts, strict=True):
            if not are_alike(first, each):
                raise reader.wrong(part, expected=A_QUANTITY)
        return tree.Call(first.type, name, amounts)

    return check


def _round(reader: Reader, call: ast.Call, values: Sequence[ast.expr]) -> tree.Amount:
    subject, *places = reader.given(call, values, least=1, most=2)
    value = quantity(reader, subject)
    wanted = amount(reader, places[0]) if places else tree.Literal(Type.NUMBER, Decimal(0))
    if not isinstance(wanted, tree.Literal) or wanted.value not in range(7):
        raise reader.wrong(places[0], expected=Wording("0 to 6 places", "de 0 à 6 décimales"))
    return tree.Call(value.type, "round", (value, wanted))


def _of_dates(name: str, *, dates: int) -> "Function":
    def check(reader: Reader, call: ast.Call, values: Sequence[ast.expr]) -> tree.Amount:
        parts = reader.given(call, values, least=dates)
        days = tuple(literals.as_date(reader, each, amount(reader, each)) for each in parts)
        return tree.Call(Type.NUMBER, name, days)

    return check


Function = Callable[[Reader, ast.Call, Sequence[ast.expr]], tree.Amount]

FUNCTIONS: dict[str, Function] = {
    "count_items": _count,
    "sum_items": _sum,
    "lower": _lower,
    "len": _length,
    "abs": _absolute,
    "min": _extreme("min"),
    "max": _extreme("max"),
    "round": _round,
    "year": _of_dates("year", dates=1),
    "month": _of_dates("month", dates=1),
    "weekday": _of_dates("weekday", dates=1),
    "days_between": _of_dates("days_between", dates=2),
}
"""The functions that give values; days_between(first, last) counts from first to last."""
