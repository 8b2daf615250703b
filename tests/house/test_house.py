"""The smaller parts of the house: addresses, secrets, counts, ports, settings of other tools."""

from __future__ import annotations

import os
import socket
import stat
from pathlib import Path

import pytest

from house import python_environment, run, stages
from house.postgres import Served
from house.processes import Child
from house.progress import Progress, Stopped
from house.secrets_kept import kept


@pytest.mark.parametrize(
    ("owner", "expected"),
    [
        (
            "postgresql://boss:pw@db.example:5433/customs?sslmode=require",
            "postgresql://fondaco_app:se%2Fcret@db.example:5433/customs?sslmode=require",
        ),
        (
            "postgresql://boss@/customs?host=/run/postgresql&port=5433",
            "postgresql://fondaco_app:se%2Fcret@/customs?host=%2Frun%2Fpostgresql&port=5433",
        ),
        ("postgresql://db.example", "postgresql://fondaco_app:se%2Fcret@db.example/fondaco"),
        (
            "host=db.example dbname='the customs' user=boss",
            "postgresql://fondaco_app:se%2Fcret@db.example/the%20customs",
        ),
    ],
)
def test_the_application_gets_the_owners_address_with_its_own_name(
    owner: str, expected: str
) -> None:
    roles = pytest.importorskip("house.roles")
    assert roles.application_address(owner, password="se/cret") == expected


def test_a_secret_is_made_once_and_kept_from_others(tmp_path: Path) -> None:
    word = kept(tmp_path, "one")
    assert kept(tmp_path, "one") == word
    assert kept(tmp_path, "two") != word
    assert kept(tmp_path, "one") == word
    assert len(word) > 40
    assert stat.S_IMODE((tmp_path / "secrets.json").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["secrets.json"]


def test_a_step_says_how_many_there_are_and_that_it_stopped(
    capsys: pytest.CaptureFixture[str],
) -> None:
    progress = Progress(steps=2)
    with progress.step("First"):
        pass
    with pytest.raises(Stopped), progress.step("Second"):
        raise Stopped("no")
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("[1/2] First … ")
    assert first.endswith(" s")
    assert second == "[2/2] Second … stopped"


def test_a_report_is_counted_as_it_is(tmp_path: Path) -> None:
    report = tmp_path / "report.xml"
    report.write_text(
        '<testsuites><testsuite tests="9" failures="2" errors="1" skipped="3"/></testsuites>'
    )
    count = stages.Count()
    count.add(report)
    assert str(count) == "3 passed, 3 failed, 3 skipped"


def test_a_port_that_is_taken_is_not_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        monkeypatch.setenv("FONDACO_PORT", str(port))
        with pytest.raises(Stopped, match=f"Port {port} is taken"):
            run.free_port()
        monkeypatch.delenv("FONDACO_PORT")
        monkeypatch.setattr(run, "FIRST_PORT", port)
        assert run.free_port() > port


def test_what_faces_the_world_never_learns_the_owners_password() -> None:
    given = {"FONDACO_OWNER_DATABASE_URL": "secret", "DATABASE_URL": "secret", "PATH": "/bin"}
    assert run.without_owner(given) == {"PATH": "/bin"}


def test_a_process_that_stops_again_and_again_stops_the_run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    child = Child(
        "web",
        command=["sh", "-c", "echo the reason; exit 3"],
        environment=dict(os.environ),
        log=tmp_path / "web.log",
        folder=tmp_path,
    )
    child.start()
    with pytest.raises(Stopped, match=r"(?s)The web stops again and again.*the reason"):
        run.keep_alive([child], database=Served({}))
    assert capsys.readouterr().out.count("starting it again") == run.STARTS_ALLOWED - 1


def test_uv_is_told_what_pip_was_told(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SSL_CERT_FILE", "UV_DEFAULT_INDEX", "UV_INDEX", "UV_FIND_LINKS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("ALL_PROXY", "kept")
    pip = {
        "cert": "/etc/ca.pem",
        "index-url": "https://mirror.example/simple",
        "extra-index-url": "\nhttps://one.example\nhttps://two.example",
        "proxy": "http://proxy.example",
        "default-timeout": "180",
    }
    assert python_environment._as_uv_reads_it(pip) == {
        "SSL_CERT_FILE": "/etc/ca.pem",
        "UV_DEFAULT_INDEX": "https://mirror.example/simple",
        "UV_INDEX": "https://one.example https://two.example",
        "UV_INDEX_STRATEGY": "unsafe-best-match",
    }


@pytest.mark.parametrize(
    ("packages", "verb"), [("customhouse", "install"), ("development", "sync")]
)
def test_running_takes_no_package_away_from_whoever_works_there(
    packages: str, verb: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[list[str]] = []
    monkeypatch.setattr(python_environment, "STAMP", tmp_path / "set-up.txt")
    monkeypatch.setattr(
        python_environment, "run", lambda words, **_: said.append([*map(str, words)])
    )
    python_environment.fill(packages, with_node=False)
    assert said[-1][2:5] == ["uv", "pip", verb]
    python_environment.fill(packages, with_node=False)
    assert len(said) == 2  # the second time, nothing is run


def test_a_python_that_is_too_old_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(python_environment.sys, "version_info", (3, 10, 9))
    with pytest.raises(Stopped, match=r"Python 3\.11 or newer is needed"):
        python_environment.make()
