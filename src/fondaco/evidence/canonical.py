"""The one spelling of a value in bytes (RFC 8785), and the digest that names it.

Values are frozen structs, tuples, dicts with text for keys, text, whole numbers smaller than
2^53, booleans, None, Decimal, date and datetime. A Decimal is written as text in plain notation,
whatever its exponent was; a datetime keeps its offset, and UTC is ``Z``.

>>> from decimal import Decimal
>>> canonical({"rate": Decimal("6.50"), "origin": "NO", "items": (1, True, None)})
b'{"items":[1,true,null],"origin":"NO","rate":"6.5"}'
"""

import hashlib
import json
import re
from collections.abc import Iterator
from decimal import Decimal

import msgspec
import rfc8785

LARGEST_WHOLE_NUMBER = 2**53 - 1
"""Beyond this a JSON number is no longer exact for every reader (RFC 8785, 3.2.2.3)."""

FURTHEST_DIGIT = 100
"""How far from the point a decimal's first digit may stand: 1E+999999 would fill a disk."""


def canonical(value: object) -> bytes:
    """The bytes of a value in the form of RFC 8785, the same for ever.

    Raises TypeError for a float or another kind of thing that has no single spelling, ValueError
    for a number too large or text that is not Unicode; both name the place as a JSON pointer.

    >>> canonical({"share": 0.5})
    Traceback (most recent call last):
    ...
    TypeError: found the float 0.5 at /share, expected a Decimal or a whole number: write \
Decimal("0.5"), or count in parts per million
    """
    try:
        text = _WRITER.encode(value)
    except (TypeError, ValueError) as refused:
        raise _placed(refused, value) from refused
    if _may_hold_inexact_numbers(value):
        _refuse_inexact_numbers(value)
    if not text.isascii() and _NAME_BEYOND_ASCII.search(text):
        return _sorted_by_utf16(text)
    return text


def normal(number: Decimal) -> str:
    """The one spelling of a decimal: no exponent, no trailing zeros, no minus before zero.

    Raises ValueError for what is not a finite number, or is absurdly large or small.

    >>> [normal(Decimal(each)) for each in ("1.500", "1E+3", "-0.00", "0.05")]
    ['1.5', '1000', '0', '0.05']
    """
    text = str(number)
    if text[-1] in "123456789" and "E" not in text and "N" not in text:
        return text  # most numbers are in normal spelling already, and this is the hot path
    if not number.is_finite():
        raise ValueError(f"found {number}, expected a finite number: leave the field empty instead")
    if not number:
        return "0"
    if abs(number.adjusted()) > FURTHEST_DIGIT:
        raise ValueError(
            f"found {number}, expected its first digit within {FURTHEST_DIGIT} places of the "
            "point: check the exponent"
        )
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def digest(value: object) -> str:
    """The name of a value: ``sha256:`` and the hexadecimal SHA-256 of its canonical bytes.

    >>> digest({})
    'sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a'
    """
    return digest_of_bytes(canonical(value))


def digest_of_bytes(data: bytes) -> str:
    """The name of a body kept as it came, by its SHA-256."""
    return "sha256:" + hashlib.sha256(data).hexdigest()


def canonical_of_json(document: bytes | str) -> bytes:
    """The RFC 8785 form of a JSON document that others wrote, whose numbers may be floats.

    Ours never are: this is for checking the digests and signatures of others. Raises ValueError
    for what is not JSON and for an object that names a member twice (RFC 7493, 2.3).

    >>> canonical_of_json('{"b": 1E3, "a": 0.50}')
    b'{"a":0.5,"b":1000}'
    """
    return rfc8785.dumps(json.loads(document, object_pairs_hook=_members))


class _Spelling(dict[Decimal, str]):
    """Decimals already spelled; equal ones are spelled alike, so that it cannot mislead."""

    def __missing__(self, number: Decimal) -> str:
        text = normal(number)
        if len(text) <= 40:  # a stranger's megabyte of digits is not worth remembering
            if len(self) >= 8192:
                self.clear()
            self[number] = text
        return text


