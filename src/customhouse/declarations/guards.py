"""The database's own guard over the life of a declaration, for its migration."""

from django.db.migrations import RunSQL

from fondaco.declaration.lifecycle import TRANSITIONS

_STEPS = ", ".join(
    sorted(
        f"('{start.value if start else ''}', '{act.value}', '{end.value}')"
        for start, act, end in TRANSITIONS
    )
)

LIFE = (
    RunSQL(
        "CREATE TABLE lifecycle_step ("
        "from_state text NOT NULL, act text NOT NULL, to_state text NOT NULL,"
        " PRIMARY KEY (from_state, act, to_state))",
        "DROP TABLE lifecycle_step",
    ),
    RunSQL(f"INSERT INTO lifecycle_step VALUES {_STEPS}", RunSQL.noop),  # noqa: S608 - our table
    RunSQL(
        """
CREATE FUNCTION declaration_keeps_to_its_life() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    before text := '';
BEGIN
    IF TG_OP = 'UPDATE' THEN
        before := OLD.state;
    END IF;
    PERFORM 1 FROM lifecycle_step
    WHERE from_state = before AND act = NEW.last_act AND to_state = NEW.state;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'found the step % -> % by %, expected one of lifecycle_step',
            before, NEW.state, NEW.last_act USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER declaration_is_lodged BEFORE INSERT ON declaration
    FOR EACH ROW EXECUTE FUNCTION declaration_keeps_to_its_life();
CREATE TRIGGER declaration_moves BEFORE UPDATE ON declaration
    FOR EACH ROW WHEN (
        OLD.state IS DISTINCT FROM NEW.state OR OLD.last_act IS DISTINCT FROM NEW.last_act
    ) EXECUTE FUNCTION declaration_keeps_to_its_life();
""",
        "DROP FUNCTION declaration_keeps_to_its_life() CASCADE",
    ),
)
"""The steps of `fondaco.declaration.lifecycle` as a table, and the trigger that holds to them."""

NEW_STEPS = RunSQL(
    f"INSERT INTO lifecycle_step VALUES {_STEPS} ON CONFLICT DO NOTHING",  # noqa: S608 - our table
    RunSQL.noop,
)
"""The steps as they are now, entered in a table that was made when there were fewer."""
