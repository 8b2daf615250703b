"""What the environment says, typed; a wrong or missing word is refused with what to set."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from django.core.exceptions import ImproperlyConfigured
from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

Value = TypeVar("Value")

YES, NO = ("1", "yes", "true", "on"), ("0", "no", "false", "off")


def text(name: str, *, default: str | None = None, explain: str = "") -> str:
    """Return the words of a variable; without a default it must be set."""
    found = os.environ.get(name, "")
    if found:
        return found
    if default is None:
        raise ImproperlyConfigured(f"{name} is not set. {explain}".strip())
    return default


def yes_or_no(name: str, *, default: bool) -> bool:
    """Return whether a variable says yes."""
    found = os.environ.get(name, "").strip().lower()
    if not found:
        return default
    if found not in YES + NO:
        raise ImproperlyConfigured(f"{name} is {found!r}: set it to yes or no.")
    return found in YES


def whole_number(name: str, *, default: int, least: int = 0) -> int:
    """Return a variable as a whole number that is not below the least."""
    number = _read(name, int, default=default, expected=f"a whole number from {least}")
    if number < least:
        raise ImproperlyConfigured(f"{name} is {number}: set a whole number from {least}.")
    return number


def words(name: str, *, default: tuple[str, ...] = ()) -> list[str]:
    """Return the words of a variable that separates them by commas."""
    found = os.environ.get(name, "")
    return [word.strip() for word in found.split(",") if word.strip()] or list(default)


def folder(name: str, *, default: Path) -> Path:
    """Return a folder that is there, made for us alone where it was not."""
    path = Path(os.environ.get(name) or default).absolute()
    path.mkdir(parents=True, exist_ok=True, mode=0o700)
    return path


def database(name: str, *, explain: str) -> dict[str, object]:
    """Return Django's description of the database whose address a variable holds."""
    address = text(name, explain=explain)
    try:
        parts = {key: str(value) for key, value in conninfo_to_dict(address).items()}
    except ProgrammingError as refused:
        raise ImproperlyConfigured(
            f"{name} is no PostgreSQL address ({refused}): "
            "set it like postgresql://role:password@host:5432/fondaco"
        ) from None
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.pop("dbname", ""),
        "USER": parts.pop("user", ""),
        "PASSWORD": parts.pop("password", ""),
        "HOST": parts.pop("host", ""),
        "PORT": parts.pop("port", ""),
        "OPTIONS": parts,
    }


def _read(name: str, read: Callable[[str], Value], *, default: Value, expected: str) -> Value:
    found = os.environ.get(name, "")
    if not found:
        return default
    try:
        return read(found)
    except ValueError:
        raise ImproperlyConfigured(f"{name} is {found!r}: set {expected}.") from None
