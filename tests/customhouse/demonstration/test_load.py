"""Setting up the demonstration country on a real database: complete, and nothing twice."""

from __future__ import annotations

import stat
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.hashers import check_password
from django.db import connections

from customhouse.accounts import queries as accounts
from customhouse.accounts.models import Organisation, Person
from customhouse.declarations.actions import pay
from customhouse.declarations.models import Attachment, Control, Declaration, Question, Request
from customhouse.demonstration import kept, people
from customhouse.demonstration.actions import doings, errands, second_thoughts
from customhouse.demonstration.actions.load import load
from customhouse.demonstration.actions.trade import Trade
from customhouse.demonstration.behaviour import Behaviour
from customhouse.demonstration.management.commands.show_sign_ins import table
from customhouse.demonstration.models import Errand, KnownTruth
from customhouse.demonstration.nation import BROKERS, TRADERS, nation
from customhouse.records import queries as recorded
from customhouse.register.models import Mandate, Trader
from customhouse.settings.database import acting_as, as_customs, as_system, execute
from fondaco.declaration.lifecycle import State
from tests.customhouse.conftest import using

NOW = datetime(2026, 11, 20, 15, tzinfo=UTC)
SEED, DAYS, COUNT = 2026, 3, 70
TABLES = """
organisation person membership api_key trader authorisation mandate deferment_account law_bundle
selectivity_bundle declaration goods_item control ledger_transfer record importer_history
demonstration_truth demonstration_errand
"""


def set_up(at: datetime = NOW) -> list[str]:
    """Load the demonstration; answers what it said."""
    said: list[str] = []
    load(at=at, seed=SEED, days=DAYS, count=COUNT, haste=120, say=said.append)
    return said


def counts() -> dict[str, int]:
    """How many rows each table has."""
    with as_system():
        return {
            name: execute(f"SELECT count(*) FROM {name}").fetchone()[0]  # noqa: S608
            for name in TABLES.split()
        }


