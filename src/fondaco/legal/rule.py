"""A numbered rule: its text, its days of force, its citation, and the predicate that tests it.

The predicate's docstring is the text of the rule, in English, and there is no second
copy of it to fall out of step. What a trader is told when the rule is broken, in
each language, stands beside the rules (`fondaco.declaration.rules.texts`).
"""

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Generic, Never, TypeVar, overload

import msgspec

from fondaco.legal.citation import Citation
from fondaco.legal.finding import Gravity
from fondaco.units.period import Period

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
    in_force: Period
    citation: Citation
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
    cites: Citation,
    since: date,
    until: date | None = None,
    gravity: Gravity = Gravity.ERROR,
) -> Callable[[Callable[[T, C], bool]], Rule[T, C]]: ...


@overload
def rule(
    number: str,
    *,
    element: str,
    cites: Citation,
    since: date,
    until: date | None = None,
    gravity: Gravity = Gravity.ERROR,
    shows: Callable[[T, C], Shown],
) -> Callable[[Callable[[T, C], bool]], Rule[T, C]]: ...


def rule(
    number: str,
    *,
    element: str,
    cites: Citation,
    since: date,
    until: date | None = None,
    gravity: Gravity = Gravity.ERROR,
    shows: Callable[[T, C], Shown] | None = None,
) -> Callable[[Callable[[T, C], bool]], Rule[T, C]]:
    """Make a numbered rule of a predicate; its first parameter says which subjects it judges.

    >>> @rule("X1", element="start", cites=Citation("Act", "s. 1"), since=date(2026, 1, 1))
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
        force = Period(since, until)
        return Rule(number, subject, element, force, cites, gravity, is_kept_by, shows)

    return number_it


class RuleSet(Generic[C]):
    """Every rule ever in force, by number; which of them hold is asked per day."""

    def __init__(self, rules: Iterable[Rule[Never, C]]) -> None:
        self._rules = tuple(rules)
        for place, one in enumerate(self._rules):
            for other in self._rules[:place]:
                if one.number == other.number and one.in_force.overlaps(other.in_force):
                    raise ValueError(f"two rules numbered {one.number} are in force at once")

    def __iter__(self) -> Iterator[Rule[Never, C]]:
        return iter(self._rules)

    def __len__(self) -> int:
        return len(self._rules)

    def on(self, day: date) -> Mapping[type, tuple[Rule[Never, C], ...]]:
        """The rules in force on the day, by the kind of subject they judge."""
        chosen: dict[type, tuple[Rule[Never, C], ...]] = {}
        for each in self._rules:
            if day in each.in_force:
                chosen[each.subject] = (*chosen.get(each.subject, ()), each)
        return chosen

    def changes(self) -> tuple[date, ...]:
        """The days on which some rule begins or ends, in order."""
        days = {each.in_force.start for each in self._rules}
        days |= {each.in_force.end for each in self._rules if each.in_force.end is not None}
        return tuple(sorted(days))


def rules_in(module: object) -> tuple[Rule[Never, C], ...]:
    """The rules that a module defines, in the order in which it defines them."""
    return tuple(each for each in vars(module).values() if isinstance(each, Rule))
