"""Checking a receipt: a genuine one is proven, one with any byte changed is not."""

import base64
import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from customhouse.declarations.actions.lodge import lodge
from customhouse.declarations.entry import Lodgement
from customhouse.enquiries import receipts
from customhouse.records import queries as records
from customhouse.records.actions import integrate, sign
from customhouse.settings.database import acting_as, as_system
from tests.customhouse import world

pytestmark = pytest.mark.database


@pytest.fixture
def receipt(visitor: Client) -> str:
    """Give the receipt of an acceptance."""
    house = world.build(channel="green")
    lodgement = Lodgement(world.declaration())
    (answer,) = lodge(lodgements=[lodgement], by=house.importer, at=world.AT)
    with as_system():
        integrate()
        sign(at=world.AT)
    with acting_as(house.importer):
        entry = records.history(answer.mrn)[0]
        return records.receipt(entry.id)


def changed(receipt: str, **changes: object) -> str:
    """A receipt that opens something else."""
    lines = receipt.split("\n")
    opened = json.loads(base64.b64decode(lines[1].removeprefix("extra ")))
    lines[1] = "extra " + base64.b64encode(json.dumps(opened | changes).encode()).decode()
    return "\n".join(lines)


def said(visitor: Client, text: str) -> str:
    return visitor.post("/receipt", {"text": text}).content.decode()


def test_a_genuine_receipt_is_proven(visitor: Client, receipt: str) -> None:
    text = said(visitor, receipt)
    assert "This receipt is genuine" in text
    assert "declaration." in text


@pytest.mark.parametrize("ending", ["", "\n\n", "\r\n"])
def test_how_it_was_copied_does_not_matter(visitor: Client, receipt: str, ending: str) -> None:
    pasted = receipt.rstrip("\n").replace("\n", "\r\n") + ending
    assert "This receipt is genuine" in said(visitor, pasted)


def test_a_file_does_as_well(visitor: Client, receipt: str) -> None:
    file = SimpleUploadedFile("receipt.txt", receipt.encode())
    answer = visitor.post("/receipt", {"text": "", "file": file})
    assert "This receipt is genuine" in answer.content.decode()


@pytest.mark.parametrize(
    "changes",
    [
        {"subject": "26XF00000000000ZZ1"},
        {"kind": "declaration.released"},
        {"at": "2026-11-20T09:00:00Z"},
        {"payload": {}},
        {"salt": "00" * 32},
        {"salt": "00"},
        {"salt": "zz"},
        {"at": "2026-11-20"},
        {"payload": {"share": 0.5}},
        {"more": 1},
    ],
)
def test_what_was_changed_is_not_genuine(
    visitor: Client, receipt: str, changes: dict[str, object]
) -> None:
    assert "This receipt is not genuine" in said(visitor, changed(receipt, **changes))


def test_no_line_can_be_changed(receipt: str) -> None:
    key = records.verifier_key()
    assert receipts.check(receipt, key=key).size > 0
    for place, line in enumerate(receipt.split("\n")):
        if not line:
            continue
        lines = receipt.split("\n")
        lines[place] = line[:-2] + ("A" if line[-2] != "A" else "B") + line[-1]
        with pytest.raises(receipts.NotGenuine):
            receipts.check("\n".join(lines), key=key)


@pytest.mark.parametrize("text", ["x", "\0", "c2sp.org/tlog-proof@v1\n\n", "é" * 60_000])
def test_what_is_no_receipt_is_told_so(visitor: Client, receipt: str, text: str) -> None:
    answer = visitor.post("/receipt", {"text": text})
    assert answer.status_code == 200
    assert "This receipt is genuine" not in answer.content.decode()


def test_nothing_given_is_asked_for(visitor: Client, receipt: str) -> None:
    assert "Paste a receipt" in said(visitor, "")


def test_a_file_that_is_not_text_is_refused(visitor: Client, receipt: str) -> None:
    file = SimpleUploadedFile("receipt.bin", b"\xff\xfe\x00")
    answer = visitor.post("/receipt", {"file": file})
    assert "not text" in answer.content.decode()


def test_before_there_is_a_log_it_says_so(visitor: Client) -> None:
    assert "There is no log yet" in visitor.get("/receipt").content.decode()
