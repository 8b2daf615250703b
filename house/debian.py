"""Finds the PostgreSQL of Debian's packages, or installs it when root, for tests against it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from house.commands import install_from_debian
from house.progress import Stopped, say

INSTALLED = Path("/usr/lib/postgresql")
SETTINGS = Path("/etc/postgresql-common/createcluster.conf")


def find() -> Path | None:
    """Return the folder of the newest server's programs, if one is installed."""
    found = sorted(INSTALLED.glob("[0-9]*/bin/postgres"))
    return found[-1].parent if found else None


def find_or_install() -> Path | None:
    """Return the folder of the programs; say in one line when there are none and why."""
    if (found := find()) is not None:
        return found
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        say("Debian's PostgreSQL is not tested against: apt-get install postgresql")
        return None
    _keep_the_package_from_starting_a_server()
    try:
        install_from_debian("postgresql")
    except Stopped as reason:
        say(f"Debian's PostgreSQL could not be installed, so it is not tested against. {reason}")
    return find()


def _keep_the_package_from_starting_a_server() -> None:
    """Tell the package to make no cluster of its own: we start ours and stop it again."""
    if not SETTINGS.exists():
        SETTINGS.parent.mkdir(parents=True, exist_ok=True)
        SETTINGS.write_text("create_main_cluster = false\n")
