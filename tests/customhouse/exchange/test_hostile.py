"""Hostile and broken requests: a typed refusal, never a 500, and not a row is written."""

from __future__ import annotations

import gzip
import io

import msgspec
import pytest

from customhouse.settings.database import as_system, execute
from fondaco.messages import wco_json, wco_xml
from tests.customhouse import world
from tests.customhouse.exchange.conftest import Caller

pytestmark = pytest.mark.database

JSON, XML, LINES = "application/json", "application/xml", "application/x-ndjson"

ENTITIES = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
GOOD = wco_json.write(world.declaration())
GOOD_XML = wco_xml.write(world.declaration())

BODIES = {
    "an external entity": (XML, b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'),
    "a billion laughs": (XML, f'<!DOCTYPE a [<!ENTITY l0 "ha">{ENTITIES}]><a>&l9;</a>'.encode()),
    "a DTD over the network": (XML, b'<!DOCTYPE a SYSTEM "http://127.0.0.1:9/x.dtd"><a/>'),
    "a deep tree": (XML, b"<a>" * 100_000 + b"</a>" * 100_000),
    "a million elements": (XML, b"<a>" + b"<b/>" * 1_000_000 + b"</a>"),
    "a truncated message": (XML, GOOD_XML[: len(GOOD_XML) // 2]),
    "UTF-16": (XML, GOOD_XML.decode().encode("utf-16")),
    "UTF-7": (XML, b'<?xml version="1.0" encoding="utf-7"?><a/>'),
    "a lie about its encoding": (XML, b'<?xml version="1.0" encoding="utf-8"?><a>\xff</a>'),
    "JSON as XML": (XML, GOOD),
    "a gzip file as XML": (XML, gzip.compress(GOOD_XML)),
    "a NUL in XML": (XML, GOOD_XML.replace(b"2026", b"\x00026", 1)),
    "another message": (XML, b"<order><item/></order>"),
    "nothing as XML": (XML, b""),
    "nothing": (JSON, b""),
    "blanks": (JSON, b" \n\t "),
    "truncated JSON": (JSON, GOOD[: len(GOOD) // 2]),
    "a deep array": (JSON, b"[" * 100_000),
    "a deep object": (JSON, b'{"a":' * 100_000),
    "deep in a declaration": (JSON, b'{"shipment":' * 5_000 + b"{}" + b"}" * 5_000),
    "a name twice": (JSON, GOOD.replace(b'{"', b'{"kind":"IMA","', 1)),
    "a name twice, below": (JSON, b'{"shipment":{"items":[{"origin":"NO","origin":"SE"}]}}'),
    "NaN": (JSON, b'{"gross_mass": NaN}'),
    "NaN in text": (JSON, b'{"gross_mass": "NaN"}'),
    "a signalling NaN": (JSON, b'{"gross_mass": "sNaN"}'),
    "infinity": (JSON, b'{"gross_mass": "Infinity"}'),
    "an exponent": (JSON, b'{"gross_mass": 1e999999999}'),
    "an exponent in text": (JSON, b'{"gross_mass": "1e-999999999"}'),
    "a number of many digits": (JSON, b'{"gross_mass": ' + b"9" * 100_000 + b"}"),
    "a huge count": (JSON, b'{"item_count": 99999999999999999999}'),
    "a negative count": (JSON, b'{"item_count": -1}'),
    "a NUL": (JSON, b'{"local_reference": "A\\u0000B"}'),
    "a raw NUL": (JSON, b'{"local_reference": "A\x00B"}'),
    "half a surrogate": (JSON, b'{"local_reference": "\\ud800"}'),
    "a bell": (JSON, b'{"local_reference": "\\u0007"}'),
    "bytes that are no UTF-8": (JSON, b'{"local_reference": "\xff"}'),
    "UTF-16 as JSON": (JSON, GOOD.decode().encode("utf-16")),
    "a byte order mark": (JSON, b"\xef\xbb\xbf" + GOOD),
    "an array": (JSON, b"[" + GOOD + b"]"),
    "a text": (JSON, b'"kind"'),
    "null": (JSON, b"null"),
    "a number": (JSON, b"7"),
    "an unknown name": (JSON, b'{"kinds": "IMA"}'),
    "a prototype": (JSON, b'{"__proto__": {"admin": true}}'),
    "two documents": (JSON, GOOD + GOOD),
    "XML as JSON": (JSON, GOOD_XML),
    "a hundred thousand objects": (JSON, b'{"documents":[' + b"{}," * 100_000 + b"{}]}"),
    "501 lines": (LINES, b"{}\n" * 501),
    "a million line ends": (LINES, b"\n" * 1_000_000),
    "a NUL before the lines": (LINES, b"\x00" + GOOD),
    "no line": (LINES, b"\n\n"),
}  # fmt: skip
"""Every one of these is refused before anything is judged."""


def rows() -> dict[str, int]:
    """Count the rows of every table but what keys and log remember of a visit."""
    tables = (
        "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
    )
    with as_system():
        names = [name for (name,) in execute(tables).fetchall()]
        return {
            name: execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608
            for name in names
            if name != "django_migrations"
        }


@pytest.fixture
def machine(machine_in) -> Caller:
    return machine_in("green")


def test_a_hostile_body_is_refused_in_words_and_leaves_nothing(machine, subtests):
    before = rows()
    for name, (kind, body) in BODIES.items():
        with subtests.test(name):
            answer = machine.lodge(body, kind=kind)
            told = answer.json()

            assert answer.status_code == 400, told
            assert answer["Content-Type"] == "application/problem+json"
            assert told["problems"] and all(each["mend"] for each in told["problems"])
            assert len(answer.content) < 100_000
            assert b"root:" not in answer.content
            assert rows() == before


FORMS = [
    ("text/html", ""),
    ("application/octet-stream", ""),
    ("", ""),
    ("application/x-www-form-urlencoded", ""),
    ("multipart/form-data; boundary=x", ""),
    ("application/json; charset=utf-16", ""),
    ("application/json; charset=iso-8859-1", ""),
    ("application/json", "gzip"),
    ("application/json", "deflate"),
    ("application/json", "gzip, gzip"),
    ("application/xml", "br"),
    ("json", ""),
]


def test_another_form_is_refused_by_its_name(machine, subtests):
    before = rows()
    for kind, coding in FORMS:
        with subtests.test(f"{kind} {coding}"):
            body = gzip.compress(GOOD) if coding == "gzip" else GOOD
            headers = {"Content_Encoding": coding} if coding else {}
            answer = machine.lodge(body, kind=kind, **headers)

            assert answer.status_code == 415 and answer.json()["detail"]
            assert rows() == before


def test_a_zip_bomb_is_not_unpacked(machine):
    bomb = gzip.compress(b"0" * 30_000_000)

    assert machine.lodge(bomb, kind=JSON, Content_Encoding="gzip").status_code == 415


def raw(machine: Caller, *, length: str, kind: str = JSON, body: io.IOBase | None = None):
    """Send a request whose announced length is not that of its body."""
    stream = {"wsgi.input": body} if body is not None else {}
    return machine.client.request(
        REQUEST_METHOD="POST",
        PATH_INFO="/api/declarations",
        CONTENT_TYPE=kind,
        CONTENT_LENGTH=length,
        HTTP_AUTHORIZATION=f"Bearer {machine.secret}",
        **stream,
    )


class Never(io.RawIOBase):
    """A body that must not be read."""

    def read(self, size: int = -1) -> bytes:
        raise AssertionError("the body was read")


def test_a_body_that_is_too_large_is_refused_before_it_is_read(machine):
    assert raw(machine, length="104857600", body=Never()).status_code == 413


def test_a_length_that_is_none_is_refused(machine, subtests):
    for length in ("x", "-1", "9" * 40, "1e3", "٣"):
        with subtests.test(length):
            assert raw(machine, length=length).status_code in {400, 413}


def test_a_batch_that_breaks_off_is_no_batch(machine):
    before = rows()
    lines = [wco_json.write(world.declaration(name)) for name in ("A", "B")]
    whole, broken = b"\n".join(lines), io.BytesIO(lines[0] + b"\n")
    answer = raw(machine, length=str(len(whole)), kind=LINES, body=broken)

    assert answer.status_code == 400 and "broke off" in answer.json()["detail"]
    assert rows() == before


def test_a_key_that_is_none_is_refused(machine, subtests):
    before = rows()
    for key in ("", " ", "x" * 256, "é", "a\tb", "\x7f"):
        with subtests.test(key):
            assert machine.lodge(GOOD, Idempotency_Key=key).status_code == 400
            assert rows() == before


ADDRESSES = [
    "/api/",
    "/api//",
    "/api/nothing",
    "/api/declarations/",
    "/api/declarations/x",
    "/api/declarations/%00",
    "/api/declarations/26XF000000000001R7/receipts/" + "9" * 30,
    "/api/declarations/26XF000000000001R7'--/documents",
    "/api/declarations/26XF000000000001R7/questions/-1/answer",
    "/api/../api/declarations/%2e%2e",
    "/api/law/sha256:x",
    "/api/scenarios/../openapi",
    "/api/schemas/..%2f..%2fsettings.json",
    "/api/" + "a" * 3000,
]


def test_an_address_that_is_none_is_not_found(machine, subtests):
    for path in ADDRESSES:
        with subtests.test(path):
            assert machine.get(path).status_code == 404


def test_another_method_is_told_which_are_there(machine, subtests):
    for method in ("PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW"):
        with subtests.test(method):
            answer = machine.client.generic(
                method, "/api/declarations", headers={"Authorization": f"Bearer {machine.secret}"}
            )

            assert answer.status_code == 405 and answer["Allow"] == "POST, GET, HEAD"


REASONS = [
    b"",
    b"{",
    b"null",
    b"[]",
    b'{"reason": 1}',
    b'{"reason": ""}',
    b'{"reason": "\\u0000"}',
    b'{"reason": "a", "reason": "b"}',
    b'{"reason": "a", "more": 1}',
    b"[" * 100_000,
    b'{"reason": "' + b"x" * 3000 + b'"}',
    b'{"reason": "\\ud800"}',
    b'{"reason": "\xff"}',
]


def test_an_act_with_a_body_that_is_none_is_refused(machine, subtests):
    there = machine.lodge(msgspec.json.decode(GOOD) | {"kind": "IMD"}).json()["links"]["self"]
    before = rows()
    for body in REASONS:
        for act in ("withdrawal", "invalidation"):
            with subtests.test(f"{act} {body[:40]!r}"):
                answer = machine.send(f"{there}/{act}", body)

                assert answer.status_code == 400 and answer.json()["detail"]
                assert rows() == before


def part(head: bytes, content: bytes) -> bytes:
    """Write a form of one part."""
    return (
        b"--x\r\nContent-Disposition: form-data" + head + b"\r\n\r\n" + content + b"\r\n--x--\r\n"
    )


FILES = [
    b"",
    b"--x",
    b"--x--\r\n",
    b"--x\r\n\r\n",
    part(b"", b"x"),
    part(b'; name="file"', b"%PDF-1.7"),
    part(b'; name="file"; filename="a.pdf"', b"hello"),
    part(b'; name="file"; filename="../../a\x00.pdf"', b"MZ"),
    part(b'; name="file"; filename="a.pdf"', b"%PDF-1.7 /JavaScript (x)"),
]
BOUNDARIES = ["", "; boundary=", "; boundary=" + "x" * 300, "; boundary=\x01"]


def test_a_file_that_is_none_is_refused(machine, subtests):
    there = machine.lodge(GOOD).json()["links"]["self"] + "/documents"
    before = rows()
    for body in FILES:
        with subtests.test(body.decode(errors="replace")):
            answer = machine.send(there, body, kind="multipart/form-data; boundary=x")

            assert answer.status_code in {400, 422} and answer.json()["detail"]
            assert rows() == before
    for boundary in BOUNDARIES:
        with subtests.test(f"boundary {boundary}"):
            answer = machine.send(there, b"x", kind=f"multipart/form-data{boundary}")

            assert answer.status_code == 400


def test_a_secret_that_is_none_is_nobodys(machine, subtests):
    for secret in ("", "x", "fdc_live_", "fdc_live_" + "x" * 10_000, "fdc_test_é", "fdc_live_'--"):
        with subtests.test(secret[:20]):
            machine.secret = secret
            assert machine.lodge(GOOD).status_code == 401


def test_an_odd_language_is_no_trouble(machine, subtests):
    for language in ("", "*", "fr;q=x", "q=;;,,", "fr;q=1e999", "x" * 5000, "fr;q=nan"):
        with subtests.test(language[:20]):
            answer = machine.get("/api/declarations", Accept_Language=language)
            assert answer.status_code == 200
