"""Reassessment: what was found takes the place of what was declared, and the debt follows."""

from collections.abc import Mapping
from datetime import datetime

from customhouse.accounts.actor import Actor
from customhouse.declarations.actions.pay import give_back
from customhouse.declarations.actions.proceed import move, proceed
from customhouse.declarations.actions.rejudge import (
    charge,
    document_of,
    enter_version,
    rejudge,
)
from customhouse.declarations.models import Declaration
from customhouse.declarations.problems import Refused
from fondaco.clearance.decision import Outcome
from fondaco.declaration.lifecycle import Act, State
from fondaco.declaration.replacement import with_totals, with_values


def reassess(
    declaration: Declaration,
    *,
    found: Mapping[str, str],
    reason: str,
    by: Actor,
    at: datetime,
) -> int:
    """Judge what was found, by path, on the declaration's own tax point; answers the difference.

    A higher debt holds the goods until it is paid or secured; a lower one is given
    back (Revised Kyoto Convention, General Annex 4.15 and 4.18). Minor units.
    """
    document = with_totals(with_values(document_of(declaration), found))
    on = declaration.tax_point
    judged = rejudge(declaration, document, on=on, arrived=on, at=at)
    if judged.decision.outcome is not Outcome.ACCEPTED:
        raise Refused(judged.decision.findings)
    enter_version(declaration, judged, reason=reason, by=by, at=at)
    difference = charge(declaration, judged, at=at)
    move(
        declaration,
        Act.REASSESS,
        to=State(declaration.state),
        by=by,
        at=at,
        told={"changed": sorted(found), "difference": difference},
        kept={"decision": judged.decision_digest},
    )
    give_back(declaration, at=at)
    proceed(declaration, by=by, at=at)
    return difference
