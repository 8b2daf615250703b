"""kill -9 of web, worker and database under load: nothing acknowledged is lost or doubled.

`python -m tests.faults.kills --times 50` prints every kill and what was counted afterwards.
"""

import argparse
import json
import os
import random
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from house import postgres
from house.cluster import Cluster
from tests.faults.clients import Client

ROOT = Path(__file__).resolve().parents[2]
CLIENTS = 4
PORTS = range(18500, 19500)
"""Ports below those that clients are given, so that none takes ours while the web is down."""


class House:
    """A customs house whose three processes can be killed and are started again."""

    def __init__(self, database: Cluster, *, state: str) -> None:
        self.database = database
        self.environment = {
            **os.environ,
            **postgres.addresses(database),
            "FONDACO_STATE": state,
            "FONDACO_SECRET_KEY": "killed" * 10,
            "FONDACO_LEGAL_TIME_ZONE": "UTC",
            "FONDACO_HOSTS": "localhost,127.0.0.1",
            "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}",
            "DJANGO_SETTINGS_MODULE": "customhouse.settings",
        }
        self.port = _free_port()
        self.log = Path(state, "processes.log")
        self.web: subprocess.Popen[bytes] | None = None
        self.worker: subprocess.Popen[bytes] | None = None

    def python(self, *arguments: str) -> str:
        """Run a program of the project to its end."""
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
        )
        if done.returncode:
            raise SystemExit(f"{arguments}: {done.stderr[-3000:]}")
        return done.stdout

    def start_web(self) -> None:
        """Start the web process and wait until it answers."""
        command = (
            *("-m", "granian", "--interface", "wsgi", "--no-ws", "--workers", "1"),
            *("--blocking-threads", "4", "--host", "127.0.0.1", "--port", str(self.port)),
            "customhouse.wsgi:application",
        )
        self.web = self._start(*command)
        for _ in range(600):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/log/key", timeout=5).read()
            except OSError as reason:
                last = reason
                time.sleep(0.1)
            else:
                return
        said = self.log.read_bytes()[-3000:].decode(errors="replace")
        raise SystemExit(f"the web process does not come back: {last}; it said:\n{said}")

    def start_worker(self) -> None:
        """Start the worker."""
        self.worker = self._start("manage.py", "work")

    def kill(self, what: str) -> None:
        """Kill a process and all of its group at once, without a word, and start it again."""
        if what == "database":
            assert self.database.server is not None
            assert self.database.server.process is not None
            os.kill(self.database.server.process.pid, signal.SIGKILL)
            self.database.server.process.wait()
            self.database.start()
        elif what == "web":
            _kill(self.web)
            self.start_web()
        else:
            _kill(self.worker)
            self.start_worker()

    def stop(self) -> None:
        """End web and worker."""
        for process in (self.web, self.worker):
            _kill(process)

    def _start(self, *command: str) -> subprocess.Popen[bytes]:
        with self.log.open("ab") as log:
            return subprocess.Popen(
                [sys.executable, *command],
                cwd=ROOT,
                env=self.environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )


def _free_port() -> int:
    """A port that nobody listens on; processes side by side begin to look at other places."""
    first = os.getpid() % len(PORTS)
    for port in (*PORTS[first:], *PORTS[:first]):
        with socket.socket() as tried:
            try:
                tried.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise SystemExit(f"found no free port in {PORTS}")


def _kill(process: subprocess.Popen[bytes] | None) -> None:
    if process is not None and process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@contextmanager
def opened() -> Iterator[House]:
    """Give a house that is open for business, on a database of its own that waits for the disk."""
    folder = None
    try:
        name = f"faults-{os.getpid()}-{secrets.token_hex(2)}"
        with postgres.cluster(name=name) as database, tempfile.TemporaryDirectory() as state:
            folder = database.folder
            house = House(database, state=state)
            house.python("manage.py", "migrate", "--no-input", "-v", "0")
            try:
                yield house
            finally:
                house.stop()
    finally:
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)


def declarations() -> "Declarations":
    """A maker of declarations that differ in their local reference."""
    content = json.loads((ROOT / "cases" / "five-items.json").read_bytes())
    del content["representative"]
    return Declarations(content)


class Declarations:
    """Makes the bytes of a declaration under a local reference."""

    def __init__(self, content: dict[str, object]) -> None:
        self._head, self._tail = (
            json.dumps(content | {"local_reference": "@@"}).encode().split(b"@@")
        )

    def __call__(self, reference: str) -> bytes:
        return self._head + reference.encode() + self._tail


def run(times: int, *, seed: int) -> list[str]:
    """Kill that often under load; answers everything that was lost, doubled or out of balance."""
    chance = random.Random(seed)  # noqa: S311 - which process dies is no secret
    with opened() as house:
        key = house.python("-m", "benchmarks.enter").strip().splitlines()[-1]
        house.start_worker()
        house.start_web()
        stop = threading.Event()
        made = declarations()
        clients = [
            Client(f"C{n}", port=house.port, key=key, made=made, stop=stop) for n in range(CLIENTS)
        ]
        for client in clients:
            client.start()
        for number in range(times):
            time.sleep(chance.uniform(0.2, 1.5))
            what = ("web", "database", "worker")[number % 3]
            counted = sum(len(client.acknowledged) for client in clients)
            print(f"kill {number + 1}/{times}: {what} after {counted} acknowledgements")
            house.kill(what)
        time.sleep(2)
        stop.set()
        for client in clients:
            client.join(180)
        acknowledged = {r: mrn for client in clients for r, mrn in client.acknowledged.items()}
        Path(house.environment["FONDACO_STATE"], "acknowledged.json").write_text(
            json.dumps(acknowledged)
        )
        wrong = [trouble for client in clients for trouble in client.troubles]
        reckoned = house.python("-m", "tests.faults.reckoning").splitlines()
        wrong += [line for line in reckoned if line]
        repeats = sum(client.repeats for client in clients)
        print(f"{len(acknowledged)} acknowledged, {repeats} sent again, {times} kills")
        return wrong


def main() -> int:
    """Answer 0 where nothing is wrong."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--times", type=int, default=50)
    parser.add_argument("--seed", type=int, default=20261121)
    given = parser.parse_args()
    wrong = run(given.times, seed=given.seed)
    print("\n".join(wrong) or "nothing lost, nothing doubled, every account in balance")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
