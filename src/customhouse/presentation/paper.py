"""Papers: one content, shown as a page that prints well and as PDF.

The PDF is set by Typst from a fixed program; what the paper says is handed over as data and never
read as Typst, so that nothing people typed can change the paper. It is tagged (PDF/UA-1).
"""

from __future__ import annotations

import re
from datetime import datetime
from html import unescape
from pathlib import Path

import msgspec
import typst
from markupsafe import Markup

from customhouse.presentation import languages

PROGRAM = Path(__file__).resolve().parent.parent / "templates" / "papers" / "paper.typ"
Text = str | Markup
_TAGS = re.compile(r"<[^>]*>")


class Table(msgspec.Struct, frozen=True):
    """A table: headings, rows, the last rows that are totals; which columns are figures."""

    headings: list[str]
    rows: list[list[Text]]
    figures: list[bool]
    totals: list[list[Text]] = []


class Section(msgspec.Struct, frozen=True):
    """A part of a paper: facts, a table, sentences."""

    heading: str
    facts: list[tuple[str, Text]] = []
    table: Table | None = None
    sentences: list[Text] = []


class Paper(msgspec.Struct, frozen=True):
    """A paper: who issues it, what it is, on what, and its parts."""

    issuer: str
    title: str
    number: str
    facts: list[tuple[str, Text]]
    sections: list[Section]
    foot: list[str]


def pdf(paper: Paper, *, at: datetime) -> bytes:
    """Return the paper as PDF; the same paper at the same instant is the same file."""
    content = msgspec.to_builtins(paper, enc_hook=str) | {
        "language": languages.current().split("-")[0],
        "direction": languages.direction(),
    }
    made: bytes = typst.compile(
        str(PROGRAM),
        format="pdf",
        sys_inputs={"paper": msgspec.json.encode(plain(content)).decode()},
        pdf_standards=["ua-1"],
        ignore_system_fonts=True,
        timestamp=int(at.timestamp()),
    )
    return made


def plain(value: object) -> object:
    """Return some content with every markup turned into the text it shows.

    >>> plain({"a": [Markup("<b>1&nbsp;kg</b>")]})
    {'a': ['1\\xa0kg']}
    """
    if isinstance(value, Markup):
        return unescape(_TAGS.sub("", value))
    if isinstance(value, dict):
        return {name: plain(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    return value
