"""What the application's role may do: read and write rows, and only add to what is on record."""

from __future__ import annotations

from django.db import connection
from psycopg import sql

_TABLES = """
SELECT class.relname, class.relkind, (
    SELECT min(guard.tgname) FROM pg_trigger AS guard
    WHERE guard.tgrelid = class.oid AND guard.tgname IN ('append_only', 'never_deleted'))
FROM pg_class AS class
WHERE class.relnamespace = 'public'::regnamespace AND class.relkind IN ('r', 'p', 'v', 'S')
ORDER BY class.relname
"""
MIGRATIONS = "django_migrations"


def grant_to(role: str) -> None:
    """Give the role exactly its rights on every table there is; run as the owner."""
    with connection.cursor() as cursor:
        cursor.execute(_TABLES)
        tables = cursor.fetchall()
        for statement in _statements(role, tables):
            cursor.execute(statement)


def _statements(role: str, tables: list[tuple[str, str, str | None]]) -> list[sql.Composed]:
    whom = sql.Identifier(role)
    statements = [sql.SQL("GRANT USAGE ON SCHEMA public TO {}").format(whom)]
    for table, kind, guard in tables:
        name = sql.Identifier("public", table)
        rights = _rights(table, kind, guard=guard)
        what = "SEQUENCE" if kind == "S" else "TABLE"
        statements += [
            sql.SQL(f"REVOKE ALL ON {what} {{}} FROM {{}}").format(name, whom),
            sql.SQL(f"REVOKE ALL ON {what} {{}} FROM PUBLIC").format(name),
            sql.SQL(f"GRANT {rights} ON {what} {{}} TO {{}}").format(name, whom),
        ]
    return statements


def _rights(table: str, kind: str, *, guard: str | None) -> str:
    if kind == "S":
        return "USAGE"
    if kind == "v" or table == MIGRATIONS:
        return "SELECT"
    rights = {"append_only": "SELECT, INSERT", "never_deleted": "SELECT, INSERT, UPDATE"}
    return rights.get(guard or "", "SELECT, INSERT, UPDATE, DELETE")
