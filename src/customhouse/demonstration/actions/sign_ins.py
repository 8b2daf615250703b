"""One person for each role, with a password that is made at set-up, and keys for machines."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from customhouse.accounts import actions as accounts
from customhouse.accounts import queries as accounts_known
from customhouse.accounts.actor import Actor
from customhouse.accounts.authority import SCOPES
from customhouse.demonstration import kept, people
from customhouse.demonstration.actions import settle
from customhouse.demonstration.kept import Kept, KeptKey, KeptSignIn
from customhouse.demonstration.people import SignIn
from customhouse.demonstration.values import Firm, Nation
from customhouse.settings.database import acting_as, as_system


def give(nation: Nation, *, customs: int, by: Actor, at: datetime) -> Kept:
    """Enter whoever is missing and keep their passwords; answers all that is kept.

    A password or key that is kept already is used again: a new database under an old state
    folder gets the old passwords, and what is in the database is never changed.
    """
    before = kept.read()
    trader, broker = people.shown_trader(nation), people.shown_broker(nation)
    places = _places(customs, trader, broker)
    with acting_as(by):
        there = accounts_known.people_at([each.address for each in people.ROLES])
        made = tuple(
            _sign_in(each, *places[each.role], before=before, is_new=each.address not in there)
            for each in people.ROLES
        )
        for one, sign_in in zip(people.ROLES, made, strict=True):
            if one.address not in there:
                _enter(one, sign_in, places[one.role][0], by=by, at=at)
        keys = _keys(trader, before.keys, by=by, at=at)
    found = Kept(sign_ins=made, keys=keys)
    if found != before:
        kept.write(found)
    return found


def _places(customs: int, trader: Firm, broker: Firm) -> dict[str, tuple[int, str]]:
    with as_system():
        known = accounts_known.organisations_of([trader.identifier, broker.identifier])
    return {
        **{each.role: (customs, people.CUSTOMS) for each in people.OF_CUSTOMS},
        "trader": (known[trader.identifier], trader.name),
        "broker": (known[broker.identifier], broker.name),
    }


def _sign_in(
    one: SignIn, organisation: int, organisation_name: str, *, before: Kept, is_new: bool
) -> KeptSignIn:
    for known in before.sign_ins:
        if known.address == one.address:
            return known
    # Somebody who is there already has a password that we no longer know.
    password = kept.new_password() if is_new else ""
    return KeptSignIn(one.role, one.name, organisation_name, one.address, password)


def _enter(one: SignIn, sign_in: KeptSignIn, organisation: int, *, by: Actor, at: datetime) -> None:
    person = accounts.create_person(
        email=one.address, name=one.name, password=sign_in.password, by=by, at=at
    )
    settle.employ(person, organisation, role=one.role, office=one.office, by=by, at=at)
    if one.role in ("trader", "broker"):  # so that they can see to keys and colleagues
        settle.employ(person, organisation, role="administrator", by=by, at=at)


def _keys(
    trader: Firm, before: Sequence[KeptKey], *, by: Actor, at: datetime
) -> tuple[KeptKey, ...]:
    sandbox, identifier = settle.sandbox(by=by, at=at)
    number = accounts_known.organisations_of([trader.identifier])[trader.identifier]
    return (
        _key("live", number, trader.name, trader.identifier, before=before, by=by, at=at),
        _key("test", sandbox, people.SANDBOX, identifier, before=before, by=by, at=at),
    )


def _key(
    name: str,
    organisation: int,
    organisation_name: str,
    identifier: str,
    *,
    before: Sequence[KeptKey],
    by: Actor,
    at: datetime,
) -> KeptKey:
    valid = {
        each.public_id for each in accounts_known.keys(organisation) if each.revoked_at is None
    }
    for each in before:
        if each.name == name and each.public_id in valid:
            return each
    made = accounts.create_key(
        organisation_id=organisation, name=f"Demonstration, {name}", scopes=SCOPES, by=by, at=at
    )
    return KeptKey(name, organisation_name, identifier, made.public_id, made.secret)
