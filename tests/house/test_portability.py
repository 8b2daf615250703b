"""What is committed names no machine, no registry host and no place on anyone's disk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from house import places
from tests.house.source import ROOT, committed

HOSTS = ("pypi", "files.pythonhosted", "registry.npmjs", "registry.yarnpkg", "deb.debian")
HOST = re.compile(r"\b(?:" + "|".join(map(re.escape, HOSTS)) + r")\.(?:org|com)\b")
PLACE = re.compile(r"(?<![\w.$}/])/(?:home|root|Users|work|opt|mnt)/\w+")
EXAMPLES = re.compile(r"/home/(?:someone|you|user)\b|/root,")


def _texts() -> Iterator[tuple[str, str]]:
    for path in committed():
        try:
            yield str(path.relative_to(ROOT)), path.read_text()
        except UnicodeDecodeError:  # a picture or a font
            continue


def test_there_are_files_to_look_at() -> None:
    if not (places.ROOT / ".git").exists():
        pytest.skip("not a clone: there is no list of what is committed")
    assert len(committed()) > 100


def test_no_registry_is_named() -> None:
    assert [f"{name}: {m[0]}" for name, text in _texts() for m in HOST.finditer(text)] == []


def test_no_place_on_a_disk_is_named() -> None:
    found = [
        f"{name}: {match[0]}"
        for name, text in _texts()
        for match in PLACE.finditer(text)
        if not EXAMPLES.match(match[0])
    ]
    assert found == []


def test_the_locks_hold_a_hash_for_every_package() -> None:
    for lock in sorted((ROOT / "requirements").glob("*.lock")):
        for entry in re.split(r"\n(?=[a-z0-9])", lock.read_text()):
            if "==" in entry.partition("\n")[0]:
                assert "--hash=sha256:" in entry, f"{lock.name}: {entry.partition(' ')[0]}"


def test_what_runs_everywhere_is_locked_the_same_way_for_all() -> None:
    pins = {lock.stem: _pins(lock) for lock in (ROOT / "requirements").glob("*.lock")}
    development = pins["development"]
    for name in ("customhouse", "node", "uv"):
        differing = {
            package: (version, development[package])
            for package, version in pins[name].items()
            if package in development and development[package] != version
        }
        assert differing == {}, name
    assert set(pins["customhouse"]) <= set(development)


def _pins(lock: Path) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9._-]+)(?:\[[^\]]*\])?==(\S+)", lock.read_text(), re.M))


def test_npm_is_locked_without_addresses() -> None:
    assert '"resolved"' not in (ROOT / "package-lock.json").read_text()
