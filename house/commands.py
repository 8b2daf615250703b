"""Runs the short commands of the set-up, keeping what they say in a log until something fails."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from house import places
from house.progress import Stopped


def run(
    command: Sequence[str | Path],
    *,
    environment: Mapping[str, str] | None = None,
    folder: Path = places.ROOT,
    advice: str = "",
) -> None:
    """Run one command quietly; raise `Stopped` with the end of what it said if it fails."""
    log = places.logs() / "setup.log"
    words = [str(word) for word in command]
    with log.open("ab") as file:
        file.write(f"\n$ {' '.join(words)}\n".encode())
        file.flush()
        start = file.tell()
        done = subprocess.run(
            words,
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=file,
            cwd=folder,
            env={**os.environ, **(environment or {})},
        )
    if done.returncode:
        said = log.read_bytes()[start:].decode(errors="replace").splitlines()
        end = "\n".join(f"    {line}" for line in said[-20:])
        raise Stopped(f"`{' '.join(words[:6])}` failed:\n{end}\n{advice}".rstrip())


def install_from_debian(*packages: str) -> None:
    """Install packages of the system, as root, without a question; refresh the lists if needed."""
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    try:
        run(install, environment=quiet)
    except Stopped:
        run(["apt-get", "update"], environment=quiet)
        run(install, environment=quiet)
