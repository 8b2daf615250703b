"""A load of declarations over HTTP: bounded in count, on loopback, every answer counted."""

import asyncio
import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

DECLARATION = Path(__file__).resolve().parents[1] / "cases" / "five-items.json"


@dataclass
class Tally:
    """What came back: seconds each answer took, and how many answers there were of each status."""

    seconds: list[float] = field(default_factory=list)
    statuses: dict[int, int] = field(default_factory=dict)
    elapsed: float = 0.0

    def count(self, status: int, took: float) -> None:
        """Count one answer."""
        self.statuses[status] = self.statuses.get(status, 0) + 1
        self.seconds.append(took)

    def quantile(self, share: float) -> float:
        """The time below which that share of answers lies, in milliseconds."""
        return (
            sorted(self.seconds)[min(len(self.seconds) - 1, int(len(self.seconds) * share))] * 1e3
        )


def declarations(prefix: str, *, importer: str) -> Callable[[int], bytes]:
    """A maker of an importer's declarations that differ in their local reference alone."""
    content = json.loads(DECLARATION.read_bytes())
    theirs = content.pop("representative") and content["declarant"]["identifier"]
    content["local_reference"] = "@@"
    head, tail = json.dumps(content).replace(theirs, importer).encode().split(b"@@")
    return lambda number: head + f"{prefix}{number}".encode() + tail


def request(body: bytes, *, key: str, media_type: str = "application/json") -> bytes:
    """One POST, ready to be sent."""
    head = (
        "POST /api/declarations HTTP/1.1\r\nHost: localhost\r\n"
        f"Authorization: Bearer {key}\r\nContent-Type: {media_type}\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


async def _answer(reader: asyncio.StreamReader) -> tuple[int, bytes]:
    head = await reader.readuntil(b"\r\n\r\n")
    status = int(head[9:12])
    fields = dict(line.lower().split(b": ", 1) for line in head.split(b"\r\n")[1:] if b": " in line)
    if b"content-length" in fields:
        return status, await reader.readexactly(int(fields[b"content-length"]))
    body = b""
    while size := int(await reader.readline(), 16):
        body += (await reader.readexactly(size + 2))[:-2]
    await reader.readexactly(2)
    return status, body


async def _steady(
    port: int, requests: Sequence[bytes], tally: Tally, turn: "asyncio.Queue[int]"
) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    while not turn.empty():
        number = turn.get_nowait()
        began = time.perf_counter()
        writer.write(requests[number])
        status, _ = await _answer(reader)
        tally.count(status, time.perf_counter() - began)
    writer.close()


async def _throng(port: int, requests: Sequence[bytes], connections: int) -> Tally:
    tally, turn = Tally(), asyncio.Queue[int]()
    for number in range(len(requests)):
        turn.put_nowait(number)
    began = time.perf_counter()
    await asyncio.gather(*(_steady(port, requests, tally, turn) for _ in range(connections)))
    tally.elapsed = time.perf_counter() - began
    return tally


async def _paced(
    port: int, requests: Sequence[bytes], per_second: float, connections: int
) -> Tally:
    tally = Tally()
    idle: asyncio.Queue[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = asyncio.Queue()
    for _ in range(connections):
        idle.put_nowait(await asyncio.open_connection("127.0.0.1", port))
    start = time.perf_counter()

    async def one(number: int) -> None:
        due = start + number / per_second
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        reader, writer = await idle.get()
        writer.write(requests[number])
        status, _ = await _answer(reader)
        # From when it was due, not from when it was sent: a stall is counted in full.
        tally.count(status, time.perf_counter() - due)
        idle.put_nowait((reader, writer))

    await asyncio.gather(*(one(number) for number in range(len(requests))))
    tally.elapsed = time.perf_counter() - start
    return tally


def throng(port: int, requests: Sequence[bytes], *, connections: int) -> Tally:
    """Send as fast as answers come, over so many connections."""
    return asyncio.run(_throng(port, requests, connections))


def paced(port: int, requests: Sequence[bytes], *, per_second: float, connections: int) -> Tally:
    """Send at a pace that does not wait for answers."""
    return asyncio.run(_paced(port, requests, per_second, connections))
