"""A declaration's life led by machine: presented, corrected, amended, asked, attached, ended."""

from __future__ import annotations

import pytest

from customhouse.declarations.actions import controls, questions, requests
from customhouse.declarations.models import Control
from customhouse.settings.database import as_customs
from fondaco.messages import wco_json
from tests.customhouse import world
from tests.customhouse.exchange.conftest import Caller

pytestmark = pytest.mark.database

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


def lodged(machine: Caller, reference: str = "A", **changes: object) -> str:
    answer = machine.lodge(world.declaration(reference, **changes))
    assert answer.status_code == 201, answer.content
    return f"/api/declarations/{answer.json()['mrn']}"


def form(content: bytes, *, name: str = "invoice.pdf", kind: str = "N935") -> dict[str, object]:
    body = (
        b'--x\r\nContent-Disposition: form-data; name="kind"\r\n\r\n' + kind.encode()
        + b'\r\n--x\r\nContent-Disposition: form-data; name="file"; filename="' + name.encode()
        + b'"\r\nContent-Type: application/octet-stream\r\n\r\n' + content + b"\r\n--x--\r\n"
    )  # fmt: skip
    return {"body": body, "kind": "multipart/form-data; boundary=x"}


def test_where_it_stands_who_holds_it_and_what_is_owed(machine_in):
    machine = machine_in("yellow")
    body = machine.get(lodged(machine)).json()

    assert (body["state"], body["held_by"]["who"]) == ("under control", "customs")
    assert body["held_by"]["office"] == world.OFFICE
    assert [each["code"] for each in body["next_steps"]] == [
        "customs checks the documents",
        "pay or secure what is owed",
        "release",
    ]
    assert body["owed"] == body["assessed"] == body["assessment"]["total"]
    assert [each["kind"] for each in body["timeline"]] == [
        "declaration.accepted",
        "control.notified",
    ]
    assert body["controls"][0]["kind"] == "documents"


def test_who_did_what_names_ones_own_people_and_customs_without_a_name(house_in):
    house = house_in("yellow")
    machine = Caller(house.importer)
    there = lodged(machine)
    with as_customs():
        control = Control.objects.get()
        officer = next(
            a for a in (house.officer, house.colleague) if a.person_id == control.officer_id
        )
    controls.conclude(
        control_id=control.id, result=Control.Result.CONFORM, remarks="-", by=officer, at=world.AT
    )
    timeline = machine.get(there).json()["timeline"]

    assert [each["by"] for each in timeline][:1] == ["machine"]
    assert timeline[-1]["by"] == "customs"
    assert officer.pseudonym not in machine.get(there).content.decode()


def test_presentation_accepts_what_was_lodged_before_arrival(machine_in):
    machine = machine_in("green")
    there = lodged(machine, kind="IMD")
    assert machine.get(there).json()["held_by"]["who"] == "declarant"
    answer = machine.send(f"{there}/presentation", b"")

    assert answer.status_code == 200 and answer.json()["state"] == "awaiting payment"
    again = machine.send(f"{there}/presentation", b"", Accept_Language="fr")
    assert again.status_code == 409
    assert again["Content-Type"] == "application/problem+json"


def test_a_correction_is_judged_and_refused_with_its_findings(machine_in):
    machine = machine_in("green")
    there = lodged(machine, kind="IMD")
    wrong = world.declaration("A", kind="IMD", office="XF999999")
    right = world.declaration("A", kind="IMD", issued_at="2026-11-19")
    refused = machine.send(f"{there}/correction", wco_json.write(wrong))
    done = machine.send(f"{there}/correction", wco_json.write(right))

    assert refused.status_code == 422
    assert refused.json()["findings"][0]["path"] == "office"
    assert done.status_code == 200 and done.json()["version"] == 2
    first = machine.get(f"{there}/versions/1").json()
    assert first["document"]["issued_at"] == "2026-11-20"
    as_xml = machine.get(f"{there}/versions/2", Accept="application/xml")
    assert as_xml["Content-Type"] == "application/xml" and b"20261119" in as_xml.content


def test_an_amendment_waits_for_a_second_person(house_in):
    house = house_in("green")
    machine = Caller(house.importer)
    there = lodged(machine)
    sent = {
        "reason": "Issued a day before.",
        "document": world.declaration("A", issued_at="2026-11-19"),
    }
    answer = machine.send(f"{there}/amendment", sent)

    assert answer.status_code == 202 and answer.json()["kind"] == "amend"
    assert machine.send(f"{there}/amendment", sent).status_code == 409
    requests.answer(
        request_id=answer.json()["id"], granted=True, reason="Yes.", by=house.officer, at=world.AT
    )
    body = machine.get(there).json()
    assert (body["version"], body["requests"][0]["answer"]) == (2, "granted")


