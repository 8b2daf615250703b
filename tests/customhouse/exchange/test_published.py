"""What anyone may fetch is there, and every example gets the answer that it says it gets."""

from __future__ import annotations

import jsonschema_rs
import msgspec
import pytest
from django.test import Client

from customhouse.declarations.models import Control, Declaration, Version
from customhouse.declarations.queries.decisions import replay
from customhouse.exchange import scenarios
from customhouse.exchange.schemas import TITLES
from customhouse.settings.database import as_customs
from customhouse.tariffs import queries as tariffs
from fondaco.clearance.rulebook import Law
from fondaco.legal.bundle import unpack
from fondaco.messages import wco_json
from tests.customhouse import world
from tests.customhouse.exchange import described
from tests.customhouse.exchange.conftest import Caller, sandbox_maker

pytestmark = pytest.mark.database


def fetch(path: str):
    response = Client().get(path)
    described.check("GET", path, response)
    return response


@pytest.fixture
def maker(house_in) -> Caller:
    """Give the machine of a software maker, in the sandbox of a house that examines everything."""
    house_in("red")
    return sandbox_maker()


def test_the_law_is_taken_home_as_it_was_published(house_in):
    house_in("green")
    (published,) = fetch("/api/law").json()["law"]
    packed = fetch(published["address"])

    assert packed["Cache-Control"].endswith("immutable")
    assert Law.load(unpack(packed.content)).digest == published["digest"] == tariffs.law().digest
    assert fetch("/api/law/sha256:" + "0" * 64).status_code == 404


@pytest.mark.parametrize("name", sorted(TITLES))
def test_a_schema_is_one(name):
    schema = fetch(f"/api/schemas/{name}.json").json()
    jsonschema_rs.meta.validate(schema)


def test_the_schema_takes_a_declaration_and_refuses_what_is_none():
    validator = jsonschema_rs.validator_for(fetch("/api/schemas/declaration.json").json())

    assert validator.is_valid(msgspec.json.decode(wco_json.write(world.declaration())))
    assert not validator.is_valid({"kind": 1})
    assert not validator.is_valid({"shipmnt": {}})


def test_the_description_is_fetched():
    assert fetch("/api/openapi.yaml").content == described.FILE.read_bytes()


def test_the_list_of_examples_speaks_both_languages():
    english = fetch("/api/scenarios").json()["scenarios"]
    french = Client().get("/api/scenarios", headers={"Accept-Language": "fr"}).json()["scenarios"]

    assert {each["name"] for each in english} == set(scenarios.scenarios())
    assert all(a["text"] != b["text"] for a, b in zip(english, french, strict=True))


def test_an_example_is_put_into_ones_own_name():
    mine = fetch("/api/scenarios/accepted?trader=XF100000016").content

    assert b"XF100000016" in mine and scenarios.TRADER.encode() not in mine
    assert fetch("/api/scenarios/accepted?trader=nobody").status_code == 400
    assert fetch("/api/scenarios/none").status_code == 404


def test_an_example_gets_the_answer_that_it_says(maker, subtests):
    for name, example in scenarios.scenarios().items():
        with subtests.test(name):
            sent = fetch(f"/api/scenarios/{name}").content
            answer = maker.lodge(sent, kind=example.kind)
            body = answer.json()
            found = body.get("findings", []) + body.get("problems", [])
            paths = {each["path"] for each in found}

            assert answer.status_code == example.status, answer.content
            assert body.get("outcome", "unreadable") == example.outcome
            assert set(example.findings) <= paths and bool(example.findings) <= bool(paths)
            assert body.get("state") == example.state or example.state is None
            assert bool(found) == (example.status >= 400)


def test_what_the_sandbox_lodges_stays_apart_and_replays(maker):
    answer = maker.lodge(scenarios.scenarios()["forced-red"].message())
    mrn = answer.json()["mrn"]
    with as_customs():
        declaration, control = Declaration.objects.get(mrn=mrn), Control.objects.get()
        assert (declaration.is_sandbox, declaration.channel) == (True, "red")
        assert (control.office, control.officer_id) == ("", None)
        assert replay(mrn, version=1).is_the_same


def test_the_sandboxes_selectivity_is_not_the_real_one(maker):
    maker.lodge(scenarios.scenarios()["accepted"].message())
    with as_customs():
        assert Declaration.objects.get().channel == "green"


def test_such_a_reference_means_nothing_outside_the_sandbox(house_in):
    machine = Caller(house_in("green").importer)
    answer = machine.lodge(world.declaration("SANDBOX-RED-1"))

    assert answer.json()["state"] == "awaiting payment"


def test_in_the_sandbox_a_channel_is_kept_until_the_goods_arrive(maker):
    example = msgspec.json.decode(scenarios.scenarios()["forced-yellow"].message())
    answer = maker.lodge(example | {"kind": "IMD"})
    assert answer.json()["state"] == "registered"
    there = answer.json()["links"]["self"]

    assert maker.send(f"{there}/presentation").json()["state"] == "under control"
    with as_customs():
        assert Version.objects.count() == 2
