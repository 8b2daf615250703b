"""How officers' rules read a declaration without its rows: the source of each value in a row.

Most rules look at little of a declaration, and most of that only where something else holds. So
the rules of a day read what they name from the declaration itself, where they name it. How each
element is worked out is written once, in `rows`, and read from there.
"""

import ast
import builtins
import inspect
import textwrap
from collections.abc import Callable, Mapping
from copy import deepcopy
from functools import cache

from fondaco.risk.expression.compile import Reader, reader
from fondaco.risk.rows import header_row, item_row

_OF_HEADER = {
    "document": "header.document",
    "shipment": "header.shipment",
    "features": "header.features",
    "bill": "header.bill",
    "on": "header.on",
}
_OF_ITEM = {
    "item": "item",
    "shipment": "header.shipment",
    "bill": "header.bill",
    "number": "(number + 1)",
}


@cache
def written_rows() -> "WrittenRows | None":
    """The values of both rows, of a consignment and its items; None where no source is at hand."""
    try:
        return WrittenRows()
    except OSError:
        return None


class WrittenRows:
    """The values as `rows` works them out."""

    def __init__(self) -> None:
        self._header, self._item = _Row(header_row, _OF_HEADER), _Row(item_row, _OF_ITEM)
        self.constants: Mapping[str, object] = {**self._header.constants, **self._item.constants}
        self._readers: dict[str, Reader] = {}

    def of_header(self) -> dict[str, str]:
        """The values of a consignment that is called header."""
        return self._header.definitions("h")

    def of_item(self, letter: str) -> dict[str, str]:
        """The values of a goods item that is called item."""
        return self._item.definitions(letter)

    def reader(self, name: str) -> Reader:
        """What reads the value of that name by itself: h and i with the place of an element."""
        known = self._readers.get(name)
        if known is None:
            values = self.of_header() if name[0] == "h" else self.of_item("i")
            known = self._readers[name] = reader(name, definitions=values, constants=self.constants)
        return known


class _Row:
    """A function that gives a row: its assignments, and each value of the row."""

    def __init__(self, function: Callable[..., object], given: Mapping[str, str]) -> None:
        (written,) = ast.parse(textwrap.dedent(inspect.getsource(function))).body
        assert isinstance(written, ast.FunctionDef)
        self._given = {name: ast.parse(way, mode="eval").body for name, way in given.items()}
        self._steps: dict[str, ast.expr] = {}
        self._values: list[ast.expr] = []
        for each in written.body:
            match each:
                case ast.Assign(targets=[ast.Name(id=name)], value=value):
                    self._steps[name] = value
                case ast.Return(value=ast.Tuple(elts=values)):
                    self._values = values
        self._globals = {**vars(builtins), **inspect.getmodule(function).__dict__}
        self.constants = {
            f"{_OURS}{name}": self._globals[name]
            for name in {node.id for node in ast.walk(written) if isinstance(node, ast.Name)}
            if name in self._globals and name not in self._given and name not in self._steps
        }

    def definitions(self, letter: str) -> dict[str, str]:
        """Each step and each value with its source; a step bears the letter before its name."""
        named = _Named(
            self._given, {name: f"{letter}_{name}" for name in self._steps}, self.constants
        )
        steps = {f"{letter}_{name}": named.source(value) for name, value in self._steps.items()}
        values = {f"{letter}{at}": named.source(value) for at, value in enumerate(self._values)}
        return steps | values


_OURS = "of_"
"""What the names of functions and constants that values are worked out with begin with."""


class _Named(ast.NodeTransformer):
    """Names made into what stands for them where the values are read."""

    def __init__(
        self,
        given: Mapping[str, ast.expr],
        steps: Mapping[str, str],
        constants: Mapping[str, object],
    ) -> None:
        self._given, self._steps, self._constants = given, steps, constants

    def source(self, value: ast.expr) -> str:
        """The expression as source."""
        return ast.unparse(self.visit(deepcopy(value)))

    def visit_Name(self, node: ast.Name) -> ast.expr:  # noqa: N802
        if node.id in self._given:
            return deepcopy(self._given[node.id])
        if node.id in self._steps:
            return ast.Name(self._steps[node.id], node.ctx)
        ours = f"{_OURS}{node.id}"
        return ast.Name(ours if ours in self._constants else node.id, node.ctx)
