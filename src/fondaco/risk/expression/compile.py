"""Making one function of many checked expressions: elements are read once, values never re-checked.

The source is written by `source` from typed trees alone: no character of an officer's
text reaches it, names are numbered and values are handed in beside it. A test of the
house names this module and one other as the only ones that call `exec`.
"""

from collections.abc import Callable, Mapping, Sequence
from decimal import localcontext
from typing import TypeAlias, cast

from fondaco.risk.expression import tree
from fondaco.risk.expression.environment import Rows, Value
from fondaco.risk.expression.frame import FromRows, Sources
from fondaco.risk.expression.grouping import indented
from fondaco.risk.expression.placing import placed
from fondaco.risk.expression.source import Writer
from fondaco.risk.expression.types import EXACT
from fondaco.risk.expression.vocabulary import Vocabulary

Hit: TypeAlias = tuple[int, int | None]
"""Which expression hits, and on which item: both counted from zero; None for the declaration."""

_Judge: TypeAlias = Callable[[object, Sequence[object], Mapping[str, Sequence[str]]], list[Hit]]


class Program:
    """Many expressions as one function; of values in rows, unless ``sources`` read them elsewhere.

    >>> from fondaco.legal.wording import Wording
    >>> from fondaco.risk.expression.checking import check
    >>> from fondaco.risk.expression.environment import Environment
    >>> from fondaco.risk.expression.types import Type
    >>> from fondaco.risk.expression.vocabulary import Element
    >>> words = Vocabulary([Element("item.origin", Type.CODE, Wording("origin", "origine"))])
    >>> program = Program([check("item.origin == 'XA'", vocabulary=words)], vocabulary=words)
    >>> program.hits(Environment(header=(), items=(("XB",), ("XA",))))
    [(0, 1)]
    """

    def __init__(
        self,
        expressions: Sequence[tree.Expression],
        *,
        vocabulary: Vocabulary,
        sources: Sources | None = None,
    ) -> None:
        rows = FromRows(header=len(vocabulary.header), items=len(vocabulary.items))
        writer = Writer(sources or rows)
        self.source = writer.function("judge", expressions=expressions)
        self._judge = cast(_Judge, _made("judge", self.source, writer.constants))

    def hits(self, environment: Rows) -> list[Hit]:
        """Every hit, in the order of the expressions and then of the items."""
        with localcontext(EXACT):
            return self.hits_in(environment.header, environment.items, environment.lists)

    def hits_in(
        self, header: object, items: Sequence[object], lists: Mapping[str, Sequence[str]]
    ) -> list[Hit]:
        """The same of what the program's sources read values from, in the context `EXACT`."""
        found = self._judge(header, items, lists)
        if len(found) > 1:
            found.sort(key=_place)
        return found


Reader: TypeAlias = Callable[[object, object, int], Value]


def reader(name: str, *, definitions: Mapping[str, str], constants: Mapping[str, object]) -> Reader:
    """What gives one value of a header, an item and the item's number from zero."""
    lines = placed([f"return {name}"], definitions)
    source = "\n".join(["def read(header, item, number):", *indented(lines)])
    return cast(Reader, _made("read", source, constants))


def _made(name: str, source: str, constants: Mapping[str, object]) -> object:
    names: dict[str, object] = {"__builtins__": {}, **constants}
    code = compile(source, "<officers' expressions>", "exec")
    exec(code, names)  # noqa: S102  # generated source only, without builtins: see above
    return names[name]


def _place(hit: Hit) -> tuple[int, int]:
    expression, item = hit
    return expression, -1 if item is None else item
