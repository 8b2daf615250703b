"""Writing the source of a function that many typed trees amount to.

Three-valued truth costs nothing when the function runs, because `not` is driven
inward when it is written: a condition is written as "is surely true" or as "is
surely false", and only the leaves ask whether a value is missing. Of conditions
joined by `and` or `or` the cheap ones are asked first; nothing here can fail or
change anything, so their order is free. Many expressions that can only hit where one
text is among a few stand together behind that one question, and what several of them
work out is worked out once for a row.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

import msgspec

from fondaco.risk.expression import functions, tree
from fondaco.risk.expression.frame import Constants, Frame, Sources
from fondaco.risk.expression.grouping import Asked, Bound, Question, indented, together
from fondaco.risk.expression.placing import placed
from fondaco.risk.expression.vocabulary import Reading, Scope

_TEXT, _QUANTITY, _SEARCH, _CALL = 1, 3, 4, 6
"""What asking costs, roughly, in comparisons of two short texts."""


class _Worth(msgspec.Struct, frozen=True):
    """A value in source, what must hold for it to be known, and what working it out costs."""

    needs: tuple[str, ...]
    source: str
    cost: int


class Writer:
    """The writing of one function; ``constants`` are the values its source names."""

    def __init__(self, sources: Sources) -> None:
        self._constants, self._sources = Constants(), sources
        self._header = Frame("h", values=sources.of_header())
        self._counting = Frame("c", values=sources.of_item("c"))
        self._asking = Frame("i", values=sources.of_item("i"))
        self._rows = self._asking
        self._lists: dict[str, str] = {}
        self._tallies: dict[tuple[object, ...], str] = {}
        self._starts: list[str] = []
        self._counts: list[Asked] = []
        self._worked_out: dict[str, str] = {}

    @property
    def constants(self) -> dict[str, object]:
        """Every name that the source uses and does not define."""
        return {
            **self._sources.constants,
            **self._constants.named,
            **functions.NAMED,
            "product": functions.product,
            "quotient": functions.quotient,
            "enumerate": enumerate,
            "frozen": frozenset,
        }

    def function(self, name: str, *, expressions: Sequence[tree.Expression]) -> str:
        """The source of a function of (header, items, lists) that returns the hits."""
        whole: list[Asked] = []
        each: list[Asked] = []
        for number, expression in enumerate(expressions):
            asked = self._asked(expression.condition, wanted=True)
            item = "number" if expression.of_item else "None"
            (each if expression.of_item else whole).append(
                (asked, f"hits.append(({number}, {item}))")
            )
        return "\n".join(
            self._lines(name, whole=[*self._together(whole)], each=[*self._together(each)])
        )

    def _together(self, asked: Sequence[Asked]) -> Iterator[str]:
        return together(asked, name=self._constants.name)

    def _lines(self, name: str, *, whole: list[str], each: list[str]) -> Iterator[str]:
        forget = [" = ".join([*self._worked_out.values(), "..."])] if self._worked_out else []
        counts = [*self._together(self._counts)]
        lists = (f"{var} = lists.get({key})" for key, var in self._lists.items())
        lines = [*lists, *self._starts]
        lines += self._of_items(self._counting, [*forget, *counts] if counts else [])
        lines += self._of_items(self._asking, [*forget, *each] if each else [])
        lines += [*forget, *whole]
        yield f"def {name}(header, items, lists):"
        yield " hits = []"
        yield from indented(placed(lines, self._header.definitions()))
        yield " return hits"

    def _of_items(self, frame: Frame, lines: Sequence[str]) -> Iterator[str]:
        """The lines for each item in turn."""
        if lines:
            yield "for number, item in enumerate(items):"
            yield from indented(placed(lines, frame.definitions()))

    # Conditions

    def _asked(  # noqa: C901  # a case per kind of node
        self, condition: tree.Condition, *, wanted: bool
    ) -> Question:
        """The condition as a question: is it surely what is wanted, true or false?"""
        match condition:
            case tree.Not(condition=inner):
                return self._asked(inner, wanted=not wanted)
            case tree.All(conditions=parts):
                return self._joined(parts, word="and" if wanted else "or", wanted=wanted)
            case tree.Any(conditions=parts):
                return self._joined(parts, word="or" if wanted else "and", wanted=wanted)
            case tree.SomeItem(condition=inner):
                return Question(_TEXT, self._tally(inner, wanted=wanted, every=not wanted))
            case tree.EveryItem(condition=inner):
                return Question(_TEXT, self._tally(inner, wanted=wanted, every=wanted))
            case tree.Affirmed(subject=subject):
                return Question(_TEXT, f"{self._name(subject)} is {wanted}")
            case tree.Missing(subject=subject):
                return self._missing(subject, wanted=wanted)
            case tree.Comparison():
                return self._compared(condition, wanted=wanted)
            case tree.Within():
                return self._within(condition, wanted=wanted)
            case tree.StartsWith():
                return self._starting(condition, wanted=wanted)
            case tree.Contains():
                return self._containing(condition, wanted=wanted)
            case tree.Overlaps():
                return self._overlapping(condition, wanted=wanted)

    def _joined(self, parts: Iterable[tree.Condition], *, word: str, wanted: bool) -> Question:
        asked = sorted(
            (self._asked(part, wanted=wanted) for part in parts), key=lambda each: each.cost
        )
        source = f" {word} ".join(each.source for each in asked)
        cost = sum(each.cost for each in asked)
        if word == "or":
            return Question(cost, f"({source})")
        among = next((each.among for each in asked if each.among), None)
        bounds = tuple(bound for each in asked for bound in each.bounds)
        return Question(cost, f"({source})", among, bounds)

    def _missing(self, subject: tree.Amount, *, wanted: bool) -> Question:
        worth = self._worth(subject)
        known = " and ".join(worth.needs) or "True"
        return Question(worth.cost, f"(not ({known}))" if wanted else f"({known})")

    def _compared(self, condition: tree.Comparison, *, wanted: bool) -> Question:
        left, right = self._worth(condition.left), self._worth(condition.right)
        comparator = condition.comparator if wanted else condition.comparator.opposite
        needs = left.needs + right.needs
        if comparator is tree.Comparator.EQUAL and not (left.needs and right.needs):
            # None equals no literal, so an element that is only read needs no asking.
            needs = () if _is_read(condition.left) or _is_read(condition.right) else needs
        basic = _QUANTITY if condition.left.type.is_quantity else _TEXT
        asked = _known(
            needs, f"{left.source} {comparator} {right.source}", left.cost + right.cost + basic
        )
        among = self._equal(condition) if comparator is tree.Comparator.EQUAL else None
        bounds = _bounds(condition, comparator, left, right)
        return msgspec.structs.replace(asked, among=among, bounds=bounds)

    def _equal(self, condition: tree.Comparison) -> tuple[str, frozenset[str]] | None:
        """The name of an element and the text that it is to equal, where that is what is asked."""
        match condition.left, condition.right:
            case (Reading() as read, tree.Literal(value=str(text))) | (
                tree.Literal(value=str(text)),
                Reading() as read,
            ):
                return self._name(read), frozenset([text])
        return None

    def _within(self, condition: tree.Within, *, wanted: bool) -> Question:
        worth = self._worth(condition.subject)
        word = "in" if wanted else "not in"
        if condition.members.living:
            kept = self._list(condition.members)
            needs = (f"{kept} is not None", *worth.needs)
            return _known(needs, f"{worth.source} {word} {kept}", worth.cost + _SEARCH)
        values = frozenset(condition.members.values)
        is_simple = wanted and _is_read(condition.subject)
        needs = () if is_simple else worth.needs
        asked = _known(
            needs, f"{worth.source} {word} {self._constants.name(values)}", worth.cost + _TEXT
        )
        texts = frozenset(value for value in values if isinstance(value, str))
        if not is_simple or len(texts) < len(values):
            return asked
        return msgspec.structs.replace(asked, among=(worth.source, texts))

    def _starting(self, condition: tree.StartsWith, *, wanted: bool) -> Question:
        prefixes = [str(value) for value in condition.members.values]
        if isinstance(condition.subject, Reading):
            return self._slices(condition.subject, prefixes, wanted=wanted)
        worth = self._worth(condition.subject)
        asked = f"{worth.source}.startswith({self._constants.name(tuple(prefixes))})"
        return _known(worth.needs, asked if wanted else f"not {asked}", worth.cost + _CALL)

    def _slices(self, subject: Reading, prefixes: list[str], *, wanted: bool) -> Question:
        """A prefix of an element is cut off once and compared: cheaper than asking each time."""
        frame = self._frame(subject)
        asked, among = [], None
        for length in sorted({len(prefix) for prefix in prefixes}):
            same = frozenset(prefix for prefix in prefixes if len(prefix) == length)
            cut = frame.prefix(subject.place, length=length)
            asked.append(self._one_of(cut, same, wanted=wanted))
            among = (cut, same)
        if wanted:
            source = f"({' or '.join(asked) or False})"
            return Question(_TEXT * len(asked), source, among if len(asked) == 1 else None)
        return _known((f"{self._name(subject)} is not None", *asked), "True", _TEXT * len(asked))

    def _one_of(self, name: str, values: frozenset[str], *, wanted: bool) -> str:
        if len(values) == 1:
            return f"{name} {'==' if wanted else '!='} {self._constants.name(*values)}"
        return f"{name} {'in' if wanted else 'not in'} {self._constants.name(values)}"

    def _containing(self, condition: tree.Contains, *, wanted: bool) -> Question:
        whole, part = self._worth(condition.subject), self._worth(condition.part)
        word = "in" if wanted else "not in"
        return _known(
            whole.needs + part.needs,
            f"{part.source} {word} {whole.source}",
            whole.cost + part.cost + _SEARCH,
        )

    def _overlapping(self, condition: tree.Overlaps, *, wanted: bool) -> Question:
        worth = self._worth(condition.subject)
        word = "not " if wanted else ""
        if condition.members.living:
            members = f"frozen({self._list(condition.members)})"
            needs = (f"{self._list(condition.members)} is not None", *worth.needs)
        else:
            members, needs = self._constants.name(frozenset(condition.members.values)), worth.needs
        return _known(needs, f"{word}{members}.isdisjoint({worth.source})", worth.cost + _CALL)

    # Values

    def _worth(self, amount: tree.Amount) -> _Worth:
        match amount:
            case Reading():
                name = self._name(amount)
                return _Worth((f"{name} is not None",), name, 0)
            case tree.Literal(value=value):
                return _Worth((), self._constants.name(value), 0)
            case tree.Count(condition=inner):
                return _Worth((), self._count(inner), 0)
            case tree.Sum():
                tally = self._sum(amount)
                return _Worth((f"{tally} is not None",), tally, 0)
            case tree.Negative(amount=inner):
                worth = self._worth(inner)
                return _Worth(worth.needs, f"(-{worth.source})", worth.cost + _QUANTITY)
            case tree.Arithmetic():
                return self._arithmetic(amount)
            case tree.Call():
                return self._call(amount)

    def _arithmetic(self, amount: tree.Arithmetic) -> _Worth:
        left, right = self._worth(amount.left), self._worth(amount.right)
        needs, cost = left.needs + right.needs, left.cost + right.cost
        if amount.operator in ("+", "-"):
            source = f"({left.source} {amount.operator} {right.source})"
            return _Worth(needs, source, cost + _QUANTITY)
        function = "product" if amount.operator == "*" else "quotient"
        return self._perhaps(needs, f"{function}({left.source}, {right.source})", cost)

    def _call(self, call: tree.Call) -> _Worth:
        if call.function == "lower" and isinstance(call.arguments[0], Reading):
            subject = call.arguments[0]
            name = self._frame(subject).lower(subject.place)
            return _Worth((f"{name} is not None",), name, 0)
        given = [self._worth(argument) for argument in call.arguments]
        needs = tuple(need for each in given for need in each.needs)
        cost = sum(each.cost for each in given)
        if call.function == "round":
            step = self._constants.name(_step(call.arguments[1]))
            return self._perhaps(needs, f"round({given[0].source}, {step})", cost)
        source = f"{call.function}({', '.join(each.source for each in given)})"
        return _Worth(needs, source, cost + _CALL)

    def _perhaps(self, needs: tuple[str, ...], source: str, cost: int) -> _Worth:
        """A value that may turn out missing when it is worked out: kept, so as to do it once."""
        name = self._worked_out.setdefault(source, f"w{len(self._worked_out) + 1}")
        kept = f"({name} if {name} is not ... else ({name} := {source}))"
        return _Worth((*needs, f"{kept} is not None"), name, cost + _CALL)

    # What is gone through once for all items

    def _tally(self, condition: tree.Condition, *, wanted: bool, every: bool) -> str:
        """Whether every item, or at least one, is surely what is wanted."""
        key = ("tally", condition, wanted, every)
        if key not in self._tallies:
            asked = self._of_every_item(condition, wanted=wanted)
            name = self._tallies[key] = f"q{len(self._tallies)}"
            self._starts.append(f"{name} = {every}")
            test = f"{name} and not {asked.source}" if every else f"not {name} and {asked.source}"
            among, bounds = (None, ()) if every else (asked.among, asked.bounds)
            self._counts.append(
                (Question(asked.cost, test, among, bounds), f"{name} = {not every}")
            )
        return self._tallies[key]

    def _count(self, condition: tree.Condition) -> str:
        key = ("count", condition)
        if key not in self._tallies:
            asked = self._of_every_item(condition, wanted=True)
            name = self._tallies[key] = f"q{len(self._tallies)}"
            self._starts.append(f"{name} = 0")
            self._counts.append((asked, f"{name} += 1"))
        return self._tallies[key]

    def _sum(self, amount: tree.Sum) -> str:
        key = ("sum", amount)
        if key not in self._tallies:
            asked = []
            if amount.condition is not None:
                asked.append(self._of_every_item(amount.condition, wanted=True).source)
            rows, self._rows = self._rows, self._counting
            worth = self._worth(amount.amount)
            self._rows = rows
            name = self._tallies[key] = f"q{len(self._tallies)}"
            known = " and ".join([*asked, *worth.needs]) or "True"
            more = f"{worth.source} if {name} is None else {name} + {worth.source}"
            self._starts.append(f"{name} = None")
            self._counts.append((Question(worth.cost, known), f"{name} = {more}"))
        return self._tallies[key]

    def _of_every_item(self, condition: tree.Condition, *, wanted: bool) -> Question:
        rows, self._rows = self._rows, self._counting
        asked = self._asked(condition, wanted=wanted)
        self._rows = rows
        return asked

    # Names

    def _frame(self, reading: Reading) -> Frame:
        return self._header if reading.scope is Scope.HEADER else self._rows

    def _name(self, reading: Reading) -> str:
        return self._frame(reading).value(reading.place)

    def _list(self, members: tree.Members) -> str:
        key = self._constants.name(members.list_name)
        return self._lists.setdefault(key, f"l{len(self._lists)}")


def _known(needs: Sequence[str], source: str, cost: int) -> Question:
    return Question(cost, f"({' and '.join([*dict.fromkeys(needs), source])})")


def _bounds(
    condition: tree.Comparison, comparator: tree.Comparator, left: _Worth, right: _Worth
) -> tuple[Bound, ...]:
    """What the comparison bounds an amount by, where it holds it against a number."""
    match condition.left, condition.right:
        case _, tree.Literal(value=Decimal() as value):
            worth, most, least = left, _UP_TO, _FROM
        case tree.Literal(value=Decimal() as value), _:
            worth, most, least = right, _FROM, _UP_TO
        case _:
            return ()
    if comparator in most or comparator in least:
        return (Bound(worth.needs, worth.source, comparator in most, value),)
    return ()


_UP_TO = (tree.Comparator.BELOW, tree.Comparator.AT_MOST)
_FROM = (tree.Comparator.ABOVE, tree.Comparator.AT_LEAST)


def _is_read(amount: tree.Amount) -> bool:
    return isinstance(amount, Reading)


def _step(places: tree.Amount) -> Decimal:
    assert isinstance(places, tree.Literal) and isinstance(places.value, Decimal)
    return Decimal(1).scaleb(-int(places.value))
