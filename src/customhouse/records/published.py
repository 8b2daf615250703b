"""What must outlive the database: the log's signing key and the last checkpoint it published.

Both are files in the state folder. A database that was restored to an earlier day cannot take
them back, and so cannot make the log sign a second history.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from django.conf import settings

from fondaco.evidence.checkpoint import Checkpoint, opened
from fondaco.evidence.note import Note, Signer, note_of

KEY, CHECKPOINT = "log-key", "checkpoint"


class LogRefused(Exception):  # noqa: N818 - nothing has failed: the log does not lie
    """Why the log does not sign; a person must look."""


def signer() -> Signer:
    """Return the log's own key, which also signs receipts; it is made before the first entry."""
    path = Path(settings.STATE) / KEY
    try:
        origin, seed = path.read_text().split()
    except FileNotFoundError:
        raise LogRefused(
            f"the key {path} is missing: bring it back from where it is kept"
        ) from None
    if origin != settings.LOG_ORIGIN:
        raise LogRefused(
            f"found FONDACO_LOG_ORIGIN {settings.LOG_ORIGIN!r}, expected {origin!r}: a log keeps "
            "its name for ever"
        )
    return Signer(origin, seed=bytes.fromhex(seed))


def has_key() -> bool:
    """Say whether the log has its key here already."""
    return (Path(settings.STATE) / KEY).exists()


def make_key() -> None:
    """Make the key of a log that has not begun; does nothing where there is one."""
    path = Path(settings.STATE) / KEY
    if not path.exists():
        _write(path, f"{settings.LOG_ORIGIN}\n{secrets.token_hex(32)}\n")


def last_checkpoint() -> tuple[Note, Checkpoint] | None:
    """Return the last checkpoint published, as its file has it, or None before the first.

    Raises LogRefused where the file is not one that our key signed.
    """
    path = Path(settings.STATE) / CHECKPOINT
    if not path.exists():
        return None
    note = note_of(path.read_bytes())
    checkpoint = opened(note, log=signer().key)
    if checkpoint is None:
        raise LogRefused(f"{path} is not signed by our key: bring back the file or the key")
    return note, checkpoint


def publish(note: Note) -> None:
    """Keep a checkpoint in its file; it is on the disk when this returns."""
    _write(Path(settings.STATE) / CHECKPOINT, str(note))


def _write(path: Path, text: str) -> None:
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(text)
        file.flush()
        os.fsync(descriptor)
    fresh.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
