"""Every published CDS message, sent to the API by its own declarant: each decision is on record.

A private database is started and the demonstration's law published. Every declarant that the
messages name becomes a registered trader with a key of its own, and sends its own declarations,
as they are. A declaration is accepted, refused with findings, or registered under a procedure
that is not cleared yet, by its name. Then come the requests to amend, to annul and to present:
the declarant of the declaration beside each sends it, under the number that the declaration got
here instead of the number that another administration gave it. The law, the offices and the
agents of the messages are not ours, so that few can be accepted: what is counted is that none
fails and none is passed over.
"""

from __future__ import annotations

import csv
import os
import secrets
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

from fondaco.declaration.amendment import is_request
from fondaco.declaration.document import Document
from fondaco.messages import wco_xml
from tests.external.suites import Report, Tally

FOLDER = "declarations/cds"
PROJECT = Path(__file__).resolve().parents[3]
DECIDED = ("accepted", "registered", "refused", "unsupported")
DONE = ("corrected", "withdrawn", "presented", "requested", "refused")
CONFLICT = "refused: its reference names another request"

Send = Callable[[str, bytes], tuple[Any, bool]]
"""Send a message as this trader: the answer, and whether anything new is on record."""


class Message(msgspec.Struct, frozen=True):
    """One published message: the file, and what it says."""

    name: str
    body: bytes
    document: Document

    @property
    def scenario(self) -> str:
        """The folder of the messages that belong together."""
        return self.name.partition("/")[0]

    @property
    def declarant(self) -> str:
        """Who declares, where the message says it."""
        declarant = self.document.declarant
        return (declarant.identifier if declarant else None) or ""


def run(data: Path) -> Report:
    """Send every message that the list of the folder names, and print what became of them."""
    tally = Tally("cds-api")
    messages = _published(data / FOLDER, tally)
    declarations = [each for each in messages if not is_request(each.document)]
    with _house(sorted({each.declarant for each in declarations})) as send:
        sent = _Sent(send)
        for each in declarations:
            tally.attempt(each.name, lambda each=each: sent.declaration(each))
        for each in messages:
            if is_request(each.document):
                tally.attempt(each.name, lambda each=each: sent.request(each))
    for outcome, count in sorted(sent.outcomes.items()):
        tally.note(f"{outcome}: {count}")
    for rule, count in sent.rules.most_common(10):
        tally.note(f"declarations that break {rule}: {count}")
    for procedure, count in sorted(sent.procedures.items()):
        tally.note(f"registered under procedure {procedure}, not cleared yet: {count}")
    tally.note(f"messages with a decision on record: {sent.outcomes.total()}")
    return tally.report()


def _published(folder: Path, tally: Tally) -> list[Message]:
    found = []
    for row in csv.DictReader((folder / "declaration_xsd_validation.csv").open()):
        path = folder / "samples" / row["file"]
        if path.is_file():
            body = path.read_bytes()
            found.append(Message(row["file"], body, wco_xml.read(body).document))
        else:
            tally.skip(1, f"{row['file']} is listed and not there")
    return found


class _Sent:
    """What has been sent, and what came of it."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._lodged: dict[str, tuple[str, str | None]] = {}
        self.outcomes: Counter[str] = Counter()
        self.procedures: Counter[str] = Counter()
        self.rules: Counter[str] = Counter()

    def declaration(self, message: Message) -> str:
        """Send a declaration as its declarant; what is wrong with the answer, or nothing."""
        answer, is_recorded = self._send(message.declarant, message.body)
        told = msgspec.json.decode(answer.content)
        wrong = _wrong_with(answer, told, is_recorded, expected=DECIDED)
        if wrong:
            return wrong
        self._lodged.setdefault(message.scenario, (message.declarant, told.get("mrn")))
        self.outcomes[f"declaration {_outcome(told)}"] += 1
        self.rules.update({each["rule"] for each in told.get("findings", ())})
        if told.get("outcome") == "unsupported" and not told.get("replayed"):
            self.procedures[told["procedure"]] += 1
        return ""

    def request(self, message: Message) -> str:
        """Send a request about the declaration beside it, as that one's declarant."""
        sender, mrn = self._lodged[message.scenario]
        theirs = (message.document.mrn or "").encode()
        body = message.body.replace(theirs, mrn.encode()) if mrn and theirs else message.body
        answer, is_recorded = self._send(sender, body)
        told = msgspec.json.decode(answer.content)
        wrong = _wrong_with(answer, told, is_recorded, expected=DONE)
        if not wrong:
            about = "of a declaration on file" if mrn else "of a declaration that was refused"
            self.outcomes[f"request {about} {_outcome(told)}"] += 1
        return wrong


