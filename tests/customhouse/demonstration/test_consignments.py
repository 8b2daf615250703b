"""The nation's trade: repeatable, valid under the law, in plausible shares, its truth apart."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

import msgspec
import pytest

from customhouse.demonstration.behaviour import FRAUDS, Behaviour, Truth
from customhouse.demonstration.chance import stream
from customhouse.demonstration.consignments import consignments
from customhouse.demonstration.known import Register
from customhouse.demonstration.nation import nation
from customhouse.demonstration.rhythm import instants, pace_between
from customhouse.demonstration.values import Consignment, Nation
from fondaco.clearance.clear import clear
from fondaco.clearance.decision import Decision, Outcome
from fondaco.clearance.rulebook import Law
from fondaco.declaration.document import Document
from fondaco.declaration.replacement import with_values
from fondaco.evidence.canonical import digest
from fondaco.identifiers import container
from fondaco.territory.calendar import legal_day
from tests.customhouse.demonstration.conftest import ROOT, SEED, START

SOME = 400


def digests(trade: Sequence[Consignment]) -> list[str]:
    return [digest((each.document, each.mended, each.truth, each.sender)) for each in trade]


def judged(consignment: Consignment, document: Document, law: Law, register: Register) -> Decision:
    """Judge a declaration as if its goods were there."""
    on = legal_day(consignment.lodged_at, ahead_of_utc=law.ahead_of_utc)
    facts = register.facts(document, sender=consignment.sender, on=on, arrived_on=on)
    return clear(document, facts, law, None, on=on, draw=0)


@pytest.fixture(scope="module")
def register(people: Nation) -> Register:
    return Register(people)


@pytest.fixture(scope="module")
def frauds(people: Nation) -> list[Consignment]:
    """Give misdeclared consignments of every kind."""
    more = consignments(people, seed=SEED + 1, start=START, count=3000)
    return [each for each in more if each.truth.is_irregular]


def test_the_same_seed_gives_the_same_bytes(people: Nation, trade: list[Consignment]) -> None:
    again = list(consignments(nation(SEED), seed=SEED, start=START, count=50))
    assert digests(again) == digests(trade[:50])
    other = list(consignments(people, seed=SEED + 1, start=START, count=50))
    assert set(digests(other)).isdisjoint(digests(again))


def test_another_process_gives_the_same_bytes(trade: list[Consignment]) -> None:
    script = (
        "from datetime import UTC, datetime\n"
        "from customhouse.demonstration.consignments import consignments\n"
        "from customhouse.demonstration.nation import nation\n"
        "from fondaco.evidence.canonical import digest\n"
        f"start = datetime.fromisoformat({START.isoformat()!r})\n"
        f"for each in consignments(nation({SEED}), seed={SEED}, start=start, count=20):\n"
        "    print(digest((each.document, each.mended, each.truth, each.sender)))\n"
        "import sys\n"
        "assert 'django' not in sys.modules\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONHASHSEED": "3"}
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, text=True
    )
    assert done.stdout.split() == digests(trade[:20]), done.stderr


def test_a_consignment_does_not_depend_on_those_before_it(people: Nation) -> None:
    whole = list(consignments(people, seed=SEED, start=START, count=12))
    tail = list(consignments(people, seed=SEED, start=whole[9].lodged_at, count=3, first=10))
    assert [each.document.shipment for each in tail] == [
        each.document.shipment for each in whole[9:]
    ]


def test_instants_go_on_at_the_pace_asked_for() -> None:
    end, seen = START + timedelta(days=28), []
    for instant in instants(stream("test"), start=START, per_day=400):
        if instant > end:
            break
        seen.append(instant)
    assert seen == sorted(set(seen))
    busy = pace_between(START, end)
    assert busy == pytest.approx(1.18, abs=0.02)  # November is
    assert len(seen) / 28 == pytest.approx(400 * busy, rel=0.04)
    hours = Counter(instant.hour for instant in seen)
    assert hours[9] > 5 * hours[1]
    days = Counter(instant.weekday() for instant in seen)
    assert days[1] > 3 * days[6]


def test_honest_declarations_are_accepted(
    trade: list[Consignment], law: Law, register: Register
) -> None:
    honest = [each for each in trade if each.truth.behaviour is Behaviour.HONEST][:SOME]
    refused = {
        each.number: [finding.rule for finding in decision.findings]
        for each in honest
        if (decision := judged(each, each.document, law, register)).outcome is not Outcome.ACCEPTED
    }
    assert refused == {}


def test_every_charge_has_a_method_of_payment(
    trade: list[Consignment], law: Law, register: Register
) -> None:
    for each in trade[:SOME]:
        bill = judged(each, each.document, law, register).assessment
        assert all(line.payment_method for line in (bill.lines if bill else ()))


def test_slips_are_refused_and_mended_ones_accepted(
    trade: list[Consignment], law: Law, register: Register
) -> None:
    careless = [each for each in trade if each.truth.behaviour is Behaviour.CARELESS]
    assert careless
    for each in careless:
        assert judged(each, each.document, law, register).outcome is Outcome.REFUSED
        assert each.mended is not None
        assert judged(each, each.mended, law, register).outcome is Outcome.ACCEPTED
        assert each.mended.local_reference == each.document.local_reference


def test_frauds_pass_validation_and_what_is_found_is_accepted_too(
    frauds: list[Consignment], law: Law, register: Register
) -> None:
    assert {each.truth.behaviour for each in frauds} == FRAUDS
    for each in frauds:
        declared = judged(each, each.document, law, register)
        assert declared.outcome is Outcome.ACCEPTED
        found = {one.path: one.actual or "" for one in each.truth.differences}
        actual = judged(each, with_values(each.document, found), law, register)
        assert actual.outcome is Outcome.ACCEPTED, [f.rule for f in actual.findings]


def test_most_frauds_are_worth_their_while(
    frauds: list[Consignment], law: Law, register: Register
) -> None:
    gains = []
    for each in frauds:
        if each.truth.behaviour is Behaviour.SMUGGLING:
            continue
        found = {one.path: one.actual or "" for one in each.truth.differences}
        actual = judged(each, with_values(each.document, found), law, register).assessment
        declared = judged(each, each.document, law, register).assessment
        assert actual is not None and declared is not None
        gains.append(actual.total > declared.total)
    assert sum(gains) > 0.85 * len(gains)


def test_the_truth_says_what_is_wrong_and_where(frauds: list[Consignment]) -> None:
    for each in frauds:
        if each.truth.behaviour is Behaviour.SMUGGLING:
            assert each.truth.concealed and not each.truth.differences
        else:
            assert each.truth.items and each.truth.differences
            assert max(each.truth.items) <= len(each.document.items)


def test_the_truth_is_never_in_the_document(
    trade: list[Consignment], frauds: list[Consignment]
) -> None:
    words = {each.value for each in Behaviour} | set(Truth.__struct_fields__)
    words -= {"items", "origin", "quantity"}  # what the document has too
    for each in (*trade[:SOME], *frauds):
        text = msgspec.json.encode(each.document).decode()
        assert not any(f'"{word}"' in text.lower() for word in words)
        assert each.truth.concealed is None or each.truth.concealed not in text
        hidden = {one.actual for one in each.truth.differences if one.path.endswith("description")}
        assert not any(actual and actual in text for actual in hidden)


def test_shares_are_plausible(trade: list[Consignment]) -> None:
    count = len(trade)
    seen = Counter(each.truth.behaviour for each in trade)
    assert 0.02 < seen[Behaviour.CARELESS] / count < 0.08
    assert 0.02 < sum(seen[kind] for kind in FRAUDS) / count < 0.09
    items = [len(each.document.items) for each in trade]
    assert 4.3 < sum(items) / count < 5.7
    assert (min(items), max(items)) == (1, 20)
    assert 0.6 < sum(each.pays_after is None for each in trade) / count < 0.8
    ahead = sum(each.document.kind == "IMD" for each in trade) / count
    assert 0.4 < ahead < 0.75
    assert 0.5 < sum(each.document.representative is not None for each in trade) / count < 0.85


def test_every_office_and_mode_has_something_to_do(trade: list[Consignment]) -> None:
    assert len({each.document.office for each in trade}) == 8
    means = [each.document.border_transport for each in trade]
    modes = {each.mode for each in means if each is not None}
    assert modes == {"1", "2", "3", "4", "5"}


def test_containers_have_valid_numbers(trade: list[Consignment]) -> None:
    boxes = [
        box.identifier
        for each in trade
        if each.document.shipment
        for box in each.document.shipment.equipment
    ]
    assert len(boxes) > 100
    assert all(container.is_valid(box or "") for box in boxes)


def test_goods_ahead_arrive_later_and_present_ones_are_there(trade: list[Consignment]) -> None:
    for each in trade:
        assert (each.arrives_after is None) == (each.document.kind == "IMA")


def test_local_references_are_everybodys_own(trade: list[Consignment]) -> None:
    used = Counter((each.document.declarant, each.document.local_reference) for each in trade)
    assert max(used.values()) == 1


def test_the_trade_of_spring_fits_the_law_of_spring(
    people: Nation, law: Law, register: Register
) -> None:
    for each in consignments(people, seed=1, start=START.replace(month=3), count=60):
        if each.truth.behaviour is Behaviour.HONEST:
            assert judged(each, each.document, law, register).outcome is Outcome.ACCEPTED
