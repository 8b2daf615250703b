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
    """A document, and what its reader noted."""

    document: Document
    notes: tuple[Problem, ...] = ()


def read(body: bytes, *, kind: str) -> Incoming:
    """One message in this media type; Unreadable with every problem where it holds no document."""
    if kind == JSON:
        return Incoming(wco_json.read(body))
    reading = wco_xml.read(body)
    return Incoming(reading.document, reading.warnings)
