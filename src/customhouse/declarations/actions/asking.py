"""A request that a second person answers, opened inside the caller's transaction."""

from datetime import datetime

from customhouse.accounts.actor import Actor
from customhouse.declarations.models import Declaration, Request
from customhouse.declarations.problems import Unfit


def opened(
    declaration: Declaration,
    kind: Request.Kind,
    *,
    reason: str,
    by: Actor,
    at: datetime,
    document_digest: str | None = None,
) -> Request:
    """Open a request of a declaration's party, which must give a reason."""
    if not reason.strip():
        raise Unfit(found="no reason", expected="a reason", mend="say why in a sentence")
    return _opened(
        declaration, kind, by=by, at=at, reason=reason.strip(), document_digest=document_digest
    )


def opened_within(
    declaration: Declaration,
    kind: Request.Kind,
    *,
    power: str,
    reason: str,
    by: Actor,
    at: datetime,
    channel: str | None = None,
) -> Request:
    """Open a request within customs, which must cite a power and give a reason."""
    if not power.strip() or not reason.strip():
        raise Unfit(
            found="no power or no reason",
            expected="the article that gives the power, and the reason",
            mend="cite the act and article, and say why in a sentence",
        )
    return _opened(
        declaration,
        kind,
        by=by,
        at=at,
        reason=reason.strip(),
        power=power.strip(),
        channel=channel,
        is_internal=True,
    )


def _opened(
    declaration: Declaration, kind: Request.Kind, *, by: Actor, at: datetime, **said: object
) -> Request:
    request: Request = Request.objects.create(
        declaration=declaration,
        organisation_id=declaration.organisation_id,
        importer_organisation_id=declaration.importer_organisation_id,
        kind=kind.value,
        asked_at=at,
        asked_by=by.person_id,
        **said,
    )
    return request
