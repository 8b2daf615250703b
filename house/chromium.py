"""Finds the Chromium that browser tests drive, or installs Debian's when root."""

from __future__ import annotations

import os
import shutil

from house.commands import install_from_debian
from house.progress import Stopped, say

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find() -> str | None:
    """Return the path of the browser, or None when there is none to be had."""
    chosen = os.environ.get("FONDACO_CHROMIUM")
    if chosen:
        return chosen
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def find_or_install() -> str | None:
    """Return the path of the browser; say in one line when there is none and why."""
    if (found := find()) is not None:
        return found
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        say("No Chromium: browser tests are skipped. To run them: apt-get install chromium")
        return None
    try:
        install_from_debian("chromium")
    except Stopped as reason:
        say(f"Chromium could not be installed, so browser tests are skipped. {reason}")
    return find()
