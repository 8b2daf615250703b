"""A bundle of law: files by name, one digest that names them all, one file to carry them.

>>> bundle = {"country.toml": b'code = "XF"'}
>>> unpack(pack(bundle)) == bundle
True
>>> digest(bundle)[:14]
'sha256:81e25b5'
"""

import hashlib
import zlib
from collections.abc import Mapping

import msgspec

from fondaco.evidence import canonical

Bundle = Mapping[str, bytes]
"""Files of law by name; every one is UTF-8 text."""

LARGEST_BUNDLE = 64 * 1024 * 1024
"""Bytes a packed bundle may unfold to."""

_GZIP = 31  # zlib's name for the gzip form with the largest window


class BundleRefused(ValueError):  # noqa: N818 - it is the file that is refused
    """A packed bundle that cannot be opened."""


def digest(bundle: Bundle) -> str:
    """The name of the law: SHA-256 over the canonical list of each file's own SHA-256."""
    return canonical.digest(
        {name: hashlib.sha256(body).hexdigest() for name, body in bundle.items()}
    )


def pack(bundle: Bundle) -> bytes:
    """The bundle as one file, the same bytes for the same bundle.

    It is canonical JSON of name to text in gzip form without a time stamp, so that it can be
    opened with common tools. Raises UnicodeDecodeError where a file is not UTF-8.
    """
    text = canonical.canonical({name: body.decode() for name, body in bundle.items()})
    press = zlib.compressobj(9, wbits=_GZIP)
    return press.compress(text) + press.flush()


def unpack(packed: bytes, *, largest: int = LARGEST_BUNDLE) -> dict[str, bytes]:
    """The files of a packed bundle; BundleRefused where it is damaged or unfolds too far."""
    try:
        opener = zlib.decompressobj(wbits=_GZIP)
        text = opener.decompress(packed, largest + 1)
        if len(text) > largest:
            raise BundleRefused(f"found more than {largest} bytes of law, expected no more")
        if not opener.eof:
            raise BundleRefused("found a bundle that breaks off, expected a whole one")
        files = msgspec.json.decode(text, type=dict[str, str])
    except (zlib.error, msgspec.DecodeError, UnicodeDecodeError) as reason:
        raise BundleRefused(f"found a file that is not a packed bundle ({reason})") from reason
    return {name: body.encode() for name, body in files.items()}
