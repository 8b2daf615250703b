"""The cases of a profile: their values typed by the vocabulary, and whether they come out."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from fondaco.legal.wording import Wording
from fondaco.risk.entries import CaseEntry, ProfileEntry
from fondaco.risk.expression.environment import Value, by_name
from fondaco.risk.expression.meaning import truth
from fondaco.risk.expression.types import Type
from fondaco.risk.expression.vocabulary import Scope, Vocabulary
from fondaco.risk.problem import Problem
from fondaco.risk.profile import Profile, ProfileCase

_KINDS: dict[Type, tuple[type, ...]] = {
    Type.TEXT: (str,),
    Type.CODE: (str,),
    Type.NUMBER: (int, Decimal),
    Type.MONEY: (int, Decimal),
    Type.MASS: (int, Decimal),
    Type.DATE: (date,),
    Type.YES_NO: (bool,),
    Type.SET: (list,),
}


def cases(
    entry: ProfileEntry, *, file: str, vocabulary: Vocabulary, problems: list[Problem]
) -> tuple[ProfileCase, ...]:
    """The cases of an entry with typed values; those that do not fit are left out and reported."""
    found = []
    for case in entry.case:
        place = f"{entry.id}, case “{case.name}”"
        faults = list(_faults(case, file=file, place=place, vocabulary=vocabulary))
        problems += faults
        if not faults:
            found.append(_typed(case))
    return tuple(found)


def _typed(case: CaseEntry) -> ProfileCase:
    return ProfileCase(
        case.name,
        _values(case.header),
        tuple(_values(item) for item in case.items),
        {name: tuple(values) for name, values in case.lists.items()},
        case.hits if isinstance(case.hits, bool) else tuple(case.hits),
    )


def _values(row: Mapping[str, object]) -> dict[str, Value]:
    """The values as expressions want them: sets as tuples."""
    return {
        name: tuple(map(str, value)) if isinstance(value, list) else value  # type: ignore[misc]
        for name, value in row.items()
    }


def _faults(case: CaseEntry, *, file: str, place: str, vocabulary: Vocabulary) -> Iterator[Problem]:
    rows = [(Scope.HEADER, case.header), *((Scope.ITEM, item) for item in case.items)]
    for scope, row in rows:
        for name, value in row.items():
            reading = vocabulary.reading(name)
            if reading is None or reading.scope is not scope:
                expected = Wording(f"an element of the {scope}", f"un élément ({scope})")
                yield Problem(file, place, name, expected)
            elif not _fits(value, reading.type):
                expected = Wording(f"a {reading.type} for {name}", f"{name} : {reading.type}")
                yield Problem(file, place, repr(value), expected)


def _fits(value: object, kind: Type) -> bool:
    # To Python a yes/no is a whole number too, and an instant a date; to an officer they are not.
    return type(value) in _KINDS[kind]


def failures(profile: Profile, *, file: str, vocabulary: Vocabulary) -> Iterator[Problem]:
    """The cases that do not come out as they say; and a profile needs one of either kind."""
    for case in profile.cases:
        found = _outcome(profile, case, vocabulary)
        if found != case.hits:
            expected = Wording(f"hits = {case.hits}", f"hits = {case.hits}")
            place = f"{profile.id}, case “{case.name}”"
            yield Problem(file, place, f"hits = {found}", expected)
    outcomes = {bool(case.hits) for case in profile.cases}
    if outcomes != {True, False}:
        expected = Wording(
            "a case that is hit and a case that is not",
            "un cas touché et un cas qui ne l'est pas",
        )
        yield Problem(file, profile.id, f"{len(profile.cases)} cases", expected)


def _outcome(profile: Profile, case: ProfileCase, vocabulary: Vocabulary) -> bool | tuple[int, ...]:
    known = by_name(vocabulary, header=case.header, items=case.items, lists=case.lists)
    asked = profile.expression.condition
    if not profile.expression.of_item:
        return truth(asked, environment=known) is True
    return tuple(
        item + 1
        for item in range(len(case.items))
        if truth(asked, environment=known, item=item) is True
    )
