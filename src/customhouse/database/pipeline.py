"""One transaction in few round trips: statements queue up and are answered together."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection
from psycopg import Cursor


@contextmanager
def cursor() -> Iterator["Cursor[Any]"]:
    """A plain psycopg cursor on Django's connection, inside its transaction.

    Plain because the wrapper costs more than the statement on the hot path.
    """
    connection.ensure_connection()
    with connection.connection.cursor() as plain:
        yield plain


@contextmanager
def pipelined() -> Iterator["Cursor[Any]"]:
    """A cursor whose statements are sent without waiting; errors appear when the block ends."""
    connection.ensure_connection()
    with connection.connection.pipeline(), connection.connection.cursor() as plain:
        yield plain
