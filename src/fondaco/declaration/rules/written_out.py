"""A rule's predicate as lines of source that stand where the rule is asked, from its own source.

Calling a predicate costs more than most predicates do. So `quick` has each written out where it
is asked: the subject's elements, read already, stand under their names there; functions of one
expression that it calls are written out in their turn. It is still the one predicate, read from
the one place where it is defined. Any that is not simple enough, or whose source is not at hand,
is called as it is: the answer is the same.
"""

import ast
import builtins
import inspect
import textwrap
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from functools import cache
from types import FunctionType
from typing import Protocol

from fondaco.declaration.rules.simplified import Known, simplified

_NOT_SIMPLE = (ast.Lambda, ast.While, ast.Try, ast.With, ast.NamedExpr)
_DEEPEST = 3
"""Functions that call functions are written out so far down."""


_CASE = "case"
"""The name of the case in the lines."""


class Surroundings(Protocol):
    """What stands around the lines: how they are to name what they need."""

    subject: str

    def value(self, element: str) -> str:
        """The name of an element of the subject, or of what its type works out of them."""

    def of_case(self, *way: str) -> str:
        """The name of what the case holds at the end of that way."""

    def constant(self, value: object, *, name: str) -> str:
        """The name of a value that is always the same; one like the name that is given."""


def written_out(
    predicate: Callable[..., bool], *, number: str, within: Surroundings, known: Known
) -> list[str] | None:
    """Lines that return False where the predicate does, else go on; None where it is to be called.

    Names of their own begin with the rule's number. What is known already is not asked again.
    """
    definition = _definition(predicate)
    if definition is None:
        return None
    subject, case = (each.arg for each in definition.args.args)
    scope = _Scope(predicate, definition, within, subject=subject, case=case, prefix=f"{number}_")
    try:
        lines = _Lines(scope).of(_body(definition))
    except _NotSimpleError:
        return None
    module = ast.fix_missing_locations(ast.Module(simplified(lines, known=known), []))
    return ast.unparse(module).splitlines()


class _NotSimpleError(Exception):
    """The predicate does something that is not written out."""


@cache
def _definition(function: Callable[..., object]) -> ast.FunctionDef | None:
    """The function as it is written; None where it is not to be written out."""
    if not isinstance(function, FunctionType) or function.__closure__ or function.__kwdefaults__:
        return None
    try:
        source = textwrap.dedent(inspect.getsource(function))
        (found,) = ast.parse(source).body
    except (OSError, SyntaxError, ValueError):
        return None
    if not isinstance(found, ast.FunctionDef) or function.__defaults__:
        return None
    is_simple = not any(isinstance(node, _NOT_SIMPLE) for node in ast.walk(found))
    return found if is_simple else None


def _body(definition: ast.FunctionDef) -> list[ast.stmt]:
    """What it does, without its docstring."""
    first, *rest = definition.body
    is_text = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    return rest if is_text else definition.body


