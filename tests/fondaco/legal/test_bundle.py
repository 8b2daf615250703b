"""A bundle has one name, travels in one file, and is refused when damaged."""

import gzip
import json
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fondaco.legal.bundle import BundleRefused, digest, pack, unpack

TEXTS = st.text(st.characters(codec="utf-8"), max_size=50)
BUNDLES = st.dictionaries(TEXTS, TEXTS.map(str.encode), max_size=5)


@given(BUNDLES)
def test_what_is_packed_is_unpacked_again(bundle):
    assert unpack(pack(bundle)) == bundle


@given(BUNDLES)
def test_the_order_of_files_does_not_matter(bundle):
    turned = dict(reversed(list(bundle.items())))
    assert digest(turned) == digest(bundle)
    assert pack(turned) == pack(bundle)


@given(BUNDLES, TEXTS, TEXTS.map(str.encode))
def test_another_file_is_another_law(bundle, name, body):
    changed = {**bundle, name: body}
    assert (digest(changed) == digest(bundle)) == (changed == bundle)


def test_a_packed_bundle_opens_with_common_tools():
    packed = pack({"a.csv": "é\n".encode()})
    assert json.loads(gzip.decompress(packed)) == {"a.csv": "é\n"}


DAMAGED = {
    "empty": b"",
    "no gzip": b"no gzip",
    "a list": gzip.compress(b"[]", mtime=0),
    "a number for a file": gzip.compress(b'{"a": 1}', mtime=0),
    "no text": gzip.compress(b"\xff", mtime=0),
    "cut at the end": pack({"a": b"b"})[:-9],
    "cut in the middle": pack({"a": b"b" * 2000})[:40],
}


@pytest.mark.parametrize("packed", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_bundle_is_refused(packed):
    with pytest.raises(BundleRefused):
        unpack(packed)


def test_a_bundle_that_unfolds_without_end_is_refused():
    bomb = zlib.compress(b" " * 10_000_000, level=9, wbits=31)
    with pytest.raises(BundleRefused, match="more than 1000 bytes"):
        unpack(bomb, largest=1000)
