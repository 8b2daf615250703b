"""Questions asked together: many stand behind one that none of them can be answered yes without.

A consignment is of one commodity and one origin, and officers write hundreds of expressions on
others. So those that hang on the same text are halved by its values again and again, and those
that ask whether the same amounts are above or below something stand behind the loosest of them.

>>> heavy = [Question(1, f"mass > {n}", bounds=(Bound((), "mass", False, Decimal(n)),))
...     for n in (30, 10, 20)]
>>> for line in together([(each, "hit()") for each in heavy], name=str): print(line)
if mass >= 10:
 if mass > 30: hit()
 if mass > 10: hit()
 if mass > 20: hit()
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from decimal import Decimal

import msgspec

_WORTH_ASKING = 3
"""From so many questions on, one before them all costs less than asking each."""

Name = Callable[[object], str]
"""What gives a constant its name in the source."""


class Bound(msgspec.Struct, frozen=True):
    """An amount in source, with what must hold for it to be known, and what it is to be within.

    ``value`` is the most it may be where ``is_most``, else the least.
    """

    needs: tuple[str, ...]
    source: str
    is_most: bool
    value: Decimal

    @property
    def subject(self) -> Hashable:
        """What is bounded, and on which side."""
        return self.needs, self.source, self.is_most


class Question(msgspec.Struct, frozen=True):
    """A condition in source, and what asking it costs.

    The answer can only be yes where the text of that name is ``among`` those values, and where
    every amount is within its bound.
    """

    cost: int
    source: str
    among: tuple[str, frozenset[str]] | None = None
    bounds: tuple[Bound, ...] = ()


Asked = tuple[Question, str]
"""A question, and the statement that is to be run where the answer is yes."""


def together(asked: Iterable[Asked], *, name: Name) -> Iterator[str]:
    """The lines that ask them all and run the statements; in which order is left open."""
    for text, group in _grouped(asked, by=lambda each: each.among and each.among[0]):
        yield from _by_amount(group, name) if text is None else _by_text(str(text), group, name)


def _by_text(text: str, group: Sequence[Asked], name: Name) -> Iterator[str]:
    """The questions that hang on one text, behind the question whether it is one of theirs."""
    if len(group) < _WORTH_ASKING:
        yield from _each(group)
        return
    yield f"if {text} in {name(_values(group))}:"
    first, second = _halves(group)
    if len(group) < 2 * _WORTH_ASKING or _values(first) == _values(second):
        yield from indented(_by_amount(group, name))
    else:
        yield from indented([*_by_text(text, first, name), *_by_text(text, second, name)])


def _by_amount(group: Sequence[Asked], name: Name) -> Iterator[str]:
    """The questions, those that bound the same amounts behind the loosest bounds among them."""
    for subjects, alike in _grouped(group, by=lambda each: frozenset(map(_subject, each.bounds))):
        if not subjects or len(alike) < _WORTH_ASKING:
            yield from _each(alike)
        else:
            bounds = [bound for question, _ in alike for bound in question.bounds]
            loosest = (_loosest(each, name) for _, each in _grouped_bounds(bounds))
            yield f"if {' and '.join(loosest)}:"
            yield from indented(_each(alike))


def _each(group: Iterable[Asked]) -> Iterator[str]:
    return (f"if {question.source}: {statement}" for question, statement in group)


def _grouped(
    asked: Iterable[Asked], *, by: Callable[[Question], Hashable]
) -> Iterable[tuple[Hashable, list[Asked]]]:
    groups: dict[Hashable, list[Asked]] = {}
    for each in asked:
        groups.setdefault(by(each[0]), []).append(each)
    return groups.items()


def _grouped_bounds(bounds: Iterable[Bound]) -> Iterable[tuple[Hashable, list[Bound]]]:
    groups: dict[Hashable, list[Bound]] = {}
    for each in bounds:
        groups.setdefault(each.subject, []).append(each)
    return groups.items()


def _subject(bound: Bound) -> Hashable:
    return bound.subject


def _loosest(bounds: Sequence[Bound], name: Name) -> str:
    """The question whether an amount is within the loosest of bounds on it."""
    one = bounds[0]
    value = (max if one.is_most else min)(bound.value for bound in bounds)
    asked = f"{one.source} {'<=' if one.is_most else '>='} {name(value)}"
    return " and ".join([*dict.fromkeys(one.needs), asked])


def _halves(group: Sequence[Asked]) -> tuple[list[Asked], list[Asked]]:
    ordered = sorted(group, key=lambda each: sorted(_values([each])))
    middle = len(ordered) // 2
    return ordered[:middle], ordered[middle:]


def _values(group: Iterable[Asked]) -> frozenset[str]:
    none: frozenset[str] = frozenset()
    return none.union(*(question.among[1] for question, _ in group if question.among))


def indented(lines: Iterable[str], *, by: int = 1) -> Iterator[str]:
    """The lines, further in."""
    return (" " * by + line for line in lines)
