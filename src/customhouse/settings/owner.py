"""The owner's connection: migrations alone use it, and only they are told its address."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connections

from customhouse.settings import environment


@contextmanager
def as_owner() -> Iterator[None]:
    """Run the block as the role that owns the tables, named by FONDACO_OWNER_DATABASE_URL."""
    owner = environment.database(
        "FONDACO_OWNER_DATABASE_URL",
        explain="Set it to the address of the role that owns the tables; only migrations use it.",
    )
    settings = connections["default"].settings_dict
    before = {name: settings[name] for name in owner}
    connections["default"].close()
    settings.update(owner)
    try:
        yield
    finally:
        connections["default"].close()
        settings.update(before)
