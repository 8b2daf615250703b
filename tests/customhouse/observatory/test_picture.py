"""The live picture: each figure is the number of declarations in the list it leads to."""

from datetime import timedelta
from decimal import Decimal

import msgspec
import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.test import RequestFactory
from django.utils import timezone, translation

from customhouse.declarations.actions import controls, pay, questions
from customhouse.declarations.actions.lodge import lodge
from customhouse.declarations.entry import Lodgement
from customhouse.declarations.models import Control
from customhouse.declarations.queries import lists
from customhouse.observatory import figures, pages, queries
from customhouse.revenue import queries as money
from customhouse.revenue.bank_simulator import Simulator
from customhouse.revenue.models import PaymentOrder
from customhouse.settings.database import acting_as, as_customs, execute
from fondaco.declaration.document import Document
from tests.customhouse import world

pytestmark = pytest.mark.database
MIDNIGHT = timezone.localtime(world.AT).replace(hour=0, minute=0, second=0, microsecond=0)
EVENING = MIDNIGHT + timedelta(hours=20)


def lodged(house: world.World, reference: str, *, deferred: bool = True, at=world.AT) -> str:
    content = msgspec.to_builtins(world.declaration(reference))
    content["shipment"]["previous_documents"][0]["identifier"] = f"RTM-{reference}"
    if not deferred:
        content["authorisation_holders"] = []
        for item in content["shipment"]["items"]:
            for tax in item["taxes"]:
                tax["payment_method"] = "A"
    document = msgspec.convert(content, Document, strict=False)
    (answer,) = lodge(lodgements=[Lodgement(document)], by=house.importer, at=at)
    assert answer.mrn, answer.decision
    return answer.mrn


def picture(*, at=EVENING) -> queries.Picture:
    with as_customs():
        return queries.picture(since=MIDNIGHT, at=at)


def listed(**filters: str) -> int:
    with as_customs():
        return lists.find(filters, sort="lodged", descending=True, offset=0, most=50)[1]


@pytest.fixture
def day(db) -> world.World:
    """A day with a declaration in every stage, and one released by itself."""
    house = world.build(channel="green")
    world.deferment(100_000_000)
    lodged(house, "ALONE")
    lodged(house, "UNPAID", deferred=False)
    world.select(world.selecting("yellow"))
    lodged(house, "PAPERS")
    asked = lodged(house, "ASKED")
    questions.ask(mrn=asked, text="Which?", by=house.officer, at=world.AT + timedelta(hours=1))
    world.select(world.selecting("red"))
    lodged(house, "GOODS")
    return house


def test_what_waits_is_counted_once_by_what_it_waits_for(day: world.World) -> None:
    seen = picture()
    waiting = {name: seen.waiting_for(name) for name in queries.STAGES}
    assert waiting == {"documents": 1, "examination": 1, "payment": 1, "question": 1}
    assert seen.oldest("question") == world.AT + timedelta(hours=1)


@pytest.mark.parametrize("stage", queries.STAGES)
def test_the_list_behind_a_stage_has_as_many(day: world.World, stage: str) -> None:
    assert listed(needs=stage) == picture().waiting_for(stage) == 1


def test_the_other_lists_have_as_many_too(day: world.World) -> None:
    seen, today = picture(), MIDNIGHT.date().isoformat()
    assert listed(since=today) == seen.lodged_count() == 5
    assert listed(released=today) == seen.released.count == 1
    assert listed(needs="officer") == seen.waiting_for("documents", "examination")
    assert listed(needs="me") == seen.waiting_for("payment", "question")
    assert listed(channel="red", since=today) == 1


def test_what_no_human_touched_is_told_apart_and_timed(day: world.World) -> None:
    with as_customs():
        papers = Control.objects.get(declaration__local_reference="PAPERS")
    officer = day.officer if papers.officer_id == day.officer.person_id else day.colleague
    later = world.AT + timedelta(hours=3)
    controls.conclude(
        control_id=papers.id, result=Control.Result.CONFORM, remarks="", by=officer, at=later
    )
    released = picture().released
    assert (released.count, released.alone) == (2, 1)
    assert figures.share_alone(released) == Decimal("0.5")
    assert (released.median, released.nine_in_ten) == (timedelta(0), timedelta(hours=3))
    assert released.median_checked == released.nine_in_ten_checked == timedelta(hours=3)


