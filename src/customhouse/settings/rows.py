"""Writing many rows of one table in one statement; a single row is a set of one."""

from collections.abc import Iterable, Mapping
from typing import Any

from customhouse.settings.database import execute


class Rows:
    """An INSERT whose columns travel as one array each.

    ``columns`` names each column with its PostgreSQL type; ``jsonb`` travels as text.

    >>> print(Rows("pair", {"left": "int", "right": "jsonb"}).statement)
    INSERT INTO pair (left, right) SELECT u.left, u.right::jsonb \
FROM unnest(%s::int[], %s::text[]) AS u(left, right)
    """

    def __init__(self, table: str, columns: Mapping[str, str], *, suffix: str = "") -> None:
        names = ", ".join(columns)
        values = ", ".join(
            f"u.{n}::jsonb" if t == "jsonb" else f"u.{n}" for n, t in columns.items()
        )
        arrays = ", ".join(f"%s::{'text' if t == 'jsonb' else t}[]" for t in columns.values())
        self.width = len(columns)
        self.statement = (
            f"INSERT INTO {table} ({names}) SELECT {values} "  # noqa: S608 - names are our own
            f"FROM unnest({arrays}) AS u({names})"
        ) + (f" {suffix}" if suffix else "")

    def insert(self, rows: Iterable[tuple[Any, ...]]) -> None:
        """Write the rows; nothing is sent where there are none."""
        columns = [list(column) for column in zip(*rows, strict=True)]
        if columns:
            execute(self.statement, columns)
