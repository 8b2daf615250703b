"""Passwords and keys made once, at random, and kept where only their owner reads them."""

from __future__ import annotations

import json
import os
import secrets
from pathlib import Path


def kept(folder: Path, name: str) -> str:
    """Return the secret of this name from the folder's `secrets.json`, making it the first time."""
    path = folder / "secrets.json"
    known: dict[str, str] = json.loads(path.read_text()) if path.exists() else {}
    if name not in known:
        known[name] = secrets.token_urlsafe(32)
        _write(path, json.dumps(known, indent=1))
    return known[name]


def _write(path: Path, text: str) -> None:
    fresh = path.with_suffix(f".{os.getpid()}")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(text)
    fresh.replace(path)
