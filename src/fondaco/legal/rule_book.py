"""Which of the rules that are written are in force, from when until when and by which act.

What a rule tests is written in the engine, under its number. A country puts it in force by a
line of ``rules.csv``; a rule without a line is not in force there.
"""

from collections.abc import Iterable, Set
from datetime import date

import msgspec

from fondaco.legal.citation import Citation
from fondaco.legal.dated import Provision, changes
from fondaco.legal.flaw import FlawKind
from fondaco.legal.reading import Entry, Placed, Reader

FILE = "rules.csv"


class RuleEntry(Entry, frozen=True, kw_only=True):
    """One line of rules.csv: the rule of that number is in force on those days."""

    rule: str


class RuleInForce(msgspec.Struct, frozen=True):
    """A rule, the first day it is in force, the first day it no longer is, and its law."""

    number: str
    since: date
    until: date | None
    citation: Citation


class DatedRules:
    """The rules of a law with their days, as the bundle's file has them; flaws go to the reader.

    >>> reader = Reader({
    ...     "acts.csv": b"title,fr,journal,from\\nCustoms Act 2025,Loi,2025/L 3,2025-01-01\\n",
    ...     "rules.csv": b"rule,from,until,by,journal\\n"
    ...                  b'GI05,2026-07-01,,"Customs Act 2025, s. 6",2025/L 3\\n'
    ...                  b'GI99,2026-07-01,,"Customs Act 2025, s. 6",2025/L 3\\n'})
    >>> rules = DatedRules(reader, written={"GI04", "GI05"})
    >>> list(rules.citations(date(2026, 6, 30))), list(rules.citations(date(2026, 7, 1)))
    ([], ['GI05'])
    >>> print(reader.flaws[0])
    rules.csv, row 3: a rule is not one that is written: found GI99, expected one of 2 rules
    """

    def __init__(self, reader: Reader, *, written: Set[str]) -> None:
        def known(at: Placed[RuleEntry]) -> str | None:
            if at.entry.rule in written:
                return at.entry.rule
            expected = f"one of {len(written)} rules"
            reader.flaw(at, FlawKind.UNKNOWN_RULE, found=at.entry.rule, expected=expected)
            return None

        self._timelines = reader.timelines(
            reader.table(FILE, RuleEntry), key=lambda entry: entry.rule, value=known
        )

    def on(self, day: date) -> tuple[RuleInForce, ...]:
        """The rules in force on the day, in the order of the file."""
        found = ((number, line.on(day)) for number, line in self._timelines.items())
        return tuple(_line(number, each) for number, each in found if each is not None)

    def citations(self, day: date) -> dict[str, Citation]:
        """The rules in force on the day, each with the law that says so."""
        return {each.number: each.citation for each in self.on(day)}

    def changes(self) -> Iterable[date]:
        """The days on which some rule begins or ends."""
        return changes(self._timelines)

    def lines(self) -> tuple[RuleInForce, ...]:
        """Every line, in the order of the file: the days of a rule side by side."""
        return tuple(
            _line(number, each) for number, line in self._timelines.items() for each in line
        )


def _line(number: str, provision: Provision[str]) -> RuleInForce:
    return RuleInForce(number, provision.since, provision.until, provision.citation)