def test_money_is_told_by_day_and_by_way(day: world.World) -> None:
    with as_customs():
        unpaid = lists.find({"q": "UNPAID"}, sort="lodged", descending=True, offset=0, most=1)[0][0]
        owed = money.balance(unpaid.mrn).owed
    paid_at = world.AT + timedelta(hours=1)
    pay.pay(
        mrn=unpaid.mrn,
        purpose=PaymentOrder.Purpose.DEBT,
        return_to="/",
        by=day.importer,
        at=paid_at,
    )
    with as_customs():
        order = PaymentOrder.objects.get()
        Simulator().book(
            reference=order.reference, amount=order.amount, currency=order.currency, at=paid_at
        )
    pay.collect(at=paid_at)
    assessed, received, deferred = figures.money(picture())
    assert assessed.today == Decimal(owed) / 100 * 5
    assert received.today == Decimal(owed) / 100
    assert deferred.today == Decimal(owed) / 100 * 4
    assert (assessed.yesterday, received.yesterday) == (0, 0)
    tomorrow = MIDNIGHT + timedelta(days=1)
    with as_customs():
        seen = queries.picture(since=tomorrow, at=tomorrow + timedelta(hours=1))
    assert figures.money(seen)[0].yesterday == assessed.today
    assert (figures.money(seen)[0].today, figures.money(seen)[0].yesterday_by_now) == (0, 0)


def test_the_sandbox_is_left_out(day: world.World) -> None:
    with as_customs():
        execute("UPDATE declaration SET is_sandbox = true WHERE local_reference <> 'ALONE'")
    seen = picture()
    assert seen.lodged_count() == listed() == 1
    assert seen.waiting == ()


def test_charts_begin_with_the_first_and_end_now(day: world.World) -> None:
    chart = figures.lodged(picture())
    assert chart.labels[0] == f"{timezone.localtime(world.AT):%H:%M}"
    assert sum(chart.key[0].values) == 5
    split = figures.channels(picture())
    assert {each.colour: sum(each.values) for each in split.key} == {
        "channel-green": 2,
        "channel-yellow": 2,
        "channel-red": 1,
        "channel-blue": 0,
    }


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("view", [pages.overview, pages.now])
def test_a_day_without_anything_has_its_own_words(db, view, language: str) -> None:
    house = world.build(channel="green")
    with translation.override(language):
        answer = view(request(house.supervisor))
    assert answer.status_code == 200
    assert answer.content.decode().count('class="empty"') == 2


def test_a_trader_never_sees_it(db) -> None:
    house = world.build(channel="green")
    with pytest.raises(PermissionDenied):
        pages.overview(request(house.importer))


def test_every_figure_of_the_page_leads_to_a_list(day: world.World, monkeypatch) -> None:
    monkeypatch.setattr(pages.timezone, "now", lambda: EVENING)
    with translation.override("en"):
        text = pages.overview(request(day.officer)).content.decode()
    for filters in ("needs=documents", "needs=officer", "channel=red&amp;since=", "office="):
        assert f"/files?{filters}" in text


def test_the_aim_is_the_published_one_with_its_source(day: world.World, monkeypatch) -> None:
    monkeypatch.setattr(pages.timezone, "now", lambda: EVENING)
    with translation.override("en"):
        text = pages.overview(request(day.officer)).content.decode()
    assert "Customs Service Charter 2025, promise 2" in text
    assert "The aim is 240 minutes for nine in ten." in text


def test_without_a_published_aim_none_is_drawn(day: world.World) -> None:
    chart = figures.release_times(picture(), aim=None)
    assert chart.says == "No aim is published."
    assert 'class="target"' not in chart.drawing


def request(actor):
    made = RequestFactory().get("/overview")
    made.actor, made.user, made.session = actor, AnonymousUser(), {}
    return made


def test_reading_as_customs_needs_no_more(day: world.World) -> None:
    with acting_as(day.officer):
        assert queries.picture(since=MIDNIGHT, at=EVENING).lodged_count() == 5
