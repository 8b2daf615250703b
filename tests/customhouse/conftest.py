"""The building's tests run on a real PostgreSQL, migrated as owner, used as the application.

`DATABASE_URL` names the server; without it the embedded one is started. Nothing is mocked: row
security, grants and triggers are the ones of production. A test marked `database` (or taking the
fixture `db`) is rolled back; one that takes `committed` gets a database of its own.
"""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict

ROOT = Path(__file__).resolve().parents[2]
STATE = tempfile.TemporaryDirectory(prefix="fondaco-tests-")

os.environ["DJANGO_SETTINGS_MODULE"] = "customhouse.settings"
os.environ["FONDACO_SECRET_KEY"] = secrets.token_urlsafe(50)
os.environ["FONDACO_DATABASE_URL"] = "postgresql://fondaco_app@/not_started_yet"
os.environ["FONDACO_WEBHOOKS_MAY_REACH_LOOPBACK"] = "no"
os.environ["FONDACO_BUILT"] = os.environ.get("FONDACO_STATE") or str(ROOT / ".fondaco")
os.environ["FONDACO_STATE"] = STATE.name

import django  # noqa: E402
from django.conf import settings  # noqa: E402
from django.db import connections  # noqa: E402

django.setup()

from customhouse.declarations.actions import judge  # noqa: E402
from customhouse.records import queries  # noqa: E402
from tests.customhouse import world  # noqa: E402

del os.environ["FONDACO_STATE"]  # the house keeps the server where it always does
# Test accounts may have short-lived, cheap hashes: argon2 costs 0.2 s by design.
settings.PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.MD5PasswordHasher",
    *settings.PASSWORD_HASHERS,
]


class Server:
    """The PostgreSQL server of this test run and the migrated database that others copy."""

    def __init__(self, addresses: dict[str, str]) -> None:
        self.owner = addresses["FONDACO_OWNER_DATABASE_URL"]
        self.application = addresses["FONDACO_DATABASE_URL"]
        self.template = f"fondaco_test_{secrets.token_hex(4)}"

    def environment(self, database: str) -> dict[str, str]:
        """Return what a process of the project needs to use this database."""
        return {
            "FONDACO_OWNER_DATABASE_URL": with_database(self.owner, database),
            "FONDACO_DATABASE_URL": with_database(self.application, database),
            "FONDACO_STATE": STATE.name,
        }

    def create(self, database: str, *, template: str = "template0") -> None:
        """Make a database that belongs to the owner."""
        make = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
        with psycopg.connect(self.owner, autocommit=True) as connection:
            connection.execute(make.format(sql.Identifier(database), sql.Identifier(template)))

    def drop(self, database: str) -> None:
        """Delete a database, ending whoever is still in it."""
        drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(database))
        with psycopg.connect(self.owner, autocommit=True) as connection:
            for attempt in range(20):
                try:
                    connection.execute(drop)
                    return
                except psycopg.errors.InsufficientPrivilege:
                    # The server's own vacuum is in it, and only a superuser may end that.
                    time.sleep(0.1 * attempt)

    def migrate(self, database: str) -> None:
        """Bring a database to the newest tables, as the owner, in a process of its own."""
        done = subprocess.run(
            [sys.executable, str(ROOT / "manage.py"), "migrate", "--no-input", "-v", "0"],
            env={**os.environ, **self.environment(database)},
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr


def with_database(address: str, database: str) -> str:
    """Return the address of another database of the same server."""
    return urlunsplit(urlsplit(address)._replace(path=f"/{database}"))


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """Give the server, with a migrated database on it."""
    from house.postgres import temporary

    with temporary() as addresses:
        one = Server(dict(addresses))
        one.create(one.template)
        try:
            one.migrate(one.template)
            yield one
        finally:
            connections.close_all()
            one.drop(one.template)


@contextmanager
def using(environment: dict[str, str]) -> Iterator[None]:
    """Point Django's connection at a database, as the application's role."""
    parts = conninfo_to_dict(environment["FONDACO_DATABASE_URL"])
    there = {
        "NAME": parts.get("dbname"),
        "USER": parts.get("user"),
        "PASSWORD": parts.get("password"),
        "HOST": parts.get("host", ""),
        "PORT": parts.get("port", ""),
    }
    chosen = connections["default"].settings_dict
    before = {name: chosen[name] for name in there}
    connections.close_all()
    chosen.update(there)
    try:
        yield
    finally:
        connections.close_all()
        chosen.update(before)


@pytest.fixture(scope="session")
def django_db_setup(server: Server) -> Iterator[None]:
    """Stand in for pytest-django's own set-up: our tables belong to another role."""
    with using(server.environment(server.template)):
        yield


@pytest.fixture
def committed(server: Server, django_db_setup: None, django_db_blocker) -> Iterator[dict[str, str]]:
    """Give a fresh database in which the test commits; the value is the environment that names it.

    For workers, several connections, crashes: what a rolled-back transaction cannot show.
    """
    connections.close_all()
    name = f"{server.template}_{secrets.token_hex(3)}"
    server.create(name, template=server.template)
    try:
        with using(server.environment(name)), django_db_blocker.unblock():
            yield server.environment(name)
    finally:
        server.drop(name)


@pytest.fixture
def owner(server: Server, django_db_setup: None) -> Iterator[psycopg.Connection]:
    """Give a connection as the role that owns the tables, rolled back after the test."""
    with psycopg.connect(with_database(server.owner, server.template)) as connection:
        yield connection
        connection.rollback()


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give an empty state folder, in use."""
    monkeypatch.setattr(settings, "STATE", tmp_path)
    queries.forget_secrets()
    yield tmp_path
    queries.forget_secrets()


@pytest.fixture
def in_channel(db: None, state: Path) -> Callable[[str], world.World]:
    """Give a maker of worlds whose selectivity sends everything into one channel."""
    return lambda channel: world.build(channel=channel)


@pytest.fixture(autouse=True)
def nothing_by_chance(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the lot choose nobody, unless a test is marked `chance`.

    The random share cannot be switched off, so that one declaration in two hundred would be
    examined in a test that is about something else.
    """
    if not request.node.get_closest_marker("chance"):
        monkeypatch.setattr(judge, "draw", lambda *_, **__: 999_999)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the marker `database` mean pytest-django's `django_db`, here where there is a server.

    Tests elsewhere under that marker start programs that have databases of their own.
    """
    here = Path(__file__).parent
    for item in items:
        marked = item.get_closest_marker("database") and here in item.path.parents
        if marked and "committed" not in item.fixturenames:
            item.add_marker(pytest.mark.django_db)


def pytest_configure(config: pytest.Config) -> None:
    """Make the marker known."""
    config.addinivalue_line("markers", "database: uses PostgreSQL; rolled back after the test")
    config.addinivalue_line("markers", "chance: the lot is drawn as in life")
