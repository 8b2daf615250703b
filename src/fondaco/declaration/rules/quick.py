"""The quick pass: requirements and rules of a day written out as one function per kind of part.

Most declarations keep the law, and whether one does is most of the cost of a judgement. So the
question is put straight: elements are read once, what is required is looked at on the spot, a
rule is called only where the elements are given without which it cannot be broken.

The source is made of the names of our own types and the numbers of our own rules, and of nothing
else: no declaration ever comes near it. A test of the house names this module and one other as
the only ones in the core that run what they have written.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import cast

from fondaco.declaration.rules.checking import Check, Predicate, RuleCheck
from fondaco.declaration.rules.needed import needed_by
from fondaco.declaration.rules.presence import PresenceCheck
from fondaco.declaration.structure import PartField, fields_of


def quick_pass(part: type, checks: Mapping[type, Sequence[Check]]) -> Predicate:
    """Whether a part, and all below it, passes every check; ArithmeticError where a rule raises it.

    Numbers of rules are names in the source, so they are to be identifiers.
    """
    writer = _Writer(checks)
    name = writer.write(part) or writer.write_idle()
    code = compile("\n".join(writer.lines), "<the rules of a day>", "exec")
    exec(code, writer.names)  # noqa: S102  # written here of our own names: see above
    return cast(Predicate, writer.names[name])


class _Writer:
    """The functions written so far, and the names they use."""

    def __init__(self, checks: Mapping[type, Sequence[Check]]) -> None:
        self._checks = checks
        self._written: dict[type, str | None] = {}
        self.lines: list[str] = []
        self.names: dict[str, object] = {"__builtins__": {}}

    def write(self, part: type) -> str | None:
        """Write the function for a kind of part; its name, or None where there is nothing to ask.

        It comes after those for the parts below, each written once.
        """
        if part not in self._written:
            below = [
                (field, name)
                for field in fields_of(part)
                if field.is_composite and (name := self.write(field.kind)) is not None
            ]
            self._written[part] = self._function(part, below)
        return self._written[part]

    def write_idle(self) -> str:
        """Write the function for a law that asks nothing."""
        self.lines.append("def nothing_is_asked(subject, case): return True")
        return "nothing_is_asked"

    def _function(self, part: type, below: Sequence[tuple[PartField, str]]) -> str | None:
        frame = _Frame(part)
        asked = [*self._questions(part, frame), *_below(below, frame)]
        if not asked:
            return None
        name = f"keeps_{part.__name__}"
        self.lines += [f"def {name}(subject, case):", *frame.opening(), *asked, " return True"]
        return name

    def _questions(self, part: type, frame: "_Frame") -> Iterator[str]:
        rules: dict[str, list[str]] = {}
        for check in self._checks.get(part, ()):
            if isinstance(check, RuleCheck):
                needed = " and ".join(map(frame.given, needed_by(check.rule)))
                rules.setdefault(needed, []).append(self._call(check))
            elif isinstance(check, PresenceCheck):
                yield _refuse_where(_presence(check, frame))
        for needed, calls in rules.items():
            all_kept = f"not ({' and '.join(calls)})"
            yield _refuse_where([f"{needed} and {all_kept}" if needed else all_kept])

    def _call(self, check: RuleCheck) -> str:
        name = check.rule.number
        self.names[name] = check.is_kept_by
        return f"{name}(subject, case)"


class _Frame:
    """What a function reads of its subject, once."""

    def __init__(self, part: type) -> None:
        self._fields = {field.name: field for field in fields_of(part)}
        self._read: dict[str, None] = {}

    def value(self, name: str) -> str:
        """The name of an element's value."""
        self._read[name] = None
        return f"its_{name}"

    def given(self, name: str) -> str:
        """The question whether an element is given; text may be, and still be empty."""
        value = self.value(name)
        return value if self._fields[name].is_many else f"{value} is not None"

    def filled(self, element: str) -> tuple[str, str]:
        """Whether something stands in an element, after the question whether its part is there.

        Zero is something, an empty text is nothing.
        """
        way, _, name = element.rpartition(".")
        if not way:
            return "", _filled(self.value(name), self._fields[name])
        (field,) = (each for each in fields_of(self._fields[way].kind) if each.name == name)
        return f"{self.given(way)} and ", _filled(f"{self.value(way)}.{name}", field)

    def opening(self) -> Iterator[str]:
        """The lines that read it all."""
        return (f" its_{name} = subject.{name}" for name in self._read)


def _filled(value: str, field: PartField) -> str:
    return value if field.is_many or field.kind is str else f"{value} is not None"


def _presence(check: PresenceCheck, frame: _Frame) -> Iterator[str]:
    """When an element that is required is missing, or one that is barred is there."""
    for element in check.required:
        where, filled = frame.filled(element)
        yield f"{where}not {filled}"
    for element in check.barred:
        where, filled = frame.filled(element)
        yield f"{where}{filled}"


def _below(below: Iterable[tuple[PartField, str]], frame: _Frame) -> Iterator[str]:
    """The questions to the parts below."""
    for field, name in below:
        value = frame.value(field.name)
        if field.is_many:
            yield f" for part in {value}:"
            yield f"  if not {name}(part, case): return False"
        else:
            yield f" if {value} is not None and not {name}({value}, case): return False"


def _refuse_where(conditions: Iterable[str]) -> str:
    return f" if {' or '.join(conditions)}: return False"
