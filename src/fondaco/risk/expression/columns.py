"""The same expressions over columns, for rehearsing a profile on past declarations.

One row stands for one goods item, with the header's values repeated on it and the
declaration's key in ``KEY``; a column bears the name of its element. Polars is
needed for this alone (the extra ``fondaco[risk]``), so it is imported when used.
The arithmetic is the same as in memory: decimals of six places, half to even.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import reduce
from operator import and_, or_
from typing import TYPE_CHECKING

from fondaco.risk.expression import tree
from fondaco.risk.expression.environment import Environment, Value
from fondaco.risk.expression.types import Type
from fondaco.risk.expression.vocabulary import Element, Reading, Vocabulary

if TYPE_CHECKING:
    import polars

KEY = "declaration"
"""The column that says to which declaration a row belongs."""
ITEM = "item"
"""The column that counts the items of a declaration from zero."""


def hits(
    expression: tree.Expression, *, lists: Mapping[str, Sequence[str]] | None = None
) -> polars.Expr:
    """Whether the expression hits, for each row; what is unknown does not hit.

    An expression on the header gives the same answer on every row of a declaration.
    """
    return _Columns(lists or {}).condition(expression.condition).fill_null(value=False)


def frame(environments: Sequence[Environment], *, vocabulary: Vocabulary) -> polars.DataFrame:
    """The rows of many declarations, in order; a declaration without items has no row."""
    import polars as pl

    columns: dict[str, polars.Series] = {}
    rows = [(key, each) for key, each in enumerate(environments) for _ in each.items]
    columns[KEY] = pl.Series(KEY, [key for key, _ in rows], dtype=pl.Int64)
    places = [place for each in environments for place in range(len(each.items))]
    columns[ITEM] = pl.Series(ITEM, places, dtype=pl.Int64)
    for place, element in enumerate(vocabulary.header):
        columns[element.name] = _column(element, [each.header[place] for _, each in rows])
    items = [item for each in environments for item in each.items]
    for place, element in enumerate(vocabulary.items):
        columns[element.name] = _column(element, [item[place] for item in items])
    return pl.DataFrame(columns)


def _column(element: Element, values: list[Value]) -> polars.Series:
    if element.type.is_quantity:
        values = [None if value is None else Decimal(value) for value in values]  # type: ignore[arg-type]
    if element.type is Type.SET:
        values = [None if value is None else list(value) for value in values]  # type: ignore[arg-type,misc]
    import polars as pl

    return pl.Series(element.name, values, dtype=_kind(element.type))


def _kind(kind: Type) -> polars.DataType:
    import polars as pl

    if kind.is_quantity:
        return pl.Decimal(38, 6)
    kinds: dict[Type, polars.DataType] = {
        Type.DATE: pl.Date(),
        Type.YES_NO: pl.Boolean(),
        Type.SET: pl.List(pl.String()),
    }
    return kinds.get(kind, pl.String())


class _Columns:
    """The turning of one tree into expressions over columns; null is missing, and unknown."""

    def __init__(self, lists: Mapping[str, Sequence[str]]) -> None:
        self._lists = lists

    def condition(self, condition: tree.Condition) -> polars.Expr:  # noqa: C901  # a case per kind
        """The condition, null where unknown: Polars joins and turns round as Kleene did."""
        match condition:
            case tree.Not(condition=inner):
                return ~self.condition(inner)
            case tree.All(conditions=parts):
                return reduce(and_, map(self.condition, parts))
            case tree.Any(conditions=parts):
                return reduce(or_, map(self.condition, parts))
            case tree.SomeItem(condition=inner):
                return self.condition(inner).any(ignore_nulls=False).over(KEY)
            case tree.EveryItem(condition=inner):
                return self.condition(inner).all(ignore_nulls=False).over(KEY)
            case tree.Affirmed(subject=subject):
                return self.value(subject)
            case tree.Missing(subject=subject):
                return self.value(subject).is_null()
            case tree.Comparison():
                return self._compared(condition)
            case tree.Contains(subject=subject, part=part):
                if subject.type is Type.SET:
                    return self._known(self.value(subject).list.contains(self.value(part)), part)
                return self.value(subject).str.contains(self.value(part), literal=True)
            case _:
                return self._belongs(condition)

    def _known(self, answer: polars.Expr, *needed: tree.Amount) -> polars.Expr:
        """The answer where what it needs is known, else null."""
        import polars as pl

        known = reduce(and_, (self.value(each).is_not_null() for each in needed))
        return pl.when(known).then(answer)

    def _compared(self, condition: tree.Comparison) -> polars.Expr:
        left, right = self.value(condition.left), self.value(condition.right)
        match condition.comparator:
            case tree.Comparator.EQUAL:
                return left == right
            case tree.Comparator.UNEQUAL:
                return left != right
            case tree.Comparator.BELOW:
                return left < right
            case tree.Comparator.AT_MOST:
                return left <= right
            case tree.Comparator.ABOVE:
                return left > right
            case tree.Comparator.AT_LEAST:
                return left >= right

    def _belongs(self, condition: tree.Within | tree.StartsWith | tree.Overlaps) -> polars.Expr:
        import polars as pl

        members = self._members(condition.members)
        subject = self.value(condition.subject)
        if members is None:
            return pl.when(subject.is_null()).then(pl.lit(None, dtype=pl.Boolean))
        if isinstance(condition, tree.Within):
            kind = _kind(condition.subject.type)
            same = pl.Series(values=members, dtype=kind).implode()
            return self._known(subject.is_in(same), condition.subject)
        each = [
            subject.str.starts_with(member)
            if isinstance(condition, tree.StartsWith)
            else subject.list.contains(member)
            for member in map(str, members)
        ]
        return self._known(reduce(or_, each, pl.lit(value=False)), condition.subject)

    def _members(self, members: tree.Members) -> Sequence[str | Decimal | date] | None:
        if members.living and members.list_name is not None:
            return self._lists.get(members.list_name)
        return members.values

    def value(self, amount: tree.Amount) -> polars.Expr:
        """The value, null where missing."""
        import polars as pl

        match amount:
            case Reading(element=element):
                return pl.col(element.name)
            case tree.Literal(type=kind, value=value):
                return pl.lit(value, dtype=_kind(kind))
            case tree.Count(condition=inner):
                counted = self.condition(inner).fill_null(value=False).sum().over(KEY)
                return counted.cast(_kind(Type.NUMBER))
            case tree.Sum():
                return self._sum(amount)
            case tree.Negative(amount=inner):
                return -self.value(inner)
            case tree.Arithmetic():
                return self._arithmetic(amount)
            case tree.Call():
                return self._called(amount)

    def _sum(self, amount: tree.Sum) -> polars.Expr:
        import polars as pl

        value = self.value(amount.amount)
        if amount.condition is not None:
            value = pl.when(self.condition(amount.condition)).then(value)
        return pl.when(value.count().over(KEY) > 0).then(value.sum().over(KEY))

    def _arithmetic(self, amount: tree.Arithmetic) -> polars.Expr:
        import polars as pl

        left, right = self.value(amount.left), self.value(amount.right)
        match amount.operator:
            case "+":
                return left + right
            case "-":
                return left - right
            case "*":
                return left * right
            case _:
                # Polars fails on division by zero even where the row is not wanted.
                return left / pl.when(right != 0).then(right)

    def _called(self, call: tree.Call) -> polars.Expr:  # noqa: C901  # a case per function
        import polars as pl

        given = [self.value(argument) for argument in call.arguments]
        number = _kind(Type.NUMBER)
        match call.function:
            case "lower":
                return given[0].str.to_lowercase()
            case "len":
                of_set = call.arguments[0].type is Type.SET
                length = given[0].list.len() if of_set else given[0].str.len_chars()
                return length.cast(number)
            case "abs":
                return given[0].abs()
            case "min":
                return self._known(pl.min_horizontal(given), *call.arguments)
            case "max":
                return self._known(pl.max_horizontal(given), *call.arguments)
            case "round":
                return given[0].round(_places(call.arguments[1]), mode="half_to_even")
            case "days_between":
                return (given[1] - given[0]).dt.total_days().cast(number)
            case "year":
                return given[0].dt.year().cast(number)
            case "month":
                return given[0].dt.month().cast(number)
            case "weekday":
                return given[0].dt.weekday().cast(number)
            case named:
                raise LookupError(f"found the function {named!r}, expected one of the language")


def _places(amount: tree.Amount) -> int:
    assert isinstance(amount, tree.Literal) and isinstance(amount.value, Decimal)
    return int(amount.value)
