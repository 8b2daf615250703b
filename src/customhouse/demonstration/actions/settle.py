"""Entering the nation through the desks: its firms, its customs officers, who may do what."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from customhouse.accounts import actions as accounts
from customhouse.accounts import queries as accounts_known
from customhouse.accounts.actor import Actor
from customhouse.declarations.actions.importer_history import take_over
from customhouse.demonstration import known, people
from customhouse.demonstration.nation import COUNTRY
from customhouse.demonstration.values import Broker, Firm, Nation, Trader
from customhouse.register import actions as register
from customhouse.revenue import actions as revenue
from customhouse.settings.database import acting_as
from fondaco.identifiers import trader as identifiers

CURRENCY = "XFC"


def organisations(nation: Nation, *, by: Actor, at: datetime) -> int:
    """Enter every firm as an organisation, in the register, with what it may; answers how many."""
    firms: tuple[Firm, ...] = (*nation.traders, *nation.brokers)
    with acting_as(by):
        there = accounts_known.organisations_of([each.identifier for each in firms])
        missing = [each for each in firms if each.identifier not in there]
        for firm in missing:
            _organisation(firm, by=by, at=at)
            _registration(firm, by=by, at=at)
        for firm in missing:
            _deferment(firm, by=by, at=at)
        _mandates(nation, {each.identifier for each in missing}, by=by, at=at)
    return len(missing)


def _organisation(firm: Firm, *, by: Actor, at: datetime) -> int:
    return accounts.create_organisation(
        kind="broker" if isinstance(firm, Broker) else "trader",
        name=firm.name,
        trader_identifier=firm.identifier,
        by=by,
        at=at,
    )


def _registration(firm: Firm, *, by: Actor, at: datetime) -> None:
    register.register_trader(
        identifier=firm.identifier,
        name=firm.name,
        registered_on=firm.registered_on,
        by=by,
        at=at,
    )
    for each in known.authorisations(firm):
        register.authorise(
            identifier=firm.identifier,
            kind=each.kind,
            reference=each.reference,
            valid=each.valid,
            by=by,
            at=at,
        )


def _deferment(firm: Firm, *, by: Actor, at: datetime) -> None:
    if firm.deferment is not None:
        revenue.allow_deferment(
            payer=firm.identifier, limit=firm.limit, currency=CURRENCY, by=by, at=at
        )


def _mandates(nation: Nation, fresh: set[str], *, by: Actor, at: datetime) -> None:
    for mandate in known.mandates(nation):
        if mandate.principal in fresh:
            register.grant_mandate(
                principal=mandate.principal,
                representative=mandate.representative,
                representation=mandate.representation,
                valid=mandate.valid,
                by=by,
                at=at,
            )


def customs(nation: Nation, *, by: Actor, at: datetime) -> int:
    """Enter the customs administration and those who work by themselves; answers its number."""
    with acting_as(by):
        there = accounts_known.organisations_of_kind("customs")
        number = (
            there[0].id
            if there
            else accounts.create_organisation(kind="customs", name=people.CUSTOMS, by=by, at=at)
        )
        staff = tuple(people.officers(nation))
        known_people = accounts_known.people_at([each.address for each in staff])
        for officer in staff:
            if officer.address not in known_people:
                person = accounts.create_person(
                    email=officer.address, name=officer.name, by=by, at=at
                )
                employ(person, number, role=officer.role, office=officer.office, by=by, at=at)
    return number


def employ(
    person: int, organisation: int, *, role: str, office: str = "", by: Actor, at: datetime
) -> None:
    """Give a person a role; officers come on shift at once."""
    accounts.give_role(
        person_id=person, organisation_id=organisation, role=role, office=office, by=by, at=at
    )
    officer = accounts_known.actor_of_person(person) if role == "officer" else None
    if officer is not None:
        accounts.set_on_shift(person_id=person, is_on_shift=True, by=officer, at=at)


def sandbox(*, by: Actor, at: datetime) -> tuple[int, str]:
    """Enter the software house that tries things; answers its number and trader identifier."""
    identifier = identifiers.form(country=COUNTRY, serial=people.SANDBOX_SERIAL)
    with acting_as(by):
        there = accounts_known.organisations_of([identifier])
        if identifier in there:
            return there[identifier], identifier
        number = accounts.create_organisation(
            kind="software house",
            name=people.SANDBOX,
            trader_identifier=identifier,
            is_sandbox=True,
            by=by,
            at=at,
        )
        register.register_trader(
            identifier=identifier,
            name=people.SANDBOX,
            registered_on=at.date(),
            by=by,
            at=at,
        )
    return number, identifier


def records_of_before(traders: Iterable[Trader], *, by: Actor, at: datetime) -> None:
    """Take over since when importers are known; the youngest firms are new to everybody."""
    first_seen = {
        each.identifier: each.registered_on
        for each in traders
        if (at.date() - each.registered_on).days > _NEW_DAYS
    }
    take_over(first_seen=first_seen, by=by, at=at)


_NEW_DAYS = 220
