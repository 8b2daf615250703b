"""Where the project keeps what it makes: its environment, its state, its logs."""

from __future__ import annotations

import os
import stat
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / "bin" / "python"


def state() -> Path:
    """Return the folder of everything made at run time: `FONDACO_STATE`, or `.fondaco`.

    Its mode lets others pass through but not look: as root, the database runs as another user
    and must reach its own folder; every file with a secret is readable by its owner alone.
    """
    folder = Path(os.environ.get("FONDACO_STATE") or ROOT / ".fondaco").absolute()
    if not folder.exists():
        folder.mkdir(parents=True, mode=0o700)
    mode = 0o711 if os.geteuid() == 0 else 0o700
    if folder.stat().st_uid == os.geteuid() and stat.S_IMODE(folder.stat().st_mode) != mode:
        folder.chmod(mode)
    return folder


def logs() -> Path:
    """Return the folder of the logs of every process the house starts."""
    folder = state() / "logs"
    folder.mkdir(exist_ok=True, mode=0o700)
    return folder