# A bound method of C twice: asking Python about each of fifty decimals would double the time.
_WRITER = msgspec.json.Encoder(order="sorted", decimal_format=_Spelling().__getitem__)
_PROBE = msgspec.msgpack.Encoder(decimal_format=Decimal.is_finite)

_NAME_BEYOND_ASCII = re.compile(rb'[\x80-\xff](?:[^"\\\x80-\xff]|\\.)*+":')


def _may_hold_inexact_numbers(value: object) -> bool:
    """Whether a float or a large whole number may be inside; False is certain, True is not.

    msgspec writes a float that is not a number as null, so the JSON cannot tell. In MessagePack
    every float starts with the byte CB and every whole number beyond 32 bits with CF or D3.
    """
    try:
        probe = _PROBE.encode(value)
    except OverflowError:  # a whole number beyond 64 bits
        return True
    return b"\xcb" in probe or b"\xcf" in probe or b"\xd3" in probe


def _refuse_inexact_numbers(value: object) -> None:
    waiting = [_plain(value)]
    while waiting:
        each = waiting.pop()
        if isinstance(each, dict):
            waiting.extend(each.values())
        elif isinstance(each, list | tuple):
            waiting.extend(each)
        elif _is_inexact(each):
            raise _inexact(value)


def _is_inexact(leaf: object) -> bool:
    return isinstance(leaf, float) or isinstance(leaf, int) and abs(leaf) > LARGEST_WHOLE_NUMBER


def _inexact(value: object) -> Exception:
    """The refusal of the first inexact number in a value that holds one, with its place."""
    place, leaf = next(each for each in _leaves(_plain(value), "") if _is_inexact(each[1]))
    found = f"at {place or 'the top'}"
    if isinstance(leaf, float):
        return TypeError(
            f"found the float {leaf} {found}, expected a Decimal or a whole number: "
            f'write Decimal("{leaf}"), or count in parts per million'
        )
    return ValueError(
        f"found {leaf} {found}, expected a whole number smaller than 2^53: write a Decimal, or text"
    )


def _sorted_by_utf16(text: bytes) -> bytes:
    """The same document with its names in the order of RFC 8785, 3.2.3; msgspec sorts by UTF-8."""
    return rfc8785.dumps(msgspec.json.decode(text))


def _placed(refused: Exception, value: object) -> Exception:
    """A refusal by the writer, with the place where it belongs as far as that can be found."""
    try:
        for place, leaf in _leaves(_plain(value), ""):
            _refuse_leaf(leaf, place)
    except ValueError as explained:
        return explained
    except TypeError:
        pass
    kind = TypeError if isinstance(refused, TypeError) else ValueError
    return kind(
        f"{refused}: expected structs, tuples, dicts with text for names, text without lone "
        "surrogates, whole numbers, Decimal, date, datetime, True, False or None"
    )


def _refuse_leaf(leaf: object, place: str) -> None:
    try:
        if isinstance(leaf, Decimal):
            normal(leaf)
        elif isinstance(leaf, str):
            leaf.encode()
    except ValueError as refused:
        raise ValueError(f"at {place or 'the top'}: {refused}") from refused


def _plain(value: object) -> object:
    """The value in lists, dicts and leaves, with its decimals spelled only where they are text."""
    return msgspec.to_builtins(value, builtin_types=(Decimal,))


def _leaves(plain: object, place: str) -> Iterator[tuple[str, object]]:
    """Everything that is not a container, with its JSON pointer (RFC 6901)."""
    if isinstance(plain, dict):
        for name, each in plain.items():
            step = str(name).replace("~", "~0").replace("/", "~1")
            yield from _leaves(each, f"{place}/{step}")
    elif isinstance(plain, list | tuple):
        for number, each in enumerate(plain):
            yield from _leaves(each, f"{place}/{number}")
    else:
        yield place, plain


def _members(pairs: list[tuple[str, object]]) -> dict[str, object]:
    members = dict(pairs)
    if len(members) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"found the member {twice!r} twice, expected once: remove one of them")
    return members
