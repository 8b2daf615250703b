"""A small administration for the desks' tests: law, selectivity, traders, officers."""

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import count
from pathlib import Path

import msgspec

from customhouse.accounts import actions as accounts
from customhouse.accounts import queries as people
from customhouse.accounts.actor import Actor, system_actor
from customhouse.records import actions as records
from customhouse.register import actions as register
from customhouse.settings.database import as_system, execute
from customhouse.targeting import actions as targeting
from customhouse.tariffs import actions as tariffs
from customhouse.tariffs import queries as law_in_force
from fondaco.command import law_bundle
from fondaco.declaration.document import Document
from fondaco.units.period import Period

ROOT = Path(__file__).resolve().parents[2]
AT = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
OFFICE = "XF000101"
IMPORTER = "XF100000016"
SYSTEM = system_actor("test", via="command")


class World(msgspec.Struct, frozen=True):
    """Who is there."""

    importer: Actor
    stranger: Actor
    officer: Actor
    colleague: Actor
    supervisor: Actor
    analyst: Actor


@cache
def law_files() -> dict[str, bytes]:
    """The demonstration country's law, built once."""
    return dict(law_bundle.build(ROOT / "law" / "demonstration"))


@cache
def selectivity_files() -> dict[str, bytes]:
    """The demonstration country's selectivity."""
    folder = ROOT / "selectivity"
    return {
        str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*.toml"))
    }


def selecting(channel: str) -> dict[str, bytes]:
    """A selectivity that sends everything into one channel, green but for the random share."""
    shares = "[[shares]]\nfrom = 2026-01-01\nrandom = { red = 5000 }\nmethods = ['open']\n"
    files = {
        "bundle.toml": b"title = { en = 'Test', fr = 'Essai' }\npublished = 2026-01-01\n",
        "shares.toml": shares.encode(),
    }
    if channel != "green":
        files["profiles/all.toml"] = _EVERYTHING.format(channel=channel).encode()
    return files


_EVERYTHING = """
[[profile]]
id = "TEST-ALL"
title = {{ en = "Everything", fr = "Tout" }}
expression = "item_count >= 1"
channel = "{channel}"
methods = ["open"]
owner = "Test"
basis = {{ act = "Customs Act 2025", article = "s. 1" }}
from = 2026-01-01
until = 2030-01-01
review = 2027-01-01

[[profile.case]]
name = "One item"
header = {{ "item_count" = 1 }}
hits = true

[[profile.case]]
name = "Nothing"
header = {{ "item_count" = 0 }}
hits = false
"""


def build(*, channel: str | None = None) -> World:
    """Enter everybody, publish the law, and a selectivity: the demonstration's, or one channel."""
    people.forget_keys()
    records.commit_secrets(today=AT.date(), at=AT)
    tariffs.publish(files=law_files(), name="demonstration", by=SYSTEM, at=AT)
    select(selecting(channel) if channel else selectivity_files())
    customs = _organisation("Customs", kind="customs")
    importer = trader("Salt and Silk", IMPORTER)
    register.authorise(
        identifier=IMPORTER,
        kind="DPO",
        reference="XFDPO1",
        valid=Period(date(2026, 1, 1)),
        by=SYSTEM,
        at=AT,
    )
    return World(
        importer=importer,
        stranger=trader("Pepper House", "XF200000021"),
        officer=_officer("oda", customs, "officer"),
        colleague=_officer("ole", customs, "officer"),
        supervisor=_officer("sunniva", customs, "supervisor"),
        analyst=_officer("anna", customs, "analyst"),
    )


_TICKS = count(1)


def select(files: dict[str, bytes]) -> None:
    """Put a selectivity in force, by two people, after the one before it."""
    books, at = law_in_force.code_books(at=AT), AT + timedelta(microseconds=next(_TICKS))
    with suppress(targeting.NothingToDo):  # it is in force already
        digest = targeting.propose(files=files, books=books, reason="test", by=SYSTEM, at=at)
        targeting.approve(digest=digest, by=system_actor("second", via="command"), at=at)


def deferment(limit: int, *, payer: str = IMPORTER) -> None:
    """Open a payer's deferment account, the importer's own, with a limit in minor units."""
    with as_system():
        execute(
            'INSERT INTO deferment_account (payer, organisation_id, "limit", drawn, currency)'
            " SELECT %s, id, %s, 0, 'XFC' FROM organisation WHERE trader_identifier = %s",
            (payer, limit, payer),
        )


def _organisation(name: str, *, kind: str, identifier: str | None = None) -> int:
    return accounts.create_organisation(
        kind=kind, name=name, trader_identifier=identifier, by=SYSTEM, at=AT
    )


def _person(name: str, organisation: int, *roles: str, office: str = "") -> int:
    person = accounts.create_person(
        email=f"{name}@{organisation}.example", name=name.title(), by=SYSTEM, at=AT
    )
    for role in roles:
        accounts.give_role(
            person_id=person,
            organisation_id=organisation,
            role=role,
            office=office,
            by=SYSTEM,
            at=AT,
        )
    return person


def trader(name: str, identifier: str) -> Actor:
    """Enter an organisation of a registered trader, with one person in it, and give that person."""
    organisation = _organisation(name, kind="trader", identifier=identifier)
    register.register_trader(
        identifier=identifier, name=name, registered_on=date(2020, 1, 1), by=SYSTEM, at=AT
    )
    return people.actor_of_person(_person("ada", organisation, "trader", "administrator"))


def _officer(name: str, customs: int, role: str) -> Actor:
    person = _person(name, customs, role, office=OFFICE)
    actor = people.actor_of_person(person)
    if role == "officer":
        accounts.set_on_shift(person_id=person, is_on_shift=True, by=actor, at=AT)
    return actor


def declaration(reference: str = "2026-0001", **changes: object) -> Document:
    """A declaration in order, of five items, lodged by the importer itself."""
    content = msgspec.json.decode((ROOT / "cases" / "five-items.json").read_bytes())
    content["local_reference"] = reference
    del content["representative"]
    # The wine's excise is deferred as everything else is.
    content["shipment"]["items"][4]["taxes"].append({"kind": "E20", "payment_method": "E"})
    return msgspec.convert(content | changes, Document, strict=False)
