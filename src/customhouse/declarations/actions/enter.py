"""Entering: what was judged goes into the books of every desk, in a handful of statements."""

from collections.abc import Sequence
from datetime import datetime

from customhouse.accounts import queries as accounts
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
from customhouse.settings.database import pipeline
from customhouse.targeting import actions as targeting

LODGED = "lodged"


def enter(
    incoming: Sequence[Incoming], judged: Sequence[Judged], *, by: Actor, at: datetime
) -> tuple[str | None, ...]:
    """Write judged declarations for the first time; answers the state of each, None if refused."""
    booked = _book(judged, by=by)
    standing = [each for each in booked if each.state is not None]
    with pipeline():
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
        controls.order([each.control for each in standing if each.control], at=at)
        records.append(
            entries=[entry for each in booked for entry in history.first(each, by=by)], at=at
        )
    return tuple(each.state.value if each.state else None for each in booked)


def _book(judged: Sequence[Judged], *, by: Actor) -> list[Booked]:
    deferred = _draw_deferred(judged)
    importers = accounts.organisations_of(
        sorted({one.document.importer for one in judged if one.document.importer})
    )
    return [
        booking.book(
            one,
            organisation=by.organisation_id or 0,
            importer_organisation=importers.get(one.document.importer or ""),
            is_deferred=one.mrn in deferred,
        )
        for one in judged
    ]


def _draw_deferred(judged: Sequence[Judged]) -> set[str]:
    asked = booking.asked_of_payers(judged)
    together = {payer: sum(map(booking.deferrable, ones)) for payer, ones in asked.items()}
    drawn = revenue.draw_deferred(amounts=together)
    done = {one.mrn for payer in drawn for one in asked[payer]}
    for payer in asked.keys() - drawn:
        # Not all fit within the limit together: each that still fits is deferred.
        for one in asked[payer] if len(asked[payer]) > 1 else ():
            if revenue.draw_deferred(amounts={payer: booking.deferrable(one)}):
                done.add(one.mrn)
    return done


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
