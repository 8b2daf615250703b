"""Databases that a test makes for itself on the server of the run, and deletes."""

from __future__ import annotations

import contextlib
import secrets
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

PATIENCE_SECONDS = 60


@contextmanager
def own_database(addresses: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """Make an empty database on the server of these addresses, and delete it."""
    name = f"fondaco_own_{secrets.token_hex(4)}"
    owner = addresses["FONDACO_OWNER_DATABASE_URL"]
    with psycopg.connect(owner, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    try:
        yield {
            key: urlunsplit(urlsplit(url)._replace(path=f"/{name}"))
            for key, url in addresses.items()
        }
    finally:
        _drop(name, owner=owner)


def _drop(name: str, *, owner: str) -> None:
    """Delete a database; while the server itself tidies it up, wait: that cannot be ended by us."""
    drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
    for _ in range(PATIENCE_SECONDS):
        with (
            contextlib.suppress(psycopg.errors.InsufficientPrivilege, psycopg.errors.ObjectInUse),
            psycopg.connect(owner, autocommit=True) as connection,
        ):
            connection.execute(drop)
            return
        time.sleep(1)
