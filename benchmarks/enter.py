"""Enters the importer, its key and its deferment, and puts law and selectivity in force."""

import django

django.setup()

from customhouse.accounts import actions as accounts  # noqa: E402
from customhouse.settings.database import as_system, execute  # noqa: E402
from tests.customhouse import world  # noqa: E402

LIMIT = 10**17

house = world.build()
world.deferment(LIMIT)
made = accounts.create_key(
    organisation_id=house.importer.organisation_id,
    name="measured",
    scopes=["declarations:write"],
    by=house.importer,
    at=world.AT,
)
with as_system():
    execute("ANALYZE")
print(made.secret)  # noqa: T201
