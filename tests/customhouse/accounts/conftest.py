"""A trader's organisation with a person, and customs with an officer."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec
import pytest

from customhouse.accounts import actions, queries
from customhouse.accounts.actor import Actor, system_actor

AT = datetime(2026, 11, 21, 8, 30, tzinfo=UTC)
SYSTEM = system_actor("test", via="command")
PASSWORD = "a quay in the morning"


class House(msgspec.Struct, frozen=True):
    """Who is in the house of these tests."""

    trader: Actor
    officer: Actor
    other: Actor


@pytest.fixture
def house(db) -> House:
    """Enter a trader, an officer, and a second trader."""
    queries.forget_keys()
    trader = enter("ada@salt.example", kind="trader", roles=("trader", "administrator"))
    officer = enter("oda@customs.example", kind="customs", roles=("officer", "administrator"))
    other = enter("eve@other.example", kind="trader", roles=("trader", "administrator"))
    return House(trader, officer, other)


def enter(email: str, *, kind: str, roles: tuple[str, ...]) -> Actor:
    """Enter a person with an organisation of their own."""
    organisation = actions.create_organisation(
        kind=kind,
        name=email.split("@")[1],
        trader_identifier=f"XF-{email[:3]}" if kind == "trader" else None,
        by=SYSTEM,
        at=AT,
    )
    person = actions.create_person(
        email=email, name=email[:3].title(), password=PASSWORD, by=SYSTEM, at=AT
    )
    for role in roles:
        actions.give_role(
            person_id=person,
            organisation_id=organisation,
            role=role,
            office="XF0001" if kind == "customs" else "",
            by=SYSTEM,
            at=AT,
        )
    return queries.actor_of_person(person)
