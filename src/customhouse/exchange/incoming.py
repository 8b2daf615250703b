"""Messages as they come in, read into documents, with what was noted on the way."""

from __future__ import annotations

import msgspec

from fondaco.declaration.document import Document
from fondaco.messages import wco_json, wco_xml
from fondaco.messages.problem import Problem

JSON = "application/json"
LINES = "application/x-ndjson"
XML = ("application/xml", "text/xml")


class Incoming(msgspec.Struct, frozen=True):
    """A document, what its reader noted, and its canonical bytes where its reader made them."""

    document: Document
    notes: tuple[Problem, ...] = ()
    content: bytes | None = None


def read(body: bytes, *, kind: str) -> Incoming:
    """One message in this media type; Unreadable with every problem where it holds no document."""
    if kind == JSON:
        return of_json(wco_json.read_canonical(body))
    reading = wco_xml.read(body)
    return Incoming(reading.document, reading.warnings)


def of_json(reading: wco_json.Reading) -> Incoming:
    """What was read of JSON, with the bytes that reading made."""
    return Incoming(reading.document, content=reading.canonical)
