"""Drafts: begun, saved as typed, discarded, lodged. Nothing of a draft has legal force."""

from collections.abc import Mapping
from datetime import datetime

from customhouse.accounts.actor import Actor
from customhouse.declarations.models import Draft
from customhouse.declarations.problems import NotFound
from customhouse.settings.database import acting_as


def begin(*, content: Mapping[str, object], name: str, by: Actor, at: datetime) -> int:
    """Keep a new draft of the actor's organisation; answers its number."""
    with acting_as(by):
        made = Draft.objects.create(
            organisation_id=by.organisation_id,
            person_id=by.person_id,
            name=name[:80],
            content=dict(content),
            changed_at=at,
        )
        return int(made.id)


def save(
    *, draft_id: int, content: Mapping[str, object], name: str, by: Actor, at: datetime
) -> None:
    """Keep what was typed, as it was typed; NotFound for a draft that is lodged or another's."""
    with acting_as(by):
        found = _own(draft_id, by=by)
        found.content, found.name, found.changed_at = dict(content), name[:80], at
        found.save()


def discard(*, draft_id: int, by: Actor) -> None:
    """Throw a draft away."""
    with acting_as(by):
        _own(draft_id, by=by).delete()


def lodged(*, draft_id: int, mrn: str, by: Actor, at: datetime) -> None:
    """Note under which number a draft was lodged; it is not offered for writing any more."""
    with acting_as(by):
        found = _own(draft_id, by=by)
        found.mrn, found.changed_at = mrn, at
        found.save()


def _own(draft_id: int, *, by: Actor) -> Draft:
    found = (
        Draft.objects.select_for_update()
        .filter(id=draft_id, organisation_id=by.organisation_id, mrn__isnull=True)
        .first()
    )
    if found is None:
        raise NotFound(f"draft {draft_id}")
    return found
