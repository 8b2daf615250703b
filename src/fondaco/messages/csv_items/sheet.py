"""A CSV file as rows of cells: its encoding, its separator, its size."""

import csv
import io
import re

from fondaco.messages.problem import quoted, refuse

MOST_BYTES = 4_000_000
"""The longest sheet."""

MOST_ROWS = 999
"""How many goods items one declaration may have."""

MOST_COLUMNS = 200
"""How many columns are looked at."""

_CODECS = {"utf-8": "utf-8-sig", "windows-1252": "cp1252", "iso-8859-1": "iso-8859-1"}
_SEPARATORS = ",;\t"

Row = tuple[int, list[str]]
"""The line of the file where a row ends, counted from one, and the row's cells."""


def rows_of(data: bytes, *, encoding: str) -> tuple[str, list[Row]]:
    """The separator, and the rows that hold anything, that of the names first.

    Raises Unreadable where the file is no such thing.

    >>> rows_of(b"a;b\\r\\n\\r\\n1;2\\r\\n", encoding="utf-8")
    (';', [(1, ['a', 'b']), (3, ['1', '2'])])
    """
    if len(data) > MOST_BYTES:
        raise refuse("too-large", found=f"{len(data)} bytes", limit=str(MOST_BYTES))
    separator, text = _separator(_decoded(data, encoding))
    rows = _rows(text, separator)
    if not rows:
        raise refuse("empty", found="no row")
    if len(rows) == 1:
        raise refuse("no-rows", found="the names alone")
    if len(rows[0][1]) > MOST_COLUMNS:
        found = f"{len(rows[0][1])} columns"
        raise refuse("too-many-elements", found=found, limit=str(MOST_COLUMNS))
    return separator, rows


def _decoded(data: bytes, encoding: str) -> str:
    codec = _CODECS.get(encoding.lower())
    if codec is None:
        raise refuse("encoding", found=encoding, accepted="UTF-8, windows-1252, ISO-8859-1")
    try:
        return data.decode(codec)
    except UnicodeDecodeError as reason:
        found, place = f"{data[reason.start]:#04x}", f"byte {reason.start}"
        raise refuse("encoding", path=place, found=found, accepted=quoted(encoding)) from None


# The first line by which a spreadsheet tells another its separator.
_HINT = re.compile(r"sep=([,;\t])\r?\n")


def _separator(text: str) -> tuple[str, str]:
    hint = _HINT.match(text)
    if hint is not None:
        return hint[1], "\n" + text[hint.end() :]
    first = text.lstrip().partition("\n")[0]
    return max(_SEPARATORS, key=first.count), text


def _rows(text: str, separator: str) -> list[Row]:
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    rows: list[Row] = []
    try:
        for cells in lines:
            if any(cell.strip() for cell in cells):
                rows.append((lines.line_num, cells))
            if len(rows) > MOST_ROWS + 1:
                raise refuse("too-many-rows", found=f"more than {MOST_ROWS}", limit=str(MOST_ROWS))
    except csv.Error:
        path, limit = f"row {lines.line_num}", str(csv.field_size_limit())
        raise refuse("too-long-text", path=path, found="more", limit=limit) from None
    return rows
