"""Lodging over HTTP with a key: singly, at a steady pace, in batches; and the memory it takes."""

from itertools import cycle

from benchmarks.customs import Customs, resident_mebibytes, serving
from benchmarks.figures import Figure
from benchmarks.floors import durable_statements
from benchmarks.traffic import Tally, declarations, paced, request, throng

CONNECTIONS = 16
BATCH = 500


def figures() -> list[Figure]:
    """Singles and batches a second, the slowest of a hundred at a steady pace, memory."""
    with serving() as customs:
        _throng(customs.port, _singles(customs, "W", 400))
        name, _ = customs.importers[0]
        floor = durable_statements(declarations("F", importer=name)(0).decode())
        singles = _throng(customs.port, _singles(customs, "S", 6000))
        alone = _throng(customs.port, _singles(customs, "A", 2000, importers=1))
        steady = paced(
            customs.port, _singles(customs, "P", 2000), per_second=100, connections=CONNECTIONS
        )
        _check(steady)
        batches = throng(customs.port, _batches(customs, 16), connections=4)
        _check(batches)
        memory = resident_mebibytes(customs.web)
    rate = len(singles.seconds) / singles.elapsed
    of_one = len(alone.seconds) / alone.elapsed
    batched = 16 * BATCH / batches.elapsed
    is_floor = "durable statements, 8 clients"
    return [
        Figure("durable single declarations over HTTP", rate, "/s", 500, True, floor, is_floor),
        Figure("the same, all on one deferment account", of_one, "/s", None, True, floor, is_floor),
        Figure("the same in batches of 500", batched, "/s", 1500, True, floor, is_floor),
        Figure("slowest of 100 at 100/s", steady.quantile(0.99), "ms", 200, at_least=False),
        Figure("median at 100/s", steady.quantile(0.5), "ms", 200, at_least=False),
        Figure("memory of a web worker", memory, "MiB", 250, at_least=False),
    ]


def _singles(customs: Customs, prefix: str, count: int, *, importers: int = 0) -> list[bytes]:
    """Requests of so many importers in turn, of all where none are counted."""
    turn = customs.importers[: importers or None]
    made = [(declarations(prefix, importer=name), key) for name, key in turn]
    return [
        request(make(number), key=key)
        for number, (make, key) in zip(range(count), cycle(made), strict=False)
    ]


def _batches(customs: Customs, count: int) -> list[bytes]:
    """Batches, each of another importer."""
    return [
        request(
            b"\n".join(map(declarations("B", importer=name), range(BATCH))),
            key=key,
            media_type="application/x-ndjson",
        )
        for _, (name, key) in zip(range(count), customs.importers, strict=False)
    ]


def _throng(port: int, requests: list[bytes]) -> Tally:
    tally = throng(port, requests, connections=CONNECTIONS)
    _check(tally)
    return tally


def _check(tally: Tally) -> None:
    # A figure of refusals would be a figure of something else.
    if set(tally.statuses) - {200, 201}:
        raise SystemExit(f"answers were not all acknowledgements: {tally.statuses}")
