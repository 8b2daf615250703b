"""A small administration at work: people who can sign in, declarations in every state.

`python -m tests.browser.inhabitants` enters them into the database that the environment names;
with `demonstration` after it, among the people of the demonstration country that is there already.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING
from zlib import crc32

import django

if TYPE_CHECKING:
    from customhouse.accounts.actor import Actor
    from tests.customhouse.world import World

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
IMPORTER = "XF100000016"
"""The trader of the declaration that the inhabitants' own are made from."""
LIMIT = 100_000_000
"""What the trader may defer, in minor units."""
OWED = 4423
"""The number of the order whose bill waits to be paid, and whose trader asks to amend it."""


def settle_in(at: datetime) -> dict[str, str]:
    """Enter everybody and everything; return the number of a declaration in each state."""
    from tests.customhouse import world

    world.AT = at - timedelta(days=2)
    people = world.build(channel="green")
    world.records.commit_secrets(today=at.date(), at=at)
    world.deferment(LIMIT)
    _passwords()
    return _at_work(people, world.IMPORTER, at=at, released=12)


def settle_in_the_demonstration(at: datetime) -> tuple[dict[str, str], dict[str, str]]:
    """Enter the same declarations for the demonstration's trader; return them, and who is who."""
    from django.conf import settings

    from customhouse.demonstration import people as shown
    from customhouse.demonstration.nation import nation
    from tests.customhouse import world

    world.AT = at - timedelta(minutes=1)
    trader = shown.shown_trader(nation(settings.NATION_SEED))
    addresses = {each.role: each.address for each in shown.ROLES} | {
        "stranger": shown.OF_BROKER.address,
        "colleague": f"{shown.HEAD_OFFICE}.1@demonstration.example".lower(),
    }
    who = {role: _actor(address) for role, address in addresses.items()}
    people = world.World(
        importer=who["trader"], **{each: who[each] for each in world.World.__struct_fields__[1:]}
    )
    _may_defer(trader.identifier)
    _passwords()
    world.select(world.selecting("green"))
    made = _at_work(people, trader.identifier, at=at, released=1)
    return made | {"shown": _shown(people, made)}, addresses


def _shown(people: World, made: dict[str, str]) -> str:
    """Return the number of a file of the nation's own trade that the officer has, if any."""
    from customhouse.settings.database import as_system, execute

    own = (people.officer.person_id, people.importer.organisation_id)
    with as_system():
        found = execute(_SHOWN, own).fetchone()
    return str(found[0]) if found else made["examined"]


_SHOWN = """
SELECT d.mrn FROM declaration d JOIN control ON control.mrn = d.mrn
LEFT JOIN selection_entry selected ON selected.mrn = d.mrn
CROSS JOIN LATERAL (
    SELECT count(*) AS known FROM goods_item g
    WHERE g.mrn = d.mrn AND g.version = d.version AND 5 <= (
        SELECT count(*) FROM goods_item other JOIN declaration theirs USING (mrn)
        WHERE other.commodity_code = g.commodity_code AND other.origin = g.origin
          AND theirs.importer <> d.importer)
) AS comparable
WHERE control.concluded_at IS NULL AND control.officer_id = %s AND d.organisation_id <> %s
ORDER BY jsonb_array_length(coalesce(selected.profiles, '[]')) = 0, known DESC,
         d.channel <> 'red', d.mrn
LIMIT 1
"""
"""Of what the officer has open: what a rule hit, with as many comparable goods as there are."""


def _at_work(people: World, importer: str, *, at: datetime, released: int) -> dict[str, str]:
    from customhouse.declarations.models import Control, Question
    from customhouse.settings.database import as_system
    from customhouse.targeting.queries import selectivity
    from tests.customhouse import world

    clock = _clock(at - timedelta(hours=20))
    made: dict[str, str] = {}

    def lodged(order: int, *, first: int = 0, kind: str = "IMA", deferred: bool = True) -> str:
        document = _document(order, importer, first=first, kind=kind, deferred=deferred)
        return _lodge(document, by=people.importer, at=next(clock))

    for number in range(released):
        made["released"] = lodged(4400 + number, first=number % 5)
    made["registered"] = lodged(4421, first=2, kind="IMD")
    made["withdrawable"] = lodged(4422, first=3, kind="IMD")
    made["owed"] = lodged(OWED, deferred=False)
    made["payable"] = lodged(4424, first=4, deferred=False)
    world.select(world.selecting("yellow"))
    made["documents"] = lodged(4425, first=2)
    made["asked"] = lodged(4426)
    world.select(world.selecting("red"))
    made["examined"] = lodged(4427, first=4)
    made["irregular"] = lodged(4428)
    again = world.selectivity_files()
    world.select(again | {"bundle.toml": again["bundle.toml"] + b"# once more\n"})
    _work(people, made, at=at, importer=importer)
    _drafts(people.importer, made, at=at - timedelta(minutes=30), importer=importer)
    with as_system():
        made["question"] = str(Question.objects.get(declaration_id=made["asked"]).id)
        made["rule"] = selectivity().profiles[0].id
        made["control"] = str(Control.objects.get(declaration_id=made["examined"]).id)
    return made


