"""What this desk enters in the record: what a trader may read, and what customs alone may."""

from collections.abc import Mapping

from customhouse.accounts.actor import Actor
from customhouse.declarations.entry import Booked, Judged
from customhouse.declarations.models import Declaration
from customhouse.records.entry import Entry
from fondaco.declaration.lifecycle import Act

_NAMES = {
    Act.REGISTER: "registered",
    Act.ACCEPT: "accepted",
    Act.CORRECT: "corrected",
    Act.WITHDRAW: "withdrawn",
    Act.REFUSE: "refused",
    Act.AMEND: "amended",
    Act.INVALIDATE: "invalidated",
    Act.CONCLUDE_CONTROL: "control-concluded",
    Act.REOPEN_CONTROL: "control-reopened",
    Act.REASSESS: "reassessed",
    Act.SETTLE: "settled",
    Act.RELEASE: "released",
    Act.SEIZE: "seized",
    Act.RETURN: "returned",
    Act.FORFEIT: "forfeited",
}


def told(declaration: Declaration, act: Act, *, by: Actor, payload: Mapping[str, object]) -> Entry:
    """A step of the declaration's life, for its parties to read."""
    name = f"declaration.{_NAMES[act]}"
    step = {"state": declaration.state, "version": declaration.version}
    return said(declaration, name, by=by, payload=step | dict(payload))


def kept(declaration: Declaration, act: Act, *, by: Actor, payload: Mapping[str, object]) -> Entry:
    """What customs alone may read of a step."""
    return noted(declaration, f"judgement.{_NAMES[act]}", by=by, payload=payload)


def said(declaration: Declaration, name: str, *, by: Actor, payload: Mapping[str, object]) -> Entry:
    """An entry that the declaration's parties may read."""
    return Entry(
        kind=name,
        subject=declaration.mrn,
        payload=dict(payload),
        actor=by.pseudonym,
        organisations=parties(declaration.organisation_id, declaration.importer_organisation_id),
    )


def noted(
    declaration: Declaration, name: str, *, by: Actor, payload: Mapping[str, object]
) -> Entry:
    """An entry that customs alone may read."""
    return Entry(
        kind=name,
        subject=declaration.mrn,
        payload=dict(payload),
        actor=by.pseudonym,
    )


def parties(organisation: int, importer_organisation: int | None) -> tuple[int, ...]:
    """The organisations that may read what is said of a declaration."""
    return tuple({organisation, importer_organisation} - {None})


def first(booked: Booked, *, by: Actor) -> list[Entry]:
    """What is on record of a declaration judged for the first time: told, and kept by customs."""
    judged = booked.judged
    readers = parties(booked.organisation, booked.importer_organisation)
    names = [f"declaration.{_NAMES[booked.act]}"]
    if booked.control is not None:
        names.append("control.notified")
    if booked.is_released:
        names.append(f"declaration.{_NAMES[Act.RELEASE]}")
    subject = judged.mrn if booked.state else _unnumbered(judged)
    shown: dict[str, object] = {
        "outcome": judged.decision.outcome.value,
        "state": booked.state.value if booked.state else "refused",
        "document": judged.document_digest,
        "law": judged.decision.law_digest,
    }
    if booked.state is None:
        shown["rules"] = sorted({finding.rule for finding in judged.decision.findings})
    told_entries = [
        Entry(kind=name, subject=subject, payload=shown, actor=by.pseudonym, organisations=readers)
        for name in names
    ]
    return [*told_entries, _judgement(booked, subject=subject, by=by)]


def _judgement(booked: Booked, *, subject: str, by: Actor) -> Entry:
    judged = booked.judged
    return Entry(
        kind=f"judgement.{_NAMES[booked.act]}",
        subject=subject,
        payload={"decision": judged.decision_digest, "draw": judged.draw},
        actor=by.pseudonym,
        bodies=(judged.document_digest, judged.facts_digest, judged.decision_digest),
    )


def _unnumbered(judged: Judged) -> str:
    document = judged.document
    declarant = document.declarant.identifier if document.declarant else None
    return f"{declarant or '?'}/{document.local_reference or '?'}"
