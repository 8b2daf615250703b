"""The quick pass: requirements and rules of a day written out as one function over the document.

Most declarations keep the law, and whether one does is most of the cost of a judgement. So the
question is put straight: elements are read once, what is required is looked at on the spot, a
rule is asked only where the elements are given without which it cannot be broken, and most rules
stand there as they are written (`written_out`) instead of being called.

The source is made of the names of our own types, the numbers of our own rules and their own
source, and of nothing else: no declaration ever comes near it. A test of the house names this
module and one other as the only ones in the core that run what they have written.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple, Never, cast

from fondaco.declaration.rules.case import Case
from fondaco.declaration.rules.checking import Check, Predicate, RuleCheck
from fondaco.declaration.rules.needed import needed_by
from fondaco.declaration.rules.presence import PresenceCheck
from fondaco.declaration.rules.simplified import Known
from fondaco.declaration.rules.written_out import written_out
from fondaco.declaration.structure import PartField, fields_of
from fondaco.legal.rule import Rule


def quick_pass(part: type, checks: Mapping[type, Sequence[Check]]) -> Predicate:
    """Whether a part, and all below it, passes every check; ArithmeticError where a rule raises it.

    Numbers of rules are names in the source, so they are to be identifiers.
    """
    return _written(part, tuple((kind, _asked(each)) for kind, each in checks.items()))


class _Asked(NamedTuple):
    """What is asked of one kind of part; under which act does not matter here."""

    rules: tuple[Rule[Never, Case], ...]
    required: tuple[str, ...]
    barred: tuple[str, ...]


def _asked(checks: Sequence[Check]) -> _Asked:
    rows = [check for check in checks if isinstance(check, PresenceCheck)]
    return _Asked(
        tuple(check.rule for check in checks if isinstance(check, RuleCheck)),
        tuple(element for row in rows for element in row.required),
        tuple(element for row in rows for element in row.barred),
    )


@lru_cache(maxsize=64)  # editions of a law, and laws, mostly have the same rules
def _written(part: type, asked: tuple[tuple[type, _Asked], ...]) -> Predicate:
    writing = _Writing(dict(asked))
    asks, names = writing.lines(part), writing.names
    lines = [*names.opening(), *asks, "return True"]
    source = [f"def keeps({part.__name__}, case):", *_indented(lines)]
    code = compile("\n".join(source), "<the rules of a day>", "exec")
    exec(code, names.constants)  # noqa: S102  # written here of our own names: see above
    return cast(Predicate, names.constants["keeps"])


class _Names:
    """The names that the whole function uses: constants, and what the case holds, read once."""

    def __init__(self) -> None:
        self.constants: dict[str, object] = {"__builtins__": {}}
        self._known: dict[int, str] = {}
        self._of_case: dict[str, str] = {}

    def constant(self, value: object, *, name: str) -> str:
        """The name of a value, the same for the same object."""
        if id(value) not in self._known:
            made = self._known[id(value)] = f"K{len(self._known)}_{name}"
            self.constants[made] = value
        return self._known[id(value)]

    def of_case(self, *way: str) -> str:
        """The name of what the case holds at the end of that way."""
        name = "_".join(("case", *way))
        self._of_case[name] = ".".join(("case", *way))
        return name

    def opening(self) -> Iterator[str]:
        """The lines that read the case."""
        return (f"{name} = {way}" for name, way in self._of_case.items())


class _Writing:
    """The questions to every kind of part, written once and put wherever such a part may stand."""

    def __init__(self, asked: Mapping[type, _Asked]) -> None:
        self.asked, self.names = asked, _Names()
        self._written: dict[type, list[str]] = {}

    def lines(self, part: type) -> list[str]:
        """The questions to a part of that kind and to all below it."""
        if part not in self._written:
            self._written[part] = _Part(part, self).lines()
        return self._written[part]


class _Part:
    """The questions to one kind of part and to what is below it.

    No kind stands below itself, so what is read of a part is named by its kind.
    """

    def __init__(self, part: type, writing: "_Writing") -> None:
        self.subject = part.__name__
        self._asked, self._writing = writing.asked.get(part, _Asked((), (), ())), writing
        self._fields = {field.name: field for field in fields_of(part)}
        self._read: dict[str, None] = {}
        self._known = Known()
        self.constant, self.of_case = writing.names.constant, writing.names.of_case

    def lines(self) -> list[str]:
        """All questions to a part of this kind; none where nothing is asked of it."""
        required = [*self._required()]
        grouped = self._grouped()
        asked = [line for known, lines in grouped.items() for line in self._where(known, lines)]
        return [*self._opening(), *required, *asked] if required or asked else []

    def value(self, element: str) -> str:
        """The name of an element's value, which is read once."""
        self._read[element] = None
        return f"{self.subject}_{element}"

    def _opening(self) -> Iterator[str]:
        return (f"{self.subject}_{name} = {self.subject}.{name}" for name in self._read)

    def _required(self) -> Iterator[str]:
        """What is required or barred; what is required is known to be there from then on."""
        wanting = [*self._wanting()]
        if wanting:
            yield f"if {' or '.join(wanting)}: return False"
        here = [each for each in self._asked.required if "." not in each]
        self._known = self._with(here, filled=True)

    def _grouped(self) -> dict[Known, list[str]]:
        """The questions of rules and of parts below, by what must be there for them to be asked."""
        found: dict[Known, list[str]] = {}
        for rule in self._asked.rules:
            known = self._with(needed_by(rule))
            found.setdefault(known, []).extend(self._ask(rule, known))
        for field in self._fields.values():
            lines = self._writing.lines(field.kind) if field.is_composite else []
            if lines:
                known = self._with([field.name])
                found.setdefault(known, []).extend(self._entered(field, lines))
        return found

    def _ask(self, rule: Rule[Never, Case], known: Known) -> list[str]:
        """The lines that ask a rule: its own where they can stand here, else a call of it."""
        lines = written_out(rule.is_kept_by, number=rule.number, within=self, known=known)
        if lines is not None:
            return lines
        name = self.constant(rule.is_kept_by, name=rule.number)
        return [f"if not {name}({self.subject}, case): return False"]

    def _entered(self, field: PartField, lines: Iterable[str]) -> Iterator[str]:
        """The questions to a part below, or to each of them."""
        below, value = field.kind.__name__, self.value(field.name)
        if not field.is_many:
            yield f"{below} = {value}"
            yield from lines
        else:
            yield f"for {below} in {value}:"
            yield from _indented(lines)

    def _with(self, elements: Sequence[str], *, filled: bool = False) -> Known:
        """What is known where those elements are given; text may be, and still be empty."""
        new = [each for each in elements if not self._known.is_given(self.value(each))]
        full = [each for each in new if self._is_true(each, filled=filled)]
        rest = [each for each in new if each not in full]
        return self._known.and_also(filled=map(self.value, full), given=map(self.value, rest))

    def _is_true(self, element: str, *, filled: bool) -> bool:
        """Whether what is given there is true: a list, and a text that is not empty."""
        field = self._fields[element]
        return field.is_many or (filled and field.kind is str)

    def _where(self, known: Known, lines: Iterable[str]) -> Iterator[str]:
        """The lines behind the question whether that much is there."""
        asked = [*sorted(known.filled - self._known.filled)]
        asked += [f"{each} is not None" for each in sorted(known.given - self._known.given)]
        if asked:
            yield f"if {' and '.join(asked)}:"
        yield from _indented(lines) if asked else lines

    def _wanting(self) -> Iterator[str]:
        """When an element that is required is missing, or one that is barred is there."""
        for element in self._asked.required:
            where, filled = self._filled(element)
            yield f"{where}not {filled}"
        for element in self._asked.barred:
            where, filled = self._filled(element)
            yield f"{where}{filled}"

    def _filled(self, element: str) -> tuple[str, str]:
        """Whether something stands in an element, after the question whether its part is there.

        Zero is something, an empty text is nothing.
        """
        way, _, name = element.rpartition(".")
        if not way:
            return "", _is_filled(self.value(name), self._fields[name])
        (field,) = (each for each in fields_of(self._fields[way].kind) if each.name == name)
        return f"{self.value(way)} is not None and ", _is_filled(f"{self.value(way)}.{name}", field)


def _is_filled(value: str, field: PartField) -> str:
    return value if field.is_many or field.kind is str else f"{value} is not None"


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f" {line}" for line in lines)
