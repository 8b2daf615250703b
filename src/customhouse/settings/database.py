"""The database connection: on whose behalf a transaction acts, and plain SQL for the hot paths."""

from __future__ import annotations

import select
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from typing import Any, Protocol

import psycopg
from django.db import Error, connection, connections, transaction

from customhouse.settings.row_security import CUSTOMS, SYSTEM, TRADER

_SETTINGS = (
    "SELECT set_config('fondaco.scope', %s, true), set_config('fondaco.organisation', %s, true)"
)
_SETTINGS_OFTEN = f"{_SETTINGS}, set_config('plan_cache_mode', 'force_generic_plan', true)"
_behalf: ContextVar[tuple[str, int | None] | None] = ContextVar("behalf", default=None)


class Acting(Protocol):
    """What must be known of whoever acts; `accounts.actor.Actor` is one."""

    @property
    def scope(self) -> str:
        """The scope of the rows they may see."""

    @property
    def organisation_id(self) -> int | None:
        """The organisation they act for."""


def acting_as(actor: Acting) -> AbstractContextManager[None]:
    """Open a transaction that sees and writes only what the actor may."""
    return on_behalf_of(scope=actor.scope, organisation_id=actor.organisation_id)


def as_customs(*, often: bool = False) -> AbstractContextManager[None]:
    """Open a transaction that decides as the administration, on a trader's request perhaps.

    One that is opened ``often`` has its statements planned once for all: what the server spends
    on planning the look-ups of a lodgement anew is more than it spends on looking.
    """
    return on_behalf_of(scope=CUSTOMS, often=often)


def as_system() -> AbstractContextManager[None]:
    """Open a transaction for sign-in, the worker and what is sealed from every page."""
    return on_behalf_of(scope=SYSTEM)


@contextmanager
def on_behalf_of(
    *, scope: str, organisation_id: int | None = None, often: bool = False
) -> Iterator[None]:
    """Run a transaction whose rows are those that this scope and organisation may see.

    Within another such block it is a savepoint, and the other's behalf is restored after it.
    """
    if scope not in (TRADER, CUSTOMS, SYSTEM):
        raise ValueError(f"found the scope {scope!r}, expected trader, customs or system")
    if scope == TRADER and organisation_id is None:
        raise ValueError("found no organisation, expected one: a trader acts for an organisation")
    before = _behalf.get()
    with transaction.atomic():
        _enter(scope, organisation_id, settings=_SETTINGS_OFTEN if often else _SETTINGS)
        token = _behalf.set((scope, organisation_id))
        try:
            yield
        finally:
            _behalf.reset(token)
    # A rollback has restored it by itself; after success the outer block is told again.
    if connection.in_atomic_block:
        _enter(*(before or ("", None)))


@contextmanager
def looking_as(scope: str) -> Iterator[None]:
    """Read with other eyes inside the caller's transaction, without a savepoint: for queries.

    What customs must know to decide on a trader's request is more than the trader may see. Where
    the caller sees as much already nothing is sent.
    """
    before = _behalf.get()
    if before is not None and before[0] in (scope, SYSTEM):
        yield
    elif not connection.in_atomic_block:
        with on_behalf_of(scope=scope):
            yield
    else:
        yield from _looking_as(scope, before or ("", None))


def _looking_as(scope: str, before: tuple[str, int | None]) -> Iterator[None]:
    _enter(scope, None)
    token = _behalf.set((scope, None))
    try:
        yield
    except (Error, psycopg.Error):
        raise  # the rollback restores it
    except BaseException:
        _enter(*before)
        raise
    else:
        _enter(*before)
    finally:
        _behalf.reset(token)


def _enter(scope: str, organisation_id: int | None, *, settings: str = _SETTINGS) -> None:
    organisation = "" if organisation_id is None else str(organisation_id)
    execute(settings, (scope, organisation))


def behalf() -> tuple[str, int | None] | None:
    """Return the scope and organisation on whose behalf the innermost block acts, if any."""
    return _behalf.get()


def require_transaction() -> None:
    """Refuse to go on outside a transaction: what must stand together is written together."""
    if not connection.in_atomic_block:
        raise RuntimeError(
            "found no open transaction, expected one: call this inside `acting_as(actor)`"
        )


def execute(
    statement: str, parameters: Sequence[object] | Mapping[str, object] = ()
) -> psycopg.Cursor[Any]:
    """Send one statement; returns the cursor, from which rows are read by iterating over it.

    The server binds the parameters and plans a statement used often once. Inside `pipeline()`
    the statement is queued; reading its rows waits for all that were sent before. Errors are
    those of `django.db`, such as IntegrityError.
    """
    ours = connections["default"]
    ours.ensure_connection()
    with ours.wrap_database_errors:
        return psycopg.Cursor(ours.connection).execute(statement, parameters or None)


def fetched(cursor: psycopg.Cursor[Any]) -> list[Any]:
    """Return all rows; in a pipeline this waits for everything sent so far."""
    with connections["default"].wrap_database_errors:
        return cursor.fetchall()


def leave_if_the_server_did() -> None:
    """Close this thread's connection where the server has left it, so that a new one is made.

    A server that goes says so: there is something to read where nothing was asked. Looking costs
    a system call, asking would cost a way there and back for each request.
    """
    kept = connection.connection
    if kept is not None and not kept.closed:
        watch = select.poll()
        watch.register(kept.fileno(), select.POLLIN)
        if watch.poll(0):
            connection.close()


def raw() -> psycopg.Connection[Any]:
    """Return psycopg's own connection, inside Django's transaction."""
    connection.ensure_connection()
    return connection.connection  # type: ignore[no-any-return]


@contextmanager
def pipeline() -> Iterator[None]:
    """Queue statements and send them together: one wait for all, at the latest at the end.

    An error of any of them appears when a row is read or when the block ends.
    """
    with connection.wrap_database_errors, raw().pipeline():
        yield
