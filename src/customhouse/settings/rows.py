"""Writing many rows of one table in one statement; a single row is a set of one."""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from customhouse.settings.together import Step, Write, write

_WRITER = msgspec.json.Encoder()


class Rows:
    """An INSERT whose rows travel as one JSON text.

    ``columns`` names each column with its PostgreSQL type; the values of a ``jsonb`` column are
    JSON texts, those of a ``bytea`` column bytes. One parameter costs the driver a third of what
    an array for each column does, and for five hundred rows a seventh.

    >>> print(Rows("pair", {"kind": "text", "told": "jsonb"}).statement)
    INSERT INTO pair (kind, told) SELECT given.kind, given.told \
FROM json_to_recordset(%s::json) AS given(kind text, told jsonb)
    """

    def __init__(self, table: str, columns: Mapping[str, str]) -> None:
        self._columns = dict(columns)
        names = ", ".join(columns)
        values = ", ".join(f"given.{name}" for name in columns)
        given = recordset(columns)
        self.statement = f"INSERT INTO {table} ({names}) SELECT {values} FROM {given}"  # noqa: S608
        self._write: Write = (Step(f"entered_{table}", self.statement),)

    def insert(self, rows: Iterable[tuple[Any, ...]]) -> None:
        """Write the rows, inside `writing()` with other tables'; nothing where there are none."""
        text = as_json(self._columns, rows)
        if text != "[]":
            write(self._write, (text,))


def recordset(columns: Mapping[str, str]) -> str:
    """Return the SQL that makes rows of the parameter that ``as_json`` writes.

    >>> recordset({"kind": "text", "bodies": "bytea[]"})
    'json_to_recordset(%s::json) AS given(kind text, bodies bytea[])'
    """
    described = ", ".join(f"{name} {kind}" for name, kind in columns.items())
    return f"json_to_recordset(%s::json) AS given({described})"


def as_json(columns: Mapping[str, str], rows: Iterable[tuple[Any, ...]]) -> str:
    r"""Return rows as JSON: decimals and times as text, bytes as PostgreSQL reads them.

    >>> as_json({"kind": "text", "told": "jsonb", "salt": "bytea"}, [("a", '{"b":1}', b"\x00")])
    '[{"kind":"a","told":{"b":1},"salt":"\\\\x00"}]'
    """
    names = tuple(columns)
    convert = [
        (place, _CONVERT[kind]) for place, kind in enumerate(columns.values()) if kind in _CONVERT
    ]
    records = []
    for row in rows:
        values = list(row)
        for place, converted in convert:
            values[place] = converted(values[place])
        records.append(dict(zip(names, values, strict=True)))
    return _WRITER.encode(records).decode()


def _raw(text: str | None) -> msgspec.Raw | None:
    return None if text is None else msgspec.Raw(text.encode())


def _hexadecimal(content: bytes | None) -> str | None:
    return None if content is None else f"\\x{content.hex()}"


def _hexadecimals(contents: Iterable[bytes]) -> list[str]:
    return [f"\\x{content.hex()}" for content in contents]


_CONVERT: dict[str, Any] = {"jsonb": _raw, "bytea": _hexadecimal, "bytea[]": _hexadecimals}
