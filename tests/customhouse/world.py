"""A small administration for the desks' tests: law, selectivity, an importer, officers, a supervisor."""

from datetime import UTC, date, datetime
from functools import cache
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
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*.toml"))
    }


def drawing(share: int, *, channel: str = "red") -> dict[str, bytes]:
    """A selectivity whose random share is as said, in parts per million, and has no profiles."""
    raise NotImplementedError(share, channel)


def build() -> World:
    """Enter everybody and publish the law; the state folder must be a test's own."""
    people.forget_keys()
    records.commit_secrets(today=AT.date(), at=AT)
    tariffs.publish(files=law_files(), name="demonstration", by=SYSTEM, at=AT)
    digest = targeting.propose(
        files=selectivity_files(), reason="first bundle", by=SYSTEM, at=AT
    )
    targeting.approve(digest=digest, by=system_actor("second", via="command"), at=AT)
    customs = _organisation("Customs", kind="customs")
    return World(
        importer=_trader("Salt and Silk", IMPORTER),
        stranger=_trader("Pepper House", "XF200000021"),
        officer=_officer("oda", customs, "officer"),
        colleague=_officer("ole", customs, "officer"),
        supervisor=_officer("sunniva", customs, "supervisor"),
        analyst=_officer("anna", customs, "analyst"),
    )


def deferment(limit: int) -> None:
    """Give the importer leave to defer payment up to a limit in minor units."""
    register.authorise(
        identifier=IMPORTER,
        kind="DPO",
        reference="XFDPO1",
        valid=Period(date(2026, 1, 1)),
        by=SYSTEM,
        at=AT,
    )
    with as_system():
        execute(
            'INSERT INTO deferment_account (payer, organisation_id, "limit", drawn, currency)'
            " SELECT %s, id, %s, 0, 'XFC' FROM organisation WHERE trader_identifier = %s",
            (IMPORTER, limit, IMPORTER),
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


def _trader(name: str, identifier: str) -> Actor:
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
    """A declaration in order: one container of leather shoes and ceramic tiles."""
    content = msgspec.json.decode((ROOT / "cases" / "declaration.json").read_bytes())
    content["local_reference"] = reference
    return msgspec.convert(content | changes, Document, strict=False)
