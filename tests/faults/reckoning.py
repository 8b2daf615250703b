"""What the database holds against what was acknowledged: prints every difference, one a line."""

import json
import time
from pathlib import Path

import django

django.setup()

from django.conf import settings  # noqa: E402

from customhouse.records import actions as records  # noqa: E402
from customhouse.settings.database import as_system, execute  # noqa: E402

PATIENCE_SECONDS = 60
"""How long the log may take to hold everything that is on record."""

_FACTS = {
    "declarations lodged twice under one reference": """
        SELECT local_reference FROM declaration
        GROUP BY declarant, local_reference HAVING count(*) > 1""",
    "declarations without exactly one first version": """
        SELECT d.mrn FROM declaration d LEFT JOIN declaration_version v
          ON v.mrn = d.mrn AND v.version = 1
        GROUP BY d.mrn HAVING count(v.mrn) <> 1""",
    "declarations without their items": """
        SELECT d.mrn FROM declaration d LEFT JOIN goods_item g ON g.mrn = d.mrn
        GROUP BY d.mrn, d.item_count HAVING count(g.mrn) <> d.item_count""",
    "declarations not accepted exactly once on record": """
        SELECT d.mrn FROM declaration d LEFT JOIN record r
          ON r.subject = d.mrn AND r.kind = 'declaration.accepted'
        GROUP BY d.mrn HAVING count(r.id) <> 1""",
    "debts that are not what was assessed": """
        SELECT d.mrn FROM declaration d LEFT JOIN ledger_transfer t
          ON t.mrn = d.mrn AND t.debit = 'receivable'
        GROUP BY d.mrn, d.assessed HAVING coalesce(sum(t.amount), 0) <> d.assessed * 100""",
    "deferment accounts that are not the sum of what was deferred": """
        SELECT a.payer FROM deferment_account a LEFT JOIN ledger_transfer t
          ON t.debit = 'deferred' AND t.debit_holder = a.payer
        GROUP BY a.payer, a.drawn HAVING coalesce(sum(t.amount), 0) <> a.drawn""",
    "bodies that are missing": """
        SELECT v.mrn FROM declaration_version v
        WHERE NOT EXISTS (SELECT 1 FROM body b
          WHERE b.digest = decode(substr(v.document_digest, 8), 'hex'))""",
}


def differences(acknowledged: dict[str, str]) -> list[str]:
    """Everything that is not as it was acknowledged."""
    with as_system():
        rows = execute("SELECT local_reference, mrn FROM declaration").fetchall()
        held = dict(rows)
        wrong = [
            f"lost: {reference} was acknowledged as {mrn}, found {held.get(reference)}"
            for reference, mrn in acknowledged.items()
            if held.get(reference) != mrn
        ]
        for what, question in _FACTS.items():
            found = [row[0] for row in execute(question).fetchall()]
            if found:
                wrong.append(f"{what}: {len(found)}, such as {found[0]}")
    return wrong + _log()


def _is_anything_left() -> bool:
    with as_system():
        (left,) = execute("SELECT EXISTS (SELECT 1 FROM pending_leaf)").fetchone() or (False,)
    return bool(left)


def _log() -> list[str]:
    # The worker died too: whatever it left undone must be taken up where it was left. One that
    # lives holds the pen meanwhile, and then it is for us to wait.
    end = time.monotonic() + PATIENCE_SECONDS
    while records.integrate() or (_is_anything_left() and time.monotonic() < end):
        time.sleep(0.05)
    with as_system():
        (count,) = execute("SELECT count(*) FROM record").fetchone() or (0,)
        size, last, distinct = execute(
            "SELECT count(*), coalesce(max(index), -1), count(DISTINCT record_id) FROM leaf"
        ).fetchone() or (0, -1, 0)
    if not count == size == last + 1 == distinct:
        return [f"the log has {size} leaves up to {last} of {distinct} records, expected {count}"]
    return []


if __name__ == "__main__":
    told = json.loads(Path(settings.STATE, "acknowledged.json").read_text())
    print("\n".join(differences(told)))
