"""A decision as a WCO response message, for those who speak XML; the same things are told."""

from __future__ import annotations

from collections.abc import Iterator

from customhouse.declarations.entry import Answer
from fondaco.declaration.document import Document
from fondaco.declaration.lifecycle import State
from fondaco.messages import wco_notification as responses
from fondaco.messages.wco_notification import Concerned


def message(answer: Answer, document: Document, *, language: str) -> bytes:
    """What the sender is told, in one message: the outcome, the bill, a control or the release."""
    return responses.write(*_responses(answer, document, language=language))


def _responses(answer: Answer, document: Document, *, language: str) -> Iterator[responses.Answer]:
    assert answer.decision is not None
    concerned = Concerned(
        mrn=answer.mrn,
        local_reference=document.local_reference,
        version=1 if answer.mrn else None,
    )
    at = answer.at.isoformat()
    reference = answer.mrn or "refused"
    yield from responses.answers_to(
        answer.decision, concerned=concerned, at=at, reference=reference, language=language
    )
    if answer.state == State.UNDER_CONTROL:
        yield responses.notified_of_control(concerned, at=at, reference=f"{reference}-3")
    if answer.state == State.RELEASED:
        yield responses.released(concerned, at=at, reference=f"{reference}-3")
