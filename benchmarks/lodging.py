"""Lodging over HTTP with a key: singly, at a steady pace, in batches; and the memory it takes."""

from benchmarks.customs import resident_mebibytes, serving
from benchmarks.figures import Figure
from benchmarks.floors import durable_statements
from benchmarks.traffic import Tally, declarations, paced, request, throng

CONNECTIONS = 16
BATCH = 500


def figures() -> list[Figure]:
    """Singles and batches a second, the slowest of a hundred at a steady pace, memory."""
    with serving() as customs:
        made = declarations("W")
        _send(customs.port, [request(made(n), key=customs.key) for n in range(400)])
        floor = durable_statements(made(0).decode())
        made = declarations("S")
        singles = _send(customs.port, [request(made(n), key=customs.key) for n in range(6000)])
        made = declarations("P")
        steady = paced(
            customs.port,
            [request(made(n), key=customs.key) for n in range(2000)],
            per_second=100,
            connections=CONNECTIONS,
        )
        _check(steady)
        made = declarations("B")
        lines = [b"\n".join(made(batch * BATCH + n) for n in range(BATCH)) for batch in range(16)]
        sent = [request(b, key=customs.key, media_type="application/x-ndjson") for b in lines]
        batches = throng(customs.port, sent, connections=4)
        _check(batches)
        memory = resident_mebibytes(customs.web)
    rate = len(singles.seconds) / singles.elapsed
    batched = len(lines) * BATCH / batches.elapsed
    is_floor = "durable statements, 8 clients"
    return [
        Figure("durable single declarations over HTTP", rate, "/s", 500, True, floor, is_floor),
        Figure("the same in batches of 500", batched, "/s", 1500, True, floor, is_floor),
        Figure("slowest of 100 at 100/s", steady.quantile(0.99), "ms", 200, at_least=False),
        Figure("median at 100/s", steady.quantile(0.5), "ms", 200, at_least=False),
        Figure("memory of a web worker", memory, "MiB", 250, at_least=False),
    ]


def _send(port: int, requests: list[bytes]) -> Tally:
    tally = throng(port, requests, connections=CONNECTIONS)
    _check(tally)
    return tally


def _check(tally: Tally) -> None:
    # A figure of refusals would be a figure of something else.
    if set(tally.statuses) - {200, 201}:
        raise SystemExit(f"answers were not all acknowledgements: {tally.statuses}")
