"""Seizure: goods found prohibited or smuggled are held, and two people decide what becomes of them.

Revised Kyoto Convention, Specific Annex H, chapter 1 (customs offences). Nothing releases seized
goods: neither a payment, nor the end of another control, nor time.
"""

from datetime import datetime

from customhouse.accounts.actor import Actor
from customhouse.declarations import history
from customhouse.declarations.actions.asking import opened_within
from customhouse.declarations.actions.pay import give_back
from customhouse.declarations.actions.proceed import locked, move, standing
from customhouse.declarations.actions.rejudge import post
from customhouse.declarations.models import Control, Declaration, Request
from customhouse.declarations.problems import NotAllowed, Unfit
from customhouse.declarations.terms import ControlResult
from customhouse.records import actions as records
from customhouse.revenue import queries as money
from customhouse.settings.database import as_customs
from fondaco.clearance.release import state_after
from fondaco.declaration.lifecycle import Act, State
from fondaco.revenue import debt


def seize(
    declaration: Declaration, *, control_id: int, goods: str, power: str, by: Actor, at: datetime
) -> None:
    """Seize goods at the end of the control that found them, inside the caller's transaction.

    Its parties are told at once which goods, and under which power.
    """
    if not goods.strip() or not power.strip():
        raise Unfit(
            found="no goods or no power",
            expected="the goods, and the article that gives the power",
            mend="say which goods, and cite the act and article",
        )
    control = Control.objects.get(id=control_id)
    control.concluded_at, control.concluded_by = at, by.person_id
    control.result, control.remarks = ControlResult.PROHIBITED.value, goods.strip()
    control.save()
    move(
        declaration,
        Act.SEIZE,
        to=State.SEIZED,
        by=by,
        at=at,
        told={"goods": goods.strip(), "power": power.strip()},
        kept={"control": control_id},
    )


def ask_to_end(
    *, mrn: str, forfeit: bool, power: str, reason: str, by: Actor, at: datetime
) -> Request:
    """Ask that seized goods be forfeited, or returned; a supervisor, never the asker, answers."""
    kind = Request.Kind.FORFEIT if forfeit else Request.Kind.RETURN
    with as_customs():
        declaration = locked(mrn)
        _check_seized(declaration)
        request = opened_within(declaration, kind, power=power, reason=reason, by=by, at=at)
        kept = {"request": request.id, "kind": kind.value, "power": power, "reason": reason}
        records.append(
            entries=[history.noted(declaration, "seizure.end-asked", by=by, payload=kept)], at=at
        )
        return request


def forfeit(declaration: Declaration, request: Request, *, by: Actor, at: datetime) -> None:
    """Carry out a granted forfeiture: the goods are the State's, and the debt on them ends."""
    _check_seized(declaration)
    transfers = debt.extinguished(declaration.mrn, money.charged(declaration.mrn))
    post(declaration, transfers, purpose="ended", at=at)
    told = {"power": request.power, "reason": request.reason}
    move(declaration, Act.FORFEIT, to=State.FORFEITED, by=by, at=at, told=told)
    give_back(declaration, at=at)


def give_goods_back(declaration: Declaration, request: Request, *, by: Actor, at: datetime) -> None:
    """Carry out a granted return: the declaration goes on from what else holds it, if anything."""
    _check_seized(declaration)
    told = {"power": request.power, "reason": request.reason}
    to = state_after(standing(declaration))
    move(declaration, Act.RETURN, to=to, by=by, at=at, told=told)


def _check_seized(declaration: Declaration) -> None:
    if declaration.state != State.SEIZED:
        raise NotAllowed(
            found=f"a declaration that is {declaration.state}",
            expected="one whose goods are seized",
            mend="nothing: the goods are not seized",
        )
