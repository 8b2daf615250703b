"""A numbered rule: its text, and the predicate that tests it.

The predicate's docstring is the text of the rule, in English, and there is no second
copy of it to fall out of step. What a trader is told when the rule is broken, in
each language, stands beside the rules (`fondaco.declaration.rules.texts`). From when until
when it is in force, and by which act, is said by the bundle of law (`fondaco.legal.rule_book`):
a number tests the same for ever, and a rule that is to test another thing is another number.
"""

import inspect
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from typing import Generic, Never, TypeVar, overload

import msgspec

from fondaco.legal.finding import Gravity

T_contra = TypeVar("T_contra", contravariant=True)
C_contra = TypeVar("C_contra", contravariant=True)
C = TypeVar("C")
T = TypeVar("T")

Shown = dict[str, str]
"""The facts that a rule's texts name in braces."""


class Rule(msgspec.Struct, Generic[T_contra, C_contra], frozen=True):
    """One rule of law that a subject of one kind keeps or breaks, given its case.

    ``element`` is the path of the element that is wrong when the rule is broken,
    relative to the subject; empty where it is the subject itself. ``shows`` gives
    the facts that the texts name, and is asked only when the rule is broken.
    """

    number: str
    subject: type
    element: str
    gravity: Gravity
    is_kept_by: Callable[[T_contra, C_contra], bool]
    shows: Callable[[T_contra, C_contra], Shown] | None = None

    @property
    def name(self) -> str:
        """The rule in a few words: the predicate's own name."""
        return self.is_kept_by.__name__.replace("_", " ")

    @property
    def text(self) -> str:
        """The rule as the law puts it: the first paragraph of the docstring."""
        paragraph, *_ = (inspect.getdoc(self.is_kept_by) or "").split("\n\n")
        return " ".join(paragraph.split())


@overload
def rule(
    number: str,
    *,
    element: str,
    gravity: Gravity = Gravity.ERROR,
) -> Callable[[Callable[[T, C], bool]], Rule[T, C]]: ...


@overload
def rule(
    number: str,
    *,
    element: str,
    gravity: Gravity = Gravity.ERROR,
    shows: Callable[[T, C], Shown],
) -> Callable[[Callable[[T, C], bool]], Rule[T, C]]: ...


def rule(
    number: str,
    *,
    element: str,
    gravity: Gravity = Gravity.ERROR,
    shows: Callable[[T, C], Shown] | None = None,
) -> Callable[[Callable[[T, C], bool]], Rule[T, C]]:
    """Make a numbered rule of a predicate; its first parameter says which subjects it judges.

    >>> from fondaco.units.period import Period
    >>> @rule("X1", element="start")
    ... def it_ends(period: Period, case: None) -> bool:
    ...     '''A period must end.'''
    ...     return period.end is not None
    >>> it_ends.text, it_ends.subject.__name__
    ('A period must end.', 'Period')

    TypeError where the predicate has no docstring or does not name its subject.
    """

    def number_it(is_kept_by: Callable[[T, C], bool]) -> Rule[T, C]:
        subject = next(iter(inspect.signature(is_kept_by).parameters.values())).annotation
        if not is_kept_by.__doc__ or not isinstance(subject, type):
            raise TypeError(f"rule {number} needs a docstring and the class of its subject")
        return Rule(number, subject, element, gravity, is_kept_by, shows)

    return number_it


class RuleSet(Generic[C]):
    """Every rule that is written, each number once; which of them are in force, law says."""

    def __init__(self, rules: Iterable[Rule[Never, C]]) -> None:
        self._rules = tuple(rules)
        numbers = [each.number for each in self._rules]
        repeated = sorted({number for number in numbers if numbers.count(number) > 1})
        if repeated:
            raise ValueError(f"found two rules numbered {repeated[0]}, expected each number once")
        self.numbers = tuple(numbers)

    def __iter__(self) -> Iterator[Rule[Never, C]]:
        return iter(self._rules)

    def __len__(self) -> int:
        return len(self._rules)

    def among(self, numbers: Container[str]) -> Mapping[type, tuple[Rule[Never, C], ...]]:
        """The rules with these numbers, by the kind of subject they judge."""
        chosen: dict[type, tuple[Rule[Never, C], ...]] = {}
        for each in self._rules:
            if each.number in numbers:
                chosen[each.subject] = (*chosen.get(each.subject, ()), each)
        return chosen


def rules_in(module: object) -> tuple[Rule[Never, C], ...]:
    """The rules that a module defines, in the order in which it defines them."""
    return tuple(each for each in vars(module).values() if isinstance(each, Rule))
