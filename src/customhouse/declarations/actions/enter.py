"""Entering: what was judged goes into the books of every desk, in a handful of statements."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from customhouse.accounts.actor import Actor
from customhouse.declarations import booking, history
from customhouse.declarations.actions import controls
from customhouse.declarations.actions.tables import (
    DECLARATIONS,
    ITEMS,
    SUBMISSIONS,
    VERSIONS,
    declaration_row,
    item_rows,
    version_row,
)
from customhouse.declarations.entry import Booked, Incoming, Judged
from customhouse.records import actions as records
from customhouse.revenue import actions as revenue
from customhouse.settings.together import writing
from customhouse.targeting import actions as targeting

LODGED = "lodged"


class Overdrawn(Exception):  # noqa: N818 - nothing failed: another declaration was quicker
    """Another declaration used the credit that this one was to be deferred on."""


def enter(
    incoming: Sequence[Incoming],
    judged: Sequence[Judged],
    *,
    importers: Mapping[str, int],
    on_shift: Mapping[str, tuple[int, ...]],
    by: Actor,
    at: datetime,
) -> tuple[str | None, ...]:
    """Write judged declarations for the first time; answers the state of each, None if refused.

    ``importers`` are the organisations of the importers, ``on_shift`` the officers at each
    office. Overdrawn where a deferment account
    bears less by now than when its facts were read: then all is to be judged again.
    """
    borne = booking.deferred_on(judged)
    deferred = {mrn: amount for each in borne.values() for mrn, amount in each.items()}
    booked = [
        booking.book(
            one,
            organisation=by.organisation_id or 0,
            importer_organisation=importers.get(one.document.importer or ""),
            deferred=deferred.get(one.mrn, 0),
        )
        for one in judged
    ]
    standing = [each for each in booked if each.state is not None]
    with writing():
        records.keep_bodies(bodies=_bodies(judged))
        DECLARATIONS.insert([declaration_row(each, by=by, at=at) for each in standing])
        VERSIONS.insert(
            [
                version_row(each.judged, version=1, actor=by.pseudonym, reason=LODGED, at=at)
                for each in standing
            ]
        )
        ITEMS.insert([row for each in standing for row in item_rows(each.judged, version=1)])
        SUBMISSIONS.insert(_submissions(incoming, booked, by=by, at=at))
        revenue.post(postings=[each.posting for each in standing], at=at)
        targeting.enter(selected=_selected(standing), at=at)
        controls.order(
            [each.control for each in standing if each.control], on_shift=on_shift, at=at
        )
        records.append(
            entries=[entry for each in booked for entry in history.first(each, by=by)], at=at
        )
    asked = {payer: sum(amounts.values()) for payer, amounts in borne.items()}
    drawn = revenue.draw_deferred(amounts=asked)  # last: it locks the payers' accounts
    if drawn.value() != asked.keys():
        raise Overdrawn
    return tuple(each.state.value if each.state else None for each in booked)


def _bodies(judged: Sequence[Judged]) -> dict[str, bytes]:
    return {
        digest: content
        for one in judged
        for digest, content in (
            (one.document_digest, one.document_bytes),
            (one.facts_digest, one.facts_bytes),
            (one.decision_digest, one.decision_bytes),
        )
    }


def _selected(booked: Sequence[Booked]) -> list[targeting.Selected]:
    return [chosen for each in booked if (chosen := booking.selected(each.judged, version=1))]


def _submissions(
    incoming: Sequence[Incoming], booked: Sequence[Booked], *, by: Actor, at: datetime
) -> list[tuple[object, ...]]:
    return [
        (
            by.organisation_id,
            message.key,
            message.digest,
            each.judged.decision_digest,
            each.judged.mrn if each.state else None,
            at,
        )
        for message, each in zip(incoming, booked, strict=True)
        if message.key
    ]
