"""The only writers of the risk desk: bundles by two people, and the ledger of selections."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import msgspec

from customhouse.accounts.actor import Actor
from customhouse.records import actions as records
from customhouse.records.entry import Entry
from customhouse.settings.database import as_customs
from customhouse.settings.rows import Rows
from customhouse.targeting.models import SelectivityBundle
from fondaco.declaration.code_books import CodeBooks
from fondaco.evidence.canonical import digest_of_bytes
from fondaco.legal.bundle import pack
from fondaco.risk import bundle
from fondaco.risk.codes import check_codes
from fondaco.risk.selection import Selection

_ENTRIES = Rows(
    "selection_entry",
    {
        "mrn": "text",
        "version": "int",
        "office": "text",
        "at": "timestamptz",
        "channel": "text",
        "stratum": "text",
        "propensity": "int",
        "draw": "int",
        "selectivity_digest": "text",
        "profiles": "jsonb",
    },
)


class Selected(msgspec.Struct, frozen=True):
    """A selection as the ledger has it: of which declaration, where, under which bundle."""

    mrn: str
    version: int
    office: str
    selection: Selection
    selectivity_digest: str


def enter(*, selected: Sequence[Selected], at: datetime) -> None:
    """Enter selections in the ledger, inside the caller's transaction."""
    _ENTRIES.insert(
        [
            (
                each.mrn,
                each.version,
                each.office,
                at,
                each.selection.channel.value,
                each.selection.stratum.value,
                each.selection.propensity_ppm,
                each.selection.draw,
                each.selectivity_digest,
                msgspec.json.encode([hit.profile for hit in each.selection.hits]).decode(),
            )
            for each in selected
        ]
    )


def propose(
    *, files: Mapping[str, bytes], books: CodeBooks, reason: str, by: Actor, at: datetime
) -> str:
    """Propose a bundle; SelectivityRefused names everything that is wrong with it.

    ``books`` are the law's codes of the day: a bundle that looks for others is refused. It
    selects nothing until a second person approves it; NothingToDo where it is in force
    already. A bundle that was in force before takes a proposal and an approval of its own
    to come back. Answers its digest.
    """
    made = bundle.load(files)
    check_codes(made, books)
    packed = pack(files)
    proposal = {
        "body_digest": digest_of_bytes(packed),
        "proposed_at": at,
        "proposed_by": by.pseudonym,
        "reason": reason,
    }
    with as_customs():
        records.keep_bodies(bodies={digest_of_bytes(packed): packed})
        found, is_new = SelectivityBundle.objects.select_for_update().get_or_create(
            digest=made.digest, defaults=proposal
        )
        if found.approved_at is not None:
            _propose_again(found, by=by, reason=reason, at=at)
        entry = _noted("selectivity.proposed", made.digest, reason, by=by)
        records.append(entries=[entry], at=at)
    return made.digest


def _propose_again(found: SelectivityBundle, *, by: Actor, reason: str, at: datetime) -> None:
    """Make a bundle that has been in force a proposal again: it needs two people once more."""
    newest = SelectivityBundle.objects.exclude(approved_at=None).order_by("approved_at", "id")
    if newest.last() == found:
        raise NothingToDo("found the bundle in force already, expected another")
    found.proposed_by, found.proposed_at, found.reason = by.pseudonym, at, reason
    found.approved_by, found.approved_at = None, None
    found.save()


def approve(*, digest: str, by: Actor, at: datetime) -> None:
    """Put a proposed bundle in force: a second person's act.

    NoSuchProposal where none has the digest, SamePerson where the person proposed it,
    NothingToDo where it was approved already.
    """
    with as_customs():
        found = SelectivityBundle.objects.select_for_update().filter(digest=digest).first()
        if found is None:
            raise NoSuchProposal(f"found no bundle {digest}, expected one that was proposed")
        if found.approved_at is not None:
            raise NothingToDo("found a bundle approved already, expected a proposal")
        if found.proposed_by == by.pseudonym:
            raise SamePerson(
                "found the person who proposed it, expected another: two people change selectivity"
            )
        found.approved_at, found.approved_by = at, by.pseudonym
        found.save()
        records.append(entries=[_noted("selectivity.approved", digest, "", by=by)], at=at)


class SamePerson(Exception):  # noqa: N818 - the law refuses; nothing has failed
    """One person tried to do what takes two."""


class NoSuchProposal(LookupError):
    """Nobody proposed a bundle with that digest."""


class NothingToDo(Exception):  # noqa: N818 - nothing has failed
    """What was asked for is so already."""


def _noted(kind: str, digest: str, reason: str, *, by: Actor) -> Entry:
    payload = {"selectivity": digest, "reason": reason}
    return Entry(kind=kind, subject="selectivity", payload=payload, actor=by.pseudonym)