@pytest.fixture(scope="module")
def country(server, django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[Path]:
    """Give the loaded country, in a database of its own; the value is its state folder."""
    name = f"{server.template}_demonstration"
    before, settings.STATE = settings.STATE, tmp_path_factory.mktemp("state")
    recorded.forget_secrets()
    connections.close_all()  # a database that somebody looks at cannot be copied
    server.create(name, template=server.template)
    try:
        with using(server.environment(name)), django_db_blocker.unblock():
            set_up()
            yield Path(settings.STATE)
    finally:
        settings.STATE = before
        recorded.forget_secrets()
        server.drop(name)


pytestmark = pytest.mark.database


@pytest.fixture(autouse=True)
def in_country(country: Path) -> None:
    """Let every test of this module look at the loaded country."""


def test_everybody_is_there() -> None:
    with as_system():
        kinds = Counter(Organisation.objects.values_list("kind", flat=True))
        assert kinds == {"trader": TRADERS, "broker": BROKERS, "customs": 1, "software house": 1}
        assert Trader.objects.count() == TRADERS + BROKERS + 1
        represented = sum(each.broker is not None for each in nation(SEED).traders)
        assert Mandate.objects.count() == represented


def test_every_role_has_a_sign_in_whose_password_is_kept_for_our_eyes_only(country: Path) -> None:
    found = kept.read()
    roles = [each.role for each in found.sign_ins]
    assert roles == [
        "trader", "broker", "officer", "supervisor", "analyst", "tariff", "cashier", "auditor",
        "administrator",
    ]  # fmt: skip
    assert stat.S_IMODE((country / kept.FILE).stat().st_mode) == 0o600
    for each in found.sign_ins:
        with as_system():
            person = Person.objects.get(email=each.address)
        assert check_password(each.password, person.password)
        actor = accounts.actor_of_person(person.id)
        assert actor is not None and actor.has_role(each.role)


def test_the_keys_open_the_door_of_their_organisations() -> None:
    live, test = kept.read().keys
    for key, is_sandbox in ((live, False), (test, True)):
        actor = accounts.actor_of_secret(key.secret, at=NOW)
        assert actor is not None
        assert (actor.trader_identifier, actor.is_sandbox) == (key.trader_identifier, is_sandbox)


def test_officers_are_on_shift_at_every_office() -> None:
    offices = {each.office for each in people.officers(nation(SEED))}
    assert len(offices) == 8
    assert all(len(accounts.on_shift(office=office)) >= 2 for office in offices)


def test_trade_went_on_before_anybody_looked() -> None:
    with as_system():
        truths = list(KnownTruth.objects.all())
        assert 0.7 * COUNT <= len(truths) <= 1.3 * COUNT
        states = Counter(Declaration.objects.values_list("state", flat=True))
        assert states[State.RELEASED] > 0.4 * len(truths)
        lodged = list(Declaration.objects.values_list("lodged_at", flat=True))
        assert min(lodged) >= NOW - timedelta(days=DAYS)
        assert NOW - timedelta(hours=12) < max(lodged) <= NOW
        assert not Declaration.objects.filter(released_at__gt=NOW).exists()


def test_what_is_mended_is_numbered_and_what_was_refused_is_not() -> None:
    with as_system():
        for truth in KnownTruth.objects.filter(behaviour=Behaviour.CARELESS):
            waits = Errand.objects.filter(consignment=truth, kind=errands.MEND).exists()
            assert waits == (truth.mrn is None)


def test_nobody_but_the_system_sees_the_truth() -> None:
    officer = next(each for each in kept.read().sign_ins if each.role == "analyst")
    with as_system():
        number = accounts.people_at([officer.address])[officer.address]
        assert KnownTruth.objects.exists()
    actor = accounts.actor_of_person(number)
    assert actor is not None
    with acting_as(actor):
        assert not KnownTruth.objects.exists()
        assert not Errand.objects.exists()
    with as_customs():
        assert not KnownTruth.objects.exists()


def test_loading_again_changes_nothing(country: Path) -> None:
    before, file = counts(), (country / kept.FILE).read_bytes()

    said = set_up(NOW + timedelta(minutes=1))

    assert counts() == before
    assert (country / kept.FILE).read_bytes() == file
    assert "0 traders and brokers entered" in said


def test_play_goes_on_where_the_past_ended() -> None:
    trade = Trade(nation(SEED), seed=SEED, haste=10_000)
    number, at = trade.next_number(), NOW + timedelta(minutes=2)
    for step in range(25):
        instant = at + timedelta(seconds=step)
        doings.lodge_next(trade, at=instant)
    assert trade.next_number() == number + 25

    later = at + timedelta(hours=5)
    for _ in range(400):
        if not doings.run_next(trade, until=later + timedelta(minutes=5), at=later):
            break
    pay.collect(at=later)  # as the worker does

    with as_system():
        ours = KnownTruth.objects.filter(number__gte=number, mrn__isnull=False)
        states = Counter(
            Declaration.objects.filter(mrn__in=ours.values_list("mrn", flat=True)).values_list(
                "state", flat=True
            )
        )
        assert states[State.RELEASED] >= 21, states
        assert not Errand.objects.filter(due_at__lte=later).exists()


def test_officers_have_concluded_controls_and_asked_questions() -> None:
    with as_system():
        assert Control.objects.filter(concluded_at__isnull=False).exists()
        asked = Question.objects.count()
        answered = Question.objects.filter(answered_at__isnull=False).count()
        assert answered <= asked
        assert Attachment.objects.count() <= answered


def test_the_table_of_sign_ins_has_even_columns() -> None:
    assert table(("Role", "E-mail"), [("trader", "a@b"), ("tax", "c@d")]).splitlines() == [
        "Role    E-mail",
        "trader  a@b",
        "tax     c@d",
    ]


def test_second_thoughts_are_carried_out_and_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(second_thoughts, "WITHDRAWAL_SHARE", 0.5)
    monkeypatch.setattr(second_thoughts, "AMENDMENT_SHARE", 1)
    trade = Trade(nation(SEED), seed=SEED, haste=10_000)
    number, at = trade.next_number(), NOW + timedelta(minutes=3)
    for _ in range(25):
        doings.lodge_next(trade, at=at)
    for hours in (1, 4, 8):
        later = at + timedelta(hours=hours)
        for _ in range(100):
            if not doings.run_next(trade, until=later, at=later):
                break

    with as_system():
        ours = KnownTruth.objects.filter(number__gte=number, mrn__isnull=False)
        mrns = list(ours.values_list("mrn", flat=True))
        ended = Declaration.objects.filter(mrn__in=mrns, state=State.WITHDRAWN).count()
        asked = Request.objects.filter(declaration_id__in=mrns)
        count, answered = asked.count(), asked.filter(answer__isnull=False).count()
    assert ended >= 3
    assert count >= 3
    assert answered >= 1
