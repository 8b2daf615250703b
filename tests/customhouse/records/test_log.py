"""The log grows, is signed, proves what is in it, and never signs a second history."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import connection, connections
from django.test import Client

from customhouse.records import actions, published, queries, tiles, verification
from customhouse.records.actions import Entry
from customhouse.settings.database import as_system, execute, on_behalf_of
from fondaco.evidence.checkpoint import opened
from fondaco.evidence.commitment import leaf_of
from fondaco.evidence.log import grown, leaf_hashes
from fondaco.evidence.log_proof import log_proof_of, proven
from fondaco.evidence.merkle import leaf_hash, root_of
from fondaco.evidence.note import note_of, public_key
from fondaco.evidence.tile import entries_of
from tests.customhouse.conftest import using

pytestmark = pytest.mark.database

AT = datetime(2026, 11, 21, 23, 59, 15, 123456, tzinfo=UTC)
VERIFIER = Path(__file__).resolve().parents[3] / "docs" / "verify_receipt.py"


def record(count: int = 1, *, organisation: int = 7) -> tuple[int, ...]:
    with as_system():
        actions.append(
            entries=[
                Entry(
                    kind="declaration.lodged",
                    subject=f"MRN{number}",
                    actor="P-1",
                    payload={"number": number, "text": "é"},
                    organisations=(organisation,),
                )
                for number in range(count)
            ],
            at=AT,
        )
        newest = execute("SELECT id FROM record ORDER BY id DESC LIMIT %s", (count,))
        return tuple(sorted(number for (number,) in newest))


def sign(after: int = 0):
    return actions.sign(at=AT + timedelta(seconds=after))


def test_what_is_recorded_is_taken_into_the_log_once(state):
    record(300)
    assert actions.integrate() == 300
    assert actions.integrate() == 0
    assert queries.waiting() == 0


def test_the_log_takes_what_it_can_at_once_and_the_rest_after(state):
    record(30)
    assert [actions.integrate(most=20), actions.integrate(most=20)] == [20, 10]


def test_the_checkpoint_has_the_root_of_all_leaves(state):
    record(700)
    actions.integrate(most=333)
    actions.integrate()
    checkpoint = opened(sign(), log=public_key(queries.verifier_key()))
    with as_system():
        leaves = [bytes(leaf) for (leaf,) in execute("SELECT leaf FROM record ORDER BY id")]
    assert checkpoint.size == 700
    assert checkpoint.root == root_of(leaf_hashes(leaves))
    assert note_of((state / "checkpoint").read_text()) == note_of(queries.checkpoint())


def test_a_checkpoint_is_signed_when_the_log_grew_and_ten_seconds_passed(state):
    record()
    actions.integrate()
    assert sign() is not None
    assert sign(after=20) is None
    record()
    actions.integrate()
    assert sign(after=9) is None
    assert sign(after=10) is not None


def test_the_key_is_for_its_owner_alone_and_stays(state):
    record()
    actions.integrate()
    sign()
    first = queries.verifier_key()
    assert (state / "log-key").stat().st_mode & 0o777 == 0o600
    published.make_key()
    assert queries.verifier_key() == first


def test_the_log_shows_the_day_and_a_seal_alone(state):
    record()
    actions.integrate()
    (shown,) = entries_of(queries.entries("tile/entries/000.p/1"))
    leaf = leaf_of(shown)
    assert (leaf.type, leaf.object, leaf.actor) == ("record", "", "")
    assert leaf.time == AT.replace(hour=0, minute=0, second=0, microsecond=0)


def test_a_proof_is_verified_by_the_core(state):
    numbers = record(300)
    actions.integrate()
    with as_system(), pytest.raises(queries.NotYet):
        queries.proof(numbers[0])
    sign()
    for number in (numbers[0], numbers[255], numbers[299]):
        with as_system():
            claim = log_proof_of(queries.proof(number))
            leaf = leaf_hash(queries.record(number).leaf)
        key = public_key(queries.verifier_key())
        assert proven(claim, leaf=leaf, log=key, witnesses=(), quorum=0).size == 300


def verify(receipt: str, *, folder: Path, key: str) -> subprocess.CompletedProcess[str]:
    path = folder / "receipt.txt"
    path.write_text(receipt)
    return subprocess.run(
        [sys.executable, "-I", str(VERIFIER), str(path), key], capture_output=True, text=True
    )


def test_a_receipt_is_verified_offline_by_a_short_script(state, tmp_path):
    numbers = record(5)
    actions.integrate()
    sign()
    with on_behalf_of(scope="trader", organisation_id=7):
        receipt = queries.receipt(numbers[3])
    done = verify(receipt, folder=tmp_path, key=queries.verifier_key())
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["record"]["subject"] == "MRN3"
    assert len(VERIFIER.read_text().splitlines()) <= 150


def test_a_changed_receipt_is_refused_offline(state, tmp_path):
    numbers = record(5)
    actions.integrate()
    sign()
    with as_system():
        receipt = queries.receipt(numbers[3])
    claim = log_proof_of(receipt)
    other = receipt.replace("\nindex 3\n", "\nindex 2\n")
    assert verify(other, folder=tmp_path, key=queries.verifier_key()).returncode == 1
    forged = str(
        type(claim)(3, claim.proof, claim.checkpoint, claim.extra.replace(b"MRN3", b"MRN4"))
    )
    assert verify(forged, folder=tmp_path, key=queries.verifier_key()).returncode == 1
    stranger = "x/log+00000000+AQ=="
    assert verify(receipt, folder=tmp_path, key=stranger).returncode == 1


def test_a_receipt_is_for_those_who_may_see_the_record(state):
    (number,) = record()
    actions.integrate()
    sign()
    with on_behalf_of(scope="trader", organisation_id=8), pytest.raises(KeyError):
        queries.receipt(number)


def test_before_the_log_begins_its_files_are_not_found(state):
    for path in ("checkpoint", "key", "tile/0/000"):
        assert Client().get(f"/log/{path}").status_code == 404


def test_the_files_of_the_log_are_public(state):
    record(260)
    actions.integrate()
    sign()
    client = Client()
    assert client.get("/log/checkpoint").content.decode() == queries.checkpoint()
    assert client.get("/log/key").content.decode().strip() == queries.verifier_key()
    full, edge = client.get("/log/tile/0/000"), client.get("/log/tile/0/001.p/4")
    assert (len(full.content), len(edge.content)) == (256 * 32, 4 * 32)
    top = client.get("/log/tile/1/000.p/1").content
    assert top == root_of(full.content)
    assert "immutable" in full["Cache-Control"]
    shown = entries_of(client.get("/log/tile/entries/001.p/4").content)
    assert leaf_hashes(shown) == edge.content
    older = client.get("/log/tile/0/001.p/2").content
    assert older == edge.content[:64]


@pytest.mark.parametrize("path", ["0/001.p/5", "0/999", "0/1", "entries/001", "../x", "9/x"])
def test_what_the_log_has_not_is_not_found(state, path):
    record(257)
    actions.integrate()
    assert Client().get(f"/log/tile/{path}").status_code == 404


def test_a_whole_record_has_no_flaws(state, capsys):
    record(600)
    actions.integrate(most=599)
    sign()
    record(3)
    assert list(verification.flaws()) == []
    call_command("verify_log")
    assert "whole" in capsys.readouterr().out


def recording() -> None:
    for _ in range(20):
        record(5)
    connection.close()


def integrating() -> None:
    for _ in range(60):
        actions.integrate(most=7)
        sign()
    connection.close()


def test_several_writers_and_recorders_at_once_take_each_record_once(committed, state):
    works = (recording, integrating, recording, integrating)
    threads = [threading.Thread(target=work) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    actions.integrate()
    sign(after=3600)
    with as_system():
        taken = execute("SELECT count(*), count(DISTINCT record_id), max(index) FROM leaf")
        assert taken.fetchone() == (200, 200, 199)
    assert list(verification.flaws()) == []


CUTS = {
    "a record's subject": "UPDATE record SET subject = 'other' WHERE id = {record}",
    "a record's payload": "UPDATE record SET payload = '{{}}' WHERE id = {record}",
    "a record's time": "UPDATE record SET at = at + interval '1 microsecond' WHERE id = {record}",
    "who may see it": "UPDATE record SET organisations = '{{8}}' WHERE id = {record}",
    "its salt": "UPDATE record SET salt = sha256(salt) WHERE id = {record}",
    "a leaf's hash": "UPDATE leaf SET hash = sha256(hash) WHERE index = 4",
    "a missing leaf": "DELETE FROM leaf WHERE index = 4",
    "a missing last leaf": "DELETE FROM leaf WHERE index = 599",
    "a tile": "UPDATE tile SET hashes = set_byte(hashes, 40, 255 - get_byte(hashes, 40))",
    "a longer tile": "UPDATE tile SET hashes = hashes || hashes WHERE number = 2 AND level = 0",
    "a checkpoint": "UPDATE checkpoint SET root = sha256(root)",
    "a missing body": "DELETE FROM body",
}


@pytest.fixture
def unguarded(committed: dict[str, str], state: Path) -> dict[str, str]:
    """Give a log whose owner took away the triggers, as an intruder with his password would."""
    with psycopg.connect(committed["FONDACO_OWNER_DATABASE_URL"]) as connection:
        for table in ("record", "leaf", "checkpoint", "body"):
            connection.execute(f"DROP TRIGGER append_only ON {table}")
    return committed


@pytest.mark.parametrize("cut", CUTS)
def test_whatever_is_altered_is_found(unguarded, cut):
    with as_system():
        name = "sha256:2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"
        actions.keep_bodies(bodies={name: b"x"})
        actions.append(entries=[Entry("k", "s", "P-1", bodies=(name,))], at=AT)
    numbers = record(599)
    actions.integrate()
    sign()
    assert list(verification.flaws()) == []
    with psycopg.connect(unguarded["FONDACO_OWNER_DATABASE_URL"]) as connection:
        connection.execute("SELECT set_config('fondaco.scope', 'system', true)")
        changed = connection.execute(CUTS[cut].format(record=numbers[100]))
        assert changed.rowcount > 0
    assert list(verification.flaws()) != []
    with pytest.raises(CommandError, match="altered"):
        call_command("verify_log")


def test_a_restored_older_database_is_refused(committed, state, server):
    record(10)
    actions.integrate()
    sign()
    before = committed["FONDACO_DATABASE_URL"].split("/")[-1].split("?")[0]
    backup = f"{before}_backup"
    connections.close_all()
    server.create(backup, template=before)
    record(10)
    actions.integrate()
    sign(after=30)
    try:
        with using(server.environment(backup)):
            assert queries.waiting() == 0
            with pytest.raises(published.LogRefused, match="10 entries, but 20 were published"):
                sign(after=60)
            record(30)
            with pytest.raises(published.LogRefused):
                actions.integrate()
            force_into_the_log(server.environment(backup))
            with pytest.raises(published.LogRefused, match="not shown to begin with"):
                sign(after=90)
            assert any("does not continue" in flaw for flaw in verification.flaws())
    finally:
        server.drop(backup)


def force_into_the_log(environment: dict[str, str]) -> None:
    """Write other leaves in place of the lost ones, as a careless repair would."""
    with as_system():
        rows = execute("SELECT record_id, leaf FROM pending_leaf JOIN record ON id = record_id")
        waiting = sorted(rows.fetchall())
        tree = tiles.tree()
        hashes = leaf_hashes(bytes(leaf) for _, leaf in waiting)
        tiles.store(grown(tree, hashes).tiles)
        for place, (number, leaf) in enumerate(waiting):
            execute(
                "INSERT INTO leaf (index, record_id, hash) VALUES (%s, %s, %s)",
                (tree.size + place, number, leaf_hash(bytes(leaf))),
            )
        execute("DELETE FROM pending_leaf")


def test_without_its_files_the_log_does_not_go_on(state):
    record()
    actions.integrate()
    sign()
    record()
    actions.integrate()
    (state / "checkpoint").rename(state / "lost")
    with pytest.raises(published.LogRefused, match="bring back"):
        sign(after=30)
    (state / "lost").rename(state / "checkpoint")
    (state / "log-key").unlink()
    with pytest.raises(published.LogRefused, match="the key"):
        sign(after=30)


def test_a_log_keeps_its_name(state, monkeypatch):
    record()
    actions.integrate()
    sign()
    monkeypatch.setattr("django.conf.settings.LOG_ORIGIN", "another/log")
    record()
    with pytest.raises(published.LogRefused, match="keeps its name"):
        actions.integrate()
