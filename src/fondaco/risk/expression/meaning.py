"""What an expression means, worked out step by step on one declaration.

The compiled function answers whether an expression hits; this slower way also says
which elements made it true, and is what the compiled forms are tested against.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal, localcontext
from itertools import chain
from typing import TypeAlias

import msgspec

from fondaco.risk.expression import functions, tree
from fondaco.risk.expression.environment import Rows, Value, Values
from fondaco.risk.expression.types import EXACT
from fondaco.risk.expression.vocabulary import Reading, Scope

Truth: TypeAlias = bool | None


class Evidence(msgspec.Struct, frozen=True, gc=False):
    """One element that was read on the way to the truth, its value, and its item (from zero)."""

    reading: Reading
    value: Value
    item: int | None


def truth(condition: tree.Condition, *, environment: Rows, item: int | None = None) -> Truth:
    """Whether a condition is true, false, or (None) unknown."""
    with localcontext(EXACT):
        return _Case(environment, item).truth(condition)


def evidence(
    expression: tree.Expression,
    *,
    environment: Rows,
    items: Sequence[int | None] = (None,),
    most: int,
) -> tuple[Evidence, ...]:
    """The readings that made a true expression true of these items (None: of the declaration).

    Each is named once, in the order of the text, and no more of them than ``most``.
    """
    found: dict[tuple[str, int | None], Evidence] = {}
    with localcontext(EXACT):
        for item in items:
            for each in _Case(environment, item).grounds(expression.condition, wanted=True):
                found.setdefault((each.reading.element.name, each.item), each)
                if len(found) >= most:
                    return tuple(found.values())
    return tuple(found.values())


def certain(condition: tree.Condition) -> tuple[Reading, ...] | None:
    """The elements on which the condition always rests when it is true.

    None where that depends on the declaration: where one of several parts is enough,
    or where all items are asked.
    """
    match condition:
        case tree.All(conditions=parts):
            each = [certain(part) for part in parts]
            known = [readings for readings in each if readings is not None]
            return None if len(known) < len(each) else tuple(dict.fromkeys(chain(*known)))
        case tree.Not(condition=inner) if not isinstance(inner, tree.All | tree.Any | tree.Not):
            return certain(inner)
        case tree.Any() | tree.Not() | tree.SomeItem() | tree.EveryItem():
            return None
        case tree.Comparison(left=left, right=right):
            return _plain(left, right)
        case tree.Contains(subject=subject, part=part):
            return _plain(subject, part)
        case _:
            return _plain(condition.subject)


def _plain(*amounts: tree.Amount) -> tuple[Reading, ...] | None:
    """The elements that the amounts are made of; None where they count or sum items."""
    found: list[Reading] = []
    waiting = list(amounts)
    while waiting:
        match waiting.pop(0):
            case Reading() as reading:
                found.append(reading)
            case tree.Count() | tree.Sum():
                return None
            case tree.Negative(amount=inner):
                waiting.append(inner)
            case tree.Arithmetic(left=left, right=right):
                waiting += [left, right]
            case tree.Call(arguments=arguments):
                waiting += arguments
    return tuple(found)


class _Case:
    """One declaration, seen from one of its items or from none."""

    def __init__(self, environment: Rows, item: int | None) -> None:
        self.environment = environment
        self.item = item

    def _row(self, reading: Reading) -> Values:
        if reading.scope is Scope.HEADER or self.item is None:
            return self.environment.header
        return self.environment.items[self.item]

    def _cases(self) -> "Iterator[_Case]":
        return (_Case(self.environment, place) for place in range(len(self.environment.items)))

    # Conditions

    def truth(self, condition: tree.Condition) -> Truth:  # noqa: C901  # a case per kind of node
        """The truth of the condition in this case."""
        match condition:
            case tree.Not(condition=inner):
                return _turned(self.truth(inner))
            case tree.All(conditions=parts):
                return _all(self.truth(part) for part in parts)
            case tree.Any(conditions=parts):
                return _any(self.truth(part) for part in parts)
            case tree.EveryItem(condition=inner):
                return _all(case.truth(inner) for case in self._cases())
            case tree.SomeItem(condition=inner):
                return _any(case.truth(inner) for case in self._cases())
            case tree.Missing(subject=subject):
                return self.value(subject) is None
            case tree.Affirmed(subject=subject):
                answer = self.value(subject)
                return answer if isinstance(answer, bool) else None
            case tree.Comparison():
                return self._compared(condition)
            case _:
                return self._belongs(condition)

    def _compared(self, condition: tree.Comparison) -> Truth:
        left, right = self.value(condition.left), self.value(condition.right)
        if left is None or right is None:
            return None
        match condition.comparator:
            case tree.Comparator.EQUAL:
                return left == right
            case tree.Comparator.UNEQUAL:
                return left != right
            case tree.Comparator.BELOW:
                return left < right  # type: ignore[operator]  # checked to be alike
            case tree.Comparator.AT_MOST:
                return left <= right  # type: ignore[operator]
            case tree.Comparator.ABOVE:
                return left > right  # type: ignore[operator]
            case tree.Comparator.AT_LEAST:
                return left >= right  # type: ignore[operator]

    def _belongs(
        self, condition: tree.Within | tree.StartsWith | tree.Contains | tree.Overlaps
    ) -> Truth:
        subject = self.value(condition.subject)
        if subject is None:
            return None
        if isinstance(condition, tree.Contains):
            part = self.value(condition.part)
            return None if part is None else part in subject  # type: ignore[operator]
        members = self._members(condition.members)
        if members is None:
            return None
        if isinstance(condition, tree.StartsWith):
            return functions.begins(subject, members)  # type: ignore[arg-type]
        if isinstance(condition, tree.Overlaps):
            return not set(members).isdisjoint(subject)  # type: ignore[arg-type]
        return subject in members

    def _members(self, members: tree.Members) -> "tuple[str | Decimal | date, ...] | None":
        if not members.living or members.list_name is None:
            return members.values
        kept = self.environment.lists.get(members.list_name)
        return None if kept is None else tuple(kept)

    # Values

    def value(self, amount: tree.Amount) -> Value:
        """The value in this case, None where it is missing."""
        match amount:
            case Reading():
                return self._row(amount)[amount.place]
            case tree.Literal(value=value):
                return value
            case tree.Count(condition=inner):
                return sum(case.truth(inner) is True for case in self._cases())
            case tree.Sum():
                return self._sum(amount)
            case tree.Negative(amount=inner):
                turned = self.value(inner)
                return -turned if isinstance(turned, Decimal | int) else None
            case tree.Arithmetic():
                return self._worked_out(amount)
            case tree.Call():
                return self._called(amount)

    def _sum(self, amount: tree.Sum) -> Value:
        stated = [
            value
            for case in self._cases()
            if amount.condition is None or case.truth(amount.condition) is True
            if (value := case.value(amount.amount)) is not None
        ]
        return sum(stated) if stated else None  # type: ignore[arg-type]

    def _worked_out(self, amount: tree.Arithmetic) -> Value:
        left, right = self.value(amount.left), self.value(amount.right)
        if not isinstance(left, Decimal | int) or not isinstance(right, Decimal | int):
            return None
        match amount.operator:
            case "+":
                return left + right
            case "-":
                return left - right
            case "*":
                return functions.product(left, right)
            case _:
                return functions.quotient(left, right)

    def _called(self, call: tree.Call) -> Value:
        given = [self.value(argument) for argument in call.arguments]
        if any(value is None for value in given):
            return None
        if call.function == "round":
            given[1] = Decimal(1).scaleb(-given[1])  # type: ignore[operator]
        return functions.NAMED[call.function](*given)

    # Grounds

    def grounds(  # noqa: C901  # a case per kind of node
        self, condition: tree.Condition, *, wanted: bool
    ) -> Iterator[Evidence]:
        """The readings for which a condition that is what is wanted (true, or false) is so."""
        match condition:
            case tree.Not(condition=inner):
                yield from self.grounds(inner, wanted=not wanted)
            case tree.All(conditions=parts) | tree.Any(conditions=parts):
                # Where all parts had to be so, they are; where one was enough, see which.
                sure = isinstance(condition, tree.All) is wanted
                for part in parts:
                    if sure or self.truth(part) is wanted:
                        yield from self.grounds(part, wanted=wanted)
            case tree.SomeItem(condition=inner) | tree.EveryItem(condition=inner):
                sure = isinstance(condition, tree.EveryItem) is wanted
                for case in self._cases():
                    if sure or case.truth(inner) is wanted:
                        yield from case.grounds(inner, wanted=wanted)
            case tree.Comparison(left=left, right=right):
                yield from self._read(left)
                yield from self._read(right)
            case tree.Contains(subject=subject, part=part):
                yield from self._read(subject)
                yield from self._read(part)
            case _:
                yield from self._read(condition.subject)

    def _read(self, amount: tree.Amount) -> Iterator[Evidence]:  # noqa: C901  # a case per kind
        match amount:
            case Reading():
                item = self.item if amount.scope is Scope.ITEM else None
                yield Evidence(amount, self.value(amount), item)
            case tree.Negative(amount=inner):
                yield from self._read(inner)
            case tree.Arithmetic(left=left, right=right):
                yield from self._read(left)
                yield from self._read(right)
            case tree.Call(arguments=arguments):
                for argument in arguments:
                    yield from self._read(argument)
            case tree.Count(condition=inner):
                for case in self._cases():
                    if case.truth(inner) is True:
                        yield from case.grounds(inner, wanted=True)
            case tree.Sum(amount=inner):
                for case in self._cases():
                    yield from case._read(inner)


def _turned(known: Truth) -> Truth:
    return None if known is None else not known


def _all(parts: Iterator[Truth]) -> Truth:
    seen = set(parts)
    return False if False in seen else None if None in seen else True


def _any(parts: Iterator[Truth]) -> Truth:
    seen = set(parts)
    return True if True in seen else None if None in seen else False
