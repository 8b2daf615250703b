"""JSON is read in one way only, and what is wrong with it is all told, each at its path."""

import json

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec import inspect

from fondaco.declaration.document import Document
from fondaco.evidence.canonical import canonical
from fondaco.messages import wco_json
from fondaco.messages.json_problems import LARGEST_COUNT, problems_in
from fondaco.messages.problem import Unreadable
from fondaco.messages.wco_json import Reading
from tests.fondaco.messages.documents import DOCUMENTS


def refusal(data: bytes) -> Unreadable:
    with pytest.raises(Unreadable) as refused:
        wco_json.read(data)
    return refused.value


def mass(text: str) -> bytes:
    return b'{"shipment": {"items": [{"net_mass": %s}]}}' % text.encode()


REFUSED = [
    # bytes, code, path
    (b"", "empty", ""),
    (b" \n", "empty", ""),
    (b"\xef\xbb\xbf{}", "encoding", ""),
    ('{"kind": "IMA"}'.encode("utf-16"), "encoding", ""),
    ('{"kind": "IMA"}'.encode("utf-16-le"), "encoding", ""),
    ('{"kind": "IMA"}'.encode("utf-16-be"), "encoding", ""),
    ('{"kind": "IMA"}'.encode("utf-32"), "encoding", ""),
    ('{"kind": "é"}'.encode("cp1252"), "encoding", "byte 10"),
    (b'{"kind": "\xed\xa0\x80"}', "encoding", "byte 10"),
    (b"not json", "malformed-json", ""),
    (b'{"kind": "IMA"', "malformed-json", ""),
    (b'{"kind": "IMA",}', "malformed-json", ""),
    (b'{"kind": "IMA"} {}', "malformed-json", ""),
    (b'{"kind": "a\x01b"}', "malformed-json", ""),
    (b"[]", "wrong-type", ""),
    (b"null", "wrong-type", ""),
    (b"7", "wrong-type", ""),
    (b'{"kind": 1}', "wrong-type", "kind"),
    (b'{"shipment": {"items": {}}}', "wrong-type", "shipment.items"),
    (b'{"shipment": {"items": [null]}}', "wrong-type", "shipment.items[0]"),
    (b'{"shipment": {"items": [{"net_mass": true}]}}', "wrong-type", "shipment.items[0].net_mass"),
    (b'{"items_count": 1}', "unknown-name", "items_count"),
    (b'{"declarant": {"name": "A", "name": "B"}}', "repeated-name", "declarant.name"),
    (b'{"kind": "A", "kind" : "B"}', "repeated-name", "kind"),
    (b'{"kind": "a:b", "kin\\u0064": "ab"}', "repeated-name", "kind"),
    (b'{"kind": "a\\u003ab", "kind": "a\\u003ab"}', "repeated-name", "kind"),
    (b'{"function": "9", "function": "9"}', "repeated-name", "function"),
    (b'{"function": "9", "kind": "A", "kind": "A"}', "repeated-name", "kind"),
    (b'{"function":"9", "kind": "A", "kind": "A"}', "repeated-name", "kind"),
    (b'{"function":"9","function":"9"}', "repeated-name", "function"),
    (b'{"function":"9", "functio\\u006e": "9"}', "repeated-name", "function"),
    (b'{"local_reference": "function", "kind": "A", "kind": "A"}', "repeated-name", "kind"),
    (b'{"kind": null, "kind": "IMA"}', "repeated-name", "kind"),
    (b'{"invoice_amount": {"amount": 1}}', "missing", "invoice_amount"),
    (b'{"kind": "a\\u0000"}', "forbidden-character", "kind"),
    (b'{"kind": "a\\u001b[2J"}', "forbidden-character", "kind"),
    (b'{"kind": "a\x7f"}', "forbidden-character", "kind"),
    ('{"kind": "a\x9b"}'.encode(), "forbidden-character", "kind"),
    ('{"kind": "a\uffff"}'.encode(), "forbidden-character", "kind"),
    (b'{"kind": "\\ud800"}', "forbidden-character", "kind"),
    (b'{"kind": "\\ud800\\u0041"}', "forbidden-character", "kind"),
    (mass("NaN"), "not-a-number", "shipment.items[0].net_mass"),
    (mass("Infinity"), "not-a-number", "shipment.items[0].net_mass"),
    (mass('"NaN"'), "not-a-number", "shipment.items[0].net_mass"),
    (mass('"sNaN7"'), "not-a-number", "shipment.items[0].net_mass"),
    (mass('"-Infinity"'), "not-a-number", "shipment.items[0].net_mass"),
    (mass('"12,5"'), "not-a-number", "shipment.items[0].net_mass"),
    (mass('"=1+1"'), "not-a-number", "shipment.items[0].net_mass"),
    (mass('""'), "not-a-number", "shipment.items[0].net_mass"),
    (mass("1E-999999999"), "exponent", "shipment.items[0].net_mass"),
    (mass("1E999999999"), "exponent", "shipment.items[0].net_mass"),
    (mass('"1E+9999999999999999999999"'), "not-a-number", "shipment.items[0].net_mass"),
    (mass("0.1234567"), "number-too-long", "shipment.items[0].net_mass"),
    (mass("1E-7"), "number-too-long", "shipment.items[0].net_mass"),
    (mass("12345678901234567"), "number-too-long", "shipment.items[0].net_mass"),
    (mass("12345678901.123456"), "number-too-long", "shipment.items[0].net_mass"),
    (mass("9" * 100_000), "number-too-long", "shipment.items[0].net_mass"),
    (b'{"item_count": -1}', "whole-number", "item_count"),
    (b'{"item_count": 100000}', "whole-number", "item_count"),
    (b'{"item_count": 1.0}', "whole-number", "item_count"),
    (b'{"item_count": 1e2}', "whole-number", "item_count"),
    (b'{"item_count": ' + b"9" * 10_000 + b"}", "whole-number", "item_count"),
    (b'{"item_count": "5"}', "wrong-type", "item_count"),
    (b"[" * 1_000_000, "too-deep", ""),
    (b'{"shipment":' * 50_000, "too-deep", ""),
    (b"[" * 500 + b"]" * 500, "wrong-type", ""),
    (b'{"shipment": {"items": [' + b"{}," * 60_000 + b"{}]}}", "too-many-elements", ""),
    (b" " * 100_000_000, "too-large", ""),
]


