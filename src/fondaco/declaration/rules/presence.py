"""The table of required elements as checks, row by row."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from fondaco.declaration.requirements import (
    TABLE,
    DataSet,
    Presence,
    Requirement,
    requirements_on,
)
from fondaco.declaration.rules.case import Case
from fondaco.declaration.rules.checking import Breach, Subject
from fondaco.legal.finding import Gravity


def presence_checks(day: date, data_set: DataSet) -> Mapping[type, "PresenceCheck"]:
    """For every kind of part that the table speaks of, a check of its rows in that column."""
    rows: dict[type, list[Requirement]] = {}
    for row in requirements_on(day):
        if row.presence(data_set) is not Presence.OPTIONAL:
            rows.setdefault(row.part, []).append(row)
    return {part: PresenceCheck(found, data_set) for part, found in rows.items()}


def requirement_changes() -> Iterator[date]:
    """The days on which some row of the table begins or ends."""
    for row in TABLE:
        yield row.in_force.start
        if row.in_force.end is not None:
            yield row.in_force.end


class PresenceCheck:
    """The rows on one kind of part, as one check."""

    __slots__ = ("_rows", "_data_set", "required", "barred")

    def __init__(self, rows: Sequence[Requirement], data_set: DataSet) -> None:
        self._rows, self._data_set = tuple(rows), data_set
        self.required = tuple(row.element for row in rows if self._is_required(row))
        self.barred = tuple(row.element for row in rows if not self._is_required(row))

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
