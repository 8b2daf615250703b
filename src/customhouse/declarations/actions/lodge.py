"""Lodging: one declaration or many, judged and entered in one transaction."""

from collections.abc import Sequence
from datetime import datetime

from django.db import IntegrityError

from customhouse.accounts import queries as accounts
from customhouse.accounts.actor import Actor
from customhouse.declarations.actions import controls, enter, judge
from customhouse.declarations.entry import Answer, Incoming, Lodgement
from customhouse.declarations.queries import earlier
from customhouse.declarations.queries.decisions import decision_of, document_of
from customhouse.settings.database import as_customs, pipeline
from customhouse.settings.together import asking
from fondaco.declaration.comparison import differences

TRIES = 3
"""How often a lodgement that met another of the same reference is looked at again."""


def lodge(*, lodgements: Sequence[Lodgement], by: Actor, at: datetime) -> tuple[Answer, ...]:
    """Lodge declarations, judge them and put the decisions on record; one answer each, in order.

    All are written in one transaction. A declarant's local reference, and a sender's
    key, name one document for ever: the same again gets the same answer, another is
    answered ``conflict`` with the elements that differ. What validation refuses is
    recorded and leaves its local reference free.
    """
    incoming = [Incoming.of(each) for each in lodgements]
    for attempt in range(1, TRIES + 1):
        try:
            with pipeline(), as_customs(often=True):
                return _answer_all(incoming, by=by, at=at)
        except (IntegrityError, enter.Overdrawn):
            # Another message took the same reference, key or credit while we judged: look again.
            if attempt == TRIES:
                raise
    raise AssertionError("a loop of tries ends in an answer or an error")


def _answer_all(incoming: Sequence[Incoming], *, by: Actor, at: datetime) -> tuple[Answer, ...]:
    answers: dict[int, Answer] = {}
    waiting = list(range(len(incoming)))
    while waiting:  # once, unless the batch itself uses a reference or key twice
        found = _answer_now([incoming[number] for number in waiting], by=by, at=at)
        answers |= {waiting[place]: answer for place, answer in found.items()}
        waiting = [number for number in waiting if number not in answers]
    return tuple(answers[number] for number in range(len(incoming)))


def _answer_now(incoming: Sequence[Incoming], *, by: Actor, at: datetime) -> dict[int, Answer]:
    """Answer what was answered before, and the first of each reference and key."""
    with asking():
        before = _Before(incoming, by=by)
        asked = judge.Asked(incoming, by=by, at=at)
        importers = accounts.organisations_later(
            {each.document.importer for each in incoming}, is_sandbox=by.is_sandbox
        )
        on_shift = controls.on_shift_later(each.document.office for each in incoming)
    answers = before.answers()
    new = [number for number in range(len(incoming)) if number not in answers]
    now = _first_of_each_reference(new, incoming)
    if now:
        judged = asked.judge(now)
        states = enter.enter(
            [incoming[number] for number in now],
            judged,
            importers=importers.value(),
            on_shift=on_shift.value(),
            by=by,
            at=at,
        )
        for number, one, state in zip(now, judged, states, strict=True):
            answers[number] = _answer(one, state=state, at=at)
    return answers


def _answer(one: judge.Judged, *, state: str | None, at: datetime) -> Answer:
    return Answer(
        outcome=one.decision.outcome.value,
        mrn=one.mrn if state else None,
        at=at,
        decision=one.decision,
        state=state,
    )


def _first_of_each_reference(waiting: Sequence[int], incoming: Sequence[Incoming]) -> list[int]:
    seen: set[object] = set()
    chosen = []
    for number in waiting:
        marks = {mark for mark in (incoming[number].reference, incoming[number].key) if mark}
        if not marks & seen:
            chosen.append(number)
        seen |= marks
    return chosen


class _Before:
    """What was answered before to the same references and keys, on its way."""

    def __init__(self, incoming: Sequence[Incoming], *, by: Actor) -> None:
        sender = by.organisation_id or 0
        self._incoming = incoming
        self._keyed = earlier.by_key(sender, [each.key for each in incoming if each.key])
        self._named = earlier.by_reference(
            sender, [each.reference for each in incoming if each.reference]
        )

    def answers(self) -> dict[int, Answer]:
        """The answers given before, by place."""
        keyed, named = self._keyed.value(), self._named.value()
        found = {}
        for number, each in enumerate(self._incoming):
            before = keyed.get(each.key or "") or named.get(each.reference or ("", ""))
            if before is not None:
                found[number] = _repeat(each, before)
        return found


def _repeat(incoming: Incoming, before: earlier.Lodged) -> Answer:
    differing = _differing(incoming, before)
    if differing:
        return Answer(outcome="conflict", mrn=before.mrn, at=before.at, differing=differing)
    decision = decision_of(before.decision_digest)
    return Answer(
        outcome=decision.outcome.value,
        mrn=before.mrn,
        at=before.at,
        decision=decision,
        state=before.state,
        replayed=True,
    )


def _differing(incoming: Incoming, before: earlier.Lodged) -> tuple[str, ...]:
    if incoming.digest == before.document_digest:
        return ()
    first = document_of(before.document_digest)
    return tuple(each.path for each in differences(first, incoming.document))
