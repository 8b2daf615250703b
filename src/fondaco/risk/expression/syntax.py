"""Reading the text of an expression: Python's grammar, cut down, within limits that keep it safe.

The text is parsed and never run. Nothing gets past this module but names, literals,
the permitted operators and calls; length, depth, number of parts and the size of
literals are limited, so that no text can take long or much memory.
"""

import ast
from collections.abc import Iterator

from fondaco.legal.wording import Wording
from fondaco.risk.expression.errors import (
    ExpressionError,
    forbidden,
    too_large,
    unreadable,
)

MAXIMUM_LENGTH = 2_000
MAXIMUM_DEPTH = 24
MAXIMUM_PARTS = 600
MAXIMUM_TEXT = 120

PERMITTED: tuple[type[ast.AST], ...] = (
    ast.BoolOp,
    ast.And,
    ast.Or,
    ast.UnaryOp,
    ast.Not,
    ast.USub,
    ast.BinOp,
    ast.Add,
    ast.Sub,
    ast.Mult,
    ast.Div,
    ast.Compare,
    ast.Eq,
    ast.NotEq,
    ast.Lt,
    ast.LtE,
    ast.Gt,
    ast.GtE,
    ast.In,
    ast.NotIn,
    ast.Call,
    ast.Attribute,
    ast.Name,
    ast.Load,
    ast.Constant,
    ast.Set,
    ast.Tuple,
    ast.List,
)

# A remark would hide what follows it and a backslash has no use in a code or a description.
_REFUSED_CHARACTERS = "\\#\0"


class Source:
    """The text of one expression, and where its parts stand in it."""

    def __init__(self, text: str) -> None:
        self.text = text.lstrip()
        # Python reads leading blanks as an indented block: they are counted, not parsed.
        self.blanks = len(text) - len(self.text)
        self._bytes = self.text.encode()

    def position(self, node: ast.AST) -> int:
        """Where a part starts, in characters counted from one."""
        offset = getattr(node, "col_offset", 0)
        return self.blanks + len(self._bytes[:offset].decode(errors="replace")) + 1

    def words(self, node: ast.AST) -> str:
        """The officer's own words for a part."""
        start, end = getattr(node, "col_offset", 0), getattr(node, "end_col_offset", None)
        return self._bytes[start:end].decode(errors="replace")

    def after(self, node: ast.AST) -> str:
        """The character right after a part, empty at the end."""
        end = getattr(node, "end_col_offset", None)
        return "" if end is None else self._bytes[end:].decode(errors="replace")[:1]


def parse(text: str) -> tuple[Source, ast.expr]:
    """The syntax of an expression; ExpressionError where it is not within the language.

    >>> parse("importer in watch_list('failed audits')")[1].__class__.__name__
    'Compare'
    >>> parse("__import__('os').system('true') or [x for x in 'ab']")
    Traceback (most recent call last):
    fondaco.risk.expression.errors.ExpressionError: at character 36: found [x for x in 'ab'], \
expected only elements, comparisons, and, or, not, in, + - * /, and the listed functions; \
say it with the words of the language
    """
    source = Source(_flattened(text))
    try:
        tree = ast.parse(source.text, mode="eval").body
    except SyntaxError as error:
        place = max(error.offset or 1, 1)
        raise unreadable(
            position=source.blanks + place, found=source.text[place - 1 :] or "the end"
        ) from None
    except (ValueError, RecursionError, MemoryError, OverflowError):
        raise unreadable(position=1, found=source.text) from None
    _check_shape(source, tree)
    return source, tree


def _flattened(text: str) -> str:
    """The text on one line, characters in their places."""
    if len(text) > MAXIMUM_LENGTH:
        raise too_large(
            position=MAXIMUM_LENGTH + 1,
            found=text,
            limit=MAXIMUM_LENGTH,
            what=Wording("characters", "caractères"),
        )
    for place, character in enumerate(text):
        if character in _REFUSED_CHARACTERS or 0xD800 <= ord(character) <= 0xDFFF:
            raise unreadable(position=place + 1, found=ascii(character))
    return "".join(" " if character.isspace() else character for character in text)


def _check_shape(source: Source, tree: ast.expr) -> None:
    """Refuse what is not in the language, nested too deep, or of too many parts."""
    for count, (node, depth) in enumerate(_walk(tree)):
        if not isinstance(node, PERMITTED):
            raise forbidden(position=source.position(node), found=_named(source, node))
        if depth > MAXIMUM_DEPTH or count > MAXIMUM_PARTS:
            raise _beyond(source, node, deep=depth > MAXIMUM_DEPTH)


def _beyond(source: Source, node: ast.AST, *, deep: bool) -> ExpressionError:
    return too_large(
        position=source.position(node),
        found=_named(source, node),
        limit=MAXIMUM_DEPTH if deep else MAXIMUM_PARTS,
        what=Wording("levels", "niveaux") if deep else Wording("parts", "parties"),
    )


def _named(source: Source, node: ast.AST) -> str:
    """What the officer wrote, or the operator's name where it has no place of its own."""
    return source.words(node) if hasattr(node, "col_offset") else type(node).__name__


def _walk(tree: ast.expr) -> Iterator[tuple[ast.AST, int]]:
    """Every part with its depth, without recursion."""
    waiting: list[tuple[ast.AST, int]] = [(tree, 1)]
    while waiting:
        node, depth = waiting.pop()
        yield node, depth
        waiting.extend((child, depth + 1) for child in ast.iter_child_nodes(node))
