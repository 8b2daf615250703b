"""What an expression spells out itself: numbers, texts, dates, sets of them, and named lists."""

import ast
import re
from datetime import date
from decimal import Decimal

from fondaco.legal.wording import Wording
from fondaco.risk.expression import tree
from fondaco.risk.expression.errors import ExpressionError, too_large
from fondaco.risk.expression.reader import Reader
from fondaco.risk.expression.syntax import MAXIMUM_TEXT
from fondaco.risk.expression.types import Type

A_VALUE = Wording("an element or a value", "un élément ou une valeur")
A_TEXT = Wording("a text or a code", "un texte ou un code")
A_QUANTITY = Wording("a number, an amount of money or a mass", "un nombre, un montant ou une masse")
A_DATE = Wording("a date, written like '2026-11-21'", "une date, écrite comme '2026-11-21'")
MEMBERS = Wording(
    "values in braces, or watch_list('name')", "des valeurs entre accolades, ou watch_list('nom')"
)

_NUMBER = re.compile(r"[0-9]{1,15}(\.[0-9]{1,6})?")


def literal(reader: Reader, node: ast.Constant) -> tree.Literal:
    """A number or a text as written."""
    if isinstance(node.value, str):
        return tree.Literal(Type.TEXT, text(reader, node))
    if isinstance(node.value, bool):
        raise yes_no(reader, node)
    written = reader.source.words(node).replace("_", "")
    # Python still reads "1or x", with a warning; a later Python will not.
    if _NUMBER.fullmatch(written) and not reader.source.after(node).isalnum():
        return tree.Literal(Type.NUMBER, Decimal(written))
    raise reader.wrong(
        node,
        expected=Wording(
            "a number of at most 15 digits and 6 decimal places",
            "un nombre d'au plus 15 chiffres et 6 décimales",
        ),
    )


def text(reader: Reader, node: ast.expr) -> str:
    """A text in quotation marks, not empty and not too long."""
    if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
        raise reader.wrong(
            node, expected=Wording("a text in quotation marks", "un texte entre guillemets")
        )
    if not node.value:
        raise reader.wrong(
            node,
            expected=Wording("a text that is not empty", "un texte non vide"),
            mend=Wording(
                "to ask for absence write missing(...)", "pour l'absence écrivez missing(...)"
            ),
        )
    if len(node.value) > MAXIMUM_TEXT:
        raise too_large(
            position=reader.source.position(node),
            found=node.value,
            limit=MAXIMUM_TEXT,
            what=Wording("characters in a text", "caractères dans un texte"),
        )
    return node.value


def as_date(reader: Reader, node: ast.expr, value: tree.Amount) -> tree.Amount:
    """The value as a date: one already, or a text that spells one (ISO 8601)."""
    if value.type is Type.DATE:
        return value
    if isinstance(value, tree.Literal) and isinstance(value.value, str):
        return tree.Literal(Type.DATE, _day(reader, node, value.value))
    raise reader.wrong(node, expected=A_DATE)


def _day(reader: Reader, node: ast.expr, written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise reader.wrong(node, expected=A_DATE) from None


def members(reader: Reader, node: ast.expr, *, kind: Type) -> tree.Members:
    """A set of values of the kind, written in brackets or as the name of a list."""
    if isinstance(node, ast.Call):
        return _named_list(reader, node, kind=kind)
    if not isinstance(node, ast.Set | ast.Tuple | ast.List) or not node.elts:
        raise reader.wrong(node, expected=MEMBERS)
    if kind is Type.DATE:
        return tree.Members(tuple(sorted({_date_member(reader, each) for each in node.elts})))
    if kind.is_text:
        return tree.Members(tuple(sorted({text(reader, each) for each in node.elts})))
    return tree.Members(tuple(sorted({_number_member(reader, each) for each in node.elts})))


def _date_member(reader: Reader, node: ast.expr) -> date:
    return _day(reader, node, text(reader, node))


def _number_member(reader: Reader, node: ast.expr) -> Decimal:
    if isinstance(node, ast.Constant):
        value = literal(reader, node).value
        if isinstance(value, Decimal):
            return value
    raise reader.wrong(node, expected=A_QUANTITY)


def _named_list(reader: Reader, call: ast.Call, *, kind: Type) -> tree.Members:
    name, values = reader.called(call, functions=("watch_list",))
    if name != "watch_list" or not kind.is_text:
        raise reader.wrong(call, expected=MEMBERS if kind.is_text else A_QUANTITY)
    (named,) = reader.given(call, values, least=1)
    wanted = text(reader, named)
    words = reader.vocabulary
    if wanted in words.living:
        return tree.Members((), list_name=wanted, living=True)
    if wanted in words.lists:
        return tree.Members(words.lists[wanted], list_name=wanted)
    raise reader.unknown(named, [*words.lists, *words.living])


def yes_no(reader: Reader, node: ast.expr) -> ExpressionError:
    """A yes/no element, or True or False, stands where a value must stand."""
    return reader.wrong(
        node,
        expected=A_VALUE,
        mend=Wording(
            "write a yes/no element alone, or with not before it",
            "écrivez un élément oui/non seul, ou avec not devant",
        ),
    )
