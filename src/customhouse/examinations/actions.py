"""The only writers of the examinations desk: the report of what was found, and what follows."""

from collections.abc import Sequence
from datetime import datetime

import msgspec

from customhouse.accounts.actor import Actor
from customhouse.declarations.actions import controls
from customhouse.declarations.actions.reassess import reassess
from customhouse.declarations.actions.seizure import seize as seize_goods
from customhouse.declarations.terms import ControlResult
from customhouse.examinations.models import Discrepancy, Report
from customhouse.settings.database import as_customs


class Found(msgspec.Struct, frozen=True):
    """What was found at an element, beside what was declared there."""

    path: str
    declared: str
    found: str
    kind: str = "other"


def report(
    *,
    control_id: int,
    place: str,
    began_at: datetime,
    found: Sequence[Found],
    remarks: str,
    by: Actor,
    at: datetime,
) -> Report:
    """Report an examination and conclude its control, in one transaction.

    Without differences it is conform and the goods go on; with them it is irregular,
    and the debt is worked out again from what was found before the goods can go.
    """
    result = ControlResult.IRREGULAR if found else ControlResult.CONFORM
    with as_customs():
        declaration = controls.for_officer(control_id, by=by)
        written = Report.objects.create(
            control_id=control_id,
            mrn=declaration.mrn,
            officer_id=by.person_id,
            place=place,
            began_at=began_at,
            ended_at=at,
            result=result.value,
            remarks=remarks,
        )
        Discrepancy.objects.bulk_create(
            Discrepancy(
                report=written, path=f.path, declared=f.declared, found=f.found, kind=f.kind
            )
            for f in found
        )
        if found:
            reassess(
                declaration,
                found={each.path: each.found for each in found},
                reason=f"examined: {remarks}" if remarks else "examined",
                by=by,
                at=at,
            )
        controls.conclude(control_id=control_id, result=result, remarks=remarks, by=by, at=at)
        return written


def seize(
    *,
    control_id: int,
    place: str,
    began_at: datetime,
    goods: str,
    power: str,
    by: Actor,
    at: datetime,
) -> Report:
    """Report goods that are prohibited or smuggled, and seize them, in one transaction.

    The officer who examined them does so alone, because the goods would be gone; what
    becomes of them two people decide. Cites the power that allows it.
    """
    with as_customs():
        declaration = controls.for_officer(control_id, by=by)
        written = Report.objects.create(
            control_id=control_id,
            mrn=declaration.mrn,
            officer_id=by.person_id,
            place=place,
            began_at=began_at,
            ended_at=at,
            result=ControlResult.PROHIBITED.value,
            remarks=goods.strip(),
        )
        seize_goods(declaration, control_id=control_id, goods=goods, power=power, by=by, at=at)
        return written