@pytest.mark.parametrize(
    ("data", "code", "path"), REFUSED, ids=[f"{row[1]}-{row[0][:24]!r}" for row in REFUSED]
)
def test_what_is_no_declaration_gets_a_typed_refusal_at_its_path(data, code, path):
    refused = refusal(data)

    assert (refused.code, refused.path) == (code, path)
    for language in ("en", "fr"):
        for problem in refused.problems:
            assert problem.expected(language)
            assert problem.mend(language)
            assert "{" not in problem.expected(language) + problem.mend(language)
            assert len(problem.found) < 120


READ = [
    # a number as written, and its one spelling
    ("10.50", "10.5"),
    ("1000", "1000"),
    ("1000.00", "1000"),
    ('"1000.000000000"', "1000"),
    ("-0", "0"),
    ("-0.0", "0"),
    ('"-0"', "0"),
    ('"-0.00"', "0"),
    ('"007"', "7"),
    ('"+5"', "5"),
    ("1E3", "1000"),
    ("1.5e1", "15"),
    ("1e-6", "0.000001"),
    ('"1_0.50"', "10.5"),
    ('"1.5_0"', "1.5"),
    ('"\\u0661.\\u0665\\u0660"', "1.5"),
    ('"١.٥٠"', "1.5"),
    ("1234567890.123456", "1234567890.123456"),
    ("1234567890123456", "1234567890123456"),
]


@pytest.mark.parametrize(("written", "spelling"), READ)
def test_a_number_ends_in_one_spelling(written, spelling):
    document = wco_json.read(mass(written))

    assert str(document.items[0].net_mass) == spelling
    assert wco_json.write(document) == mass(f'"{spelling}"').replace(b" ", b"")


@pytest.mark.parametrize(
    "data",
    [
        b'{"kind": null, "mrn": null, "shipment": {"items": []}, "function": "9"}',
        b'{"declarant": {"name": "C:\\\\users \\"x\\": y"}}',
        b'{"declarant": {"name": "line\\nline\\ttab\\u003a\\/"}}',
        '{"declarant": {"name": "Société Générale Ωλ 北京 🚢"}}'.encode(),
        json.dumps({"declarant": {"name": "Société 🚢: \\u003a"}}).encode(),
        b'\r\n {\t"kind" :\n"IMA" } \r\n',
    ],
)
def test_other_ways_to_write_the_same_are_read(data):
    document = wco_json.read(data)

    assert document == msgspec.json.decode(data, type=Document)
    assert wco_json.read(wco_json.write(document)) == document


