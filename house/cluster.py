"""One PostgreSQL cluster of our own: made, recovered, served from a private socket, stopped."""

from __future__ import annotations

import contextlib
import fcntl
import os
import re
import secrets
import shutil
import signal
import subprocess
import time
from pathlib import Path
from urllib.parse import quote

from house import places
from house.processes import Child
from house.progress import Stopped
from house.secrets_kept import kept
from house.server import account

DATABASE, OWNER, APPLICATION = "fondaco", "fondaco_owner", "fondaco_app"
LONGEST_SOCKET_FOLDER = 80  # the whole socket path may not pass 107 characters
PLAIN_PATH = re.compile(r"[A-Za-z0-9/._-]+")

SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "password_encryption": "scram-sha-256",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "max_connections": "100",
    "shared_buffers": "256MB",
    "max_wal_size": "2GB",
    "log_min_messages": "warning",
    "cluster_name": "fondaco",
}


class Cluster:
    """One PostgreSQL data folder and, while it is started, the server over it."""

    def __init__(self, folder: Path, *, binaries: Path, durable: bool = True) -> None:
        self.folder = folder
        self.data = folder / "data"
        self.durable = durable
        self.binaries = binaries
        self.account = account()
        self.sockets: Path | None = None
        self.server: Child | None = None
        self._lock: int | None = None

    def start(self) -> None:
        """Make the cluster the first time, recover it after a crash, and wait until it answers."""
        self.take_lock()
        if not (self.data / "PG_VERSION").exists():
            self._create()
        self._refuse_another_version()
        self.end_leftovers()
        self._open_socket_folder()
        self.server = Child(
            "database",
            command=[str(self.binaries / "postgres"), "-D", str(self.data), *self._settings()],
            environment=_environment(),
            log=places.logs() / f"{self.folder.name}.log",
            folder=self.data,
            account=self.account,
            stops_on=signal.SIGINT,  # PostgreSQL's fast shutdown
        )
        self.server.start()
        self._wait_until_ready()

    def stop(self) -> None:
        """Stop the server cleanly and let go of the folder."""
        if self.server is not None:
            self.server.stop(patience=60)
        if self.sockets is not None:
            shutil.rmtree(self.sockets, ignore_errors=True)
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def url(self, role: str, *, database: str = DATABASE) -> str:
        """Return the address a role signs in at, its password in it."""
        place = quote(str(self.sockets), safe="")
        return f"postgresql://{role}:{kept(self.folder, role)}@/{database}?host={place}"

    def take_lock(self) -> None:
        """Make sure that no other command uses this folder while we do."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self.folder.chmod(0o700 if self.account is None else 0o711)
        if self._lock is not None:
            return
        lock = os.open(self.folder / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(lock)
            raise Stopped(
                f"The database in {self.folder} is in use: another `make run` has it. "
                "Stop that one, or set FONDACO_STATE to another folder."
            ) from None
        self._lock = lock

    def _create(self) -> None:
        shutil.rmtree(self.data, ignore_errors=True)  # what an interrupted start left
        self.data.mkdir(mode=0o700)
        word = self.data.with_name("first-password")
        descriptor = os.open(word, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        os.write(descriptor, kept(self.folder, "postgres").encode())
        os.close(descriptor)
        if self.account is not None:
            os.chown(self.data, *self.account)
            os.chown(word, *self.account)
        try:
            self._run_initdb(word)
        finally:
            word.unlink()

    def _run_initdb(self, word: Path) -> None:
        command = [str(self.binaries / "initdb"), "-D", str(self.data), "-U", "postgres"]
        command += ["--encoding=UTF8", "--locale=C.UTF-8", "--data-checksums"]
        command += ["--auth-local=scram-sha-256", "--auth-host=scram-sha-256"]
        command += [f"--pwfile={word}"]
        if self.version >= 17:  # collation that no upgrade of the C library can change
            command += ["--locale-provider=builtin"]
        if not self.durable:
            command += ["--no-sync"]
        uid, gid = self.account or (None, None)
        done = subprocess.run(
            command,
            env=_environment(),
            cwd=self.data,
            user=uid,
            group=gid,
            extra_groups=None if uid is None else [],
            umask=0o077,
            capture_output=True,
            text=True,
        )
        if done.returncode:
            shutil.rmtree(self.data, ignore_errors=True)
            raise Stopped(f"The database could not be made: {done.stderr.strip()}")

    @property
    def version(self) -> int:
        """The major version of the programs."""
        said = subprocess.run(
            [str(self.binaries / "postgres"), "--version"],
            capture_output=True,
            text=True,
            check=True,
        )
        found = re.search(r"(\d+)\.", said.stdout)
        if found is None:
            raise Stopped(f"No PostgreSQL version in {said.stdout!r}.")
        return int(found[1])

    def _refuse_another_version(self) -> None:
        made_by = int((self.data / "PG_VERSION").read_text())
        if made_by != self.version:
            raise Stopped(
                f"The database in {self.data} was made by PostgreSQL {made_by} and this one is "
                f"{self.version}: move the data with pg_upgrade, or start afresh with `make clean`."
            )

    def _settings(self) -> list[str]:
        settings = dict(SETTINGS, unix_socket_directories=str(self.sockets))
        if self._has_lz4():
            settings["default_toast_compression"] = "lz4"
        if not self.durable:
            settings.update(fsync="off", full_page_writes="off")
        return [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]

    def _has_lz4(self) -> bool:
        tool = self.binaries / "pg_config"
        if not tool.exists():
            return False
        said = subprocess.run([str(tool), "--configure"], capture_output=True, text=True)
        return "--with-lz4" in said.stdout

    def _open_socket_folder(self) -> None:
        """Make a private folder for the socket, elsewhere when our own path is long or odd.

        A server that is started again keeps the folder, as those it serves know its address.
        """
        note = self.folder / "socket-folder"
        if self.sockets is None:
            if note.exists():  # left by a command that was killed
                shutil.rmtree(note.read_text(), ignore_errors=True)
            self.sockets = self._choose_socket_folder()
            note.write_text(str(self.sockets))
        shutil.rmtree(self.sockets, ignore_errors=True)
        self.sockets.mkdir(mode=0o700)
        if self.account is not None:
            os.chown(self.sockets, *self.account)

    def _choose_socket_folder(self) -> Path:
        own = self.folder / "socket"
        if PLAIN_PATH.fullmatch(str(own)) and len(str(own)) <= LONGEST_SOCKET_FOLDER:
            return own
        runtime = os.environ.get("XDG_RUNTIME_DIR", "")
        suits = self.account is None and PLAIN_PATH.fullmatch(runtime) and len(runtime) < 60
        base = runtime if suits and os.access(runtime, os.W_OK) else "/tmp"  # noqa: S108
        return Path(base) / f"fondaco-{secrets.token_hex(6)}"

    def _wait_until_ready(self, *, seconds: float = 300) -> None:
        note, until = self.data / "postmaster.pid", time.monotonic() + seconds
        server = self.server
        while server is not None and server.alive and time.monotonic() < until:
            with contextlib.suppress(OSError):
                lines = note.read_text().splitlines()
                ours = server.process is not None and lines[:1] == [str(server.process.pid)]
                if ours and len(lines) > 7 and lines[7].strip() == "ready":
                    return
            time.sleep(0.05)
        words = server.last_words() if server else ""
        self.stop()
        raise Stopped(f"The database did not start. The end of its log:\n{words}")

    def end_leftovers(self) -> None:
        """End a server that outlived its parent: we hold the lock, so nobody is using it."""
        for number, patience in ((signal.SIGINT, 30.0), (signal.SIGQUIT, 10.0)):
            if not (left := _processes_in(self.data)):
                break
            note = self.data / "postmaster.pid"
            first = int(note.read_text().split()[0]) if note.exists() else left[0]
            for process in [first] if first in left else left:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(process, number)
            until = time.monotonic() + patience
            while time.monotonic() < until and _processes_in(self.data):
                time.sleep(0.1)
        if not _processes_in(self.data):
            # The number in the note of a server that is gone may be another process's by now.
            (self.data / "postmaster.pid").unlink(missing_ok=True)


def _processes_in(folder: Path) -> list[int]:
    """Return the processes whose working folder this is, as each PostgreSQL process's is."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if Path(os.readlink(entry / "cwd")) == folder.resolve():
                found.append(int(entry.name))
    return sorted(found)


def _environment() -> dict[str, str]:
    """Return the environment of the server: nothing of ours but the path."""
    return {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C.UTF-8", "TZ": "UTC"}
