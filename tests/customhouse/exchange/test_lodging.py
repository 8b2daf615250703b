"""Lodging over HTTP: every outcome has its status, its body and its words."""

from __future__ import annotations

import msgspec
import pytest

from customhouse.declarations.models import Declaration
from customhouse.settings.database import as_customs
from fondaco.messages import wco_json, wco_xml
from tests.customhouse import world

pytestmark = pytest.mark.database


def count() -> int:
    with as_customs():
        return Declaration.objects.count()


def test_a_declaration_in_order_is_lodged_and_its_bill_explained(machine_in):
    answer = machine_in("yellow").lodge(world.declaration("A"))
    body = answer.json()

    assert answer.status_code == 201
    assert answer["Location"] == body["links"]["self"] == f"/api/declarations/{body['mrn']}"
    assert (body["outcome"], body["state"]) == ("accepted", "under control")
    assert body["local_reference"] == "A"
    line = body["assessment"]["lines"][1]
    assert line["text"].startswith("Value added tax: ") and line["text"].endswith("s. 12(2))")
    assert line["citation"]["act"] == "Value Added Tax Act 2024"


def test_the_answer_speaks_the_callers_language(machine_in):
    answer = machine_in("yellow").lodge(world.declaration(), Accept_Language="fr-FR, en;q=0.5")

    assert answer["Content-Language"] == "fr"
    assert answer.json()["assessment"]["lines"][1]["text"].startswith("Taxe sur la valeur ajoutée")
    assert answer.json()["next_steps"][0]["text"] == "La douane vérifie les documents"


@pytest.mark.parametrize("key", [None, "a key of mine"])
def test_the_same_again_is_answered_the_same(machine_in, key):
    machine = machine_in("yellow")
    headers = {"Idempotency_Key": key} if key else {}
    first = machine.lodge(world.declaration(), **headers)
    again = machine.lodge(world.declaration(), **headers)

    assert (first.status_code, again.status_code) == (201, 200)
    assert again.json() == first.json() | {"replayed": True}
    assert count() == 1


def test_the_same_reference_for_another_document_is_refused_naming_what_differs(machine_in):
    machine = machine_in("yellow")
    first = machine.lodge(world.declaration()).json()
    other = machine.lodge(world.declaration(office="XF000201"))

    assert other.status_code == 422
    assert other["Content-Type"] == "application/problem+json"
    assert other.json()["differing"] == ["office"]
    assert other.json()["mrn"] == first["mrn"]


def test_what_breaks_a_rule_is_refused_with_its_findings_and_leaves_its_reference_free(machine_in):
    machine = machine_in("yellow")
    refused = machine.lodge(world.declaration(office="XF999999"))
    body = refused.json()

    assert refused.status_code == 422 and "mrn" not in body
    assert body["outcome"] == "refused"
    finding = body["findings"][0]
    assert finding["path"] == "office" and finding["found"] == "XF999999"
    assert all(finding[name] for name in ("rule", "pointer", "law", "message"))
    assert body["next_steps"][0]["code"] == "mend the findings and lodge again"
    assert machine.lodge(world.declaration()).status_code == 201


def test_a_procedure_not_cleared_yet_is_registered_by_its_name(machine_in):
    document = world.declaration(kind="EXA")
    items = [msgspec.structs.replace(each, procedure="1000") for each in document.shipment.items]
    shipment = msgspec.structs.replace(document.shipment, items=tuple(items))
    answer = machine_in("green").lodge(msgspec.structs.replace(document, shipment=shipment))

    assert answer.status_code == 202
    assert answer.json()["procedure"] == "1000"


def test_the_same_declaration_comes_in_xml(machine_in):
    document = world.declaration()
    answer = machine_in("yellow").lodge(wco_xml.write(document), kind="application/xml")

    assert answer.status_code == 201
    assert answer.json()["document_digest"].startswith("sha256:")


def test_a_batch_is_answered_line_by_line_in_its_order(machine_in):
    machine = machine_in("yellow")
    one, two = world.declaration("A"), world.declaration("B", office="XF999999")
    sent = b"\n".join([wco_json.write(one), b"", wco_json.write(two), b'{"kind": 1}', b""])
    answer = machine.lodge(sent, kind="application/x-ndjson", Idempotency_Key="k")
    lines = [msgspec.json.decode(line) for line in answer.content.splitlines()]

    assert answer.status_code == 200 and answer["Content-Type"] == "application/x-ndjson"
    assert [(each["line"], each["status"]) for each in lines] == [(1, 201), (3, 422), (4, 400)]
    assert lines[2]["problem"]["problems"][0]["path"] == "kind"
    again = machine.lodge(sent, kind="application/x-ndjson", Idempotency_Key="k")
    first, *_ = (msgspec.json.decode(line) for line in again.content.splitlines())
    assert first["status"] == 200 and first["declaration"]["replayed"]


def test_what_cannot_be_read_is_refused_with_every_problem_at_its_path(machine_in):
    machine = machine_in("yellow")
    answer = machine.lodge(b'{"kind": 1, "shipment": {"itms": []}}', Accept_Language="fr")
    body = answer.json()

    assert answer.status_code == 400 and answer["Content-Type"] == "application/problem+json"
    assert [each["path"] for each in body["problems"]] == ["kind", "shipment.itms"]
    assert all(each["mend"] and each["expected"] for each in body["problems"])
    assert count() == 0
