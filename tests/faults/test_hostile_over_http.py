"""Every hostile message, sent over HTTP to the house as it runs: refused, and not a row written."""

from __future__ import annotations

import http.client
import json

import psycopg

from tests.customhouse.exchange.hostile import REFUSED, XML, Given
from tests.faults import kills

MUCH = 100 * 1024 * 1024
PIECE = b"<" * 65536
OF_THE_WORKER = frozenset(("leaf", "pending_leaf", "checkpoint", "tile", "periodic_job"))
"""Tables that the worker keeps of its own work and of what was recorded before, meanwhile."""


class Sender:
    """A machine with a key that sends what it likes."""

    def __init__(self, key: str, *, port: int) -> None:
        self._port = port
        self._headers = {"Authorization": f"Bearer {key}"}

    def send(self, given: Given) -> tuple[int, bytes]:
        """Send a message; give status and answer."""
        connection = self._connection()
        headers = self._headers | {"Content-Type": given.kind}
        connection.request("POST", "/api/declarations", given.body, headers)
        return _answer(connection)

    def begin(self, piece: bytes, **headers: str) -> int:
        """Send the beginning of a body; give the status of the answer, which waits for no more."""
        connection = self._connection()
        connection.putrequest("POST", "/api/declarations")
        for name, value in (self._headers | headers).items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders(piece)
        return _answer(connection)[0]

    def _connection(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection("127.0.0.1", self._port, timeout=60)


def _answer(connection: http.client.HTTPConnection) -> tuple[int, bytes]:
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer.status, content


def rows(house: kills.House) -> dict[str, int]:
    """Count the rows of every table, as their owner."""
    with psycopg.connect(house.environment["FONDACO_OWNER_DATABASE_URL"]) as connection:
        names = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        return {
            name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608
            for (name,) in names.fetchall()
            if name not in OF_THE_WORKER
        }


def test_hostile_messages_over_http(subtests):
    with kills.opened() as house:
        key = house.python("-m", "benchmarks.enter").strip().splitlines()[-1]
        house.start_worker()
        house.start_web()
        sender, before = Sender(key, port=house.port), rows(house)
        assert before["organisation"] and not before["declaration"]
        for name, (given, expected) in REFUSED.items():
            with subtests.test(name):
                status, content = sender.send(given)
                problem = json.loads(content)["problems"][0]

                assert status == 400
                assert (problem["code"], problem["path"]) == expected
        with subtests.test("a hundred megabytes, announced"):
            assert sender.begin(PIECE, Content_Type=XML, Content_Length=str(MUCH)) == 413
        with subtests.test("a body of unknown length"):
            chunk = b"%x\r\n%b\r\n" % (len(PIECE), PIECE)
            status = sender.begin(chunk, Content_Type=XML, Transfer_Encoding="chunked")
            assert status == 411
        after = rows(house)

    assert {name: count for name, count in after.items() if count != before[name]} == {}
