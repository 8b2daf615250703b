"""Controls: ordered with an officer drawn by lot, passed on, concluded."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from customhouse.accounts import queries as accounts
from customhouse.accounts.actor import Actor
from customhouse.declarations import history
from customhouse.declarations.actions.proceed import locked, move, proceed
from customhouse.declarations.entry import ControlOrder
from customhouse.declarations.models import Control, Declaration
from customhouse.declarations.problems import NotAllowed
from customhouse.declarations.terms import ControlResult
from customhouse.records import actions as records
from customhouse.records import queries as recorded
from customhouse.settings.database import as_customs
from customhouse.settings.rows import Rows
from customhouse.settings.together import Later
from fondaco.declaration.lifecycle import Act, State
from fondaco.evidence.draw import Purpose, pick

_CONTROLS = Rows(
    "control",
    {
        "mrn": "text",
        "organisation_id": "bigint",
        "importer_organisation_id": "bigint",
        "office": "text",
        "kind": "text",
        "method": "text",
        "ordered_at": "timestamptz",
        "notified_at": "timestamptz",
        "officer_id": "bigint",
        "candidates": "text",
        "remarks": "text",
    },
)


def on_shift_later(offices: Iterable[str | None]) -> Later[dict[str, tuple[int, ...]]]:
    """The officers on shift at each office, which may still be on its way."""
    return accounts.on_shift_later({each for each in offices if each}, role="officer")


def order(
    orders: Sequence[ControlOrder], *, on_shift: Mapping[str, tuple[int, ...]], at: datetime
) -> None:
    """Order controls, each with an officer drawn by lot from those on shift at its office.

    The draw and the officers it chose among are on record, so that anyone who is
    shown the day's secret can repeat it.
    """
    _CONTROLS.insert(
        [_row(each, candidates=on_shift.get(each.office, ()), at=at) for each in orders]
    )


def _row(order: ControlOrder, *, candidates: Sequence[int], at: datetime) -> tuple[object, ...]:
    officer = chosen(order.mrn, candidates, at=at)
    return (
        order.mrn,
        order.organisation,
        order.importer_organisation,
        order.office,
        order.kind,
        order.method,
        at,
        at,
        officer,
        ",".join(str(each) for each in sorted(candidates)),
        "",
    )


def chosen(subject: str, candidates: Sequence[int], *, at: datetime) -> int | None:
    """The officer drawn for a control; nobody where nobody is on shift."""
    if not candidates:
        return None
    secret = recorded.secret_of(at.date())
    return sorted(candidates)[
        pick(secret, subject, purpose=Purpose.EXAMINER, among=len(candidates))
    ]


def conclude(
    *, control_id: int, result: ControlResult, remarks: str, by: Actor, at: datetime
) -> Declaration:
    """Conclude a control; the declaration goes on by itself when nothing else holds it.

    Only the officer who has it may, and only where the goods have arrived.
    """
    with as_customs():
        declaration = for_officer(control_id, by=by)
        control = Control.objects.get(id=control_id)
        control.concluded_at, control.concluded_by = at, by.person_id
        control.result, control.remarks = result.value, remarks
        control.save()
        move(
            declaration,
            Act.CONCLUDE_CONTROL,
            to=State(declaration.state),
            by=by,
            at=at,
            told={"control": control.kind, "result": result.value},
            kept={"control": control_id, "remarks": remarks},
        )
        proceed(declaration, by=by, at=at)
        return declaration


def for_officer(control_id: int, *, by: Actor) -> Declaration:
    """The declaration of an open control that is this officer's, locked."""
    control = Control.objects.select_for_update().get(id=control_id)
    declaration = locked(control.declaration_id)
    _check(control, declaration, by=by)
    return declaration


def _check(control: Control, declaration: Declaration, *, by: Actor) -> None:
    _check_open(control)
    if control.officer_id != by.person_id:
        raise NotAllowed(
            found="another officer's control",
            expected="a control that was drawn for you or passed to you",
            mend="ask a supervisor to pass the file to you",
        )
    if declaration.arrived_at is None:
        # An examination of goods still at sea cannot have happened.
        raise NotAllowed(
            found="goods that have not arrived",
            expected="goods that were presented",
            mend="wait for the notice of arrival",
        )


def _check_open(control: Control) -> None:
    if control.concluded_at is not None:
        raise NotAllowed(
            found="a control that is already concluded",
            expected="an open control",
            mend="ask a supervisor to order another control if one is needed",
        )


def pass_on(*, control_id: int, to: int, reason: str, by: Actor, at: datetime) -> None:
    """Pass a control to another officer: a supervisor's act, with a reason."""
    if not by.has_role("supervisor"):
        raise NotAllowed(
            found="an officer without that power",
            expected="a supervisor",
            mend="ask your supervisor to pass the file on",
        )
    with as_customs():
        control = Control.objects.select_for_update().get(id=control_id)
        _check_open(control)
        before, control.officer_id = control.officer_id, to
        control.save()
        declaration = locked(control.declaration_id)
        records.append(
            entries=[
                history.noted(
                    declaration,
                    "control.passed-on",
                    by=by,
                    payload={"control": control_id, "from": before, "to": to, "reason": reason},
                )
            ],
            at=at,
        )
