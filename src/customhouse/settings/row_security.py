"""Row-level security, forced, and append-only tables: operations for the desks' migrations.

Every transaction says on whose behalf it acts (`database.acting_as`); one that says nothing sees
no row. Scopes: `trader` sees the rows of its organisation, `customs` sees all but what is sealed,
`system` (the worker, sign-in) sees everything.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from django.db.migrations import RunSQL

TRADER, CUSTOMS, SYSTEM = "trader", "customs", "system"

FUNCTIONS = RunSQL(
    """
CREATE FUNCTION fondaco_scope() RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN coalesce(current_setting('fondaco.scope', true), '');
CREATE FUNCTION fondaco_organisation() RETURNS bigint
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN CASE WHEN current_setting('fondaco.scope', true) = 'trader'
           THEN nullif(current_setting('fondaco.organisation', true), '')::bigint END;
CREATE FUNCTION fondaco_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'found % on %, expected it never: what is on record stays',
        TG_OP, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
""",
    """
DROP FUNCTION fondaco_refuse_change();
DROP FUNCTION fondaco_organisation();
DROP FUNCTION fondaco_scope();
""",
)
"""The functions that policies and triggers call; the first migration of all makes them."""

_SEES_ALL = "(SELECT fondaco_scope()) IN ('customs', 'system')"


def policy(
    table: str,
    *,
    owner_columns: Sequence[str] = ("organisation_id",),
    owners_column: str | None = None,
    entered_by_all: bool = False,
) -> RunSQL:
    """Let an organisation see and write only the rows that name it; customs and system see all.

    A row belongs to every organisation in its owner columns, or in the bigint array that
    `owners_column` names. With `entered_by_all` a trader's act may also enter rows that the trader
    will not see, such as a record of how it was selected; not with RETURNING, which is a look.
    The subselects are planned once per query, not per row.
    """
    own = [f"{_name(column)} = (SELECT fondaco_organisation())" for column in owner_columns]
    if owners_column is not None:
        own = [f"(SELECT fondaco_organisation()) = ANY ({_name(owners_column)})"]
    sees = " OR ".join([_SEES_ALL, *own])
    enters = "(SELECT fondaco_scope()) <> ''" if entered_by_all else sees
    return _policy(table, sees=sees, enters=enters)


def policy_through(table: str, *, parent: str, column: str, key: str = "id") -> RunSQL:
    """Let a row be seen and written by whoever sees its parent row: an item, its declaration."""
    same = f"parent.{_name(key)} = {_name(table)}.{_name(column)}"
    sees = f"{_SEES_ALL} OR EXISTS (SELECT 1 FROM {_name(parent)} AS parent WHERE {same})"  # noqa: S608
    return _policy(table, sees=sees)


def sealed(table: str) -> RunSQL:
    """Let the system alone see and write a table: not even customs officers' pages may."""
    return _policy(table, sees="(SELECT fondaco_scope()) = 'system'")


def customs_only(table: str, *, entered_by_all: bool = False) -> RunSQL:
    """Let customs and the system see and write a table, and no trader."""
    enters = "(SELECT fondaco_scope()) <> ''" if entered_by_all else ""
    return _policy(table, sees=_SEES_ALL, enters=enters)


def append_only(table: str) -> RunSQL:
    """Refuse UPDATE, DELETE and TRUNCATE on a table, to its owner too.

    The `migrate` command grants the application's role SELECT and INSERT on such a table, so that
    it has not even the right to try.
    """
    name = _name(table)
    return RunSQL(
        f"CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {name}"
        " FOR EACH STATEMENT EXECUTE FUNCTION fondaco_refuse_change()",
        f"DROP TRIGGER append_only ON {name}",
    )


def never_deleted(table: str) -> RunSQL:
    """Refuse DELETE and TRUNCATE on a table whose rows may change but are never forgotten.

    The `migrate` command grants the application's role no DELETE on it.
    """
    name = _name(table)
    return RunSQL(
        f"CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON {name}"
        " FOR EACH STATEMENT EXECUTE FUNCTION fondaco_refuse_change()",
        f"DROP TRIGGER never_deleted ON {name}",
    )


def _policy(table: str, *, sees: str, enters: str = "") -> RunSQL:
    name = _name(table)
    return RunSQL(
        f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY;"
        f"ALTER TABLE {name} FORCE ROW LEVEL SECURITY;"
        f"CREATE POLICY seen_by ON {name} FOR SELECT USING ({sees});"
        f"CREATE POLICY entered_by ON {name} FOR INSERT WITH CHECK ({enters or sees});"
        f"CREATE POLICY changed_by ON {name} FOR UPDATE USING ({sees}) WITH CHECK ({sees});"
        f"CREATE POLICY deleted_by ON {name} FOR DELETE USING ({sees})",
        f"DROP POLICY seen_by ON {name}; DROP POLICY entered_by ON {name};"
        f"DROP POLICY changed_by ON {name}; DROP POLICY deleted_by ON {name};"
        f"ALTER TABLE {name} NO FORCE ROW LEVEL SECURITY;"
        f"ALTER TABLE {name} DISABLE ROW LEVEL SECURITY",
    )


def _name(word: str) -> str:
    if not re.fullmatch(r"[a-z_][a-z0-9_]*", word):
        raise ValueError(f"found {word!r}, expected a plain lower-case SQL name")
    return word
