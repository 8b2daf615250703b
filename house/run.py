"""`make run`: from a fresh clone to a page in the browser, and everything stopped again.

It sets the project up, starts the database, the web, the worker and the synthetic nation's trade,
tells where to look and how to sign in, keeps them alive, and stops every one of them on Ctrl-C or
when it fails.
"""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections import deque
from collections.abc import Mapping

from house import places, postgres
from house.commands import run as run_quietly
from house.processes import Child, stop_on_signals
from house.progress import Progress, Stopped, say
from house.secrets_kept import kept
from house.setup import STEPS, prepare

MANAGE = str(places.ROOT / "manage.py")
FIRST_PORT, PORTS_TRIED = 8000, 100
STARTS_ALLOWED, WITHIN_SECONDS = 6, 60.0
LEGAL_TIME_ZONE = "Europe/Oslo"
"""The clock of the demonstration country's law."""
LOG_ORIGIN = "demonstration.fondaco.example/log"
"""The name of the demonstration's transparency log: it may never change, whatever the port."""
WEB = ("--interface", "wsgi", "--workers", "1", "--blocking-threads", "4", "--host", "127.0.0.1")


def main() -> int:
    """Run the project until Ctrl-C; return 0 when asked to stop, 1 when something failed."""
    stop_on_signals()
    progress = Progress(steps=STEPS + 4)
    try:
        prepare(progress, packages="customhouse")
        with contextlib.ExitStack() as stack:
            _serve(stack, progress)
    except Stopped as reason:
        say(f"\n{reason}")
        return 1
    except KeyboardInterrupt:
        say("Everything is stopped. The data is kept; `make run` goes on from here.")
    return 0


def _serve(stack: contextlib.ExitStack, progress: Progress) -> None:
    with progress.step("Database"):
        database = stack.enter_context(postgres.serving())
    port = free_port()
    environment = settings(database.environment, port=port)
    with progress.step("Tables"):
        manage("migrate", "--no-input", environment=environment)
    with progress.step("Demonstration country"):
        manage("load_demonstration", environment=environment)
    with progress.step("Web, worker and trade"):
        served = without_owner(environment)
        children = [
            web(port=port, environment=served),
            command("worker", "work", environment=served),
            command("trade", "play", environment=served),
        ]
        stack.callback(_stop, children)
        for child in children:
            child.start()
        _wait_for_page(children[0], port=port)
    _tell(environment=served)
    if database.cluster is not None and database.cluster.server is not None:
        children.append(database.cluster.server)
    keep_alive(children, database=database)


def settings(database: Mapping[str, str], *, port: int) -> dict[str, str]:
    """Return the environment of every process: the demonstration's, but for what is set already."""
    return {
        "FONDACO_DEMONSTRATION": "yes",
        "FONDACO_LEGAL_TIME_ZONE": LEGAL_TIME_ZONE,
        "FONDACO_LOG_ORIGIN": LOG_ORIGIN,
        "FONDACO_ADDRESS": f"http://localhost:{port}",  # passkeys need a name, not a number
        "FONDACO_SECRET_KEY": kept(places.state(), "secret key"),
        **os.environ,
        **database,
        "FONDACO_PORT": str(port),
        "FONDACO_STATE": str(places.state()),
        "DJANGO_SETTINGS_MODULE": "customhouse.settings",
        "PYTHONPATH": str(places.ROOT / "src"),
        "PYTHONUNBUFFERED": "1",
    }


def without_owner(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the environment for what faces the world: it never learns the owner's password."""
    hidden = {"FONDACO_OWNER_DATABASE_URL", "DATABASE_URL", "DATABASE_APP_URL"}
    return {name: value for name, value in environment.items() if name not in hidden}


def manage(*arguments: str, environment: Mapping[str, str]) -> None:
    """Run one management command of the project, quietly."""
    run_quietly([places.PYTHON, MANAGE, *arguments], environment=environment)


def web(*, port: int, environment: Mapping[str, str]) -> Child:
    """Return the process that answers HTTP on the loopback address."""
    granian = [str(places.PYTHON), "-m", "granian", *WEB, "--port", str(port)]
    return Child(
        "web",
        command=[*granian, "customhouse.wsgi:application"],
        environment=environment,
        log=places.logs() / "web.log",
        folder=places.ROOT,
    )


def command(name: str, *arguments: str, environment: Mapping[str, str]) -> Child:
    """Return a management command that goes on until it is stopped: the worker, the trade."""
    return Child(
        name,
        command=[str(places.PYTHON), MANAGE, *arguments],
        environment=environment,
        log=places.logs() / f"{name}.log",
        folder=places.ROOT,
    )


def free_port() -> int:
    """Return the port to serve on: `FONDACO_PORT`, or 8000, or the next one that is free."""
    chosen = os.environ.get("FONDACO_PORT")
    if chosen:
        if not _is_free(int(chosen)):
            raise Stopped(f"Port {chosen} is taken. Set FONDACO_PORT to another, or to nothing.")
        return int(chosen)
    for port in range(FIRST_PORT, FIRST_PORT + PORTS_TRIED):
        if _is_free(port):
            return port
    raise Stopped(f"Every port from {FIRST_PORT} to {port} is taken. Set FONDACO_PORT.")


def _is_free(port: int) -> bool:
    with socket.socket() as attempt:
        attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            attempt.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def _wait_for_page(child: Child, *, port: int, seconds: float = 90) -> None:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    until = time.monotonic() + seconds
    while time.monotonic() < until and child.alive:
        try:
            opener.open(f"http://127.0.0.1:{port}/", timeout=10).close()
            return
        except urllib.error.HTTPError as answer:
            raise Stopped(f"The first page fails with {answer.code}. {_why(child)}") from None
        except OSError:
            time.sleep(0.2)
    raise Stopped(f"The web did not start. {_why(child)}")


def _why(child: Child) -> str:
    return f"The end of {child.log}:\n{child.last_words()}"


def _tell(*, environment: Mapping[str, str]) -> None:
    said = subprocess.run(
        [places.PYTHON, MANAGE, "show_sign_ins"],
        env=dict(environment),
        cwd=places.ROOT,
        capture_output=True,
        text=True,
    )
    say(f"\nFondaco is open: {environment['FONDACO_ADDRESS']}/\n")
    say(said.stdout.rstrip() or said.stderr.strip())
    say(f"\nLogs are in {places.logs()}. Ctrl-C stops everything.")


def keep_alive(children: list[Child], *, database: postgres.Served) -> None:
    """Start again whatever stops, until that happens too often to be an accident."""
    starts: dict[str, deque[float]] = {child.name: deque() for child in children}
    while True:
        time.sleep(0.3)
        for place, child in enumerate(children):
            if child.alive:
                continue
            recent = starts[child.name]
            recent.append(time.monotonic())
            while recent[0] < time.monotonic() - WITHIN_SECONDS:
                recent.popleft()
            if len(recent) >= STARTS_ALLOWED:
                raise Stopped(f"The {child.name} stops again and again. {_why(child)}")
            say(f"The {child.name} stopped; starting it again. Its log: {child.log}")
            if database.cluster is not None and child is database.cluster.server:
                database.cluster.start()
                children[place] = database.cluster.server
            else:
                child.stop()  # what it left of its group
                child.start()


def _stop(children: list[Child]) -> None:
    """Ask all to stop at once, then wait for each; the database is stopped after them."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an impatient second Ctrl-C must leave nothing
    for child in children:
        if child.name != "database":
            child.ask_to_stop()
    for child in children:
        if child.name != "database":
            child.stop()


if __name__ == "__main__":
    sys.exit(main())
