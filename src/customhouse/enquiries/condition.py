"""Whether each part of the service works, found by trying it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from django.db import DatabaseError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from customhouse.settings.database import execute


class Part(NamedTuple):
    """A part of the service as the public knows it, and whether it works."""

    name: str | Promise
    works: bool


def parts() -> list[Part]:
    """Try each part now."""
    return [
        Part(_("Pages"), True),
        Part(_("Lodging and following declarations"), _answers(_reads)),
    ]


def _reads() -> None:
    execute("SELECT 1", ()).fetchone()


def _answers(attempt: Callable[[], None]) -> bool:
    try:
        attempt()
    except DatabaseError:
        return False
    return True
