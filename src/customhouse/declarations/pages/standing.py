"""Where a declaration stands, in plain words: what is so, who holds it, what is next, whose turn.

Written for the trader, so nothing here may rest on what a trader may not know: the words come from
state, notified control, questions, requests and money alone.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _
from markupsafe import Markup, escape

from customhouse.declarations.queries.file import File
from customhouse.presentation import formats
from customhouse.revenue.queries import Balance
from fondaco.declaration.lifecycle import State
from fondaco.revenue.ledger import major

ANSWERABLE = (State.UNDER_CONTROL.value, State.AWAITING_PAYMENT.value, State.SEIZED.value)


class Turn(NamedTuple):
    """The one thing that is the trader's to do."""

    words: str
    address: str
    is_form: bool = False


class StandingShown(NamedTuple):
    """Where a declaration stands."""

    sentence: str | Markup
    holder: str
    since: datetime | None
    next: list[str | Markup]
    turn: Turn | None


def standing(
    file: File, *, balance: Balance, office: str, usually: timedelta | None
) -> StandingShown:
    """Say where a declaration stands; `usually` is how long a control of its kind takes."""
    sentence, holder, since, turn = _now(file, balance=balance, office=office)
    return StandingShown(
        sentence, holder, since, _next(file, balance=balance, usually=usually), turn
    )


Now = tuple[str | Markup, str, datetime | None, Turn | None]


def _now(file: File, *, balance: Balance, office: str) -> Now:
    if file.open_questions and file.state in ANSWERABLE:
        return _asked(file)
    match State(file.state):
        case State.REGISTERED:
            return _registered(file)
        case State.UNSUPPORTED:
            return _unsupported(file, office)
        case State.UNDER_CONTROL:
            return _controlled(file, balance, office)
        case State.AWAITING_PAYMENT:
            return _owing(file, balance)
        case State.RELEASED:
            return _released(file)
        case State.SEIZED:
            return _seized(file, office)
        case ended:
            return _ended(file, ended)


def _ended(file: File, state: State) -> Now:
    sentences = {
        State.WITHDRAWN: _("You withdrew this declaration before it was accepted."),
        State.INVALIDATED: _("Customs annulled this declaration. Nothing is owed on it."),
        State.FORFEITED: _(
            "The goods are forfeited to the State. No duty or tax is owed on them any more."
        ),
        State.REFUSED: _(
            "When the goods were presented, the declaration broke a rule in force that day."
        ),
    }
    return sentences[state], "", file.ended_at, None


def _asked(file: File) -> Now:
    first = file.open_questions[0]
    where = reverse("declaration", args=[file.mrn]) + f"#question-{first.id}"
    sentence = _("Customs has asked you something, and the goods wait for your answer.")
    return sentence, _("You"), first.asked_at, Turn(_("Answer the question"), where)


def _seized(file: File, office: str) -> Now:
    since = max((each.concluded_at for each in file.controls if each.concluded_at), default=None)
    sentence = _(
        "Customs found goods that are prohibited or were hidden, and has seized them. "
        "The history below says which goods, and under which power."
    )
    return sentence, office, since, None


def _registered(file: File) -> Now:
    there = Turn(
        _("The goods have arrived"), reverse("declaration-arrive", args=[file.mrn]), is_form=True
    )
    sentence = _("It is in order and numbered. It is accepted when the goods are presented.")
    return sentence, _("You"), file.lodged_at, there


def _unsupported(file: File, office: str) -> Now:
    sentence = _("It is kept under its procedure, which is not cleared on this platform yet.")
    return sentence, office, file.lodged_at, None


def _controlled(file: File, balance: Balance, office: str) -> Now:
    control = file.open_controls[0] if file.open_controls else None
    turn = _payment(file) if balance.owed > balance.secured else None
    if control is None:
        return _("Customs is looking at this declaration."), office, file.accepted_at, turn
    if control.kind == "documents":
        return _("Customs is checking the documents."), office, control.ordered_at, turn
    return _("Customs will examine the goods."), office, control.ordered_at, turn


def _owing(file: File, balance: Balance) -> Now:
    owed = formats.money(major(balance.owed), file.currency)
    sentence = escape(
        _("It is accepted. The goods are released as soon as %(amount)s is paid or secured.")
    ) % {"amount": owed}
    return sentence, _("You"), file.accepted_at, _payment(file)


def _payment(file: File) -> Turn:
    return Turn(_("Pay"), reverse("declaration-pay", args=[file.mrn]))


def _released(file: File) -> Now:
    paper = Turn(_("Open the release note"), reverse("release-note", args=[file.mrn]))
    return _("The goods are released: you may take them."), "", file.released_at, paper


def _next(file: File, *, balance: Balance, usually: timedelta | None) -> list[str | Markup]:
    match State(file.state):
        case State.REGISTERED:
            return [
                _("Tell us when the goods have arrived."),
                _("It is judged again on that day’s law and rates, and accepted."),
            ]
        case State.UNDER_CONTROL:
            return _after_control(file, balance, usually)
        case State.AWAITING_PAYMENT:
            return [_("Release follows by itself, within seconds of the payment.")]
        case State.SEIZED:
            return [
                _("Two officers decide whether the goods are returned to you or forfeited."),
                _("You may appeal against the seizure."),
            ]
        case State.REFUSED:
            return [_("Mend what was found and lodge it again.")]
        case _:
            return []


def _after_control(file: File, balance: Balance, usually: timedelta | None) -> list[str | Markup]:
    steps: list[str | Markup] = []
    if usually is not None:
        steps.append(
            escape(
                _("In the last 30 days, half of such checks at this office took up to %(time)s.")
            )
            % {"time": formats.duration(usually)}
        )
    if balance.owed > balance.secured:
        owed = formats.money(major(balance.owed), file.currency)
        steps.append(
            escape(_("Then %(amount)s is to be paid or secured. You may do that now."))
            % {"amount": owed}
        )
    steps.append(_("Then the goods are released."))
    return steps
