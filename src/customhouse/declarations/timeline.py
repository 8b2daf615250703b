"""The timeline of a declaration, from the record: what happened, when, by whom, its receipt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from customhouse.presentation import labels
from customhouse.records.queries import Recorded

KINDS: dict[str, str | Promise] = {
    "declaration.registered": gettext_lazy("Registered"),
    "declaration.accepted": gettext_lazy("Accepted"),
    "declaration.corrected": gettext_lazy("Corrected"),
    "declaration.withdrawn": gettext_lazy("Withdrawn"),
    "declaration.refused": gettext_lazy("Refused"),
    "declaration.amended": gettext_lazy("Amended"),
    "declaration.invalidated": gettext_lazy("Annulled"),
    "declaration.control-concluded": gettext_lazy("Control concluded"),
    "declaration.control-reopened": gettext_lazy("Under control again"),
    "declaration.reassessed": gettext_lazy("Assessed again"),
    "declaration.settled": gettext_lazy("Paid or secured"),
    "declaration.released": gettext_lazy("Goods released"),
    "declaration.seized": gettext_lazy("Goods seized"),
    "declaration.returned": gettext_lazy("Goods returned"),
    "declaration.forfeited": gettext_lazy("Goods forfeited"),
    "control.notified": gettext_lazy("Control notified"),
    "control.passed-on": gettext_lazy("Passed to another officer"),
    "question.asked": gettext_lazy("Customs asked a question"),
    "question.answered": gettext_lazy("Question answered"),
    "document.attached": gettext_lazy("Document attached"),
    "request.made": gettext_lazy("Request made"),
    "request.answered": gettext_lazy("Request answered"),
    "override.asked": gettext_lazy("Lower channel asked for"),
    "seizure.end-asked": gettext_lazy("Forfeiture or return of the goods asked for"),
    "judgement.seized": gettext_lazy("Goods seized, within customs"),
    "judgement.accepted": gettext_lazy("Judged: accepted"),
    "judgement.registered": gettext_lazy("Judged: registered"),
    "judgement.corrected": gettext_lazy("Judged: corrected"),
    "judgement.amended": gettext_lazy("Judged: amended"),
    "judgement.refused": gettext_lazy("Judged: refused"),
    "judgement.reassessed": gettext_lazy("Judged: assessed again"),
    "judgement.control-concluded": gettext_lazy("Control concluded, within customs"),
}

BY_THE_HOUSE = frozenset(
    {
        "declaration.accepted",
        "declaration.reassessed",
        "declaration.released",
        "control.notified",
    }
)
"""What follows from somebody's act by the law alone; that act has its own entry, and their name."""

RESULTS: dict[str, str | Promise] = {
    "conform": gettext_lazy("Found as declared."),
    "irregular": gettext_lazy("Found to differ from what was declared."),
    "prohibited": gettext_lazy("Found prohibited or smuggled."),
    "overridden": gettext_lazy("Closed by two officers under a cited power."),
}
ANSWERS: dict[str, str | Promise] = {
    "granted": gettext_lazy("Granted."),
    "refused": gettext_lazy("Refused."),
}


class Entry(NamedTuple):
    """One entry of a timeline."""

    number: int
    title: str | Promise
    at: datetime
    who: str
    lines: list[str]
    is_sealed: bool


def timeline(history: Iterable[Recorded], *, names: Mapping[str, str], others: str) -> list[Entry]:
    """Return the entries, the newest first; `others` is said for whoever has no name here."""
    return [
        Entry(
            number=each.id,
            title=KINDS.get(each.kind, each.kind),
            at=each.at,
            who=_who(each, names) or others,
            lines=_lines(each.payload),
            is_sealed=each.index is not None,
        )
        for each in sorted(history, key=lambda each: each.id, reverse=True)
    ]


def _who(entry: Recorded, names: Mapping[str, str]) -> str:
    if entry.kind in BY_THE_HOUSE:
        return _("The customs house itself")
    return names.get(entry.actor) or _system(entry.actor)


def _system(actor: str) -> str:
    return (
        _("The bank’s statement")
        if actor == "system:bank"
        else (_("The customs house itself") if actor.startswith("system:") else "")
    )


def _lines(payload: Mapping[str, object]) -> list[str]:
    said = []
    for name in ("text", "goods", "reason", "name", "remarks", "power"):
        if isinstance(value := payload.get(name), str) and value:
            said.append(value)
    if result := payload.get("result"):
        said.append(str(RESULTS.get(str(result), result)))
    if answer := payload.get("answer"):
        said.insert(0, str(ANSWERS.get(str(answer), answer)))
    changed = payload.get("changed")
    if isinstance(changed, Sequence) and not isinstance(changed, str) and changed:
        said.append(
            _("Changed: %(places)s.") % {"places": "; ".join(labels.where(str(p)) for p in changed)}
        )
    rules = payload.get("rules")
    if isinstance(rules, Sequence) and not isinstance(rules, str) and rules:
        said.append(_("Rules: %(rules)s.") % {"rules": ", ".join(map(str, rules))})
    if payload.get("to") in labels.CHANNELS:
        said.append(str(labels.channel(str(payload["to"]))[0]))
    return said