def test_every_problem_is_told_at_once_and_their_number_is_bounded():
    items = ",".join('{"net_mass": "x", "colour": 1}' for _ in range(100))

    refused = refusal(f'{{"kind": 1, "shipment": {{"items": [{items}]}}}}'.encode())

    assert len(refused.problems) == 50
    assert [problem.path for problem in refused.problems[:3]] == [
        "kind",
        "shipment.items[0].net_mass",
        "shipment.items[0].colour",
    ]


def test_a_misspelt_name_is_told_the_name_it_is_near():
    refused = refusal(b'{"shipment": {"items": [{"nett_mass": 1}]}}')

    assert "(net_mass?)" in refused.expected


def test_a_batch_answers_line_by_line():
    data = b'{"kind":"IMA"}\r\n\n{"kind":1}\n\xff\n{"kind":"EXA"}'

    answers = list(wco_json.read_batch(data))

    assert [line for line, _ in answers] == [1, 3, 4, 5]
    assert [type(answer) for _, answer in answers] == [Reading, Unreadable, Unreadable, Reading]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"{}\n" * 501, "too-many-declarations"),
        (b"\n" * 20_000_000, "empty"),
        (b"{}" + b"\n" * 20_000_000, "too-many-declarations"),
        (b" " * 100_000_000, "too-large"),
        (b"\xef\xbb\xbf{}", "encoding"),
        (b"", "empty"),
    ],
    ids=["501 lines", "blank lines", "one line and blank ones", "100 MB", "mark", "nothing"],
)
def test_a_batch_too_large_is_refused_as_a_whole(data, code):
    with pytest.raises(Unreadable) as refused:
        wco_json.read_batch(data)

    assert refused.value.code == code


def test_every_whole_number_of_a_declaration_has_the_bounds_that_its_sentence_names():
    waiting, seen = [inspect.type_info(Document)], set()
    while waiting:
        kind = waiting.pop()
        if isinstance(kind, inspect.IntType):
            assert (kind.ge, kind.le) == (0, LARGEST_COUNT)
        elif isinstance(kind, inspect.UnionType):
            waiting.extend(kind.types)
        elif isinstance(kind, inspect.VarTupleType):
            waiting.append(kind.item_type)
        elif isinstance(kind, inspect.StructType) and kind.cls not in seen:
            seen.add(kind.cls)
            waiting.extend(field.type for field in kind.fields)

    assert len(seen) > 20


@given(DOCUMENTS)
def test_what_is_written_is_read_back_equal_and_in_the_same_bytes(document):
    written = wco_json.write(document)

    read = wco_json.read(written)

    assert read == document
    assert wco_json.write(read) == written == canonical(document)


@given(DOCUMENTS)
def test_a_declaration_spelled_otherwise_is_the_same_declaration(document):
    content = json.loads(wco_json.write(document))
    written = json.dumps({"function": "9"} | content, indent=2, sort_keys=False).encode()

    reading = wco_json.read_canonical(written)

    assert reading.document == document
    assert reading.canonical == wco_json.write(document)


@given(DOCUMENTS, st.data())
def test_a_name_repeated_anywhere_is_found(document, data):
    written = wco_json.write(document)
    names = [at for at in range(len(written)) if written.startswith(b'":', at)]
    if not names:
        return
    end = data.draw(st.sampled_from(names))
    start = written.rindex(b'"', 0, end)
    name = written[start : end + 1]
    repeated = written[:start] + name + b": null, " + written[start:]

    refused = refusal(repeated)

    assert "repeated-name" in [problem.code for problem in refused.problems]


WORDS = (b'"', b"\\u0000", b"\\u003a", b"\\", b"{", b"}", b"[", b":", b",", b"NaN", b"1e9", b"\x00")


@given(DOCUMENTS, st.data())
@example(Document(), None)
def test_a_message_with_an_accident_is_read_or_refused_and_nothing_else(document, data):
    written = bytearray(wco_json.write(document))
    for _ in range(data.draw(st.integers(1, 3)) if data else 0):
        at = data.draw(st.integers(0, len(written)))
        length = data.draw(st.integers(0, 4))
        written[at : at + length] = data.draw(st.sampled_from(WORDS) | st.binary(max_size=3))
    try:
        read = wco_json.read(bytes(written))
    except Unreadable as refused:
        assert refused.problems
    else:
        assert problems_in(bytes(written)) == []
        assert wco_json.read(wco_json.write(read)) == read


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused_and_nothing_else(data):
    try:
        wco_json.read(data)
    except Unreadable as refused:
        assert refused.code
