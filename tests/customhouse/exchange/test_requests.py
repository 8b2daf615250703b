"""Requests by message (function 13): what they do, and that each is answered once, and kept."""

from __future__ import annotations

import msgspec
import pytest

from customhouse.declarations.models import Declaration, Submission
from customhouse.records.queries import records
from customhouse.settings.database import acting_as, as_customs
from fondaco.declaration.document import Change, Document, Pointer, Statement
from fondaco.messages import wco_notification, wco_xml
from tests.customhouse import world
from tests.customhouse.exchange.conftest import Caller

pytestmark = pytest.mark.database

XML = "application/xml"


def to_amend(mrn: str, reference: str = "AM-1", *, issued_at: str = "2026-11-19") -> bytes:
    """Write a request to give a declaration another day of issue."""
    return wco_xml.write(
        Document(
            function="13",
            kind="COR",
            mrn=mrn,
            local_reference=reference,
            issued_at=issued_at,
            changes=(Change(reason="32", pointers=(Pointer(section="42A", element="D011"),)),),
            statements=(Statement(text="A slip of the pen"),),
        )
    )


def to_annul(mrn: str, reference: str = "IN-1") -> bytes:
    """Write a request to annul a declaration."""
    return wco_xml.write(
        Document(
            function="13",
            kind="INV",
            mrn=mrn,
            local_reference=reference,
            changes=(Change(reason="1"),),
            statements=(Statement(text="Lodged twice"),),
        )
    )


def lodged(machine: Caller, reference: str = "A", **changes: object) -> str:
    return machine.lodge(world.declaration(reference, **changes)).json()["mrn"]


def test_what_is_not_accepted_is_corrected_at_once(machine_in):
    machine = machine_in("green")
    mrn = lodged(machine, kind="IMD")
    answer = machine.lodge(to_amend(mrn), kind=XML)

    assert answer.status_code == 200 and answer.json()["outcome"] == "corrected"
    with as_customs():
        assert Declaration.objects.get().version == 2


def test_the_amendment_of_what_is_accepted_waits_for_a_second_person(machine_in):
    machine = machine_in("green")
    mrn = lodged(machine)
    answer, again = (machine.lodge(to_amend(mrn), kind=XML) for _ in range(2))
    other = machine.lodge(to_amend(mrn, issued_at="2026-11-18"), kind=XML)
    second = machine.lodge(to_amend(mrn, "AM-2"), kind=XML)

    assert (answer.status_code, answer.json()["outcome"]) == (202, "requested")
    assert (again.status_code, again.json()) == (200, answer.json() | {"replayed": True})
    assert (other.status_code, other.json()["differing"]) == (422, ["issued_at"])
    assert second.status_code == 422 and second.json()["obstacle"]["code"] == "not-allowed"


def test_a_cancellation_withdraws_or_asks(machine_in):
    machine = machine_in("green")
    early, late = lodged(machine, "A", kind="IMD"), lodged(machine, "B")

    assert machine.lodge(to_annul(early), kind=XML).json()["outcome"] == "withdrawn"
    assert machine.lodge(to_annul(late), kind=XML).json()["outcome"] == "requested"
    gone = machine.lodge(to_annul(early, "IN-2"), kind=XML)
    assert gone.status_code == 422 and gone.json()["obstacle"]["mend"]


def present(mrn: str, reference: str = "GP-1") -> bytes:
    """Write a notice that the goods of a declaration are here."""
    return wco_xml.write(Document(function="13", kind="GPR", mrn=mrn, local_reference=reference))


def test_a_notice_of_arrival_presents_the_goods_and_ends_nothing(machine_in):
    machine = machine_in("green")
    mrn = lodged(machine, kind="IMD")
    answer, again = (machine.lodge(present(mrn), kind=XML) for _ in range(2))
    late = machine.lodge(present(mrn, "GP-2"), kind=XML)

    assert (answer.status_code, answer.json()["outcome"]) == (200, "presented")
    assert answer.json()["state"] == "awaiting payment"
    assert (again.status_code, again.json()["replayed"]) == (200, True)
    assert late.status_code == 422 and late.json()["obstacle"]["mend"]
    with as_customs():
        assert Declaration.objects.get().state == "awaiting payment"


