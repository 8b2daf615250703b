"""The database of our own: private, recovering, and with an application role that owns nothing."""

from __future__ import annotations

import os
import shutil
import signal
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from house import places, postgres, server
from house.cluster import APPLICATION, OWNER, Cluster
from house.postgres import cluster, temporary
from house.progress import Stopped

psycopg = pytest.importorskip("psycopg")
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


@pytest.fixture
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return a state folder that the server's own account can reach."""
    with _state(Path("/tmp")) as folder:  # noqa: S108
        yield folder


@contextmanager
def _state(base: Path, name: str = "state") -> Iterator[Path]:
    folder = base / f"fondaco-test-{os.getpid()}" / name
    folder.mkdir(parents=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FONDACO_STATE", str(folder))
        for name in ("DATABASE_URL", "DATABASE_APP_URL"):
            patch.delenv(name, raising=False)
        try:
            yield folder
        finally:
            shutil.rmtree(base / f"fondaco-test-{os.getpid()}", ignore_errors=True)


def asked(address: str, question: str) -> object:
    """Return the one value that a question has for an answer."""
    with psycopg.connect(address) as connection:
        row = connection.execute(question).fetchone()
    assert row is not None
    return row[0]


def test_the_roles_can_do_no_more_than_they_must(own: Path) -> None:
    rights = (
        "SELECT rolsuper OR rolbypassrls OR rolcreaterole OR rolreplication FROM pg_roles"
        " WHERE rolname = current_user"
    )
    with temporary() as names:
        application, owner = names["FONDACO_DATABASE_URL"], names["FONDACO_OWNER_DATABASE_URL"]
        assert asked(application, "SELECT current_user") == APPLICATION
        assert asked(owner, "SELECT current_user") == OWNER
        assert asked(application, rights) is False
        assert asked(owner, rights) is False
        assert (
            asked(
                application,
                "SELECT count(*) FROM pg_class WHERE relowner::regrole::text = current_user",
            )
            == 0
        )
        with psycopg.connect(application) as connection, pytest.raises(psycopg.Error):
            connection.execute("CREATE TABLE mine ()")
        with psycopg.connect(application) as connection, pytest.raises(psycopg.Error):
            connection.execute(f"SET ROLE {OWNER}")


def test_nobody_signs_in_without_a_password(own: Path) -> None:
    with temporary() as names:
        address = names["FONDACO_DATABASE_URL"]
        word = address.partition(f"{APPLICATION}:")[2].partition("@")[0]
        for role in (APPLICATION, OWNER, "postgres"):
            wrong = address.replace(f"{APPLICATION}:{word}", f"{role}:guess")
            with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
                psycopg.connect(wrong)


def test_the_server_keeps_what_the_project_counts_on(own: Path) -> None:
    with temporary() as names:
        address = names["FONDACO_DATABASE_URL"]
        assert asked(address, "SHOW TimeZone") == "UTC"
        assert asked(address, "SHOW data_checksums") == "on"
        assert asked(address, "SHOW server_encoding") == "UTF8"
        assert asked(address, "SHOW synchronous_commit") == "on"
        assert asked(address, "SHOW listen_addresses") == ""
        assert asked(address, "SELECT 'a' < 'B'") is False  # order by code point, everywhere


def test_only_we_can_reach_the_data_and_the_socket(own: Path) -> None:
    with cluster(name="private") as running:
        assert running.sockets is not None
        for place in (running.data, running.sockets):
            assert stat.S_IMODE(place.stat().st_mode) == 0o700
        assert stat.S_IMODE((running.folder / "secrets.json").stat().st_mode) == 0o600


def test_data_is_kept_from_one_start_to_the_next(own: Path) -> None:
    with cluster(name="kept") as running, psycopg.connect(running.url(OWNER)) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 42 AS answer")
    with cluster(name="kept") as again:
        assert asked(again.url(OWNER), "SELECT answer FROM kept") == 42


def test_a_killed_server_starts_again_at_the_same_address(own: Path) -> None:
    with cluster(name="killed") as running:
        address = running.url(OWNER)
        with psycopg.connect(address) as connection:
            connection.execute("CREATE TABLE acknowledged AS SELECT 42 AS answer")
        assert running.server is not None
        assert running.server.process is not None
        os.kill(running.server.process.pid, signal.SIGKILL)
        running.server.process.wait()
        running.start()
        assert running.url(OWNER) == address
        assert asked(address, "SELECT answer FROM acknowledged") == 42


def test_two_commands_never_share_one_data_folder(own: Path) -> None:
    with cluster(name="shared") as running:
        second = Cluster(running.folder, binaries=running.binaries)
        with pytest.raises(Stopped, match="is in use"):
            second.start()
        assert asked(running.url(OWNER), "SELECT 1") == 1


@pytest.mark.parametrize("name", ["a folder with spaces, and a comma", "long-" * 30])
def test_odd_and_long_paths_work(name: str) -> None:
    with _state(Path("/tmp"), name), temporary() as names:  # noqa: S108
        assert asked(names["FONDACO_DATABASE_URL"], "SELECT 1") == 1
        assert len(names["FONDACO_DATABASE_URL"].partition("host=")[2]) < 107


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has folders that others cannot enter")
def test_root_may_keep_a_checkout_to_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    private, outside = tmp_path / "private", Path("/tmp") / f"fondaco-outside-{os.getpid()}"  # noqa: S108
    private.mkdir(mode=0o700)
    monkeypatch.setattr(server, "OUTSIDE", outside)
    try:
        with _state(private), temporary() as names:
            assert str(outside) in names["FONDACO_DATABASE_URL"].replace("%2F", "/")
            assert asked(names["FONDACO_DATABASE_URL"], "SELECT 1") == 1
        assert stat.S_IMODE(private.stat().st_mode) == 0o700
    finally:
        shutil.rmtree(outside, ignore_errors=True)


def test_what_a_killed_command_left_is_deleted_by_the_next(own: Path) -> None:
    place = server.home(server.embedded_binaries()) / "temporary-1-dead"
    (place / "data").mkdir(parents=True)
    with temporary():
        assert not place.exists()


def test_a_server_that_is_named_is_used(own: Path) -> None:
    with cluster(name="named") as theirs, pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATABASE_URL", theirs.url("postgres", database="fondaco"))
        with postgres.serving() as served:
            assert served.cluster is None
            address = served.environment["FONDACO_DATABASE_URL"]
            assert asked(address, "SELECT current_user") == APPLICATION
        patch.setenv("DATABASE_APP_URL", "postgresql://someone@elsewhere/fondaco")
        with postgres.serving() as served:
            assert served.environment["FONDACO_DATABASE_URL"].startswith("postgresql://someone@")


def test_an_owner_who_may_make_no_roles_is_told_what_to_do(own: Path) -> None:
    with cluster(name="strict") as theirs, pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATABASE_URL", theirs.url(OWNER))
        with pytest.raises(Stopped, match="name it in DATABASE_APP_URL"), postgres.serving():
            pass


def test_the_programs_are_those_of_the_environment() -> None:
    assert (server.embedded_binaries() / "postgres").exists()
    assert places.ROOT in (places.ENVIRONMENT, *places.ENVIRONMENT.parents)
