"""The database server: the one `DATABASE_URL` names, or one of our own that stops when we do.

Our own listens on no network port, only on a socket in a private folder; every sign-in takes a
password; the application signs in as a role that owns nothing.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from house import places
from house.cluster import APPLICATION, OWNER, Cluster
from house.processes import stop_on_signals
from house.progress import Stopped
from house.secrets_kept import kept
from house.server import embedded_binaries, home, reachable


@dataclass(frozen=True)
class Served:
    """A database that answers: its addresses and, where it is ours, the cluster behind them."""

    environment: dict[str, str]
    cluster: Cluster | None = None


@contextmanager
def serving(*, name: str = "postgres") -> Iterator[Served]:
    """Give the database that keeps its data, serving while the block runs."""
    if os.environ.get("DATABASE_URL"):
        yield Served(_named_server())
        return
    with cluster(name=name) as own:
        yield Served(addresses(own), own)


@contextmanager
def cluster(*, name: str = "postgres", binaries: Path | None = None) -> Iterator[Cluster]:
    """Give the checkout's own cluster of this name, started, with our roles and database in it."""
    programs = binaries or embedded_binaries()
    folder = home(programs)
    with _started(Cluster(folder / name, binaries=reachable(programs, folder=folder))) as own:
        yield own


@contextmanager
def temporary(*, binaries: Path | None = None, durable: bool = False) -> Iterator[dict[str, str]]:
    """Give the addresses of an empty database, deleted when the block ends.

    Unless it is to be durable it does not wait for the disk: a power cut may lose what it holds,
    a killed process may not.
    """
    if binaries is None and os.environ.get("DATABASE_URL"):
        yield _named_server()
        return
    programs = binaries or embedded_binaries()
    folder = home(programs)
    _delete_abandoned(folder)
    place = folder / f"temporary-{os.getpid()}-{secrets.token_hex(2)}"
    own = Cluster(place, binaries=reachable(programs, folder=folder), durable=durable)
    try:
        with _started(own):
            yield addresses(own)
    finally:
        shutil.rmtree(place, ignore_errors=True)
        (places.logs() / f"{place.name}.log").unlink(missing_ok=True)


def addresses(own: Cluster) -> dict[str, str]:
    """Return the environment that names this cluster's database to the project."""
    return {
        "FONDACO_DATABASE_URL": own.url(APPLICATION),
        "FONDACO_OWNER_DATABASE_URL": own.url(OWNER),
    }


@contextmanager
def _started(own: Cluster) -> Iterator[Cluster]:
    try:
        own.start()
        _prepare_roles(
            HOUSE_DATABASE_URL=own.url("postgres", database="postgres"),
            HOUSE_OWNER_PASSWORD=kept(own.folder, OWNER),
            HOUSE_APPLICATION_PASSWORD=kept(own.folder, APPLICATION),
        )
        yield own
    finally:
        own.stop()


def _delete_abandoned(folder: Path) -> None:
    """Delete the temporary clusters whose command was killed before it could."""
    for place in folder.glob("temporary-*"):
        left = Cluster(place, binaries=Path())
        with contextlib.suppress(Stopped, FileNotFoundError):
            left.take_lock()
            left.end_leftovers()
            shutil.rmtree(place, ignore_errors=True)
            left.stop()


def _named_server() -> dict[str, str]:
    """Return the addresses on a server that someone else keeps, making the application's role."""
    owner, application = os.environ["DATABASE_URL"], os.environ.get("DATABASE_APP_URL")
    if not application:
        word = kept(
            places.state(), f"{APPLICATION} at {hashlib.sha256(owner.encode()).hexdigest()}"
        )
        application = _prepare_roles(HOUSE_DATABASE_URL=owner, HOUSE_APPLICATION_PASSWORD=word)
    return {"FONDACO_DATABASE_URL": application, "FONDACO_OWNER_DATABASE_URL": owner}


def _prepare_roles(**environment: str) -> str:
    """Make the roles with the environment's database driver; return the application's address."""
    python = str(places.PYTHON) if places.PYTHON.exists() else sys.executable
    done = subprocess.run(
        [python, "-m", "house.roles"],
        cwd=places.ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise Stopped(f"The database roles could not be prepared: {done.stderr.strip()}")
    return done.stdout.strip()


def main() -> int:
    """Serve the database of this checkout until Ctrl-C, printing the line that names it."""
    stop_on_signals()
    try:
        with serving() as served:
            for name, value in served.environment.items():
                print(f"export {name}='{value}'", flush=True)
            signal.pause()
    except Stopped as reason:
        print(reason, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
