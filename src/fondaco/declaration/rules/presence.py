"""The table of required elements as checks: one quick look per part, row by row where it fails."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from operator import attrgetter

from fondaco.declaration.requirements import (
    DataSet,
    Presence,
    Requirement,
    requirements_on,
)
from fondaco.declaration.rules.case import Case
from fondaco.declaration.rules.checking import Breach, Check, Subject
from fondaco.legal.finding import Gravity


def presence_checks(day: date, data_set: DataSet) -> Mapping[type, Check]:
    """For every kind of part that the table speaks of, a check of its rows in that column."""
    rows: dict[type, list[Requirement]] = {}
    for row in requirements_on(day):
        if row.presence(data_set) is not Presence.OPTIONAL:
            rows.setdefault(row.part, []).append(row)
    return {part: PresenceCheck(found, data_set) for part, found in rows.items()}


class PresenceCheck:
    """The rows on one kind of part, as one check."""

    def __init__(self, rows: Sequence[Requirement], data_set: DataSet) -> None:
        self._rows, self._data_set = tuple(rows), data_set
        required = [row.element for row in rows if self._is_required(row)]
        barred = [row.element for row in rows if not self._is_required(row)]
        self._given = _getter([name for name in required if "." not in name])
        self._below = [tuple(name.split(".")) for name in required if "." in name]
        self._barred = _getter(barred)
        self._is_short = not self._below and not barred

    def is_kept_by(self, subject: Subject, case: Case) -> bool:
        """Whether nothing required is missing and nothing barred is there."""
        # A look for anything empty comes first: it is quick, and nearly always the end of it.
        # A number may be zero and yet be given.
        if not all(self._given(subject)) and self.breaches(subject, case):
            return False
        return self._is_short or self._is_long_kept(subject)

    def _is_long_kept(self, subject: Subject) -> bool:
        for part_name, name in self._below:
            part = getattr(subject, part_name)
            if part is not None and not getattr(part, name):
                return False
        return not any(self._barred(subject))

    def breaches(self, subject: Subject, case: Case) -> Sequence[Breach]:
        """One for every row that the subject breaks."""
        return [
            Breach(row.number, row.element, row.citation, Gravity.ERROR, {})
            for row in self._rows
            if not self._is_met(row, subject)
        ]

    def _is_required(self, row: Requirement) -> bool:
        return row.presence(self._data_set) is Presence.REQUIRED

    def _is_met(self, row: Requirement, subject: Subject) -> bool:
        *way, name = row.element.split(".")
        part: object = subject
        for step in way:
            part = getattr(part, step)
        if part is None:
            return True  # the part that would hold it is not there, and has its own row
        is_given = getattr(part, name) not in (None, "", ())
        return is_given is self._is_required(row)


def _getter(names: Sequence[str]) -> Callable[[Subject], tuple[Subject | None, ...]]:
    # With two names or more, a getter answers with a tuple.
    if not names:
        return lambda subject: ()
    return attrgetter(*names, names[0])
