"""Assets are named by their content, and every name in them still leads somewhere."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from house.assets import Named, write
from house.progress import Stopped


def lasting(name: str, content: bytes) -> str:
    """Return the name that content of these very bytes must get."""
    stem, _, suffix = name.rpartition(".")
    return f"{stem}.{hashlib.sha256(content).hexdigest()[:10]}.{suffix}"


def test_a_name_changes_with_the_content_alone() -> None:
    one, same, other = Named({"a.svg": b"1"}), Named({"a.svg": b"1"}), Named({"a.svg": b"2"})
    assert one.lasting("a.svg") == same.lasting("a.svg") == lasting("a.svg", b"1")
    assert other.lasting("a.svg") != one.lasting("a.svg")


@pytest.mark.parametrize(
    ("within", "reference", "expected"),
    [
        ("main.css", "url(fonts/ledger.woff2)", "url(./fonts/{ledger})"),
        ("main.css", 'url("./fonts/ledger.woff2")', 'url("./fonts/{ledger}")'),
        ("styles/main.css", "url('../fonts/ledger.woff2')", "url('../fonts/{ledger}')"),
        ("main.css", "url(/assets/fonts/ledger.woff2)", "url(/assets/fonts/{ledger})"),
        ("main.css", "url(fonts/ledger.woff2?v=2#iefix)", "url(./fonts/{ledger}#iefix)"),
        ("main.css", "url(data:image/png;base64,AA==)", "url(data:image/png;base64,AA==)"),
        ("main.css", "url(#gradient)", "url(#gradient)"),
        ("main.js", 'import x from "./fonts/ledger.woff2"', 'import x from "./fonts/{ledger}"'),
        ("main.js", 'import x from "package"', 'import x from "package"'),
    ],
)
def test_references_follow_the_names(within: str, reference: str, expected: str) -> None:
    assets = {"fonts/ledger.woff2": b"font", within: reference.encode()}
    ledger = lasting("ledger.woff2", b"font")
    assert Named(assets).content(within).decode() == expected.replace("{ledger}", ledger)


def test_a_change_deep_down_changes_every_name_above_it() -> None:
    def named(leaf: bytes) -> str:
        modules = {"c.js": leaf, "b.js": b'import "./c.js"', "a.js": b'import("./b.js")'}
        return Named(modules).lasting("a.js")

    assert named(b"1") != named(b"2")


def test_a_reference_to_nothing_stops_the_build() -> None:
    with pytest.raises(Stopped, match="main.css names gone.png, which is not among the assets"):
        Named({"main.css": b"a{background:url(gone.png)}"}).content("main.css")


def test_modules_in_a_ring_stop_the_build() -> None:
    ring = {"a.js": b'import "./b.js"', "b.js": b'import "./a.js"'}
    with pytest.raises(Stopped, match=r"a\.js > b\.js"):
        Named(ring).lasting("a.js")


def test_the_manifest_leads_to_every_file(tmp_path: Path) -> None:
    write({"main.css": b"a{}", "images/seal.svg": b"<svg/>", "empty.js": b""}, tmp_path)
    manifest = json.loads((tmp_path / "manifest.json").read_text())
    assert set(manifest) == {"main.css", "images/seal.svg", "empty.js"}
    assert all((tmp_path / name).is_file() for name in manifest.values())
