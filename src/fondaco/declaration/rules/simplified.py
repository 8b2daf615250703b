"""Source of which some is known already, without what need not be asked again.

>>> lines = ast.parse("if not (origin is None or origin in countries): refuse()").body
>>> ast.unparse(simplified(lines, known=Known(given=frozenset({"origin"})))[0])
'if not origin in countries:\\n    refuse()'
"""

import ast
from collections.abc import Iterable, Sequence

import msgspec


class Known(msgspec.Struct, frozen=True):
    """The names that stand for something that is not None, and those that are true besides."""

    given: frozenset[str] = frozenset()
    filled: frozenset[str] = frozenset()

    def and_also(self, *, given: Iterable[str] = (), filled: Iterable[str] = ()) -> "Known":
        """This, and more."""
        return Known(self.given.union(given), self.filled.union(filled))

    def is_given(self, name: str) -> bool:
        """Whether the name stands for something that is not None."""
        return name in self.given or name in self.filled


def simplified(statements: Sequence[ast.stmt], *, known: Known) -> list[ast.stmt]:
    """The statements without questions whose answer is known; none may assign to a known name."""
    module = _Simpler(known).visit(ast.Module(list(statements), []))
    return module.body or [ast.Pass()]


class _Simpler(ast.NodeTransformer):
    """Answers what is known, and leaves out what then is never reached."""

    def __init__(self, known: Known) -> None:
        self._known = known

    def _truth(self, node: ast.expr) -> bool | None:
        if isinstance(node, ast.Constant):
            return bool(node.value)
        return True if isinstance(node, ast.Name) and node.id in self._known.filled else None

    def visit_Compare(self, node: ast.Compare) -> ast.expr:  # noqa: N802
        self.generic_visit(node)
        match node:
            case ast.Compare(
                left=ast.Name(id=name), ops=[op], comparators=[ast.Constant(value=None)]
            ):
                if self._known.is_given(name) and isinstance(op, ast.Is | ast.IsNot):
                    return ast.Constant(isinstance(op, ast.IsNot))
        return node

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.expr:  # noqa: N802
        self.generic_visit(node)
        ends = isinstance(node.op, ast.Or)
        *before, last = node.values
        kept: list[ast.expr] = []
        for each in before:
            truth = self._truth(each)
            if truth is ends:
                last = each
                break
            if truth is None:
                kept.append(each)
        kept.append(last)
        return kept[0] if len(kept) == 1 else ast.BoolOp(node.op, kept)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.expr:  # noqa: N802
        self.generic_visit(node)
        truth = self._truth(node.operand) if isinstance(node.op, ast.Not) else None
        return node if truth is None else ast.Constant(not truth)

    def visit_IfExp(self, node: ast.IfExp) -> ast.expr:  # noqa: N802
        self.generic_visit(node)
        truth = self._truth(node.test)
        return node if truth is None else node.body if truth else node.orelse

    def visit_If(self, node: ast.If) -> ast.stmt | list[ast.stmt]:  # noqa: N802
        self.generic_visit(node)
        truth = self._truth(node.test)
        if truth is not None:
            return node.body if truth else node.orelse
        return node if node.body else []

    def visit_Pass(self, node: ast.Pass) -> None:  # noqa: N802
        return None
