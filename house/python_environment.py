"""The project's own Python environment: made, and filled with exactly the locked packages."""

from __future__ import annotations

import ast
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

from house import places
from house.commands import install_from_debian, run
from house.progress import Stopped

OLDEST = (3, 11)
LOCKS = places.ROOT / "requirements"
STAMP = places.ENVIRONMENT / "set-up.txt"
LARGEST_FIRST = ("development", "customhouse")
"""The sets of packages; each holds all that the next one does, at the same versions."""


def make() -> None:
    """Make `.venv` with the interpreter this runs on, unless it is there and works."""
    if sys.version_info < OLDEST:
        raise Stopped(f"Python {'.'.join(map(str, OLDEST))} or newer is needed, not {sys.version}")
    if _works():
        return
    _require_venv()
    shutil.rmtree(places.ENVIRONMENT, ignore_errors=True)
    run([sys.executable, "-m", "venv", places.ENVIRONMENT])


def _works() -> bool:
    if not places.PYTHON.exists():
        return False
    asked = "import sys; print(sys.prefix)"
    said = subprocess.run([places.PYTHON, "-c", asked], capture_output=True, text=True)
    return said.returncode == 0 and Path(said.stdout.strip()) == places.ENVIRONMENT


def _require_venv() -> None:
    """Debian keeps the part of Python that makes environments in a package of its own."""
    if importlib.util.find_spec("ensurepip") is not None:
        return
    if shutil.which("apt-get") is None:
        raise Stopped("This Python cannot make environments: install its `venv` and `ensurepip`.")
    if os.geteuid() != 0:
        raise Stopped(
            "This Python cannot make environments. Run this once, then again what you ran:\n"
            "    sudo apt-get install -y python3-venv"
        )
    install_from_debian("python3-venv")


def fill(packages: str, *, with_node: bool) -> None:
    """Install the locked packages of this set, and Node.js where the machine has none.

    Only the set that developers work with takes away what it does not name: `make run` adds to an
    environment and removes nothing, as someone may be at work in it.
    """
    for larger in LARGEST_FIRST[: LARGEST_FIRST.index(packages) + 1]:
        if _stamp() == _mark(larger, with_node=with_node):
            return
    locks = [LOCKS / f"{packages}.lock"]
    if with_node and packages != "development":
        locks.append(LOCKS / "node.lock")
    _install(locks, exactly=packages == "development")
    STAMP.write_text(_mark(packages, with_node=with_node))


def _install(locks: list[Path], *, exactly: bool) -> None:
    python = str(places.PYTHON)
    pip = [python, "-m", "pip", "install", "--quiet", "--require-hashes"]
    run([*pip, "-r", LOCKS / "uv.lock"])
    named = [word for lock in locks for word in ("-r", str(lock))]
    chosen = ["sync", LOCKS / "uv.lock", *locks] if exactly else ["install", *named]
    uv = [python, "-m", "uv", "pip", *chosen, "--quiet", "--python", python, "--require-hashes"]
    try:
        run(uv, environment=_as_uv_reads_it(_pip_settings()))
    except Stopped:
        run([*pip, *named])


def _mark(packages: str, *, with_node: bool) -> str:
    locks = [f"{packages}.lock", "uv.lock"]
    if with_node and packages != "development":
        locks.append("node.lock")
    text = b"".join((LOCKS / lock).read_bytes() for lock in locks)
    return f"{packages} {hashlib.sha256(text).hexdigest()}\n"


def _stamp() -> str:
    return STAMP.read_text() if STAMP.exists() else ""


def _pip_settings() -> dict[str, str]:
    """Return what pip was told, by file or by environment, about where packages come from."""
    said = subprocess.run(
        [places.PYTHON, "-m", "pip", "config", "list"], capture_output=True, text=True
    )
    settings: dict[str, str] = {}
    for line in sorted(said.stdout.splitlines(), key=lambda line: line.startswith(":env:")):
        name, _, value = line.partition("=")
        settings[name.rpartition(".")[2]] = str(ast.literal_eval(value))
    return settings


def _as_uv_reads_it(pip: dict[str, str]) -> dict[str, str]:
    """Return the same settings under the names uv knows, leaving alone those already given."""
    names = {
        "cert": "SSL_CERT_FILE",
        "index-url": "UV_DEFAULT_INDEX",
        "extra-index-url": "UV_INDEX",
        "find-links": "UV_FIND_LINKS",
        "trusted-host": "UV_INSECURE_HOST",
        "proxy": "ALL_PROXY",
        "no-index": "UV_NO_INDEX",
    }
    told = {names[key]: " ".join(value.split()) for key, value in pip.items() if key in names}
    # Every file is named by its hash, so it does not matter which index it comes from.
    told["UV_INDEX_STRATEGY"] = "unsafe-best-match"
    if "UV_FIND_LINKS" in told:
        told["UV_FIND_LINKS"] = told["UV_FIND_LINKS"].replace(" ", ",")
    return {name: value for name, value in told.items() if name not in os.environ}
