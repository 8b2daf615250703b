"""`clear()` on one core: five items, every rule of validation, two hundred risk rules."""

import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import msgspec

from benchmarks.figures import Figure
from fondaco.clearance.clear import Digests, clear
from fondaco.clearance.facts import Facts
from fondaco.clearance.rulebook import Law
from fondaco.command import law_bundle
from fondaco.declaration.document import Document
from fondaco.evidence.canonical import canonical, digest
from fondaco.messages import wco_json
from tests.fondaco.risk.synthetic import selectivity

ROOT = Path(__file__).resolve().parents[1]
ON = date(2026, 11, 21)
ROUNDS, TIMES = 400, 5


def figures() -> list[Figure]:
    """How many declarations a second one core judges; beside it, how many it decodes."""
    law = Law.load(law_bundle.build(ROOT / "law" / "demonstration"))
    rules = selectivity(200)
    given = (ROOT / "cases" / "five-items.json").read_bytes()
    document = wco_json.read(given)
    facts = Facts(lodged_on=ON, arrived_on=ON, unknown=Facts.offline(ON).unknown)
    named = Digests(digest(document), digest(facts))
    decision = clear(document, facts, law, rules, on=ON, draw=999_999)
    if decision.assessment is None or decision.selection is None:
        raise SystemExit(f"the measured declaration is not in order: {decision.findings}")
    decoder = msgspec.json.Decoder(Document)
    decoded, judged, handed_on, written = _least(
        lambda: decoder.decode(given),
        lambda: clear(document, facts, law, rules, on=ON, draw=999_999),
        lambda: clear(document, facts, law, rules, on=ON, draw=999_999, digests=named),
        lambda: canonical(decision),
    )

    def figure(name: str, seconds: float, promised: float) -> Figure:
        return Figure(
            name,
            1 / seconds,
            "declarations/s",
            promised,
            floor=1 / decoded,
            floor_is="JSON of it decoded",
        )

    return [
        figure("clear(), 5 items, 200 risk rules, one core", judged, 4000),
        figure("the same, given the digests that reading makes", handed_on, 4000),
        figure("clear() and its canonical bytes, one core", judged + written, 3000),
    ]


def _least(*works: Callable[[], object]) -> list[float]:
    """The least seconds that one call of each takes, over short rounds of all in turn.

    What else the machine does makes a round slower and never faster; in turn, it falls on all.
    """
    least = [float("inf")] * len(works)
    for _ in range(ROUNDS):
        for place, work in enumerate(works):
            began = time.perf_counter()
            for _ in range(TIMES):
                work()
            least[place] = min(least[place], (time.perf_counter() - began) / TIMES)
    return least
