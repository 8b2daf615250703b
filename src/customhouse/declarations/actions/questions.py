"""Questions about a declaration: put by an officer, answered by the trader."""

from datetime import datetime

from customhouse.accounts.actor import Actor
from customhouse.declarations import history
from customhouse.declarations.actions.proceed import locked, proceed
from customhouse.declarations.models import Question
from customhouse.declarations.problems import NotAllowed, NotFound, Unfit
from customhouse.records import actions as records
from customhouse.settings.database import acting_as, as_customs
from fondaco.declaration.lifecycle import State

_OPEN = (
    State.UNDER_CONTROL.value,
    State.AWAITING_PAYMENT.value,
    State.RELEASED.value,
    State.SEIZED.value,
)


def ask(*, mrn: str, text: str, path: str = "", by: Actor, at: datetime) -> Question:
    """Put a question to the declarant; the goods wait until it is answered."""
    if not text.strip():
        raise Unfit(
            found="an empty question", expected="a question", mend="write what you need to know"
        )
    with as_customs():
        declaration = locked(mrn)
        if declaration.state not in _OPEN:
            raise NotAllowed(
                found=f"a declaration that is {declaration.state}",
                expected="one that was accepted",
                mend="wait until the goods have arrived",
            )
        question = Question.objects.create(
            declaration=declaration,
            organisation_id=declaration.organisation_id,
            importer_organisation_id=declaration.importer_organisation_id,
            text=text.strip(),
            path=path,
            asked_at=at,
            asked_by=by.person_id,
        )
        told = {"question": question.id, "text": question.text, "path": path}
        records.append(
            entries=[history.said(declaration, "question.asked", by=by, payload=told)], at=at
        )
        proceed(declaration, by=by, at=at)
        return question


def answer(*, question_id: int, text: str, by: Actor, at: datetime) -> Question:
    """Answer a question; a declaration that waited for it goes on."""
    if not text.strip():
        raise Unfit(
            found="an empty answer", expected="an answer", mend="write it, or attach a document"
        )
    with acting_as(by):
        question = Question.objects.select_for_update().filter(id=question_id).first()
        if question is None:
            raise NotFound(f"with question {question_id}")
        if question.answered_at is not None:
            raise NotAllowed(
                found="a question that is already answered",
                expected="an open question",
                mend="write to the officer who holds the file",
            )
        question.answer, question.answered_at = text.strip(), at
        question.answered_by = by.person_id
        question.save()
    with as_customs():
        declaration = locked(question.declaration_id)
        told = {"question": question.id, "text": question.answer}
        records.append(
            entries=[history.said(declaration, "question.answered", by=by, payload=told)],
            at=at,
        )
        proceed(declaration, by=by, at=at)
    return question
