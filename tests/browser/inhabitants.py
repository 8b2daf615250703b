"""A small administration at work: people who can sign in, declarations in every state.

`python -m tests.browser.inhabitants` enters them into the database that the environment names.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING
from zlib import crc32

import django

if TYPE_CHECKING:
    from customhouse.accounts.actor import Actor

WORD = "salt silk and pepper"
"""Everybody's password, in the tests only."""
ADDRESSES = {
    "trader": "ada@2.example",
    "stranger": "ada@3.example",
    "officer": "oda@1.example",
    "colleague": "ole@1.example",
    "supervisor": "sunniva@1.example",
    "analyst": "anna@1.example",
}


def settle_in(at: datetime) -> dict[str, str]:
    """Enter everybody and everything; return the number of a declaration in each state."""
    from customhouse.declarations.models import Control, Question
    from customhouse.settings.database import as_system
    from customhouse.targeting.queries import selectivity
    from tests.customhouse import world

    world.AT = at - timedelta(days=2)
    people = world.build(channel="green")
    world.records.commit_secrets(today=at.date(), at=at)
    _passwords()
    clock = _clock(at - timedelta(hours=20))
    made: dict[str, str] = {}
    world.deferment(100_000_000)
    for number in range(12):
        made["released"] = _lodge(people.importer, f"R-{number:03d}", at=next(clock))
    made["registered"] = _lodge(people.importer, "EARLY-1", at=next(clock), kind="IMD")
    made["withdrawable"] = _lodge(people.importer, "EARLY-2", at=next(clock), kind="IMD")
    made["owed"] = _lodge(people.importer, "CASH-1", at=next(clock), deferred=False)
    made["payable"] = _lodge(people.importer, "CASH-2", at=next(clock), deferred=False)
    world.select(world.selecting("yellow"))
    made["documents"] = _lodge(people.importer, "PAPERS-1", at=next(clock))
    made["asked"] = _lodge(people.importer, "PAPERS-2", at=next(clock))
    world.select(world.selecting("red"))
    made["examined"] = _lodge(people.importer, "GOODS-1", at=next(clock))
    made["irregular"] = _lodge(people.importer, "GOODS-2", at=next(clock))
    world.select(world.selectivity_files())
    _work(people, made, at=at)
    _drafts(people.importer, made, at=at - timedelta(minutes=30))
    with as_system():
        made["question"] = str(Question.objects.get(declaration_id=made["asked"]).id)
        made["rule"] = selectivity().profiles[0].id
        made["control"] = str(Control.objects.get(declaration_id=made["examined"]).id)
    return made


def _work(people: object, made: dict[str, str], *, at: datetime) -> None:
    from customhouse.declarations.actions import correct, override, questions
    from customhouse.declarations.models import Control
    from customhouse.examinations import actions as examinations
    from customhouse.settings.database import as_system
    from tests.customhouse import world

    questions.ask(
        mrn=made["asked"],
        text="The invoice names 2 400 shirts; the packing list 2 040. Which is right?",
        path="shipment.items[1].supplementary_quantity",
        by=people.officer,
        at=at - timedelta(hours=3),
    )
    with as_system():
        control = Control.objects.get(declaration_id=made["irregular"])
    examiner = (
        people.officer if control.officer_id == people.officer.person_id else people.colleague
    )
    examinations.report(
        control_id=control.id,
        place="XFPFO01",
        began_at=at - timedelta(hours=2),
        found=[
            examinations.Found(
                path="shipment.items[0].net_mass", declared="1200", found="1250", kind="quantity"
            )
        ],
        remarks="Two rows of bags behind the first were not declared.",
        by=examiner,
        at=at - timedelta(hours=1),
    )
    override.ask_to_lower(
        mrn=made["examined"],
        channel="yellow",
        power="Customs Act 2025, s. 28(4)",
        reason="Perishable goods; the scanner is out of order until tomorrow.",
        by=people.officer,
        at=at - timedelta(minutes=50),
    )
    changed = world.declaration("CASH-1", invoice_amount={"amount": 116413.1, "currency": "EUR"})
    content = world.msgspec.to_builtins(changed)
    content["shipment"]["items"][0]["description"] = "Roasted coffee beans in bags of one kilogram"
    correct.ask_to_amend(
        mrn=made["owed"],
        document=world.msgspec.convert(_without_deferment(content), world.Document, strict=False),
        reason="The description left out the size of the bags.",
        by=people.importer,
        at=at - timedelta(minutes=40),
    )


def _drafts(by: Actor, made: dict[str, str], *, at: datetime) -> None:
    """Three drafts: nothing typed yet, ready to send, and one with a fault in every step."""
    from customhouse.declarations.actions import drafts
    from customhouse.declarations.writing import typed_of
    from tests.customhouse import world

    ready = typed_of(world.declaration("DRAFT-1"))
    faulty = typed_of(world.declaration("DRAFT-2"))
    faulty["who"]["office"] = ""
    faulty["sale"]["delivery_term"] = ""
    faulty["transport"]["border_identity"] = ""
    faulty["goods"]["rows"][0] |= {"code": "0901219999", "net": "9 000", "description": ""}
    for name, typed in (("empty", {"who": {}}), ("ready", ready), ("faulty", faulty)):
        content = {"base": {}, "typed": typed}
        made[f"draft_{name}"] = str(drafts.begin(content=content, name=name, by=by, at=at))


def _lodge(
    by: Actor, reference: str, *, at: datetime, kind: str = "IMA", deferred: bool = True
) -> str:
    from customhouse.declarations.actions.lodge import lodge
    from customhouse.declarations.entry import Lodgement
    from tests.customhouse import world

    content = world.msgspec.to_builtins(world.declaration(reference, kind=kind))
    for line, equipment in enumerate(content["shipment"]["equipment"]):
        equipment["identifier"] = _CONTAINERS[(crc32(reference.encode()) + line) % len(_CONTAINERS)]
    for item in content["shipment"]["items"]:
        item["equipment"] = [
            {"number": 1, "identifier": content["shipment"]["equipment"][0]["identifier"]}
        ]
        item["net_mass"] = str(
            float(item["net_mass"]) - len(reference) - crc32(reference.encode()) % 50
        )
    content["shipment"]["previous_documents"][0]["identifier"] = f"RTM-{reference}"
    if not deferred:
        content = _without_deferment(content)
    document = world.msgspec.convert(content, world.Document, strict=False)
    (answer,) = lodge(lodgements=[Lodgement(document)], by=by, at=at)
    assert answer.mrn, answer.decision.findings if answer.decision else answer
    return answer.mrn


_CONTAINERS = ("CSQU3054383", "MSKU7123450")


def _without_deferment(content: dict) -> dict:
    for item in content["shipment"]["items"]:
        for tax in item["taxes"]:
            tax["payment_method"] = "A"
    content["authorisation_holders"] = []
    return content


def _passwords() -> None:
    from django.contrib.auth.hashers import make_password

    from customhouse.settings.database import as_system, execute

    with as_system():
        execute("UPDATE person SET password = %s", (make_password(WORD),))


def _clock(start: datetime) -> Iterator[datetime]:
    return (start + timedelta(minutes=61 * number) for number in count())


if __name__ == "__main__":
    django.setup()
    for name, number in settle_in(datetime.now(UTC)).items():
        print(f"{name:14} {number}")  # noqa: T201
