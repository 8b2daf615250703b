"""Everything that is wrong with a declaration in JSON, each problem at its path.

This is the slow and thorough reader. It runs only where the fast one has stopped, or has
seen something that it cannot judge, and its verdict counts.
"""

import json
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches

import msgspec
from msgspec import inspect

from fondaco.declaration.document import Document
from fondaco.messages.characters import FORBIDDEN
from fondaco.messages.numbers import OutOfRange, normal
from fondaco.messages.problem import MOST_PROBLEMS, Problem, quoted

DEEPEST = 64
"""How many levels of objects and arrays are looked at; a declaration has eight."""

LARGEST_COUNT = 99_999
"""The largest whole number of a declaration, the WCO's n..5."""

_UTF16_OR_32 = re.compile(rb"\xff\xfe|\xfe\xff|\x00|.\x00", re.DOTALL)
_WHOLE = re.compile("-?[0-9]{1,18}")


def problems_in(data: bytes) -> list[Problem]:
    """Every problem of the bytes as a declaration, at most as many as are told; none if it is one.

    >>> [(each.path, each.code) for each in problems_in(b'{"kind": 1, "shipment": {"itms": []}}')]
    [('kind', 'wrong-type'), ('shipment.itms', 'unknown-name')]
    """
    problem = problem_of_form(data) or _problem_of_encoding(data)
    if problem is not None:
        return [problem]
    try:
        content = json.loads(
            data,
            object_pairs_hook=_Members,
            parse_float=_Digits,
            parse_int=_Digits,
            parse_constant=_Constant,
        )
    except json.JSONDecodeError as reason:
        byte = len(reason.doc[: reason.pos].encode(errors="surrogatepass"))
        near = quoted(reason.doc[reason.pos : reason.pos + 20]) or "the end"
        return [Problem("malformed-json", "", near, {"byte": str(byte)})]
    except RecursionError:
        return [Problem("too-deep", "", "more levels", {"limit": str(DEEPEST)})]
    found = _problems(content, _DOCUMENT, "", 0)
    return [problem for problem, _ in zip(found, range(MOST_PROBLEMS), strict=False)]


def problem_of_form(data: bytes) -> Problem | None:
    """What is wrong with the bytes as text at first sight, None where nothing is."""
    if not data.strip():
        return Problem("empty", "", f"{len(data)} bytes")
    if data.startswith(b"\xef\xbb\xbf"):
        return Problem("encoding", "", "a byte order mark (EF BB BF)", {"accepted": "UTF-8"})
    if _UTF16_OR_32.match(data):
        return Problem("encoding", "", "UTF-16 or UTF-32", {"accepted": "UTF-8"})
    return None


def repeats_a_name(data: bytes) -> bool:
    """Whether a name stands twice in some object of a JSON text.

    >>> repeats_a_name(b'[{"a": {"b": null, "b": 1}}]')
    True
    """
    try:
        json.loads(data, object_pairs_hook=_names_once, parse_float=str, parse_int=str)
    except _Repeated:
        return True
    return False


class _Repeated(Exception):  # noqa: N818 - it says what was found
    """A name stands twice in an object."""


def _names_once(pairs: list[tuple[str, object]]) -> None:
    if len({name for name, _ in pairs}) < len(pairs):
        raise _Repeated


def _problem_of_encoding(data: bytes) -> Problem | None:
    try:
        data.decode()
    except UnicodeDecodeError as reason:
        found, place = f"{data[reason.start]:#04x}", f"byte {reason.start}"
        return Problem("encoding", place, found, {"accepted": "UTF-8"})
    return None


class _Members:
    """An object with its names as they came, repeated ones too."""

    def __init__(self, pairs: list[tuple[str, object]]) -> None:
        self.pairs = pairs


class _Digits(str):
    """A number as it was written."""


class _Constant(str):
    """NaN or an infinity, which JSON does not have."""


_DOCUMENT = inspect.type_info(Document)


