"""The secrets that sign webhooks: derived from one key in the state folder, kept nowhere else."""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import secrets
from functools import cache
from pathlib import Path

from django.conf import settings

FILE = "webhook-key"


def secret_of(endpoint_id: int, *, generation: int) -> str:
    """Return the secret of an endpoint, as Standard Webhooks writes it (`whsec_...`)."""
    message = f"fondaco/webhook/v1/{endpoint_id}/{generation}".encode()
    derived = hmac.digest(_key(Path(settings.STATE)), message, hashlib.sha256)
    return "whsec_" + base64.b64encode(derived).decode()


@cache
def _key(state: Path) -> bytes:
    path = state / FILE
    if not path.exists():
        _make(path)
    return bytes.fromhex(path.read_text())


def _make(path: Path) -> None:
    """Write a key where there is none; of two processes at once, one wins and both use it."""
    fresh = path.with_name(f".{FILE}.{os.getpid()}")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(secrets.token_hex(32))
        file.flush()
        os.fsync(descriptor)
    try:
        os.link(fresh, path)
    except FileExistsError:
        pass
    finally:
        fresh.unlink()
