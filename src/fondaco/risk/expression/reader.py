"""What the checking of one expression carries with it: the text, the vocabulary, what was read."""

import ast
from collections.abc import Callable, Collection, Sequence
from difflib import get_close_matches
from typing import TypeVar

from fondaco.legal.wording import Wording
from fondaco.risk.expression import tree
from fondaco.risk.expression.errors import ExpressionError, forbidden, unknown_name, wrong_kind
from fondaco.risk.expression.syntax import Source
from fondaco.risk.expression.vocabulary import Reading, Scope, Vocabulary

Built = TypeVar("Built")

METHODS = frozenset({"startswith", "contains", "overlaps", "lower"})
"""Functions that may also be written after their first value, as in ``x.startswith('85')``."""

QUESTIONS = frozenset(
    {"startswith", "contains", "overlaps", "missing", "any_item", "all_items"},
)
"""The functions that ask something and so give a condition, not a value."""


class Reader:
    """The reading of one expression.

    ``reads`` says whether any element was read, ``of_item`` whether an element of
    a goods item was read outside a question about all items.
    """

    def __init__(
        self,
        source: Source,
        *,
        vocabulary: Vocabulary,
        condition: "Callable[[Reader, ast.expr], tree.Condition]",
    ) -> None:
        self.source = source
        self.vocabulary = vocabulary
        self.reads = False
        self.of_item = False
        self._condition = condition
        self._quantified = False

    def condition(self, node: ast.expr) -> tree.Condition:
        """The part as a condition."""
        return self._condition(self, node)

    def reading(self, node: ast.expr) -> Reading:
        """The element that the part names."""
        name = self.source.words(node)
        reading = self.vocabulary.reading(name)
        if reading is None:
            raise self.unknown(node, self.vocabulary.names())
        self.reads = True
        if reading.scope is Scope.ITEM:
            self.of_item = True
        return reading

    def each_item(self, call: ast.Call, *, build: Callable[[], Built]) -> Built:
        """What is built of a part that is asked of every item; no such part holds another."""
        if self._quantified:
            raise self.wrong(
                call,
                expected=Wording("a condition on one item", "une condition sur un article"),
                mend=Wording(
                    "do not put one question about all items inside another",
                    "ne mettez pas une question sur tous les articles dans une autre",
                ),
            )
        outside, self._quantified = self.of_item, True
        built = build()
        self._quantified, self.of_item = False, outside
        return built

    def called(
        self, call: ast.Call, *, functions: Collection[str]
    ) -> tuple[str, Sequence[ast.expr]]:
        """The function called and its values, whichever of the two ways it is written."""
        if call.keywords:
            raise forbidden(position=self.source.position(call), found=self.source.words(call))
        match call.func:
            case ast.Name(id=name) if name in functions:
                return name, call.args
            case ast.Attribute(value=value, attr=name) if name in METHODS:
                return name, [value, *call.args]
            case function:
                raise self.unknown(function, functions)

    def given(
        self, call: ast.Call, values: Sequence[ast.expr], *, least: int, most: int | None = None
    ) -> Sequence[ast.expr]:
        """The values given to a function, where there are as many as it needs."""
        most = most or least
        if least <= len(values) <= most:
            return values
        wanted = str(least) if least == most else f"{least}-{most}"
        raise self.wrong(
            call,
            expected=Wording(f"{wanted} values in brackets", f"{wanted} valeurs entre parenthèses"),
            mend=Wording(
                "give the function what it needs", "donnez à la fonction ce qu'il lui faut"
            ),
        )

    def unknown(self, node: ast.expr, names: Collection[str]) -> ExpressionError:
        """The part names nothing known; the nearest names are offered."""
        found = self.source.words(node)
        near = get_close_matches(found, sorted(names), n=2, cutoff=0.65)
        return unknown_name(position=self.source.position(node), found=found, near=near)

    def wrong(
        self, node: ast.expr, *, expected: Wording, mend: Wording | None = None
    ) -> ExpressionError:
        """The part is not what must stand at its place."""
        return wrong_kind(
            position=self.source.position(node),
            found=self.source.words(node),
            expected=expected,
            mend=mend,
        )
