"""Putting a document before the rules exactly: every rule it breaks, with its place.

A plan is made once per day and kind of declaration: for every kind of part, the
checks that judge it and the parts below it that have any. It is followed only where
`quick` has said that not all is well.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Never, Protocol, cast

import msgspec

from fondaco.declaration.document import Part
from fondaco.declaration.elements import join, pointer_of
from fondaco.declaration.rules.case import Case
from fondaco.declaration.structure import PartField, fields_of
from fondaco.legal.citation import Citation
from fondaco.legal.finding import Finding, Gravity
from fondaco.legal.rule import Rule, Shown

Subject = object
"""A part of the document, money or a quantity: whatever some rule judges."""

Predicate = Callable[[Subject, Case], bool]

NOTHING = "missing"
"""What a finding says it found where there was nothing."""

LONGEST_SHOWN = 100
"""Characters of what was found that a finding repeats."""


class Breach(msgspec.Struct, frozen=True):
    """One way in which a subject breaks the law, relative to the subject."""

    rule: str
    element: str
    citation: Citation
    gravity: Gravity
    values: Shown


class Check(Protocol):
    """What finds the breaches of subjects of one kind."""

    def breaches(self, subject: Subject, case: Case) -> Sequence[Breach]: ...


class RuleCheck:
    """A rule of law as a check, with what gives it force."""

    __slots__ = ("rule", "is_kept_by", "_citation", "_shows")

    def __init__(self, rule: Rule[Never, Case], citation: Citation) -> None:
        self.rule, self._citation = rule, citation
        # The plan hands a rule only subjects of the kind its predicate asks for.
        self.is_kept_by = cast(Predicate, rule.is_kept_by)
        self._shows = cast(Callable[[Subject, Case], Shown] | None, rule.shows)

    def breaches(self, subject: Subject, case: Case) -> Sequence[Breach]:
        """The one breach, or none."""
        rule = self.rule
        try:
            if self.is_kept_by(subject, case):
                return ()
            values = self._shows(subject, case) if self._shows else {}
        except ArithmeticError:
            # A number that is none, or is beyond all bounds, cannot be reckoned with. The
            # rules on numbers say so at its own place, and the declaration is refused.
            return ()
        visible = {name: shown(value) for name, value in values.items()}
        return (Breach(rule.number, rule.element, self._citation, rule.gravity, visible),)


class Plan:
    """How parts of one kind are judged, and the parts below them."""

    __slots__ = ("_checks", "_below")

    def __init__(self, checks: Sequence[Check], below: Sequence[tuple[PartField, "Plan"]]) -> None:
        self._checks, self._below = tuple(checks), tuple(below)

    @property
    def is_idle(self) -> bool:
        """Whether nothing is judged here or below."""
        return not self._checks and not self._below

    def findings(self, subject: Subject, case: Case, *, path: str) -> Iterator[Finding]:
        """Everything the subject and what is below it breaks, in the order of the document."""
        for check in self._checks:
            for breach in check.breaches(subject, case):
                yield _finding(breach, subject, path=path)
        for field, plan in self._below:
            below, here = getattr(subject, field.name), join(path, field.name)
            if field.is_many:
                for index, each in enumerate(below):
                    yield from plan.findings(each, case, path=f"{here}[{index}]")
            elif below is not None:
                yield from plan.findings(below, case, path=here)


def plan_for(part: type, checks: Mapping[type, Sequence[Check]]) -> Plan:
    """The plan of a kind of part and of all that is below it."""
    below = [
        (field, plan)
        for field in fields_of(part)
        if field.is_composite and not (plan := plan_for(field.kind, checks)).is_idle
    ]
    return Plan(checks.get(part, ()), below)


def shown(value: object) -> str:
    """What was found, as text: ``missing`` where nothing was, hidden characters made visible.

    >>> shown(None), shown("a\\x07b"), shown(("B", "A"))
    ('missing', 'a\\\\u0007b', 'B, A')
    """
    if value is None or value in ("", ()):
        return NOTHING
    if isinstance(value, tuple):
        value = ", ".join(shown(each) for each in value[:5])
    if isinstance(value, Part):
        value = getattr(value, "identifier", None) or getattr(value, "name", None) or "given"
    text = str(value)[: LONGEST_SHOWN + 1]
    visible = "".join(each if each.isprintable() else f"\\u{ord(each):04x}" for each in text)
    return visible if len(visible) <= LONGEST_SHOWN else f"{visible[: LONGEST_SHOWN - 1]}…"


def _finding(breach: Breach, subject: Subject, *, path: str) -> Finding:
    here = join(path, breach.element)
    return Finding(
        rule=breach.rule,
        path=here,
        pointer=pointer_of(here),
        citation=breach.citation,
        found=shown(_at(subject, breach.element)),
        values=breach.values,
        gravity=breach.gravity,
    )


def _at(subject: Subject, element: str) -> object:
    value = subject
    for name in element.split(".") if element else ():
        value = getattr(value, name, None)
    return value
