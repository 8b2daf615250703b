"""The table of required elements as checks, row by row."""

from collections.abc import Mapping, Sequence

from fondaco.declaration.requirements import TABLE, DataSet, Presence, Requirement
from fondaco.declaration.rules.case import Case
from fondaco.declaration.rules.checking import Breach, Subject
from fondaco.legal.citation import Citation
from fondaco.legal.finding import Gravity


def presence_checks(
    in_force: Mapping[str, Citation], data_set: DataSet
) -> Mapping[type, "PresenceCheck"]:
    """For every kind of part that rows in force speak of, a check of its rows in that column."""
    rows: dict[type, list[Requirement]] = {}
    for row in TABLE:
        if row.number in in_force and row.presence(data_set) is not Presence.OPTIONAL:
            rows.setdefault(row.part, []).append(row)
    return {part: PresenceCheck(found, data_set, in_force) for part, found in rows.items()}


class PresenceCheck:
    """The rows on one kind of part, as one check."""

    __slots__ = ("_rows", "_data_set", "_citations", "required", "barred")

    def __init__(
        self, rows: Sequence[Requirement], data_set: DataSet, citations: Mapping[str, Citation]
    ) -> None:
        self._rows, self._data_set, self._citations = tuple(rows), data_set, citations
        self.required = tuple(row.element for row in rows if self._is_required(row))
        self.barred = tuple(row.element for row in rows if not self._is_required(row))

    def breaches(self, subject: Subject, case: Case) -> Sequence[Breach]:
        """One for every row that the subject breaks."""
        return [
            Breach(row.number, row.element, self._citations[row.number], Gravity.ERROR, {})
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