def _outcome(told: dict[str, Any]) -> str:
    if told.get("differing"):
        return CONFLICT
    outcome = "unsupported, registered" if told["outcome"] == "unsupported" else told["outcome"]
    return f"{outcome}, as before" if told.get("replayed") else str(outcome)


def _wrong_with(
    answer: Any, told: dict[str, Any], is_recorded: bool, *, expected: tuple[str, ...]
) -> str:
    """What is wrong with the answer to one message, empty where nothing is."""
    outcome = told.get("outcome")
    is_conflict = "refused" in expected and bool(told.get("differing"))
    if answer.status_code >= 500 or not (outcome in expected or is_conflict):
        return f"answered {answer.status_code} without a decision: {told}"
    if outcome == "refused" and not (told.get("findings") or told.get("obstacle")):
        return "refused without a finding"
    if outcome == "unsupported" and not (told.get("procedure") and told.get("mrn")):
        return "registered without the name of its procedure, or without a number"
    if not is_recorded and not told.get("replayed"):
        return "decided, and nothing is on record"
    return ""


@contextmanager
def _house(declarants: list[str]) -> Iterator[Send]:
    """Give a function that sends a message to a customs house of its own."""
    from house.postgres import temporary
    from tests.databases import own_database

    with (
        temporary() as server,
        own_database(server) as addresses,
        tempfile.TemporaryDirectory(prefix="fondaco-cds-api-") as state,
    ):
        os.environ |= {
            **addresses,
            "FONDACO_STATE": state,
            "FONDACO_SECRET_KEY": secrets.token_urlsafe(50),
            "DJANGO_SETTINGS_MODULE": "customhouse.settings",
            "PYTHONPATH": os.pathsep.join((str(PROJECT / "src"), str(PROJECT))),
        }
        migrate = [sys.executable, str(PROJECT / "manage.py"), "migrate", "--no-input", "-v", "0"]
        subprocess.run(migrate, check=True)
        yield _sender(declarants)


def _sender(declarants: list[str]) -> Send:
    import django

    django.setup()

    from django.test import Client

    from customhouse.accounts import actions as accounts
    from customhouse.exchange.api import asked
    from customhouse.records.queries import records
    from customhouse.settings.database import as_customs
    from tests.customhouse import world

    asked.received_at = lambda: world.AT
    world.build(channel="green")

    def key_of(identifier: str) -> str:
        trader = world.trader(f"Declarant {identifier}", identifier)
        made = accounts.create_key(
            organisation_id=trader.organisation_id or 0,
            name="suite",
            scopes=["declarations:write"],
            by=trader,
            at=world.AT,
        )
        return made.secret

    keys = {identifier: key_of(identifier) for identifier in declarants}
    client = Client(raise_request_exception=False)

    def newest(after: int) -> int:
        with as_customs():
            return max((each.id for each in records(after=after, most=1000)), default=after)

    last = [0]
    while (latest := newest(last[0])) > last[0]:
        last[0] = latest

    def send(sender: str, body: bytes) -> tuple[Any, bool]:
        answer = client.generic(
            "POST",
            "/api/declarations",
            body,
            content_type="application/xml",
            headers={"Authorization": f"Bearer {keys[sender]}"},
        )
        before, last[0] = last[0], newest(last[0])
        return answer, last[0] > before

    return send