class _Scope(ast.NodeTransformer):
    """The names of one function, each made into what stands for it in the surroundings."""

    def __init__(
        self,
        function: Callable[..., object],
        definition: ast.FunctionDef,
        within: Surroundings,
        *,
        subject: str = "",
        case: str = "",
        prefix: str = "",
        given: Mapping[str, ast.expr] | None = None,
        depth: int = 0,
    ) -> None:
        assert isinstance(function, FunctionType)
        self._globals, self._within = function.__globals__, within
        self._subject, self._case, self._prefix, self._depth = subject, case, prefix, depth
        self._known: dict[str, ast.expr] = dict(given or {})
        self._stored = [
            node.id
            for node in ast.walk(definition)
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
        ]

    def expression(self, node: ast.expr) -> ast.expr:
        """The expression with every name made into what stands for it."""
        made = self.visit(deepcopy(node))
        assert isinstance(made, ast.expr)
        return made

    def names(self, name: str, value: ast.expr) -> bool:
        """Let a name stand for a value that has a name already; False where it has to be kept."""
        again = {f"{self._prefix}{each}" for each in self._stored if self._stored.count(each) > 1}
        if not isinstance(value, ast.Name) or value.id in again or self._stored.count(name) > 1:
            return False
        self._known[name] = value
        return True

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:  # noqa: N802
        root, *way = _way(node) or [""]
        stands_for = self._known.get(root)
        if isinstance(stands_for, ast.Name):
            root = stands_for.id
        if way and root in (self._subject, self._within.subject):
            return _along(self._within.value(way[0]), way[1:])
        if way and root in (self._case, _CASE):
            # Two steps are always there; what is further on may hang on a part that is not.
            return _along(self._within.of_case(*way[:2]), way[2:])
        made = self.generic_visit(node)
        assert isinstance(made, ast.expr)
        return made

    def visit_Name(self, node: ast.Name) -> ast.expr:  # noqa: N802
        if node.id in self._known:
            return deepcopy(self._known[node.id])
        if node.id == self._subject:
            return ast.Name(self._within.subject, node.ctx)
        if node.id == self._case:
            return ast.Name(_CASE, node.ctx)
        if node.id in self._stored:
            return ast.Name(f"{self._prefix}{node.id}", node.ctx)
        value = self._global(node.id)
        if isinstance(value, int | str):
            return ast.Constant(value)
        return ast.Name(self._within.constant(value, name=node.id), node.ctx)

    def visit_Call(self, node: ast.Call) -> ast.expr:  # noqa: N802
        if isinstance(node.func, ast.Name) and node.func.id not in self._stored:
            function = self._global(node.func.id)
            if function is bool:
                return _turned(_turned(self.expression(node.args[0])))
            written = self._called(node, function)
            if written is not None:
                return written
        made = self.generic_visit(node)
        assert isinstance(made, ast.expr)
        return made

    def _called(self, call: ast.Call, function: object) -> ast.expr | None:
        """What the called function amounts to, where it is of one expression."""
        if not isinstance(function, FunctionType) or self._depth == _DEEPEST:
            return None
        definition = _definition(function)
        whole = _as_expression(_body(definition)) if definition is not None else None
        if definition is None or whole is None:
            return None
        given = {
            each.arg: value for each, value in zip(definition.args.args, call.args, strict=False)
        }
        given |= {each.arg: each.value for each in call.keywords if each.arg is not None}
        made = {name: self.expression(value) for name, value in given.items()}
        if any(not _may_stand_for(value, name, whole) for name, value in made.items()):
            return None
        inner = _Scope(function, definition, self._within, given=made, depth=self._depth + 1)
        return inner.expression(whole)

    def _global(self, name: str) -> object:
        if name in self._globals:
            return self._globals[name]
        return vars(builtins)[name]


class _Lines:
    """Statements that answer a question made into lines that return False where the answer is no.

    Going on past their end is yes.
    """

    def __init__(self, scope: _Scope) -> None:
        self._scope = scope

    def of(self, statements: Sequence[ast.stmt]) -> list[ast.stmt]:
        """The lines of a function's body, or of the rest of it."""
        if not statements:
            raise _NotSimpleError
        first, *rest = statements
        match first:
            case ast.Return(value=ast.expr() as value):
                return self._refuse_unless(value)
            case ast.Assign(targets=[ast.Tuple(elts=names)], value=ast.Tuple(elts=values)):
                each = [
                    ast.Assign([name], value) for name, value in zip(names, values, strict=True)
                ]
                return self.of([*each, *rest])
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                made = self._scope.expression(value)
                kept = [] if self._scope.names(name, made) else [self._assigned(first, made)]
                return [*kept, *self.of(rest)]
            case ast.If(test=test, body=body, orelse=[]):
                return self._decided(self._scope.expression(test), body, rest)
            case ast.For(orelse=[]):
                return self._gone_through(first, rest)
        raise _NotSimpleError

    def _refuse_unless(self, value: ast.expr) -> list[ast.stmt]:
        match value:
            case ast.Constant(value=True):
                return [ast.Pass()]
            case ast.Call(func=ast.Name(id="all"), args=[ast.GeneratorExp() as each]):
                return [
                    self._for_each(each, lambda holds: ast.If(_turned(holds), [_refusal()], []))
                ]
            case ast.Call(func=ast.Name(id="any"), args=[ast.GeneratorExp() as each]):
                loop = self._for_each(each, lambda holds: ast.If(holds, [ast.Break()], []))
                loop.orelse = [_refusal()]
                return [loop]
        return [ast.If(_turned(self._scope.expression(value)), [_refusal()], [])]

    def _for_each(self, asked: ast.GeneratorExp, then: Callable[[ast.expr], ast.stmt]) -> ast.For:
        """A loop over what is asked of each: a generator mostly costs more than the question."""
        match asked.generators:
            case [ast.comprehension(target=target, iter=over, ifs=[])]:
                names = self._scope.expression
                return ast.For(names(target), names(over), [then(names(asked.elt))], [])
        raise _NotSimpleError

    def _decided(
        self, test: ast.expr, body: Sequence[ast.stmt], rest: Sequence[ast.stmt]
    ) -> list[ast.stmt]:
        if _is_return(body, True):
            return [ast.If(_turned(test), self.of(rest), [])]
        if _is_return(body, False):
            return [ast.If(test, [_refusal()], []), *self.of(rest)]
        return [ast.If(test, self.of(body), self.of(rest))]

    def _gone_through(self, loop: ast.For, rest: Sequence[ast.stmt]) -> list[ast.stmt]:
        """A loop; where it answers yes, it is left, and what comes after it is passed over."""
        target, over = self._scope.expression(loop.target), self._scope.expression(loop.iter)
        inside = _Inside(self._scope)
        body = [inside.line(each) for each in loop.body]
        if inside.answers_yes:
            return [ast.For(target, over, body, self.of(rest))]
        return [ast.For(target, over, body, []), *self.of(rest)]

    def _assigned(self, statement: ast.Assign, value: ast.expr) -> ast.stmt:
        return ast.Assign([self._scope.expression(statement.targets[0])], value)


