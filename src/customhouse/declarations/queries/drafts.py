"""Declarations being written: an organisation's drafts, the newest first."""

from datetime import datetime
from typing import Any

import msgspec

from customhouse.declarations.models import Draft
from customhouse.declarations.problems import NotFound


class DraftSeen(msgspec.Struct, frozen=True):
    """A draft: what was typed so far, as the JSON form of a declaration, and when."""

    id: int
    name: str
    content: dict[str, Any]
    changed_at: datetime
    mrn: str | None


def drafts(*, organisation_id: int, most: int = 50) -> tuple[DraftSeen, ...]:
    """The drafts of an organisation that are not lodged."""
    found = Draft.objects.filter(organisation_id=organisation_id, mrn__isnull=True)
    return tuple(_seen(each) for each in found.order_by("-changed_at")[:most])


def draft(draft_id: int, *, organisation_id: int) -> DraftSeen:
    """One draft of an organisation; NotFound where it has none of that number."""
    found = Draft.objects.filter(id=draft_id, organisation_id=organisation_id).first()
    if found is None:
        raise NotFound(f"draft {draft_id}")
    return _seen(found)


def _seen(found: Draft) -> DraftSeen:
    return DraftSeen(found.id, found.name, found.content, found.changed_at, found.mrn)
