"""Enters importers, their keys and deferments, and puts law and selectivity in force.

Prints a line for each: its identifier and its key; last the key of the tests' own importer.
"""

from datetime import date

import django

django.setup()

from customhouse.accounts import actions as accounts  # noqa: E402
from customhouse.accounts.actor import Actor  # noqa: E402
from customhouse.register import actions as register  # noqa: E402
from customhouse.settings.database import as_system, execute  # noqa: E402
from fondaco.identifiers import trader  # noqa: E402
from fondaco.units.period import Period  # noqa: E402
from tests.customhouse import world  # noqa: E402

LIMIT = 10**17
OTHERS = 40
"""How many other importers share the load: a country's trade does not hang on one account."""


def enter(identifier: str, number: int) -> str:
    """Enter one more importer, who may defer; answers its key."""
    importer = world.trader(f"Importer {number}", identifier)
    register.authorise(
        identifier=identifier,
        kind="DPO",
        reference=f"XFDPO-{number}",
        valid=Period(date(2026, 1, 1)),
        by=world.SYSTEM,
        at=world.AT,
    )
    world.deferment(LIMIT, payer=identifier)
    return key(importer)


def key(importer: Actor) -> str:
    """A key with which the importer's software lodges."""
    made = accounts.create_key(
        organisation_id=importer.organisation_id or 0,
        name="measured",
        scopes=["declarations:write"],
        by=importer,
        at=world.AT,
    )
    return made.secret


house = world.build()
world.deferment(LIMIT)
for number in range(OTHERS):
    identifier = trader.form(country="XF", serial=30_000_000 + number)
    print(identifier, enter(identifier, number))  # noqa: T201
with as_system():
    execute("ANALYZE")
print(key(house.importer))  # noqa: T201
