"""People, organisations and roles: who may enter them, what they may be, when they end."""

from __future__ import annotations

import msgspec
import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import call_command
from django.db import IntegrityError, ProgrammingError
from django.test import Client

from customhouse.accounts import actions, queries
from customhouse.accounts.models import Membership, Person
from customhouse.records.queries import history
from customhouse.settings.database import acting_as, as_customs, as_system, execute
from tests.customhouse.accounts.conftest import AT, PASSWORD, SYSTEM

pytestmark = pytest.mark.database


def test_an_actor_is_what_the_tables_say(house):
    assert house.officer.organisation_kind == "customs"
    assert house.officer.roles == {"officer", "administrator"}
    assert house.officer.office == "XF0001"
    assert (house.officer.scope, house.trader.scope) == ("customs", "trader")
    assert house.trader.trader_identifier == "XF-ada"
    assert house.trader.via == "page"


def test_a_person_of_two_organisations_chooses_one(house):
    actions.give_role(
        person_id=house.trader.person_id,
        organisation_id=house.other.organisation_id,
        role="trader",
        by=SYSTEM,
        at=AT,
    )
    chosen = queries.actor_of_person(
        house.trader.person_id, organisation_id=house.other.organisation_id
    )
    assert (chosen.organisation_id, chosen.roles) == (house.other.organisation_id, {"trader"})
    assert queries.actor_of_person(house.trader.person_id, organisation_id=0) == house.trader


def test_a_role_that_the_organisation_does_not_have_is_refused(house):
    with pytest.raises(ValueError, match="expected one of: administrator, trader"):
        actions.give_role(
            person_id=house.trader.person_id,
            organisation_id=house.trader.organisation_id,
            role="officer",
            by=SYSTEM,
            at=AT,
        )


def test_a_role_is_given_by_an_administrator_of_the_organisation(house):
    given = {"person_id": house.other.person_id, "role": "trader", "at": AT}
    with pytest.raises(PermissionDenied):
        actions.give_role(organisation_id=house.trader.organisation_id, by=house.other, **given)
    actions.give_role(organisation_id=house.trader.organisation_id, by=house.trader, **given)


def test_organisations_are_entered_by_customs_alone(house):
    with pytest.raises(PermissionDenied):
        actions.create_organisation(kind="trader", name="Mine", by=house.trader, at=AT)


def test_a_role_that_ended_is_gone_at_once(house):
    for role in ("trader", "administrator"):
        actions.end_role(
            person_id=house.trader.person_id,
            organisation_id=house.trader.organisation_id,
            role=role,
            by=house.trader,
            at=AT,
        )
    assert queries.actor_of_person(house.trader.person_id) is None


@pytest.mark.parametrize("password", ["fourteen chars", "ada2@salt.example", "1qaz2wsx3edc4rfv"])
def test_weak_passwords_are_refused(house, password):
    with pytest.raises(ValidationError):
        actions.create_person(
            email="ada2@salt.example", name="Ada", password=password, by=house.officer, at=AT
        )


def test_an_address_belongs_to_one_person_whatever_its_case(house):
    with pytest.raises(IntegrityError):
        actions.create_person(email="ADA@salt.example", name="Ada", by=house.officer, at=AT)


def test_an_officer_on_shift_is_on_the_roster_of_the_office(house):
    assert queries.on_shift(office="XF0001") == ()
    actions.set_on_shift(
        person_id=house.officer.person_id, is_on_shift=True, by=house.officer, at=AT
    )
    assert queries.on_shift(office="XF0001") == (house.officer.person_id,)
    with acting_as(house.trader):
        assert queries.on_shift(office="XF0001") == (house.officer.person_id,)
        assert Membership.objects.count() == 2
    assert queries.on_shift(office="XF0002") == ()


def test_others_are_put_on_shift_by_who_leads_them(house):
    colleague = msgspec.structs.replace(
        house.officer, person_id=house.trader.person_id, roles=frozenset({"officer"})
    )
    change = {"person_id": house.officer.person_id, "is_on_shift": True, "at": AT}
    with pytest.raises(PermissionDenied):
        actions.set_on_shift(by=colleague, **change)
    supervisor = msgspec.structs.replace(colleague, roles=frozenset({"supervisor"}))
    actions.set_on_shift(by=supervisor, **change)
    assert queries.on_shift(office="XF0001") == (house.officer.person_id,)


def test_what_is_done_to_people_is_on_record_under_their_pseudonym(house):
    with as_customs():
        kinds = [each.kind for each in history(f"person:{house.trader.pseudonym}")]
    assert kinds == ["person.entered", "role.given", "role.given"]


