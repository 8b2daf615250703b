"""The answers that tell of an event after the decision, when the building says it is time."""

from fondaco.messages.wco_notification.answer import (
    Answer,
    Answered,
    Concerned,
    Function,
    Remark,
    Status,
)


def notified_of_control(concerned: Concerned, *, at: str, reference: str) -> Answer:
    """Customs will examine the goods. Only to be sent once the notice of it is lawful."""
    return _answer(Function.CONTROL, concerned, at=at, reference=reference)


def asked_for_documents(
    concerned: Concerned, *, asked: str, until: str, at: str, reference: str
) -> Answer:
    """Customs wants to see documents, by a day or an instant."""
    remarks = (Remark(text=asked, until=until),)
    return _answer(Function.DOCUMENTS, concerned, at=at, reference=reference, remarks=remarks)


def released(concerned: Concerned, *, at: str, reference: str) -> Answer:
    """The goods are released.

    >>> concerned = Concerned(mrn="26XF000000000001R7")
    >>> released(concerned, at="2026-11-21T09:30:00Z", reference="a1").statuses[0].released_at
    '2026-11-21T09:30:00Z'
    """
    statuses = (Status(released_at=at),)
    return _answer(Function.RELEASED, concerned, at=at, reference=reference, statuses=statuses)


def cleared(concerned: Concerned, *, at: str, reference: str) -> Answer:
    """The procedure is discharged, and nothing is left to do."""
    return _answer(Function.CLEARED, concerned, at=at, reference=reference)


def invalidated(concerned: Concerned, *, at: str, reference: str) -> Answer:
    """The declaration no longer counts."""
    declaration = answered(concerned, invalidated_at=at)
    return Answer(
        function=Function.INVALIDATED,
        reference=reference,
        issued_at=at,
        declaration=declaration,
    )


def answered(concerned: Concerned, *, invalidated_at: str | None = None) -> Answered:
    """The declaration that an answer is about."""
    return Answered(
        mrn=concerned.mrn,
        local_reference=concerned.local_reference,
        version=None if concerned.version is None else str(concerned.version),
        invalidated_at=invalidated_at,
    )


def _answer(
    function: Function,
    concerned: Concerned,
    *,
    at: str,
    reference: str,
    remarks: tuple[Remark, ...] = (),
    statuses: tuple[Status, ...] = (),
) -> Answer:
    return Answer(
        function=function,
        reference=reference,
        issued_at=at,
        remarks=remarks,
        statuses=statuses,
        declaration=answered(concerned),
    )
