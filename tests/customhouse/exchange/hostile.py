"""Hostile messages: what is given, and what is answered. Each is refused, and not a row is written.

The same list is sent to the application, and over HTTP to the house as it runs.
"""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import NamedTuple

from fondaco.messages import wco_json, wco_xml

ROOT = Path(__file__).resolve().parents[3]
JSON, XML, LINES = "application/json", "application/xml", "application/x-ndjson"
WHOLE = ""
"""The path of what is wrong with the whole message and with no place in it."""


class Refusal(NamedTuple):
    """What is answered: the kind of problem, and the path of its place."""

    code: str
    path: str = WHOLE


class Given(NamedTuple):
    """What is sent, and as what."""

    kind: str
    body: bytes


def json(text: bytes) -> Given:
    """Send this as a declaration in JSON."""
    return Given(JSON, text)


def xml(text: bytes) -> Given:
    """Send this as a declaration in XML."""
    return Given(XML, text)


def lines(text: bytes) -> Given:
    """Send this as a batch."""
    return Given(LINES, text)


_DOCUMENT = wco_json.read((ROOT / "cases" / "five-items.json").read_bytes())
GOOD, GOOD_XML = wco_json.write(_DOCUMENT), wco_xml.write(_DOCUMENT)
_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
_SQUARE = b'<!DOCTYPE a [<!ENTITY x "' + b"x" * 50_000 + b'">]><a>' + b"&x;" * 50_000 + b"</a>"
_TWICE = GOOD.replace(b'{"', b'{"kind":"IMA","', 1)
_TWICE_BELOW = b'{"shipment":{"items":[{"origin":"NO","origin":"SE"}]}}'
_FILE = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'