def test_what_is_not_accepted_is_withdrawn_and_what_is_asks_to_be_annulled(machine_in):
    machine = machine_in("green")
    early, late = lodged(machine, "A", kind="IMD"), lodged(machine, "B")
    gone = machine.send(f"{early}/withdrawal", {"reason": "Not coming."})
    asked = machine.send(f"{late}/invalidation", {"reason": "Lodged twice."})

    assert gone.json()["state"] == "withdrawn"
    assert asked.status_code == 202 and asked.json()["kind"] == "invalidate"
    assert machine.send(f"{late}/withdrawal", {"reason": "No."}).status_code == 409


def test_a_question_is_answered(house_in):
    house = house_in("green")
    machine = Caller(house.importer)
    there = lodged(machine)
    question = questions.ask(
        mrn=there.rpartition("/")[2], text="Which port?", by=house.officer, at=world.AT
    )
    assert machine.get(there).json()["next_steps"][0]["code"] == "answer the question"
    answer = machine.send(f"{there}/questions/{question.id}/answer", {"text": "Santos."})

    assert answer.json()["questions"][0]["answer"] == "Santos."
    other = lodged(machine, "B")
    wrong = machine.send(f"{other}/questions/{question.id}/answer", {"text": "Santos."})
    assert wrong.status_code == 404


def test_a_document_is_attached_once_and_given_back_as_it_came(machine_in):
    machine = machine_in("green")
    there = lodged(machine)
    first, again = (machine.send(f"{there}/documents", **form(PDF)) for _ in range(2))

    assert first.status_code == 201 and first.json()["media_type"] == "application/pdf"
    assert again.json()["id"] == first.json()["id"]
    assert [each["name"] for each in machine.get(f"{there}/documents").json()["documents"]] == [
        "invoice.pdf"
    ]
    kept = machine.get(f"{there}/documents/{first.json()['id']}")
    assert kept.content == PDF and kept["Content-Disposition"] == "attachment"


def test_a_page_to_pay_on(machine_in):
    machine = machine_in("green")
    answer = machine.send(f"{lodged(machine)}/payments", {"purpose": "debt"})

    assert answer.status_code == 201 and answer.json()["page"].startswith("http")


def test_another_organisation_is_told_of_nothing_whatever_it_asks(house_in):
    house = house_in("green")
    there = lodged(Caller(house.importer))
    stranger = Caller(house.stranger)
    reason, document = {"reason": "x"}, wco_json.write(world.declaration("A", office="XF000201"))
    asked = {
        "presentation": b"",
        "correction": document,
        "withdrawal": reason,
        "invalidation": reason,
        "amendment": {"reason": "x", "document": world.declaration("A")},
        "payments": {},
        "questions/1/answer": {"text": "x"},
    }

    assert stranger.get(there).status_code == 404
    for path in ("documents", "versions/1", "receipts/1", "documents/1"):
        assert stranger.get(f"{there}/{path}").status_code == 404, path
    for path, body in asked.items():
        assert stranger.send(f"{there}/{path}", body).status_code == 404, path
    assert stranger.send(f"{there}/documents", **form(PDF)).status_code == 404
    assert stranger.get("/api/declarations").json()["declarations"] == []


def test_a_key_does_only_what_its_scopes_allow(house_in):
    house = house_in("green")
    reader = Caller(house.importer, scopes=("declarations:read",))

    assert reader.lodge(world.declaration()).status_code == 403
    assert reader.get("/api/declarations").status_code == 200
    assert reader.get("/api/webhooks").status_code == 403
    assert (
        Caller(house.importer, scopes=("declarations:write",)).get("/api/declarations").status_code
        == 403
    )


def test_without_a_key_nothing_is_told(machine_in):
    machine = machine_in("green")
    there = lodged(machine)
    machine.secret = "fdc_live_nobody"

    for path in ("/api/declarations", there, "/api/notifications", "/api/webhooks"):
        answer = machine.get(path)
        assert answer.status_code == 401 and answer["WWW-Authenticate"].startswith("Bearer")


def test_the_list_is_read_page_by_page(machine_in):
    machine = machine_in("green")
    numbers = [lodged(machine, name).rpartition("/")[2] for name in "ABCDE"]
    address, seen = "/api/declarations?limit=2&state=awaiting+payment", []
    while address:
        page = machine.get(address).json()
        seen += [each["mrn"] for each in page["declarations"]]
        address = page.get("next")

    assert seen == sorted(numbers, reverse=True)
    one = machine.get("/api/declarations?local_reference=C").json()["declarations"]
    assert [each["local_reference"] for each in one] == ["C"]
    assert machine.get("/api/declarations?since=2099-01-01").json()["declarations"] == []


ODD = [
    "limit=0",
    "limit=x",
    "state=gone",
    "since=yesterday",
    "since=2026-01-01T00:00:00",
    "cursor=%00",
    "cursor=eA",
    "colour=red",
    "limit=2&limit=3",
    "local_reference=%00",
]


def test_a_question_that_makes_no_sense_is_told_what_would(machine_in, subtests):
    machine = machine_in("green")
    for query in ODD:
        with subtests.test(query):
            answer = machine.get(f"/api/declarations?{query}")
            assert answer.status_code == 400 and answer.json()["detail"]
