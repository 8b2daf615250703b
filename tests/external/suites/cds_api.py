"""Every published CDS message, sent to the API as it is: each gets a decision that is on record.

A private database is started, the demonstration's law published, and one organisation lodges all of
them. A declaration is accepted, refused with findings, or registered under a procedure that is not
cleared yet, by its name; a request to amend or annul is refused in words, for the declaration that
it is about was never lodged here. The traders in the messages are not in our register, so that few
can be accepted: what is counted is that none fails and none is passed over.
"""

from __future__ import annotations

import csv
import os
import secrets
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

from tests.external.suites import Report, Tally

FOLDER = "declarations/cds"
PROJECT = Path(__file__).resolve().parents[3]
OUTCOMES = {
    "accepted",
    "registered",
    "refused",
    "unsupported",
    "corrected",
    "withdrawn",
    "requested",
}


def run(data: Path) -> Report:
    """Send every message that the list of the folder names, and print what became of them."""
    tally = Tally("cds-api")
    folder = data / FOLDER
    listed = list(csv.DictReader((folder / "declaration_xsd_validation.csv").open()))
    with _house() as send:
        counts: Counter[str] = Counter()
        procedures: Counter[str] = Counter()
        for row in listed:
            path = folder / "samples" / row["file"]
            if path.is_file():
                tally.attempt(
                    row["file"],
                    lambda path=path: _wrong_with(path.read_bytes(), send, counts, procedures),
                )
            else:
                tally.skip(1, f"{row['file']} is listed and not there")
    for outcome, count in sorted(counts.items()):
        tally.note(f"{outcome}: {count}")
    for procedure, count in sorted(procedures.items()):
        tally.note(f"registered under procedure {procedure}, not cleared yet: {count}")
    return tally.report()


def _wrong_with(body: bytes, send: Any, counts: Counter[str], procedures: Counter[str]) -> str:
    """What is wrong with the answer to one message, empty where nothing is."""
    answer, recorded = send(body)
    told = msgspec.json.decode(answer.content)
    outcome = told.get("outcome")
    if answer.status_code >= 500:
        return f"answered {answer.status_code}: {told}"
    if outcome is None and told.get("differing"):
        counts["refused: its reference names another message"] += 1
        return ""
    if outcome not in OUTCOMES:
        return f"answered {answer.status_code} without a decision: {told}"
    if outcome == "refused" and not (told.get("findings") or told.get("obstacle")):
        return "refused without a finding"
    if not recorded and not told.get("replayed"):
        return "decided, and nothing is on record"
    kind = "declaration" if "law_digest" in told else "request"
    counts["answered before" if told.get("replayed") else f"{kind} {outcome}"] += 1
    if outcome == "unsupported":
        procedures[told["procedure"]] += 1
    return ""


@contextmanager
def _house() -> Iterator[Any]:
    """Give a function that sends a message to a customs house of its own."""
    from house.postgres import temporary

    with temporary() as addresses, tempfile.TemporaryDirectory(prefix="fondaco-cds-api-") as state:
        os.environ |= {
            **addresses,
            "FONDACO_STATE": state,
            "FONDACO_SECRET_KEY": secrets.token_urlsafe(50),
            "FONDACO_DATABASE_POOL": "no",
            "DJANGO_SETTINGS_MODULE": "customhouse.settings",
            "PYTHONPATH": os.pathsep.join((str(PROJECT / "src"), str(PROJECT))),
        }
        migrate = [sys.executable, str(PROJECT / "manage.py"), "migrate", "--no-input", "-v", "0"]
        subprocess.run(migrate, check=True)
        yield _sender()


def _sender() -> Any:
    import django

    django.setup()

    from django.test import Client

    from customhouse.accounts import actions as accounts
    from customhouse.exchange.api import asked
    from customhouse.records.queries import records
    from customhouse.settings.database import as_customs
    from tests.customhouse import world

    asked.received_at = lambda: world.AT
    house = world.build(channel="green")
    key = accounts.create_key(
        organisation_id=house.importer.organisation_id or 0,
        name="suite",
        scopes=["declarations:write"],
        by=house.importer,
        at=world.AT,
    )
    client = Client(raise_request_exception=False)
    last = [0]

    def newest() -> int:
        with as_customs():
            return max((each.id for each in records(after=last[0], most=1000)), default=last[0])

    last[0] = newest()

    def send(body: bytes) -> tuple[Any, bool]:
        answer = client.generic(
            "POST",
            "/api/declarations",
            body,
            content_type="application/xml",
            headers={"Authorization": f"Bearer {key.secret}"},
        )
        before, last[0] = last[0], newest()
        return answer, last[0] > before

    return send
