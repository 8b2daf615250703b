"""A draft as it would be judged now: its document, every finding with its field, its bill."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec
from django.utils.translation import gettext as _

from customhouse.accounts.actor import Actor
from customhouse.declarations.queries.drafts import DraftSeen
from customhouse.declarations.queries.preview import preview
from customhouse.declarations.shown import code_page
from customhouse.declarations.writing import Unwritable, assemble, place_of
from customhouse.presentation import labels
from customhouse.presentation.bill import BillShown, bill
from customhouse.presentation.findings import FindingShown
from customhouse.presentation.findings import told as finding_told
from customhouse.tariffs import queries as tariffs
from fondaco.clearance.decision import Decision
from fondaco.clearance.rulebook import LawOfTheDay
from fondaco.declaration.document import Document
from fondaco.legal.finding import Finding, Gravity
from fondaco.territory.calendar import legal_day


class Reviewed(msgspec.Struct, frozen=True):
    """A draft as it would be judged now."""

    document: Document | None
    findings: list[FindingShown]
    bill: BillShown | None
    is_in_order: bool


def law_of_today() -> LawOfTheDay:
    """The law in force now, by the legal clock."""
    law = tariffs.law()
    return law.on(legal_day(datetime.now(UTC), ahead_of_utc=law.ahead_of_utc))


def by_field(found: DraftSeen, step: str, *, actor: Actor) -> dict[str, list[FindingShown]]:
    """What the review found on one step, by the field it is typed in."""
    by_field: dict[str, list[FindingShown]] = {}
    for each in reviewed(found, actor=actor).findings:
        place = place_of(each.path)
        if place is not None and place.step == step:
            by_field.setdefault(place.field, []).append(each)
    return by_field


def reviewed(found: DraftSeen, *, actor: Actor) -> Reviewed:
    """Judge a draft as it stands; what cannot even be read as a number is a finding too."""
    day = law_of_today()
    try:
        document = assemble(
            found.content,
            own=actor.trader_identifier or "",
            country=day.country,
            unit_of=day.tariff.supplementary_unit,
        )
    except Unwritable as wrong:
        return Reviewed(None, [_no_number(path) for path in wrong.paths], None, is_in_order=False)
    decision = preview(document, sender=actor.trader_identifier, at=datetime.now(UTC))
    return _judged(document, decision, day)


def _judged(document: Document, decision: Decision, day: LawOfTheDay) -> Reviewed:
    assessment = decision.assessment
    return Reviewed(
        document=document,
        findings=[finding_told(each, acts=day.acts) for each in _ordered(decision.findings)],
        bill=bill(assessment, document, day=day, page=code_page) if assessment else None,
        is_in_order=all(each.gravity is not Gravity.ERROR for each in decision.findings),
    )


def _ordered(findings: tuple[Finding, ...]) -> list[Finding]:
    return sorted(findings, key=lambda each: each.gravity is not Gravity.ERROR)


def _no_number(path: str) -> FindingShown:
    return FindingShown(
        text=_("This is not a number that reads in one way only."),
        gravity="error",
        rule="",
        citation="",
        found="",
        expected=_("figures, such as 1200 or 1200.5"),
        mend=_("Write it without signs between the thousands."),
        where=labels.where(path),
        path=path,
    )
