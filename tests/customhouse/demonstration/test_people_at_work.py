"""What officers notice, what traders answer, how fast the nation goes."""

from __future__ import annotations

import pytest

from customhouse.declarations.media import recognise
from customhouse.demonstration import answers, officers
from customhouse.demonstration.behaviour import FRAUDS, Behaviour, Difference, Truth
from customhouse.demonstration.chance import stream
from customhouse.demonstration.pace import per_second
from customhouse.demonstration.values import Consignment

TRIES = 400


def noticed(behaviour: Behaviour, kind: str) -> float:
    """In which share of controls a fraud is noticed."""
    concealed = "Something" if behaviour is Behaviour.SMUGGLING else None
    change = Difference("shipment.items[0].net_mass", "1", "2")
    truth = Truth(behaviour, (1,), () if concealed else (change,), concealed)
    found = [officers.finding(stream(number), truth, kind=kind) for number in range(TRIES)]
    return sum(each.is_irregular for each in found) / TRIES


@pytest.mark.parametrize("kind", ["documents", "examination"])
def test_nothing_is_found_where_nothing_is(kind: str) -> None:
    assert noticed(Behaviour.HONEST, kind) == 0


@pytest.mark.parametrize("behaviour", sorted(FRAUDS))
def test_detection_is_imperfect_and_better_with_the_goods_in_hand(behaviour: Behaviour) -> None:
    on_paper, in_hand = noticed(behaviour, "documents"), noticed(behaviour, "examination")
    assert on_paper < in_hand < 1
    assert in_hand > 0.4


def test_smuggling_is_never_seen_on_paper() -> None:
    assert noticed(Behaviour.SMUGGLING, "documents") == 0


def test_questions_are_for_papers_and_name_an_item() -> None:
    asked = [officers.question(stream(n), kind="documents", items=3) for n in range(TRIES)]
    assert 0.2 < sum(each is not None for each in asked) / TRIES < 0.4
    assert all("item " in each for each in asked if each)
    assert officers.question(stream(1), kind="examination", items=3) is None


def test_a_paper_is_a_pdf_that_customs_takes(trade: list[Consignment]) -> None:
    name, kind, content = answers.paper(trade[0])
    assert recognise(content) == "application/pdf"
    assert name.endswith(".pdf") and kind == "N935"
    assert answers.paper(trade[0]) == (name, kind, content)


@pytest.mark.parametrize("wrong", ["", "2", "2/day", "-1/s", "fast"])
def test_a_pace_that_is_none_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match="expected one such as 2/s"):
        per_second(wrong)
