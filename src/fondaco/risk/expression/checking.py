"""From text to a typed tree: every name known, every comparison of like with like."""

import ast
from collections.abc import Callable, Sequence

from fondaco.legal.wording import Wording
from fondaco.risk.expression import literals, tree
from fondaco.risk.expression.amounts import FUNCTIONS, amount, are_alike, wording
from fondaco.risk.expression.literals import A_TEXT, MEMBERS
from fondaco.risk.expression.reader import QUESTIONS, Reader
from fondaco.risk.expression.syntax import parse
from fondaco.risk.expression.types import Type
from fondaco.risk.expression.vocabulary import Reading, Vocabulary

_COMPARATORS: dict[type[ast.cmpop], tree.Comparator] = {
    ast.Eq: tree.Comparator.EQUAL,
    ast.NotEq: tree.Comparator.UNEQUAL,
    ast.Lt: tree.Comparator.BELOW,
    ast.LtE: tree.Comparator.AT_MOST,
    ast.Gt: tree.Comparator.ABOVE,
    ast.GtE: tree.Comparator.AT_LEAST,
}
_UNORDERED = (tree.Comparator.EQUAL, tree.Comparator.UNEQUAL)


def check(text: str, *, vocabulary: Vocabulary) -> tree.Expression:
    """The typed tree of an expression; ExpressionError where it does not hold together.

    >>> from fondaco.risk.expression.vocabulary import Element
    >>> words = Vocabulary([Element("item.origin", Type.CODE, Wording("origin", "origine"))])
    >>> check("item.origin in {'XA', 'XB'}", vocabulary=words).of_item
    True
    >>> check("item.orign == 'XA'", vocabulary=words)
    Traceback (most recent call last):
    fondaco.risk.expression.errors.ExpressionError: at character 1: found item.orign, \
expected a name that the vocabulary has; did you mean item.origin?
    """
    source, syntax = parse(text)
    reader = Reader(source, vocabulary=vocabulary, condition=_condition)
    condition = reader.condition(syntax)
    if reader.reads:
        return tree.Expression(text, condition, reader.of_item)
    raise reader.wrong(
        syntax,
        expected=Wording("at least one element", "au moins un élément"),
        mend=Wording(
            "say which element of the declaration it is about",
            "dites de quel élément de la déclaration il s'agit",
        ),
    )


def _condition(reader: Reader, node: ast.expr) -> tree.Condition:
    match node:
        case ast.BoolOp(op=operator, values=values):
            joined = tree.All if isinstance(operator, ast.And) else tree.Any
            return joined(tuple(reader.condition(value) for value in values))
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return tree.Not(reader.condition(operand))
        case ast.Compare():
            return _comparisons(reader, node)
        case ast.Call():
            return _question(reader, node)
        case ast.Name() | ast.Attribute():
            reading = reader.reading(node)
            if reading.type is Type.YES_NO:
                return tree.Affirmed(reading)
    raise reader.wrong(node, expected=_A_CONDITION, mend=_COMPARE)


_A_CONDITION = Wording("a condition", "une condition")
_COMPARE = Wording("compare it with something", "comparez-le à quelque chose")


def _comparisons(reader: Reader, node: ast.Compare) -> tree.Condition:
    """A chain of comparisons: each pair of neighbours compared."""
    sides = [node.left, *node.comparators]
    pairs = tuple(
        _comparison(reader, left, operator, right)
        for left, operator, right in zip(sides[:-1], node.ops, sides[1:], strict=True)
    )
    return pairs[0] if len(pairs) == 1 else tree.All(pairs)


def _comparison(
    reader: Reader, left: ast.expr, operator: ast.cmpop, right: ast.expr
) -> tree.Condition:
    if isinstance(operator, ast.In):
        return _within(reader, left, right)
    if isinstance(operator, ast.NotIn):
        return tree.Not(_within(reader, left, right))
    first, second = _alike(reader, left, right)
    comparator = _COMPARATORS[type(operator)]
    if first.type.is_text and comparator not in _UNORDERED:
        raise reader.wrong(
            right,
            expected=Wording("numbers or dates on both sides", "nombres ou dates des deux côtés"),
            mend=Wording(
                "compare texts with ==, in or startswith",
                "comparez les textes avec ==, in ou startswith",
            ),
        )
    return tree.Comparison(first, comparator, second)


