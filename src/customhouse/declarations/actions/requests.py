"""Requests that a second person answers: amend, annul, lower a channel, end a seizure."""

from datetime import datetime

from customhouse.accounts.actor import Actor
from customhouse.declarations import history
from customhouse.declarations.actions import correct, end, override, seizure
from customhouse.declarations.actions.proceed import locked
from customhouse.declarations.models import Request
from customhouse.declarations.problems import NotAllowed, Unfit
from customhouse.records import actions as records
from customhouse.settings.database import as_customs


def answer(*, request_id: int, granted: bool, reason: str, by: Actor, at: datetime) -> Request:
    """Grant or refuse a request: never one's own, always with a reason."""
    if not reason.strip():
        raise Unfit(found="no reason", expected="a reason", mend="say why in a sentence")
    with as_customs():
        request = Request.objects.select_for_update().get(id=request_id)
        _check(request, by=by)
        declaration = locked(request.declaration_id)
        request.answer = (Request.Answer.GRANTED if granted else Request.Answer.REFUSED).value
        request.answered_at, request.answered_by = at, by.person_id
        request.answer_reason = reason.strip()
        request.save()
        write = history.noted if request.is_internal else history.said
        told = {"request": request.id, "answer": request.answer, "reason": request.answer_reason}
        records.append(entries=[write(declaration, "request.answered", by=by, payload=told)], at=at)
        if granted:
            _carry_out(declaration, request, by=by, at=at)
        return request


def _carry_out(declaration: object, request: Request, *, by: Actor, at: datetime) -> None:
    match Request.Kind(request.kind):
        case Request.Kind.AMEND:
            correct.amend(declaration, request, by=by, at=at)
        case Request.Kind.INVALIDATE:
            end.invalidate(declaration, reason=request.reason, by=by, at=at)
        case Request.Kind.LOWER_CHANNEL:
            override.lower(declaration, request, by=by, at=at)
        case Request.Kind.FORFEIT:
            seizure.forfeit(declaration, request, by=by, at=at)
        case Request.Kind.RETURN:
            seizure.give_goods_back(declaration, request, by=by, at=at)


def _check(request: Request, *, by: Actor) -> None:
    if request.answer is not None:
        raise NotAllowed(
            found="a request that was answered",
            expected="an open request",
            mend="ask for a new request if something changed",
        )
    if request.asked_by == by.person_id:
        raise NotAllowed(
            found="your own request",
            expected="one that somebody else made",
            mend="ask a colleague who may decide it",
        )
    needed = "supervisor" if request.is_internal else "officer"
    if not by.has_role(needed, "supervisor"):
        raise NotAllowed(
            found="a person without that power",
            expected=f"a {needed}",
            mend=f"pass it to a {needed}",
        )
