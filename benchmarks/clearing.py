"""`clear()` on one core: five items, every rule of validation, two hundred risk rules."""

import time
from datetime import date
from pathlib import Path

import msgspec

from benchmarks.figures import Figure
from fondaco.clearance.clear import clear
from fondaco.clearance.facts import Facts
from fondaco.clearance.rulebook import Law
from fondaco.command import law_bundle
from fondaco.declaration.document import Document
from fondaco.evidence.canonical import canonical
from fondaco.messages import wco_json
from tests.fondaco.risk.synthetic import selectivity

ROOT = Path(__file__).resolve().parents[1]
ON = date(2026, 11, 21)
ROUNDS, TIMES = 9, 400


def figures() -> list[Figure]:
    """How many declarations a second one core judges; beside it, how many it decodes."""
    law = Law.load(law_bundle.build(ROOT / "law" / "demonstration"))
    rules = selectivity(200)
    given = (ROOT / "cases" / "five-items.json").read_bytes()
    document = wco_json.read(given)
    facts = Facts(lodged_on=ON, arrived_on=ON, unknown=Facts.offline(ON).unknown)
    decision = clear(document, facts, law, rules, on=ON, draw=999_999)
    if decision.assessment is None or decision.selection is None:
        raise SystemExit(f"the measured declaration is not in order: {decision.findings}")
    decoder = msgspec.json.Decoder(Document)
    decoded = _best(lambda: decoder.decode(given))
    judged = _best(lambda: clear(document, facts, law, rules, on=ON, draw=999_999))
    written = _best(lambda: canonical(decision))
    return [
        Figure(
            "clear(), 5 items, 200 risk rules, one core",
            1 / judged,
            "declarations/s",
            4000,
            floor=1 / decoded,
            floor_is="JSON of it decoded",
        ),
        Figure(
            "clear() and its canonical bytes, one core",
            1 / (judged + written),
            "declarations/s",
            3000,
            floor=1 / decoded,
            floor_is="JSON of it decoded",
        ),
    ]


def _best(work: "object") -> float:
    """The median over rounds of the seconds that one call takes."""
    rounds = []
    for _ in range(ROUNDS):
        began = time.process_time()
        for _ in range(TIMES):
            work()  # type: ignore[operator]
        rounds.append((time.process_time() - began) / TIMES)
    return sorted(rounds)[ROUNDS // 2]
