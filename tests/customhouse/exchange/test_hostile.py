"""Hostile and broken requests: a typed refusal, never a 500, and not a row is written."""

from __future__ import annotations

import gzip
import io
import zipfile

import msgspec
import pytest

from customhouse.declarations.models import Declaration
from customhouse.presentation import export
from customhouse.settings.database import as_customs, as_system, execute
from fondaco.messages import wco_json
from tests.customhouse import world
from tests.customhouse.exchange.conftest import Caller
from tests.customhouse.exchange.hostile import JSON, LINES, REFUSED

pytestmark = pytest.mark.database


GOOD = wco_json.write(world.declaration())


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
    for name, (given, expected) in REFUSED.items():
        with subtests.test(name):
            answer = machine.lodge(given.body, kind=given.kind)
            told = answer.json()

            assert answer.status_code == 400, told
            assert answer["Content-Type"] == "application/problem+json"
            assert (told["problems"][0]["code"], told["problems"][0]["path"]) == expected
            assert all(each["mend"] for each in told["problems"])
            assert len(answer.content) < 100_000
            assert b"root:" not in answer.content
            assert rows() == before


def test_a_batch_that_is_wrong_in_one_line_is_right_in_the_others_and_once_only(machine):
    good = [wco_json.write(world.declaration(name)) for name in "ABC"]
    sent = b"\n".join([good[0], good[1], GOOD[:-9], good[2], good[0], b"", b"\xff", b"null"])
    first, again = (machine.lodge(sent, kind=LINES) for _ in range(2))
    told, repeated = (
        [msgspec.json.decode(line) for line in answer.content.splitlines()]
        for answer in (first, again)
    )

    assert [(each["line"], each["status"]) for each in told] == [
        (1, 201),
        (2, 201),
        (3, 400),
        (4, 201),
        (5, 200),
        (7, 400),
        (8, 400),
    ]
    assert [told[n]["problem"]["problems"][0]["code"] for n in (2, 5, 6)] == [
        "malformed-json",
        "encoding",
        "wrong-type",
    ]
    assert [each["status"] for each in repeated] == [200, 200, 400, 200, 200, 400, 400]
    with as_customs():
        assert Declaration.objects.count() == 3


def test_what_a_spreadsheet_would_run_is_kept_as_text_and_given_out_as_text(machine):
    formula = "=HYPERLINK(A1)"
    document = world.declaration()
    items = [msgspec.structs.replace(each, description=formula) for each in document.items]
    shipment = msgspec.structs.replace(document.shipment, items=tuple(items))
    answer = machine.lodge(msgspec.structs.replace(document, shipment=shipment))
    version = machine.get(f"{answer.json()['links']['self']}/versions/1").json()

    assert answer.status_code == 201
    assert version["document"]["shipment"]["items"][0]["description"] == formula
    assert export.harmless(formula) == f"'{formula}"


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


def packed(name: str) -> bytes:
    """Pack thirty million zeros into an archive of a few kilobytes."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr(name, b"0" * 30_000_000)
    return archive.getvalue()


BOMB = packed("xl/worksheets/sheet1.xml")
FILES = [
    part(b'; name="file"; filename="items.xlsx"', BOMB),
    part(b'; name="file"; filename="invoice.pdf"', BOMB),
    part(b'; name="file"; filename="letter.docx"', packed("word/document.xml")),
    part(b'; name="file"; filename="a.zip"', packed("a.zip")),
    part(b'; name="file"; filename="items.csv"', b"=cmd|' /C calc'!A0,1,2"),
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
