"""Lists taken away: CSV and spreadsheet files whose cells no program runs as a formula."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from xml.sax.saxutils import escape

from django.utils import timezone

from customhouse.presentation.listing import Column, Row

CSV = "text/csv; charset=utf-8"
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
RUNS_AS_FORMULA = ("=", "+", "-", "@", "\t", "\r")
FORBIDDEN_IN_XML = {number: None for number in range(32) if number not in (9, 10, 13)}

_WORKBOOK = {
    "[Content_Types].xml": (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-'
        'officedocument.spreadsheetml.sheet.main+xml"/>'
        '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.'
        'openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
    ),
    "_rels/.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Target="xl/workbook.xml" Type="http://schemas.openxmlformats.org/'
        'officeDocument/2006/relationships/officeDocument"/></Relationships>'
    ),
    "xl/_rels/workbook.xml.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Target="worksheets/sheet1.xml" Type="http://schemas.openxmlformats'
        '.org/officeDocument/2006/relationships/worksheet"/></Relationships>'
    ),
    "xl/workbook.xml": (
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
        ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        '<sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
}
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def as_csv(columns: Sequence[Column[Row]], rows: Iterable[Row]) -> Iterator[bytes]:
    """Give the lines of a CSV file (RFC 4180), UTF-8 with a mark so that every program sees it."""
    yield "\ufeff".encode()
    for cells in _cells(columns, rows):
        line = io.StringIO()
        csv.writer(line).writerow([harmless(_text(cell)) for cell in cells])
        yield line.getvalue().encode()


def as_spreadsheet(columns: Sequence[Column[Row]], rows: Iterable[Row]) -> bytes:
    """Return a spreadsheet (ECMA-376): numbers as numbers, everything else as text."""
    body = "".join(
        f"<row>{''.join(_cell(cell) for cell in cells)}</row>" for cells in _cells(columns, rows)
    )
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"<sheetData>{body}</sheetData></worksheet>"
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (*_WORKBOOK.items(), ("xl/worksheets/sheet1.xml", sheet)):
            archive.writestr(zipfile.ZipInfo(name), _HEAD + content)
    return made.getvalue()


def harmless(text: str) -> str:
    """Return a text that no spreadsheet program takes for a formula.

    >>> harmless("=HYPERLINK(1)"), harmless("-12.50"), harmless("Sugar")
    ("'=HYPERLINK(1)", '-12.50', 'Sugar')
    """
    if not text.startswith(RUNS_AS_FORMULA):
        return text
    return text if _is_number(text) else f"'{text}"


def _is_number(text: str) -> bool:
    digits = text.removeprefix("-").replace(".", "", 1)
    return digits.isascii() and digits.isdigit()


def _cells(columns: Sequence[Column[Row]], rows: Iterable[Row]) -> Iterator[list[object]]:
    yield [str(column.heading) for column in columns]
    for row in rows:
        yield [column.holds(row) for column in columns]


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return timezone.localtime(value).isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:f}"
    return str(value)


def _cell(value: object) -> str:
    if isinstance(value, Decimal | int) and not isinstance(value, bool):
        return (
            f"<c><v>{value:f}</v></c>" if isinstance(value, Decimal) else f"<c><v>{value}</v></c>"
        )
    text = escape(_text(value).translate(FORBIDDEN_IN_XML))
    return f'<c t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
