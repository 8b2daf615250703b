"""Declarations in JSON: our own spelling of the WCO Data Model, one by one or in batches of lines.

The names are those of ``fondaco.declaration.document``. A decimal is a JSON number or
text in digits; either way it ends in one normal spelling, so that equal declarations have equal
canonical bytes. Text is UTF-8 (RFC 8259, 8.1) without byte order mark; a name may stand once in
an object (RFC 7493, 2.3).

>>> document = read(b'{"kind": "IMA", "shipment": {"items": [{"net_mass": 10.50}]}}')
>>> write(document)
b'{"kind":"IMA","shipment":{"items":[{"net_mass":"10.5"}]}}'
>>> read(b'{"kind": "IMA", "kind": "EXA"}')
Traceback (most recent call last):
...
fondaco.messages.problem.Unreadable: kind: found kind twice, expected each name once in an object: \
remove one of the two
"""

import re
from collections.abc import Iterator

import msgspec

from fondaco.declaration.document import Document
from fondaco.evidence.canonical import canonical
from fondaco.messages.json_problems import problem_of_form, problems_in, repeats_a_name
from fondaco.messages.numbers import spelled
from fondaco.messages.problem import Problem, Unreadable, quoted, refuse

MOST_BYTES = 4_000_000
"""The longest declaration in JSON: 999 goods items of 4 KB each."""

MOST_OBJECTS = 60_000
"""How many objects one declaration may hold: 999 goods items of 60 parts each. A few bytes of
JSON make some hundred of memory, so this is counted before anything is read."""

MOST_BYTES_OF_BATCH = 32_000_000
"""The longest batch."""

MOST_DECLARATIONS = 500
"""How many declarations one batch may hold."""


class Reading(msgspec.Struct, frozen=True):
    """A declaration that was read, and its canonical bytes, which reading makes anyway."""

    document: Document
    canonical: bytes


def read(data: bytes) -> Document:
    """The declaration that the bytes say; Unreadable, with every problem, where they say none."""
    return read_canonical(data).document


def read_canonical(data: bytes) -> Reading:
    """As ``read``, with the bytes that `canonical` would give for the declaration.

    >>> read_canonical(b'{"kind": "IMA", "gross_mass": 10.50}').canonical
    b'{"gross_mass":"10.5","kind":"IMA"}'
    """
    if len(data) > MOST_BYTES:
        raise refuse("too-large", found=f"{len(data)} bytes", limit=str(MOST_BYTES))
    if len(data) > MOST_OBJECTS and data.count(b"{") > MOST_OBJECTS:
        found = f"{data.count(b'{')} objects"
        raise refuse("too-many-elements", found=found, limit=str(MOST_OBJECTS))
    try:
        document = _READER.decode(data)
        spelling = _WRITER.encode(document)
    except _REFUSALS as reason:
        raise _refusal(data, reason) from None
    if _may_hide_something(data, spelling):
        problems = problems_in(data)
        if problems:
            raise Unreadable(problems)
    if spelling != _AS_IT_STANDS.encode(document):
        document = _READER.decode(spelling)  # some decimal came in another spelling than normal
    return Reading(document, spelling)


def write(document: Document) -> bytes:
    """The declaration in its canonical bytes (RFC 8785), which are also valid JSON to send."""
    return canonical(document)


def read_batch(data: bytes) -> Iterator[tuple[int, Reading | Unreadable]]:
    """Each declaration of a batch, one to a line (NDJSON), with its line counted from one.

    A line that cannot be read yields its refusal and does not stop the others; blank lines
    are passed over. Raises Unreadable where the batch is refused as a whole.

    >>> batch = b'{"kind": "IMA"}\\n\\n{"kind": 1}'
    >>> [(line, type(each).__name__) for line, each in read_batch(batch)]
    [(1, 'Reading'), (3, 'Unreadable')]
    """
    if len(data) > MOST_BYTES_OF_BATCH:
        raise refuse("too-large", found=f"{len(data)} bytes", limit=str(MOST_BYTES_OF_BATCH))
    problem = problem_of_form(data)
    if problem is not None:
        raise Unreadable([problem])
    if data.count(b"\n") > 20 * MOST_DECLARATIONS:
        raise _too_many(data.count(b"\n"))
    lines = [
        (number, line) for number, line in enumerate(data.split(b"\n"), 1) if line and line.strip()
    ]
    if not lines:
        raise refuse("empty", found=f"{len(data)} bytes")
    if len(lines) > MOST_DECLARATIONS:
        raise _too_many(len(lines))
    return ((number, _read_or_refusal(line)) for number, line in lines)


def _too_many(lines: int) -> Unreadable:
    found = f"{lines} lines"
    return refuse("too-many-declarations", found=found, limit=str(MOST_DECLARATIONS))


def _read_or_refusal(line: bytes) -> Reading | Unreadable:
    try:
        return read_canonical(line)
    except Unreadable as refusal:
        return refusal


# A signalling NaN is the one Decimal that has no hash: TypeError.
_REFUSALS = (msgspec.MsgspecError, ValueError, TypeError, RecursionError)
_READER = msgspec.json.Decoder(Document)
_WRITER = msgspec.json.Encoder(order="sorted", decimal_format=spelled)
_AS_IT_STANDS = msgspec.json.Encoder(order="sorted")
_FUNCTION = b'"function":'


def _may_hide_something(data: bytes, spelling: bytes) -> bool:
    """Whether the decoder may have overlooked something; False is certain, True is not."""
    return _may_repeat_a_name(data, spelling) or _may_hold_controls(spelling)


def _may_repeat_a_name(data: bytes, spelling: bytes) -> bool:
    """Whether a name may stand twice in an object, of which the decoder keeps the last silently.

    The document written again has exactly the colons of the names it kept and of its texts, so
    one more in the data is a name that was lost: repeated, null, or equal to its default. Only
    an escape of the character by its number (003A) could hide a colon. The function is stated by
    everybody, and mostly equal to its default: that it stands there once loses nothing.
    """
    lost = data.count(b":") - spelling.count(b":")
    if lost == 1 and _FUNCTION not in spelling:
        lost -= data.count(_FUNCTION)
    if lost == 0 and not (b"\\" in data and b"\\u003" in data):
        return False
    return repeats_a_name(data)


def _may_hold_controls(spelling: bytes) -> bool:
    """Whether some text may hold a control character, which the encoder writes as an escape."""
    if b"\\" in spelling and b"\\u" in spelling or b"\x7f" in spelling:
        return True
    return not spelling.isascii() and _FORBIDDEN_BEYOND_ASCII.search(spelling) is not None


# C1 controls, U+FFFE, U+FFFF and U+FDD0 to U+FDEF, in UTF-8: XML could not carry them all.
_FORBIDDEN_BEYOND_ASCII = re.compile(rb"\xc2[\x80-\x9f]|\xef\xbf[\xbe\xbf]|\xef\xb7[\x90-\xaf]")


def _refusal(data: bytes, reason: Exception) -> Unreadable:
    """Every problem of a message that the decoder refused, or at least what the decoder said."""
    problems = problems_in(data)
    if problems:
        return Unreadable(problems)
    return Unreadable([Problem("malformed-json", "", quoted(str(reason)), {"byte": "0"})])
