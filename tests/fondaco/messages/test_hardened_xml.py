"""XML made to harm is refused in words: nothing is fetched, nothing grows, nothing breaks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fondaco.messages import wco_xml
from fondaco.messages.hardened_xml import parse
from fondaco.messages.problem import Unreadable

SECRET = "the keys of the treasury"  # noqa: S105 - it only must not be repeated

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))

HOSTILE = {
    "external entity": '<!DOCTYPE a [<!ENTITY x SYSTEM "file://{secret}">]><a>&x;</a>',
    "external parameter entity": '<!DOCTYPE a [<!ENTITY % x SYSTEM "file://{secret}"> %x;]><a/>',
    "external DTD": '<!DOCTYPE a SYSTEM "file://{secret}"><a/>',
    "DTD over the network": '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/x.dtd"><a/>',
    "billion laughs": f'<!DOCTYPE a [<!ENTITY l0 "ha">{LAUGHS}]><a>&l9;</a>',
    "quadratic blow-up": f'<!DOCTYPE a [<!ENTITY x "{"y" * 50_000}">]><a>{"&x;" * 50_000}</a>',
    "default attribute": '<!DOCTYPE a [<!ATTLIST a b CDATA "c">]><a/>',
    "empty DTD": "<!DOCTYPE a><a/>",
    "DTD after a comment": "<?xml version='1.0'?><!-- c --><!DOCTYPE a><a/>",
    "DTD in a comment": "<!-- <!DOCTYPE a> --><a/>",
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_document_type_is_refused_before_anything_is_parsed(name, tmp_path):
    kept = tmp_path / "secret"
    kept.write_text(SECRET)

    with pytest.raises(Unreadable) as refused:
        wco_xml.read(HOSTILE[name].replace("{secret}", str(kept)).encode())

    assert refused.value.code == "doctype"
    assert SECRET not in str(refused.value)


@pytest.mark.parametrize(
    "codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]
)
def test_wide_encodings_are_refused_and_hide_nothing(codec):
    for declared in ("", f"<?xml version='1.0' encoding='{codec}'?>"):
        text = declared + HOSTILE["external entity"]

        with pytest.raises(Unreadable) as refused:
            wco_xml.read(text.encode(codec))

        assert refused.value.code == "encoding"


@pytest.mark.parametrize(
    "declared",
    ["utf-7", "UTF-16", "cp037", "EBCDIC-CP-US", "ISO-2022-JP", "utf-8 ", "", "idna", "x" * 5_000],
)
def test_an_encoding_that_could_be_read_in_two_ways_is_refused(declared):
    hidden = "+ADwAIQ-DOCTYPE a+AD4APA-a/+AD4-"

    with pytest.raises(Unreadable) as refused:
        wco_xml.read(f"<?xml version='1.0' encoding='{declared}'?>{hidden}".encode())

    assert refused.value.code == "encoding"


@pytest.mark.parametrize(
    ("codec", "declared"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "utf-8"),
        ("ascii", "US-ASCII"),
        ("latin-1", "ISO-8859-1"),
        ("cp1252", "windows-1252"),
    ],
)
def test_the_encodings_that_are_accepted_are_read_as_declared(codec, declared):
    name = "Straw" if codec == "ascii" else "Müller & Söhne".replace("&", "&amp;")
    text = f"<?xml version='1.0' encoding='{declared}' standalone='no'?><a>{name}</a>"

    assert parse(text.encode(codec)).text == name.replace("&amp;", "&")


MALFORMED = [
    # bytes, code
    (b"", "empty"),
    (b" \r\n\t", "empty"),
    (b"\xef\xbb\xbf", "empty"),
    (b"declaration", "malformed-xml"),
    (b"<a/><b/>", "malformed-xml"),
    (b" <?xml version='1.0'?><a/>", "malformed-xml"),
    (b"<a b='1' b='2'/>", "malformed-xml"),
    (b"<a>]]></a>", "malformed-xml"),
    (b"<!doctype a><a/>", "malformed-xml"),
    (b"<a><b></a></b>", "mismatched-tags"),
    (b"<a><b>\n<c>", "unclosed"),
    (b"<a><b>\n<c ", "unclosed"),
    (b"<a><b>text", "unclosed"),
    (b"<a><!-- never closed", "unclosed"),
    (b"<a><![CDATA[ never closed", "unclosed"),
    (b"<a><!-- two -- hyphens --></a>", "hyphens-in-comment"),
    (b"<a><!-- three ---></a>", "hyphens-in-comment"),
    (b"<a>&x;</a>", "undefined-entity"),
    (b"<p:a/>", "undeclared-prefix"),
    (b"<a>\x00</a>", "forbidden-character"),
    (b"<a>\x08</a>", "forbidden-character"),
    (b"<a>&#0;</a>", "forbidden-character"),
    (b"<a>&#xD800;</a>", "forbidden-character"),
    (b"<a>\xff</a>", "encoding"),
    (b"<a>\xc0\xbc</a>", "encoding"),
    (b"<a>\xed\xa0\x80</a>", "encoding"),
    (b"<a>" * 300 + b"</a>" * 300, "too-deep"),
    (b"<a>" * 100_000, "too-deep"),
    (b"<a/>" * 500_000, "too-many-elements"),
    (b"<" * 500_000, "too-many-elements"),
    (b"<a>" + b"x" * 11_000_000 + b"</a>", "too-long-text"),
    (b"<a b='" + b"x" * 11_000_000 + b"'/>", "too-long-text"),
    (b"<" + b"a" * 1_000_000 + b"/>", "too-long-text"),
    (b"<a>" + b" " * 100_000_000 + b"</a>", "too-large"),
]


@pytest.mark.parametrize(
    ("data", "code"), MALFORMED, ids=[f"{row[1]}-{row[0][:20]!r}" for row in MALFORMED]
)
def test_what_is_no_xml_is_refused_in_words(data, code):
    with pytest.raises(Unreadable) as refused:
        parse(data)

    assert refused.value.code == code
    for language in ("en", "fr"):
        words = refused.value.problems[0]
        assert words.expected(language)
        assert words.mend(language)
        assert "{" not in words.expected(language) + words.mend(language)


WEARY = {
    "attributes": b"<a " + b" ".join(b"b%d=''" % n for n in range(399_000)) + b"/>",
    "namespaces": b"<a " + b" ".join(b"xmlns:b%d='u:%d'" % (n, n) for n in range(50_000)) + b"/>",
    "comments": b"<a>" + b"<!-- - -->" * 150_000 + b"</a>",
    "instructions": b"<a>" + b"<?b c?>" * 150_000 + b"</a>",
    "references": b"<a>" + b"&#65;" * 1_000_000 + b"</a>",
    "sections": b"<a>" + b"<![CDATA[x]]>" * 150_000 + b"</a>",
    "siblings": b"<a>" + b"<b/>" * 190_000 + b"</a>",
}


@pytest.mark.parametrize("name", WEARY)
def test_a_message_made_to_weary_the_reader_is_still_refused(name):
    with pytest.raises(Unreadable) as refused:
        wco_xml.read(WEARY[name])

    assert refused.value.code in ("unknown-root", "too-many-elements")


def test_weary_attributes_and_siblings_inside_a_declaration_are_refused_or_noted_in_bounds():
    namespace = b"xmlns='urn:wco:datamodel:WCO:DEC-DMS:2'"
    inside = b"<FunctionCode>9</FunctionCode>" + b"<Odd/>" * 100_000
    attributes = b" ".join(b"b%d=''" % n for n in range(100_000))

    with pytest.raises(Unreadable) as refused:
        wco_xml.read(b"<Declaration " + namespace + b">" + inside + b"</Declaration>")
    noted = wco_xml.read(
        b"<Declaration %b %b><FunctionCode>9</FunctionCode></Declaration>" % (namespace, attributes)
    )

    assert len(refused.value.problems) == 50
    assert len(noted.warnings) == 50


@given(st.binary(max_size=60) | st.text("<>&;'\"!-[]?/a \n#x0", max_size=60).map(str.encode))
def test_any_bytes_are_a_tree_or_a_refusal_and_nothing_else(data):
    try:
        parse(data)
    except Unreadable as refused:
        assert refused.code