def _work(people: World, made: dict[str, str], *, at: datetime, importer: str) -> None:
    from customhouse.declarations.actions import controls as handing
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
        controls = {
            each.declaration_id: each
            for each in Control.objects.filter(
                declaration_id__in=[made["examined"], made["irregular"]]
            )
        }
    for control in controls.values():
        if control.officer_id != people.officer.person_id:
            handing.pass_on(
                control_id=control.id,
                to=people.officer.person_id,
                reason="The warehouse is on her round today.",
                by=people.supervisor,
                at=at - timedelta(hours=4),
            )
    examinations.report(
        control_id=controls[made["irregular"]].id,
        place="XFPFO01",
        began_at=at - timedelta(hours=2),
        found=[
            examinations.Found(
                path="shipment.items[0].net_mass", declared="1200", found="1250", kind="quantity"
            )
        ],
        remarks="Two rows of bags behind the first were not declared.",
        by=people.officer,
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
    changed = _document(OWED, importer, deferred=False)
    changed["shipment"]["items"][0]["description"] = "Roasted coffee beans in bags of one kilogram"
    correct.ask_to_amend(
        mrn=made["owed"],
        document=world.msgspec.convert(changed, world.Document, strict=False),
        reason="The description left out the size of the bags.",
        by=people.importer,
        at=at - timedelta(minutes=40),
    )


def _drafts(by: Actor, made: dict[str, str], *, at: datetime, importer: str) -> None:
    """Three drafts: nothing typed yet, ready to send, and one with a fault in every step."""
    from customhouse.declarations.actions import drafts
    from customhouse.declarations.writing import typed_of
    from tests.customhouse import world

    ready, faulty = (
        typed_of(world.msgspec.convert(_document(order, importer), world.Document, strict=False))
        for order in (4431, 4432)
    )
    faulty["who"]["office"] = ""
    faulty["sale"]["delivery_term"] = ""
    faulty["transport"]["border_identity"] = ""
    faulty["goods"]["rows"][0] |= {"code": "0901219999", "net": "9 000", "description": ""}
    for state, name, typed in (
        ("empty", "", {"who": {}}),
        ("ready", "ORDER-4431", ready),
        ("faulty", "ORDER-4432", faulty),
    ):
        content = {"base": {}, "typed": typed}
        made[f"draft_{state}"] = str(drafts.begin(content=content, name=name, by=by, at=at))


def _document(
    order: int, importer: str, *, first: int = 0, kind: str = "IMA", deferred: bool = True
) -> dict:
    """Return the content of a declaration of five items: in their own ship, box and order."""
    from tests.customhouse import world

    reference = f"ORDER-{order}"
    told = world.msgspec.json.encode(world.declaration(reference, kind=kind))
    content = world.msgspec.json.decode(told.replace(IMPORTER.encode(), importer.encode()))
    shipment = content["shipment"]
    chance = crc32(reference.encode())
    for line, equipment in enumerate(shipment["equipment"]):
        equipment["identifier"] = _CONTAINERS[(chance + line) % len(_CONTAINERS)]
    items = shipment["items"] = shipment["items"][first:] + shipment["items"][:first]
    for number, item in enumerate(items, 1):
        item["number"] = number
        box = shipment["equipment"][0]["identifier"]
        item["equipment"] = [{"number": 1, "identifier": box}]
        item["net_mass"] = f"{float(item['net_mass']) - 10 - chance % 50:g}"
    shipment["previous_documents"][0]["identifier"] = f"RTM2026-{order}"
    return content if deferred else _without_deferment(content)


def _lodge(content: dict, *, by: Actor, at: datetime) -> str:
    from customhouse.declarations.actions.lodge import lodge
    from customhouse.declarations.entry import Lodgement
    from tests.customhouse import world

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


def _may_defer(identifier: str) -> None:
    """Give a trader of the demonstration an account to defer to."""
    from tests.customhouse import world

    world.register.authorise(
        identifier=identifier,
        kind="DPO",
        reference="XFDPO4400",
        valid=world.Period(world.date(2026, 1, 1)),
        by=world.SYSTEM,
        at=world.AT,
    )
    world.IMPORTER = identifier
    world.deferment(LIMIT)


def _actor(address: str) -> Actor:
    from customhouse.accounts.models import Person
    from customhouse.accounts.queries import actor_of_person
    from customhouse.settings.database import as_system

    with as_system():
        number = Person.objects.get(email=address).id
    found = actor_of_person(number)
    assert found is not None, address
    return found


def _passwords() -> None:
    from django.contrib.auth.hashers import make_password

    from customhouse.settings.database import as_system, execute

    with as_system():
        execute("UPDATE person SET password = %s", (make_password(WORD),))


def _clock(start: datetime) -> Iterator[datetime]:
    return (start + timedelta(minutes=61 * number) for number in count())


if __name__ == "__main__":
    django.setup()
    now, addresses = datetime.now(UTC), ADDRESSES
    if "demonstration" in sys.argv[1:]:
        numbers, addresses = settle_in_the_demonstration(now)
    else:
        numbers = settle_in(now)
    print(json.dumps({"made": numbers, "addresses": addresses}))  # noqa: T201
