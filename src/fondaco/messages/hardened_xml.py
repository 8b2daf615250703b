"""XML from strangers as a tree, or a typed refusal: no DTD, no entities, no network, all bounded.

The bytes are decoded here, by the few encodings that are accepted, so that nothing is
looked for in one reading of them and parsed in another.
"""

import re

from lxml import etree

from fondaco.messages.problem import Problem, Unreadable, quoted, refuse

MOST_BYTES = 12_000_000
"""The longest message: 999 goods items of 12 KB each."""

MOST_TAGS = 400_000
"""How many tags, or attributes, a message may hold: 999 goods items of 200 elements. Four bytes
of XML make some hundred of memory, so this is counted before anything is parsed."""

DEEPEST = 256
"""How many levels libxml2 reads."""

LONGEST_TEXT = 10_000
"""How many characters one element may hold; the WCO's longest text is an..512."""

_ACCEPTED = {
    "utf-8": "utf-8",
    "us-ascii": "utf-8",
    "iso-8859-1": "iso-8859-1",
    "windows-1252": "cp1252",
}
_DECLARED = re.compile(rb"""<\?xml[^>?]*?encoding\s*=\s*["']([^"']*)["']""")
_UTF16_OR_32 = re.compile(rb"\xff\xfe|\xfe\xff|\x00|.\x00", re.DOTALL)


def parse(data: bytes) -> etree._Element:
    """The root of the tree, without comments and processing instructions; Unreadable otherwise.

    >>> parse(b"<a><!-- one --><b>2</b></a>")[0].text
    '2'
    >>> parse(b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    Traceback (most recent call last):
    ...
    fondaco.messages.problem.Unreadable: line 1: found <!DOCTYPE, expected XML without a document \
type or entity declaration: remove the DOCTYPE; none is ever needed here, and none is read
    """
    if len(data) > MOST_BYTES:
        raise refuse("too-large", found=f"{len(data)} bytes", limit=str(MOST_BYTES))
    text = _decoded(data)
    if not text.strip():
        raise refuse("empty", found=f"{len(data)} bytes")
    tags, attributes = text.count("<"), text.count("=")
    if tags > MOST_TAGS or attributes > MOST_TAGS:
        found = f"{tags} tags and {attributes} attributes"
        raise refuse("too-many-elements", found=found, limit=str(MOST_TAGS))
    _refuse_doctype(text)
    return _tree(text)


def _decoded(data: bytes) -> str:
    if _UTF16_OR_32.match(data):
        raise _wrong_encoding("UTF-16 or UTF-32")
    data = data.removeprefix(b"\xef\xbb\xbf")
    declared = _DECLARED.match(data)
    name = declared[1].decode("ascii", "replace") if declared else "utf-8"
    codec = _ACCEPTED.get(name.lower())
    if codec is None:
        raise _wrong_encoding(quoted(name))
    try:
        return data.decode(codec)
    except UnicodeDecodeError as reason:
        raise _wrong_encoding(f"{data[reason.start]:#04x}", f"byte {reason.start}") from None


def _wrong_encoding(found: str, path: str = "") -> Unreadable:
    return refuse("encoding", path=path, found=found, accepted="UTF-8")


def _refuse_doctype(text: str) -> None:
    # Anywhere, even in a comment: what looks like one to any parser is not parsed at all.
    at = text.find("<!DOCTYPE")
    if at >= 0:
        line = text.count("\n", 0, at) + 1
        raise refuse("doctype", path=f"line {line}", found="<!DOCTYPE")


def _tree(text: str) -> etree._Element:
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as reason:
        raise _malformed(reason, text) from None


_BY_ERROR = {
    etree.ErrorTypes.ERR_HYPHEN_IN_COMMENT: ("hyphens-in-comment", "a comment with --"),
    etree.ErrorTypes.ERR_DOCUMENT_END: ("malformed-xml", "content after the end of the message"),
    etree.ErrorTypes.ERR_TAG_NAME_MISMATCH: ("mismatched-tags", "another end tag"),
    etree.ErrorTypes.ERR_UNDECLARED_ENTITY: ("undefined-entity", "an entity that is not defined"),
    etree.ErrorTypes.NS_ERR_UNDEFINED_NAMESPACE: ("undeclared-prefix", "a prefix not declared"),
    etree.ErrorTypes.ERR_INVALID_CHAR: ("forbidden-character", "a character that XML forbids"),
}


def _malformed(reason: etree.XMLSyntaxError, text: str) -> Unreadable:
    line, column = reason.position
    code, found = _BY_ERROR.get(
        getattr(reason, "code", 0), ("malformed-xml", "text that is not XML")
    )
    where = {"line": str(line), "column": str(column)}
    if "depth" in reason.msg:
        code, found, where = "too-deep", f"more than {DEEPEST} levels", {"limit": str(DEEPEST)}
    elif "limit exceeded" in reason.msg or "too long" in reason.msg:
        code, found, where = "too-long-text", "more", {"limit": str(LONGEST_TEXT)}
    elif line > text.count("\n") and column > len(text) - text.rfind("\n") - 1:
        code, found = "unclosed", "the end of the message"
    return Unreadable([Problem(code, f"line {line}", found, where)])
