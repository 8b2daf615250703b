"""What several desks ask, or write, travels to the database as one statement.

A statement costs the driver and the server more than most of what it asks, and a declaration has a
dozen desks to ask and as many tables to enter. So each desk says what it wants to know, or enters,
as it would alone; inside `asking()` and `writing()` all of it is sent together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from typing import Any, Generic, NamedTuple, TypeVar

import msgspec
import psycopg

from customhouse.settings.database import behalf, execute, fetched

Value = TypeVar("Value")
Other = TypeVar("Other")
Row = TypeVar("Row")


class Later(Generic[Value]):
    """An answer that may still be on its way."""

    __slots__ = ("_wait", "_value")

    def __init__(self, wait: Callable[[], Value]) -> None:
        self._wait: Callable[[], Value] | None = wait
        self._value: Value

    @classmethod
    def known(cls, value: Value) -> Later[Value]:
        """Return an answer for which nothing had to be asked."""
        return cls(lambda: value)

    def value(self) -> Value:
        """Return the answer; the first time this may wait for all that was sent so far."""
        if self._wait is not None:
            self._value, self._wait = self._wait(), None
        return self._value

    def then(self, read: Callable[[Value], Other]) -> Later[Other]:
        """Return what is made of the answer once it is there."""
        return Later(lambda: read(self.value()))


class Question(Generic[Row]):
    """A SELECT whose answer is rows of one shape, told by the names of its columns.

    Rows travel as JSON, which costs less than rows of PostgreSQL's own from a dozen statements.
    """

    def __init__(self, statement: str, row: type[Row]) -> None:
        # The statements are our own; what is asked about comes as parameters.
        self.column = f"(SELECT json_agg(answer)::text FROM ({statement}) AS answer)"  # noqa: S608
        self._rows = msgspec.json.Decoder(list[row])  # type: ignore[valid-type]

    def ask(self, *parameters: object) -> Later[list[Row]]:
        """Ask it, inside `asking()` together with what else is asked there."""
        gathered = _asked.get()
        if gathered is not None and gathered.scope == behalf():
            return gathered.add(self, parameters)
        alone = _Asked()
        answer = alone.add(self, parameters)
        alone.send()
        return answer

    def rows(self, told: str | None) -> list[Row]:
        """Return the rows that the database told; it tells nothing where there are none."""
        return self._rows.decode(told) if told else []


class _Asked:
    """The questions of one `asking()`: a column for each in a row of one statement."""

    def __init__(self) -> None:
        self.scope = behalf()
        self._columns: list[str] = []
        self._parameters: list[object] = []
        self._cursor: psycopg.Cursor[Any] | None = None
        self._told: Sequence[str | None] = ()

    def add(self, question: Question[Row], parameters: Sequence[object]) -> Later[list[Row]]:
        place = len(self._columns)
        self._columns.append(question.column)
        self._parameters += parameters
        return Later(lambda: question.rows(self._answers()[place]))

    def send(self) -> None:
        if self._columns:
            self._cursor = execute(f"SELECT {', '.join(self._columns)}", self._parameters)

    def _answers(self) -> Sequence[str | None]:
        if not self._told:
            if self._cursor is None:
                raise RuntimeError("found a question not asked yet: read after `asking()` ends")
            self._told = fetched(self._cursor)[0]
        return self._told


_asked: ContextVar[_Asked | None] = ContextVar("asked", default=None)


@contextmanager
def asking() -> Iterator[None]:
    """Gather every question asked inside, and send them when the block ends, as one statement."""
    gathered = _Asked()
    token = _asked.set(gathered)
    try:
        yield
    finally:
        _asked.reset(token)
    gathered.send()


class Step(NamedTuple):
    """One INSERT, or what several share, under a name that no other step of a statement has."""

    name: str
    sql: str


Write = tuple[Step, ...]
"""What is written in one go, and never read back; a later step may name an earlier one."""


class _Written(NamedTuple):
    writes: list[Write]
    parameters: list[object]


_written: ContextVar[_Written | None] = ContextVar("written", default=None)


@contextmanager
def writing() -> Iterator[None]:
    """Gather all that is written inside, and send it when the block ends, as one statement.

    All of it sees the database as it was before. A table is written once in a block.
    """
    gathered = _Written([], [])
    token = _written.set(gathered)
    try:
        yield
    finally:
        _written.reset(token)
    if gathered.writes:
        execute(_joined(tuple(gathered.writes)), gathered.parameters)


def write(what: Write, parameters: Sequence[object]) -> None:
    """Write it, inside `writing()` together with what else is written there."""
    gathered = _written.get()
    if gathered is None:
        execute(_joined((what,)), parameters)
    else:
        gathered.writes.append(what)
        gathered.parameters.extend(parameters)


@lru_cache(maxsize=256)
def _joined(writes: tuple[Write, ...]) -> str:
    steps = ", ".join(f"{step.name} AS ({step.sql})" for each in writes for step in each)
    return f"WITH {steps} SELECT"
