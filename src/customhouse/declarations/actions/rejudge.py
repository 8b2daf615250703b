"""Judging again: at arrival, after a correction, on an amendment, on what was found.

The draw and the channel stay as they were: whoever corrects does not roll again.
"""

from datetime import date, datetime

from customhouse.accounts.actor import Actor
from customhouse.declarations import booking
from customhouse.declarations.actions import judge
from customhouse.declarations.actions.tables import ITEMS, VERSIONS, item_rows, version_row
from customhouse.declarations.entry import Judged
from customhouse.declarations.models import Declaration
from customhouse.declarations.queries.decisions import document_of as recorded
from customhouse.declarations.queries.facts import facts_about
from customhouse.declarations.queries.facts import payer as payer_of
from customhouse.records import actions as records
from customhouse.revenue import actions as revenue
from customhouse.revenue import queries as money
from customhouse.revenue.postings import Posting
from fondaco.clearance.facts import Earlier
from fondaco.declaration.document import Document
from fondaco.revenue import debt
from fondaco.revenue.ledger import Transfer, minor


def document_of(declaration: Declaration) -> Document:
    """The declaration's document as it stands."""
    return recorded(declaration.document_digest)


def rejudge(
    declaration: Declaration,
    document: Document,
    *,
    on: date,
    arrived: date | None,
    at: datetime,
) -> Judged:
    """Judge a declaration's document again under its own number, draw and, at least, channel."""
    (facts,) = facts_about(
        [document], on=on, arrived=[arrived], at=at, sender=declaration.declarant
    )
    if declaration.channel is not None:
        kept = Earlier(mrn=declaration.mrn, channel=declaration.channel, draw=declaration.draw)
        facts = facts.with_earlier(kept)
    return judge.judge_one(
        document,
        facts=facts,
        mrn=declaration.mrn,
        on=on,
        drawn=declaration.draw,
        is_sandbox=declaration.is_sandbox,
    )


def enter_version(
    declaration: Declaration, judged: Judged, *, reason: str, by: Actor, at: datetime
) -> None:
    """Enter a new version: bodies, digests, items; the row itself is saved by the caller's step."""
    version = declaration.version + 1
    records.keep_bodies(
        bodies={
            judged.document_digest: judged.document_bytes,
            judged.facts_digest: judged.facts_bytes,
            judged.decision_digest: judged.decision_bytes,
        }
    )
    VERSIONS.insert(
        [version_row(judged, version=version, actor=by.pseudonym, reason=reason, at=at)]
    )
    ITEMS.insert(item_rows(judged, version=version))
    declaration.version = version
    declaration.document_digest = judged.document_digest
    declaration.decision_digest = judged.decision_digest
    declaration.item_count = len(judged.document.items)
    assessment = judged.decision.assessment
    if assessment is not None:
        declaration.currency = assessment.currency
        declaration.assessed = assessment.total
        declaration.customs_value = sum(v.customs_value for v in assessment.values)


def charge(declaration: Declaration, judged: Judged, *, at: datetime) -> int:
    """Move the debt to the new assessment; answers the change in minor units."""
    assessment = judged.decision.assessment
    if assessment is None:
        return 0
    before = money.charged(declaration.mrn)
    transfers = debt.reassessed(declaration.mrn, before, assessment=assessment)
    post(declaration, transfers, purpose="charged", at=at)
    return minor(assessment.total) - sum(before.values())


def defer(declaration: Declaration, judged: Judged, *, at: datetime) -> None:
    """Carry to the payer's deferment account what the declarant asked, where its limit allows."""
    amount, payer = booking.deferrable(judged), payer_of(judged.document)
    if amount and payer and revenue.draw_deferred(amounts={payer: amount}).value():
        moved = debt.deferred(declaration.mrn, amount, payer=payer)
        post(declaration, (moved,), purpose="deferred", at=at)


def post(
    declaration: Declaration, transfers: tuple[Transfer, ...], *, purpose: str, at: datetime
) -> None:
    """Enter transfers of this declaration's version in the ledger."""
    if transfers:
        revenue.post(
            postings=[
                Posting(
                    reference=f"{declaration.mrn}/{declaration.version}/{purpose}",
                    mrn=declaration.mrn,
                    version=declaration.version,
                    organisation=declaration.organisation_id,
                    importer_organisation=declaration.importer_organisation_id,
                    currency=declaration.currency,
                    transfers=transfers,
                )
            ],
            at=at,
        )