def test_the_reference_of_a_cancellation_may_be_that_of_an_amendment(machine_in):
    machine = machine_in("green")
    mrn = lodged(machine, kind="IMD")

    assert machine.lodge(to_amend(mrn, "SAME"), kind=XML).json()["outcome"] == "corrected"
    assert machine.lodge(to_annul(mrn, "SAME"), kind=XML).json()["outcome"] == "withdrawn"


def test_a_request_whose_name_is_taken_is_refused_on_record(house_in):
    house = house_in("green")
    machine = Caller(house.importer)
    mrn = lodged(machine)
    machine.lodge(to_amend(mrn), kind=XML)
    machine.lodge(to_amend(mrn, issued_at="2026-11-18"), kind=XML)

    with acting_as(house.importer):
        (entry,) = records(kind="request.refused")
    assert entry.payload["obstacle"] == "conflict"


def test_a_request_that_breaks_rules_is_refused_with_findings_and_on_record(house_in):
    house = house_in("green")
    machine = Caller(house.importer)
    mrn = lodged(machine)
    request = msgspec.structs.replace(wco_xml.read(to_amend(mrn)).document, statements=())
    answer = machine.lodge(request)

    assert answer.status_code == 422 and answer.json()["findings"][0]["rule"] == "AM09"
    with acting_as(house.importer):
        (entry,) = records(kind="request.refused")
    assert entry.payload["rules"] == ["AM09"]


def test_anothers_declaration_cannot_be_asked_about(house_in):
    house = house_in("green")
    mrn = lodged(Caller(house.importer))
    answer = Caller(house.stranger).lodge(to_annul(mrn), kind=XML)

    assert answer.status_code == 422
    assert answer.json()["obstacle"]["code"] == "not-found" and "mrn" not in answer.json()


def test_a_key_of_a_declaration_is_not_one_of_a_request(machine_in):
    machine = machine_in("green")
    mrn = machine.lodge(world.declaration("A"), Idempotency_Key="k").json()["mrn"]
    crossed = machine.lodge(to_annul(mrn), kind=XML, Idempotency_Key="k")
    machine.lodge(to_annul(mrn), kind=XML, Idempotency_Key="r")
    other_way = machine.lodge(world.declaration("B"), Idempotency_Key="r")

    assert crossed.status_code == other_way.status_code == 422
    assert "function" in crossed.json()["differing"]
    with as_customs():
        assert Submission.objects.count() == 2


def test_a_batch_may_hold_requests(machine_in):
    machine = machine_in("green")
    mrn = lodged(machine)
    request = wco_xml.read(to_annul(mrn)).document
    sent = msgspec.json.Encoder().encode_lines([request, world.declaration("B")])
    answer = machine.lodge(sent, kind="application/x-ndjson")
    lines = [msgspec.json.decode(line) for line in answer.content.splitlines()]

    assert [each["declaration"]["outcome"] for each in lines] == ["requested", "accepted"]


def test_who_asks_for_xml_is_answered_in_a_response_message(machine_in):
    machine = machine_in("yellow")
    sent = wco_xml.write(world.declaration())
    answer = machine.lodge(sent, kind=XML, Accept=XML)
    told = wco_notification.read(answer.content)

    assert answer.status_code == 201 and answer["Content-Type"] == XML
    assert [each.function for each in told] == ["01", "13", "05"]
    assert told[0].declaration.mrn


def test_a_refusal_in_xml_says_what_is_wrong(machine_in):
    wrong = wco_xml.write(world.declaration(office="XF999999"))
    answer = machine_in("green").lodge(wrong, kind=XML, Accept=XML)
    (told,) = wco_notification.read(answer.content)

    assert answer.status_code == 422 and told.function == "03"
    assert told.errors[0].text
