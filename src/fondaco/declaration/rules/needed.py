"""Which elements a rule cannot be broken without: found once, by trying the rule itself.

Most rules say that an element, *where it is given*, must be so and so. Of a declaration that
leaves it out they need not be asked at all. Nobody has to write down which rules those are, and
so nobody can write it down wrongly: the rule is tried on a subject of which it is known only
what is absent. Where it holds however it goes on to look, it is kept by every such subject.
"""

from collections.abc import Callable, Set
from functools import cache
from typing import Never, cast

import msgspec

from fondaco.declaration.rules.case import Case
from fondaco.legal.rule import Rule


@cache
def needed_by(rule: Rule[Never, Case]) -> tuple[str, ...]:
    """The elements of its subject without any one of which the rule is kept, whatever else is.

    >>> from fondaco.declaration.rules.goods_item import preferential_origin_is_known
    >>> needed_by(preferential_origin_is_known)
    ('preferential_origin',)
    """
    may_be_absent = _absences(rule.subject)
    return tuple(name for name in may_be_absent if _holds(rule, {name}, set()))


@cache
def _absences(subject: type) -> dict[str, object]:
    """What each element is that nobody states, of those that may be left out."""
    return {
        field.name: field.default
        for field in msgspec.structs.fields(subject)
        if field.default in (None, ())
    }


def _holds(rule: Rule[Never, Case], absent: Set[str], given: Set[str]) -> bool:
    """Whether the rule is kept by everything of which so much is absent and so much given."""
    is_kept_by = cast(Callable[[object, object], bool], rule.is_kept_by)
    try:
        return is_kept_by(_Tried(rule.subject, absent, given), _Tryout()) is True
    except _Undecided as asked:
        name = asked.element
        return _holds(rule, absent | {name}, given) and _holds(rule, absent, given | {name})
    except Exception:  # it went on to look at what is not known here
        return False


class _Tried:
    """A subject of which nothing is known but which elements are absent and which are given."""

    def __init__(self, kind: type, absent: Set[str], given: Set[str]) -> None:
        self._kind, self._absent, self._given = kind, absent, given

    def __getattr__(self, name: str) -> object:
        if name in self._absent:
            return _absences(self._kind)[name]
        if name in self._given:
            return _Given()
        if name in _absences(self._kind):
            raise _Undecided(name)
        known = vars(self._kind).get(name)
        if isinstance(known, property):
            return known.__get__(self)  # worked out of elements, and so of what is known of them
        return _Given()


class _Undecided(Exception):
    """A rule asks of an element for the first time: it may be absent, it may be given."""

    def __init__(self, element: str) -> None:
        super().__init__(element)
        self.element = element


class _Unknown(Exception):
    """A rule looks at what is given, of which it is not known what it is."""


class _Given:
    """An element that is given, of which nothing can be told but that it is not None."""

    __slots__ = ()

    def _refuse(self, *_: object) -> Never:
        raise _Unknown

    # What every object answers to by itself; anything else is a TypeError already.
    __bool__ = __eq__ = __hash__ = __str__ = __repr__ = __format__ = _refuse
    __class__ = property(_refuse)


class _Books:
    """The books of codes: every list is given."""

    def __getattr__(self, name: str) -> object:
        return _Given()


class _Tryout:
    """The case of the trial: there are books, and nothing else is known of it."""

    books = _Books()
