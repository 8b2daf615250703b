"""What a sandbox does stays apart: no figure counts it, no real money or list meets it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import msgspec
import pytest
from django.test import Client
from django.utils import timezone

from customhouse.declarations.actions import pay
from customhouse.declarations.models import Declaration, PastConsignment
from customhouse.declarations.queries import lists, peers, queue, rules
from customhouse.exchange import scenarios
from customhouse.observatory import queries as observatory
from customhouse.register import actions as register
from customhouse.revenue import bank as banks
from customhouse.revenue.bank_simulator import Simulator
from customhouse.settings.database import acting_as, as_customs, as_system, execute
from fondaco.parties.mandate import Representation
from fondaco.units.period import Period
from tests.customhouse import world
from tests.customhouse.exchange.conftest import Caller, sandbox_maker

pytestmark = pytest.mark.database

MIDNIGHT = timezone.localtime(world.AT).replace(hour=0, minute=0, second=0, microsecond=0)
EVENING = MIDNIGHT + timedelta(hours=20)


class RealBank:
    """A bank that is not simulated, and keeps an account of who called it."""

    name = "national bank"
    called: list[str] = []  # noqa: RUF012 - one list for the adapter that the settings name

    def payment_page(self, reference: str, **_: Any) -> str:
        """Give the bank's page."""
        self.called.append(reference)
        return f"https://bank.example/{reference}"

    def send(self, reference: str, **_: Any) -> None:
        """Send money."""
        self.called.append(reference)

    def statement(self, *, after: str) -> list[banks.Booking]:
        """Give the statement: nothing was booked."""
        return []


@pytest.fixture
def real_bank(settings) -> RealBank:
    settings.BANK = f"{__name__}.RealBank"
    banks.bank.cache_clear()
    RealBank.called.clear()
    yield RealBank()
    banks.bank.cache_clear()


@pytest.fixture
def house(house_in) -> world.World:
    return house_in("green")


@pytest.fixture
def maker(house) -> Caller:
    return sandbox_maker()


def example(name: str, **changes: Any) -> dict[str, Any]:
    return msgspec.json.decode(scenarios.scenarios()[name].message()) | changes


def seen_by_customs(house: world.World) -> list[Any]:
    """Everything that counts or lists declarations for customs and for the public."""
    with as_customs():
        return [
            observatory.picture(since=MIDNIGHT, at=EVENING),
            lists.find({}, sort="lodged", descending=True, offset=0, most=50),
            queue.controls_at(""),
            queue.unpaid_at("", since=EVENING),
            queue.requests_at(""),
            rules.worth_of_rules(since=MIDNIGHT),
            rules.worth_of_chance(since=MIDNIGHT),
            peers.past(scenarios.TRADER, but="", at=EVENING),
        ]


def confirm(mrn: str, page: str) -> None:
    """Pay on the page of the simulated bank, as the payer does."""
    path = page.removeprefix("http://localhost:8000")
    assert Client().post(path, {"answer": "pay"}).status_code == 302
    pay.collect(at=world.AT)


def transfers(mrn: str) -> set[tuple[str, str]]:
    with as_system():
        found = execute("SELECT debit, debit_holder FROM ledger_transfer WHERE mrn = %s", (mrn,))
        return set(found.fetchall())


def test_nothing_that_customs_or_the_public_sees_counts_it(house, maker):
    real = Caller(house.importer)
    real.lodge(world.declaration())
    before = seen_by_customs(house)

    for name in ("forced-green", "forced-yellow", "forced-red", "before-arrival"):
        assert maker.lodge(scenarios.scenarios()[name].message()).status_code == 201
    mrn = maker.lodge(example("forced-green", local_reference="SANDBOX-GREEN-9")).json()["mrn"]
    assert maker.send(f"/api/declarations/{mrn}/invalidation", {"reason": "a"}).status_code == 202

    with as_customs():
        assert Declaration.objects.filter(is_sandbox=True).count() == 5
    assert seen_by_customs(house) == before
    assert before[0].lodged_count() == 1 and any(each.assessed for each in before[0].money)