REFUSED: dict[str, tuple[Given, Refusal]] = {
    # XML
    "an external entity": (xml(_FILE), Refusal("doctype", "line 1")),
    "a billion laughs": (
        xml(f'<!DOCTYPE a [<!ENTITY l0 "ha">{_LAUGHS}]><a>&l9;</a>'.encode()),
        Refusal("doctype", "line 1"),
    ),
    "a quadratic blow-up": (xml(_SQUARE), Refusal("doctype", "line 1")),
    "a DTD over the network": (
        xml(b'<!DOCTYPE a SYSTEM "http://127.0.0.1:9/x.dtd"><a/>'),
        Refusal("doctype", "line 1"),
    ),
    "a deep tree": (xml(b"<a>" * 100_000 + b"</a>" * 100_000), Refusal("too-deep", "line 1")),
    "a million elements": (
        xml(b"<a>" + b"<b/>" * 1_000_000 + b"</a>"),
        Refusal("too-many-elements"),
    ),
    "a truncated message": (xml(GOOD_XML[: len(GOOD_XML) // 2]), Refusal("unclosed", "line 2")),
    "UTF-16": (xml(GOOD_XML.decode().encode("utf-16")), Refusal("encoding")),
    "UTF-7": (xml(b'<?xml version="1.0" encoding="utf-7"?><a/>'), Refusal("encoding")),
    "a lie about its encoding": (
        xml(b'<?xml version="1.0" encoding="utf-8"?><a>\xff</a>'),
        Refusal("encoding", "byte 41"),
    ),
    "JSON as XML": (xml(GOOD), Refusal("malformed-xml", "line 1")),
    "a gzip file as XML": (xml(gzip.compress(GOOD_XML)), Refusal("encoding", "byte 1")),
    "a NUL in XML": (
        xml(GOOD_XML.replace(b"2026", b"\x00026", 1)),
        Refusal("forbidden-character", "line 2"),
    ),
    "another message": (xml(b"<order><item/></order>"), Refusal("unknown-root", "order")),
    "nothing as XML": (xml(b""), Refusal("empty")),
    # JSON: the form
    "nothing": (json(b""), Refusal("empty")),
    "blanks": (json(b" \n\t "), Refusal("empty")),
    "truncated JSON": (json(GOOD[: len(GOOD) // 2]), Refusal("malformed-json")),
    "two documents": (json(GOOD + GOOD), Refusal("malformed-json")),
    "XML as JSON": (json(GOOD_XML), Refusal("malformed-json")),
    "a deep array": (json(b"[" * 100_000), Refusal("too-deep")),
    "a deep object": (json(b'{"a":' * 100_000), Refusal("too-many-elements")),
    "deep in a declaration": (
        json(b'{"shipment":' * 5_000 + b"{}" + b"}" * 5_000),
        Refusal("too-deep"),
    ),
    "a hundred thousand objects": (
        json(b'{"documents":[' + b"{}," * 100_000 + b"{}]}"),
        Refusal("too-many-elements"),
    ),
    "an array": (json(b"[" + GOOD + b"]"), Refusal("wrong-type")),
    "a text": (json(b'"kind"'), Refusal("wrong-type")),
    "null": (json(b"null"), Refusal("wrong-type")),
    "a number": (json(b"7"), Refusal("wrong-type")),
    "bytes that are no UTF-8": (
        json(b'{"local_reference": "\xff"}'),
        Refusal("encoding", "byte 21"),
    ),
    "UTF-16 as JSON": (json(GOOD.decode().encode("utf-16")), Refusal("encoding")),
    "a byte order mark": (json(b"\xef\xbb\xbf" + GOOD), Refusal("encoding")),
    # JSON: names
    "a name twice": (json(_TWICE), Refusal("repeated-name", "kind")),
    "a name twice, below": (
        json(_TWICE_BELOW),
        Refusal("repeated-name", "shipment.items[0].origin"),
    ),
    "an unknown name": (json(b'{"kinds": "IMA"}'), Refusal("unknown-name", "kinds")),
    "a prototype": (json(b'{"__proto__": {"admin": true}}'), Refusal("unknown-name", "__proto__")),
    # JSON: numbers
    "NaN": (json(b'{"gross_mass": NaN}'), Refusal("not-a-number", "gross_mass")),
    "NaN in text": (json(b'{"gross_mass": "NaN"}'), Refusal("not-a-number", "gross_mass")),
    "a signalling NaN": (json(b'{"gross_mass": "sNaN"}'), Refusal("not-a-number", "gross_mass")),
    "infinity": (json(b'{"gross_mass": "Infinity"}'), Refusal("not-a-number", "gross_mass")),
    "an exponent": (json(b'{"gross_mass": 1e999999999}'), Refusal("exponent", "gross_mass")),
    "an exponent in text": (
        json(b'{"gross_mass": "1e-999999999"}'),
        Refusal("exponent", "gross_mass"),
    ),
    "a number of many digits": (
        json(b'{"gross_mass": ' + b"9" * 100_000 + b"}"),
        Refusal("number-too-long", "gross_mass"),
    ),
    "a huge count": (
        json(b'{"item_count": 99999999999999999999}'),
        Refusal("whole-number", "item_count"),
    ),
    "a negative count": (json(b'{"item_count": -1}'), Refusal("whole-number", "item_count")),
    # JSON: texts
    "a NUL": (
        json(b'{"local_reference": "A\\u0000B"}'),
        Refusal("forbidden-character", "local_reference"),
    ),
    "a raw NUL": (json(b'{"local_reference": "A\x00B"}'), Refusal("malformed-json")),
    "half a surrogate": (
        json(b'{"local_reference": "\\ud800"}'),
        Refusal("forbidden-character", "local_reference"),
    ),
    "a bell": (
        json(b'{"local_reference": "\\u0007"}'),
        Refusal("forbidden-character", "local_reference"),
    ),
    # Batches
    "501 lines": (lines(b"{}\n" * 501), Refusal("too-many-declarations")),
    "a million line ends": (lines(b"\n" * 1_000_000), Refusal("empty")),
    "a NUL before the lines": (lines(b"\x00" + GOOD), Refusal("encoding")),
    "no line": (lines(b"\n\n"), Refusal("empty")),
}
"""Given, and expected: 400, and in the answer a problem of this kind at this path."""