def _alike(reader: Reader, left: ast.expr, right: ast.expr) -> tuple[tree.Amount, tree.Amount]:
    """Two values that may be compared, a text beside a date read as a date."""
    first, second = amount(reader, left), amount(reader, right)
    if first.type is Type.DATE:
        second = literals.as_date(reader, right, second)
    elif second.type is Type.DATE:
        first = literals.as_date(reader, left, first)
    if are_alike(first, second):
        return first, second
    raise reader.wrong(
        right,
        expected=Wording(
            f"something to compare with a {first.type}",
            "quelque chose de comparable au côté gauche",
        ),
    )


def _within(reader: Reader, left: ast.expr, right: ast.expr) -> tree.Condition:
    if not isinstance(right, ast.Name | ast.Attribute):
        subject = amount(reader, left)
        if subject.type is Type.SET:
            raise reader.wrong(left, expected=A_TEXT, mend=_USE_OVERLAPS)
        return tree.Within(subject, literals.members(reader, right, kind=subject.type))
    whole = reader.reading(right)
    if whole.type is not Type.SET:
        raise reader.wrong(right, expected=MEMBERS, mend=_USE_CONTAINS)
    return tree.Contains(whole, wording(reader, left))


_USE_OVERLAPS = Wording("use overlaps(set, {...})", "utilisez overlaps(ensemble, {...})")
_USE_CONTAINS = Wording(
    "to look inside a text write contains(text, part)",
    "pour chercher dans un texte écrivez contains(texte, partie)",
)


def _question(reader: Reader, call: ast.Call) -> tree.Condition:
    name, values = reader.called(call, functions={*FUNCTIONS, *QUESTIONS})
    if name not in QUESTIONS:
        raise reader.wrong(call, expected=_A_CONDITION, mend=_COMPARE)
    return _ASKED[name](reader, call, values)


def _starts_with(reader: Reader, call: ast.Call, values: Sequence[ast.expr]) -> tree.Condition:
    subject, prefix = reader.given(call, values, least=2)
    whole = wording(reader, subject)
    if isinstance(prefix, ast.Constant):
        return tree.StartsWith(whole, tree.Members((literals.text(reader, prefix),)))
    prefixes = literals.members(reader, prefix, kind=Type.TEXT)
    if not prefixes.living:
        return tree.StartsWith(whole, prefixes)
    raise reader.wrong(
        prefix, expected=Wording("a list kept in the bundle", "une liste tenue dans le paquet")
    )


def _contains(reader: Reader, call: ast.Call, values: Sequence[ast.expr]) -> tree.Condition:
    subject, part = reader.given(call, values, least=2)
    whole = amount(reader, subject)
    if not (whole.type.is_text or whole.type is Type.SET):
        raise reader.wrong(subject, expected=A_TEXT)
    return tree.Contains(whole, wording(reader, part))


def _overlaps(reader: Reader, call: ast.Call, values: Sequence[ast.expr]) -> tree.Condition:
    subject, others = reader.given(call, values, least=2)
    whole = amount(reader, subject)
    if not isinstance(whole, Reading) or whole.type is not Type.SET:
        raise reader.wrong(
            subject,
            expected=Wording(
                "an element that is a set of texts", "un élément qui est un ensemble de textes"
            ),
        )
    return tree.Overlaps(whole, literals.members(reader, others, kind=Type.TEXT))


def _missing(reader: Reader, call: ast.Call, values: Sequence[ast.expr]) -> tree.Condition:
    (subject,) = reader.given(call, values, least=1)
    if isinstance(subject, ast.Name | ast.Attribute):
        return tree.Missing(reader.reading(subject))
    return tree.Missing(amount(reader, subject))


def _some_item(reader: Reader, call: ast.Call, values: Sequence[ast.expr]) -> tree.Condition:
    (asked,) = reader.given(call, values, least=1)
    return tree.SomeItem(reader.each_item(call, build=lambda: reader.condition(asked)))


def _every_item(reader: Reader, call: ast.Call, values: Sequence[ast.expr]) -> tree.Condition:
    (asked,) = reader.given(call, values, least=1)
    return tree.EveryItem(reader.each_item(call, build=lambda: reader.condition(asked)))


_ASKED: dict[str, Callable[[Reader, ast.Call, Sequence[ast.expr]], tree.Condition]] = {
    "startswith": _starts_with,
    "contains": _contains,
    "overlaps": _overlaps,
    "missing": _missing,
    "any_item": _some_item,
    "all_items": _every_item,
}