class _Inside:
    """The lines of a loop, in which an answer ends it."""

    def __init__(self, scope: _Scope, *, depth: int = 0) -> None:
        self._scope, self._depth = scope, depth
        self.answers_yes = False

    def line(self, statement: ast.stmt) -> ast.stmt:
        """The line that stands for a line of the loop."""
        names = self._scope.expression
        match statement:
            case ast.Assign(targets=[ast.Name() as name], value=value):
                return ast.Assign([names(name)], names(value))
            case ast.Return(value=ast.Constant(value=False)):
                return _refusal()
            case ast.Return(value=ast.Constant(value=True)) if not self._depth:
                self.answers_yes = True
                return ast.Break()
            case ast.Break() if self._depth:
                return statement
            case ast.If(test=test, body=body, orelse=[]):
                return ast.If(names(test), self._lines(body), [])
            case ast.For(target=target, iter=over, body=body, orelse=after):
                deeper = _Inside(self._scope, depth=self._depth + 1)
                # What comes after a loop that was not broken off stands in the loop around it.
                return ast.For(names(target), names(over), deeper._lines(body), self._lines(after))
        raise _NotSimpleError

    def _lines(self, statements: Sequence[ast.stmt]) -> list[ast.stmt]:
        return [self.line(each) for each in statements]


def _as_expression(statements: Sequence[ast.stmt]) -> ast.expr | None:
    """What a function gives, as one expression; None where it takes more than that."""
    match statements:
        case [ast.Return(value=ast.expr() as value)]:
            return value
        case [ast.If(test=test, body=[ast.Return(value=ast.expr() as value)], orelse=[]), *rest]:
            other = _as_expression(rest)
            return None if other is None else ast.IfExp(test, value, other)
    return None


def _may_stand_for(value: ast.expr, name: str, whole: ast.expr) -> bool:
    """Whether the value may be written wherever the name is: it is not worked out twice."""
    if isinstance(value, ast.Name | ast.Constant):
        return True
    return sum(isinstance(n, ast.Name) and n.id == name for n in ast.walk(whole)) < 2


def _way(node: ast.expr) -> list[str]:
    """The names of a name with its attributes; empty where something else bears them."""
    if isinstance(node, ast.Name):
        return [node.id]
    if isinstance(node, ast.Attribute) and (before := _way(node.value)):
        return [*before, node.attr]
    return []


def _along(name: str, attributes: Sequence[str]) -> ast.expr:
    made: ast.expr = ast.Name(name, ast.Load())
    for each in attributes:
        made = ast.Attribute(made, each, ast.Load())
    return made


def _turned(test: ast.expr) -> ast.expr:
    return ast.UnaryOp(ast.Not(), test)


def _refusal() -> ast.stmt:
    return ast.Return(ast.Constant(False))


def _is_return(body: Sequence[ast.stmt], value: bool) -> bool:
    match body:
        case [ast.Return(value=given)]:
            return _is_constant(given, value)
    return False


def _is_constant(node: ast.expr | None, value: bool) -> bool:
    return isinstance(node, ast.Constant) and node.value is value