def _problems(content: object, kind: inspect.Type, path: str, depth: int) -> Iterator[Problem]:
    if depth > DEEPEST:
        yield Problem("too-deep", path, "more levels", {"limit": str(DEEPEST)})
        return
    if isinstance(kind, inspect.UnionType):
        if content is None:
            return
        kind = next(each for each in kind.types if not isinstance(each, inspect.NoneType))
    if isinstance(kind, inspect.StructType):
        yield from _problems_of_part(content, kind, path, depth)
    elif isinstance(kind, inspect.VarTupleType):
        yield from _problems_of_list(content, kind, path, depth)
    elif isinstance(kind, inspect.DecimalType):
        yield from _problems_of_decimal(content, path)
    elif isinstance(kind, inspect.IntType):
        yield from _problems_of_whole_number(content, path)
    else:
        yield from _problems_of_text(content, path)


def _problems_of_part(
    content: object, kind: inspect.StructType, path: str, depth: int
) -> Iterator[Problem]:
    if not isinstance(content, _Members):
        yield _wrong_type(content, path, "an object", "un objet")
        return
    fields = {field.encode_name: field for field in kind.fields}
    seen: set[str] = set()
    for name, value in content.pairs:
        place = f"{path}.{quoted(name)}" if path else quoted(name)
        if name in seen:
            yield Problem("repeated-name", place, f"{quoted(name)} twice")
        elif name not in fields:
            yield Problem("unknown-name", place, quoted(name), {"nearest": _nearest(name, fields)})
        else:
            yield from _problems(value, fields[name].type, place, depth + 1)
        seen.add(name)
    for name, field in fields.items():
        if field.required and name not in seen:
            yield Problem("missing", path, "nothing", {"name": name})


def _problems_of_list(
    content: object, kind: inspect.VarTupleType, path: str, depth: int
) -> Iterator[Problem]:
    if not isinstance(content, list):
        yield _wrong_type(content, path, "a list", "une liste")
        return
    for place, each in enumerate(content):
        yield from _problems(each, kind.item_type, f"{path}[{place}]", depth + 1)


def _problems_of_decimal(content: object, path: str) -> Iterator[Problem]:
    if not isinstance(content, str):
        yield _wrong_type(content, path, "a number", "un nombre")
        return
    try:
        normal(Decimal(content))
    except InvalidOperation:
        yield Problem("not-a-number", path, quoted(content))
    except OutOfRange as reason:
        yield Problem(reason.code, path, quoted(content))


def _problems_of_whole_number(content: object, path: str) -> Iterator[Problem]:
    if not isinstance(content, _Digits):
        yield _wrong_type(content, path, "a whole number", "un nombre entier")
    elif _WHOLE.fullmatch(content) is None or not 0 <= int(content) <= LARGEST_COUNT:
        yield Problem("whole-number", path, quoted(content))


def _problems_of_text(content: object, path: str) -> Iterator[Problem]:
    if not isinstance(content, str) or isinstance(content, _Digits | _Constant):
        yield _wrong_type(content, path, "text in quotation marks", "un texte entre guillemets")
        return
    forbidden = FORBIDDEN.search(content)
    if forbidden is not None:
        yield Problem("forbidden-character", path, f"U+{ord(forbidden[0]):04X}")


def _wrong_type(content: object, path: str, kind: str, nature: str) -> Problem:
    return Problem("wrong-type", path, _named(content), {"kind": kind, "nature": nature})


def _named(content: object) -> str:
    """A JSON value in the fewest words that tell what it is."""
    if isinstance(content, _Members):
        return "an object"
    if isinstance(content, list):
        return "a list"
    if isinstance(content, _Digits | _Constant):
        return quoted(content)
    return quoted(msgspec.json.encode(content).decode()) if content is not None else "null"


def _nearest(name: str, known: Sequence[str] | dict[str, inspect.Field]) -> str:
    close = get_close_matches(name[:80], known, n=1)
    return f" ({close[0]}?)" if close else ""