def test_a_record_about_a_person_does_not_name_them(house):
    with as_system():
        payloads = execute("SELECT payload FROM record").fetchall()
    assert not any("Ada" in each or "salt.example" in each for (each,) in payloads)


def test_members_of_another_organisation_are_invisible(house):
    with acting_as(house.other):
        assert Membership.objects.count() == 2
        assert queries.members(house.trader.organisation_id) == ()
    with pytest.raises(ProgrammingError, match="row-level security"), acting_as(house.other):
        execute(
            "INSERT INTO membership (person_id, organisation_id, role, office, on_shift, since)"
            " VALUES (%s, %s, 'trader', '', false, now())",
            (house.other.person_id, house.trader.organisation_id),
        )


def sign_in(email: str = "oda@customs.example") -> Client:
    client = Client()
    answer = client.post("/account/login/", {"login": email, "password": PASSWORD})
    assert answer.status_code == 302, answer.content[:2000]
    return client


def is_signed_in(client: Client) -> bool:
    answer = client.get("/account/organisation/")
    return answer.status_code == 405


def test_a_person_signs_in_by_address_and_password(house):
    assert is_signed_in(sign_in())
    assert not is_signed_in(Client())


def test_disabling_a_person_ends_every_session_for_good(house):
    first, second = sign_in(), sign_in()
    actions.disable_person(person_id=house.officer.person_id, reason="left", by=SYSTEM, at=AT)
    assert not is_signed_in(first)
    assert queries.actor_of_person(house.officer.person_id) is None
    actions.enable_person(person_id=house.officer.person_id, reason="back", by=SYSTEM, at=AT)
    assert not is_signed_in(second)
    assert is_signed_in(sign_in())


def test_a_disabled_person_is_off_shift_and_cannot_sign_in(house):
    officer = house.officer.person_id
    actions.set_on_shift(person_id=officer, is_on_shift=True, by=house.officer, at=AT)
    actions.disable_person(person_id=officer, reason="left", by=SYSTEM, at=AT)
    assert queries.on_shift(office="XF0001") == ()
    client = Client()
    client.post("/account/login/", {"login": "oda@customs.example", "password": PASSWORD})
    assert not is_signed_in(client)


def test_a_person_ends_their_own_sessions(house):
    client = sign_in()
    actions.end_sessions(person_id=house.officer.person_id, by=house.officer, at=AT)
    assert not is_signed_in(client)


def test_a_trader_disables_nobody(house):
    with pytest.raises(PermissionDenied):
        actions.disable_person(person_id=house.officer.person_id, reason="", by=house.trader, at=AT)


def test_nobody_signs_up_by_themselves(house):
    before = Person.objects.count()
    Client().post(
        "/account/signup/", {"email": "new@salt.example", "password1": PASSWORD, "name": "New"}
    )
    assert Person.objects.count() == before


def test_the_choice_of_organisation_is_kept_and_checked(house):
    actions.give_role(
        person_id=house.officer.person_id,
        organisation_id=house.other.organisation_id,
        role="trader",
        by=SYSTEM,
        at=AT,
    )
    client = sign_in()
    chosen = {"organisation": house.other.organisation_id, "next": "https://evil.example/"}
    assert client.post("/account/organisation/", chosen)["Location"] == "/"
    assert client.session["organisation"] == house.other.organisation_id
    client.post("/account/organisation/", {"organisation": house.trader.organisation_id})
    assert client.session["organisation"] == house.other.organisation_id


def test_a_sign_in_is_on_record(house):
    sign_in()
    with as_customs():
        kinds = [each.kind for each in history(f"person:{house.officer.pseudonym}")]
    assert kinds[-1] == "person.signed-in"


def test_who_tries_too_often_must_wait_in_every_process(house):
    client = Client()
    for _ in range(5):
        client.post("/account/login/", {"login": "oda@customs.example", "password": "wrong" * 4})
    client.post("/account/login/", {"login": "oda@customs.example", "password": PASSWORD})
    assert not is_signed_in(client)
    assert execute("SELECT count(*) > 0 FROM shared_note").fetchone() == (True,)


def test_the_first_administrator_is_entered_by_command(house, capsys):
    call_command("enter_administrator", "first@customs.example", "First")
    password = capsys.readouterr().out.split("password ")[1].split()[0]
    client = Client()
    client.post("/account/login/", {"login": "first@customs.example", "password": password})
    assert is_signed_in(client)
    entered = Person.objects.get(email="first@customs.example")
    actor = queries.actor_of_person(entered.id)
    assert (actor.organisation_kind, actor.roles) == ("customs", {"administrator"})