@pytest.mark.parametrize("is_real", [False, True])
def test_its_money_is_played_and_has_an_account_of_its_own(maker, request, is_real):
    if is_real:
        request.getfixturevalue("real_bank")
    mrn = maker.lodge(scenarios.scenarios()["forced-green"].message()).json()["mrn"]
    page = maker.send(f"/api/declarations/{mrn}/payments", {}).json()["page"]
    confirm(mrn, page)

    assert maker.get(f"/api/declarations/{mrn}").json()["state"] == "released"
    assert transfers(mrn) >= {("bank", "sandbox"), ("receivable", mrn)}
    assert RealBank.called == []
    with as_customs():
        money = observatory.picture(since=MIDNIGHT, at=EVENING).money
    assert money == ()


def test_real_money_goes_to_the_real_bank_and_its_page_is_not_played(house, real_bank):
    machine = Caller(house.importer)
    mrn = machine.lodge(world.declaration()).json()["mrn"]
    page = machine.send(f"/api/declarations/{mrn}/payments", {}).json()["page"]
    (reference,) = real_bank.called

    assert page == f"https://bank.example/{reference}"
    played = f"/bank/{reference}?amount=1&currency=XFC"
    addresses = Client().get(played).status_code, Client().post(played, {"answer": "pay"})
    assert addresses[0] == 404 and addresses[1].status_code == 404


def test_simulated_lines_do_not_hide_those_of_the_real_bank(maker, real_bank, monkeypatch):
    mrn = maker.lodge(scenarios.scenarios()["forced-green"].message()).json()["mrn"]
    confirm(mrn, maker.send(f"/api/declarations/{mrn}/payments", {}).json()["page"])
    asked: list[str] = []
    monkeypatch.setattr(
        RealBank, "statement", lambda self, *, after: asked.append(after) or [], raising=True
    )
    pay.collect(at=world.AT)

    assert asked == [""]


def test_it_draws_on_nobodys_deferment_account(house, maker):
    world.deferment(100_000_000)
    content = example("forced-green")
    content["authorisation_holders"] = [{"category": "DPO", "identifier": world.IMPORTER}]
    for item in content["shipment"]["items"]:
        for tax in item.get("taxes", []):
            tax["payment_method"] = "E"
    answer = maker.lodge(content).json()

    assert answer.get("state") == "awaiting payment", answer
    with as_system():
        assert execute("SELECT drawn FROM deferment_account").fetchall() == [(0,)]


def test_a_real_importer_named_in_it_learns_nothing_of_it(house, maker):
    register.grant_mandate(
        principal=world.IMPORTER,
        representative=scenarios.TRADER,
        representation=Representation.DIRECT,
        valid=Period(date(2026, 1, 1)),
        by=house.importer,
        at=world.AT,
    )
    content = example("accepted")
    content["declarant"]["identifier"] = world.IMPORTER
    content["shipment"]["importer"]["identifier"] = world.IMPORTER
    content["representative"] = {"identifier": scenarios.TRADER, "status": "2"}
    assert maker.lodge(content).status_code == 201

    with acting_as(house.importer):
        assert Declaration.objects.count() == 0
    with as_system():
        found = execute("SELECT DISTINCT importer_organisation_id FROM declaration").fetchall()
    assert set(found) <= {(None,)}


def test_what_was_taken_back_in_it_weighs_on_no_real_goods(maker):
    mrn = maker.lodge(example("before-arrival", local_reference="SANDBOX-RED-3")).json()["mrn"]
    maker.send(f"/api/declarations/{mrn}/withdrawal", {"reason": "tried"})

    with as_customs():
        assert Declaration.objects.get(mrn=mrn).state == "withdrawn"
        assert PastConsignment.objects.count() == 0


def test_the_simulated_bank_keeps_its_name_where_it_is_the_treasurys():
    assert (banks.bank().name, banks.bank(is_sandbox=True).name) == ("treasury", "sandbox")
    assert isinstance(banks.bank(is_sandbox=True), Simulator)
