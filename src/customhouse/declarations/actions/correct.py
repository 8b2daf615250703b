"""Changing a declaration: corrected before acceptance, amended on request after it."""

from datetime import datetime

from customhouse.accounts.actor import Actor
from customhouse.declarations import history
from customhouse.declarations.actions.asking import opened
from customhouse.declarations.actions.authority import check_may_change
from customhouse.declarations.actions.proceed import locked, move, proceed
from customhouse.declarations.actions.rejudge import (
    charge,
    document_of,
    enter_version,
    rejudge,
)
from customhouse.declarations.models import Control, Declaration, Request
from customhouse.declarations.problems import NotAllowed, Refused, Unfit
from customhouse.declarations.queries.decisions import document_of as recorded
from customhouse.records import actions as records
from customhouse.settings.database import acting_as, as_customs
from customhouse.tariffs import queries as tariffs
from fondaco.clearance.decision import Outcome
from fondaco.declaration.comparison import differences
from fondaco.declaration.document import Document
from fondaco.declaration.lifecycle import Act, State
from fondaco.evidence.canonical import canonical, digest_of_bytes
from fondaco.territory.calendar import legal_day

_ACCEPTED = (State.UNDER_CONTROL, State.AWAITING_PAYMENT, State.RELEASED)


def correct(*, mrn: str, document: Document, by: Actor, at: datetime) -> Declaration:
    """Put a corrected document in the place of one not yet accepted; its draw stays.

    Refused with findings where the new document breaks a rule: then the old one stands.
    """
    with acting_as(by):
        check_may_change(locked(mrn), by=by, at=at)
    with as_customs():
        declaration = locked(mrn)
        if declaration.state != State.REGISTERED:
            raise NotAllowed(
                found=f"a declaration that is {declaration.state}",
                expected="one that is registered and not yet accepted",
                mend="ask for an amendment instead",
            )
        changed = _changed(declaration, document)
        on = legal_day(at, ahead_of_utc=tariffs.law().ahead_of_utc)
        judged = rejudge(declaration, document, on=on, arrived=None, at=at)
        if judged.decision.outcome is Outcome.REFUSED:
            raise Refused(judged.decision.findings)
        enter_version(declaration, judged, reason="corrected", by=by, at=at)
        move(
            declaration,
            Act.CORRECT,
            to=State.REGISTERED,
            by=by,
            at=at,
            told={"changed": changed},
            kept={"decision": judged.decision_digest},
        )
        return declaration


def ask_to_amend(*, mrn: str, document: Document, reason: str, by: Actor, at: datetime) -> Request:
    """Ask customs to amend an accepted declaration; a second person answers.

    Refused once a control is notified or an irregularity found: what is about to be
    seen cannot be put right on paper first (Revised Kyoto Convention, GA 3.27).
    """
    with acting_as(by):
        declaration = locked(mrn)
        check_may_change(declaration, by=by, at=at)
        _check_amendable(declaration)
        changed = _changed(declaration, document)
        if not changed:
            raise Unfit(
                found="the same document",
                expected="a document that differs",
                mend="change what should be amended",
            )
        content = canonical(document)
        records.keep_bodies(bodies={digest_of_bytes(content): content})
        return _ask(
            declaration,
            Request.Kind.AMEND,
            reason=reason,
            by=by,
            at=at,
            document_digest=digest_of_bytes(content),
        )


def ask_to_invalidate(*, mrn: str, reason: str, by: Actor, at: datetime) -> Request:
    """Ask customs to annul an accepted declaration."""
    with acting_as(by):
        declaration = locked(mrn)
        check_may_change(declaration, by=by, at=at)
        _check_amendable(declaration)
        return _ask(declaration, Request.Kind.INVALIDATE, reason=reason, by=by, at=at)


def _ask(
    declaration: Declaration,
    kind: Request.Kind,
    *,
    reason: str,
    by: Actor,
    at: datetime,
    document_digest: str | None = None,
) -> Request:
    asked = opened(declaration, kind, reason=reason, by=by, at=at, document_digest=document_digest)
    told = {"request": asked.id, "kind": kind.value, "reason": asked.reason}
    records.append(entries=[history.said(declaration, "request.made", by=by, payload=told)], at=at)
    return asked


def amend(declaration: Declaration, request: Request, *, by: Actor, at: datetime) -> None:
    """Carry out a granted amendment: judged on its own tax point, the debt moved with it."""
    document = recorded(request.document_digest)
    changed = _changed(declaration, document)
    on = declaration.tax_point
    judged = rejudge(declaration, document, on=on, arrived=on, at=at)
    if judged.decision.outcome is not Outcome.ACCEPTED:
        raise Refused(judged.decision.findings)
    enter_version(declaration, judged, reason=f"amended: {request.reason}", by=by, at=at)
    charge(declaration, judged, at=at)
    move(
        declaration,
        Act.AMEND,
        to=State(declaration.state),
        by=by,
        at=at,
        told={"changed": changed},
        kept={"decision": judged.decision_digest},
    )
    proceed(declaration, by=by, at=at)


def _check_amendable(declaration: Declaration) -> None:
    if declaration.state == State.SEIZED:
        raise NotAllowed(
            found="goods that were seized",
            expected="goods that are not",
            mend="appeal against the seizure instead",
        )
    if declaration.state not in _ACCEPTED:
        raise NotAllowed(
            found=f"a declaration that is {declaration.state}",
            expected="one that was accepted",
            mend="correct or withdraw it instead, if it is not accepted yet",
        )
    controls = Control.objects.filter(declaration=declaration)
    if controls.filter(result=Control.Result.IRREGULAR).exists():
        raise NotAllowed(
            found="an irregularity that was established",
            expected="a declaration without one",
            mend="appeal against the finding instead",
        )
    if controls.filter(concluded_at__isnull=True, notified_at__isnull=False).exists():
        raise NotAllowed(
            found="a control that was notified",
            expected="a declaration without an open control",
            mend="tell the examining officer; the result will say what is changed",
        )


def _changed(declaration: Declaration, document: Document) -> list[str]:
    return [each.path for each in differences(document_of(declaration), document)]
