"""The only writers of the register: traders, authorisations, mandates."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext

from customhouse.accounts.actor import Actor
from customhouse.accounts.queries import organisations_of
from customhouse.records import actions as records
from customhouse.records.actions import Entry
from customhouse.register import queries
from customhouse.settings.database import acting_as, execute
from fondaco.parties.mandate import Representation
from fondaco.parties.trader import Standing
from fondaco.units.period import Period

_REGISTER = """
INSERT INTO trader (identifier, name, organisation_id, standing, registered_on, changed_at)
VALUES (%s, %s, %s, %s, %s, %s)
"""
_STANDING = """
UPDATE trader SET standing = %s, changed_at = %s WHERE identifier = %s RETURNING organisation_id
"""
_AUTHORISE = """
INSERT INTO authorisation (trader, organisation_id, kind, reference, starts, ends)
SELECT identifier, organisation_id, %s, %s, %s, %s FROM trader WHERE identifier = %s
RETURNING organisation_id
"""
_REVOKE_AUTHORISATION = """
UPDATE authorisation SET revoked_at = %s WHERE reference = %s AND revoked_at IS NULL
RETURNING trader, organisation_id
"""
_REPLACE = """
UPDATE mandate SET revoked_at = %s
WHERE principal = %s AND representative = %s AND representation = %s AND revoked_at IS NULL
"""
_GRANT = """
INSERT INTO mandate (principal, representative, principal_organisation_id,
    representative_organisation_id, representation, starts, ends, granted_at)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s) RETURNING id
"""
_REVOKE = """
UPDATE mandate SET revoked_at = %s WHERE id = %s AND revoked_at IS NULL
RETURNING principal, representative, principal_organisation_id, representative_organisation_id
"""


def register_trader(
    *, identifier: str, name: str, registered_on: date, by: Actor, at: datetime
) -> None:
    """Enter a trader in the register; customs alone may.

    The database refuses an identifier that is registered already.
    """
    _require_customs(by)
    with acting_as(by):
        organisation = organisations_of([identifier]).get(identifier)
        standing = Standing.ACTIVE.value
        execute(_REGISTER, (identifier, name, organisation, standing, registered_on, at))
        told = {"name": name, "registered_on": registered_on}
        _tell("trader.registered", identifier, told, organisation, by=by, at=at)
    queries.forget()


def change_standing(
    *, identifier: str, standing: Standing, reason: str, by: Actor, at: datetime
) -> None:
    """Suspend, close or restore a trader; from the next decision on it counts."""
    _require_customs(by)
    with acting_as(by):
        found = execute(_STANDING, (standing.value, at, identifier)).fetchone()
        if found is None:
            raise LookupError(f"found no trader {identifier}, expected a registered one")
        told = {"standing": standing.value, "reason": reason}
        _tell("trader.standing", identifier, told, found[0], by=by, at=at)
    queries.forget()


def authorise(
    *, identifier: str, kind: str, reference: str, valid: Period, by: Actor, at: datetime
) -> None:
    """Give a trader an authorisation; customs alone may."""
    _require_customs(by)
    with acting_as(by):
        parameters = (kind, reference, valid.start, valid.end, identifier)
        found = execute(_AUTHORISE, parameters).fetchone()
        if found is None:
            raise LookupError(f"found no trader {identifier}, expected a registered one")
        told = {"kind": kind, "reference": reference, "from": valid.start, "until": valid.end}
        _tell("authorisation.given", identifier, told, found[0], by=by, at=at)
    queries.forget()


def revoke_authorisation(*, reference: str, reason: str, by: Actor, at: datetime) -> None:
    """Take an authorisation back; from the next decision on it counts no more."""
    _require_customs(by)
    with acting_as(by):
        found = execute(_REVOKE_AUTHORISATION, (at, reference)).fetchone()
        if found is None:
            raise LookupError(f"found no authorisation {reference} in force")
        told = {"reference": reference, "reason": reason}
        _tell("authorisation.revoked", found[0], told, found[1], by=by, at=at)
    queries.forget()


def grant_mandate(
    *,
    principal: str,
    representative: str,
    representation: Representation,
    valid: Period,
    by: Actor,
    at: datetime,
) -> int:
    """Let a representative declare for a principal; answers the mandate's number.

    The principal's own people grant it, or customs on paper. It takes the place of an earlier one
    of the same kind. Raises LookupError where one of the two is not registered.
    """
    if by.trader_identifier != principal and by.organisation_kind not in ("customs", "system"):
        raise PermissionDenied(
            gettext("Only %(trader)s gives a mandate to act for it.") % {"trader": principal}
        )
    with acting_as(by):
        parties = queries.organisations_of_registered([principal, representative])
        for identifier in (principal, representative):
            if identifier not in parties:
                raise LookupError(f"found no trader {identifier}, expected a registered one")
        execute(_REPLACE, (at, principal, representative, representation.value))
        (number,) = execute(
            _GRANT,
            (
                principal,
                representative,
                parties[principal],
                parties[representative],
                representation.value,
                valid.start,
                valid.end,
                at,
            ),
        ).fetchone() or (0,)
        told = {
            "representative": representative,
            "representation": representation.value,
            "from": valid.start,
            "until": valid.end,
        }
        both = (parties[principal], parties[representative])
        _tell("mandate.granted", principal, told, *both, by=by, at=at)
    return int(number)


def revoke_mandate(*, mandate_id: int, reason: str = "", by: Actor, at: datetime) -> None:
    """End a mandate at once; either side may, and customs. What was decided before stands."""
    with acting_as(by):
        found = execute(_REVOKE, (at, mandate_id)).fetchone()
        if found is None:
            raise LookupError(f"found no mandate {mandate_id} in force that you may end")
        principal, representative, *both = found
        told = {"representative": representative, "reason": reason}
        _tell("mandate.revoked", principal, told, *both, by=by, at=at)


def _require_customs(by: Actor) -> None:
    if by.organisation_kind not in ("customs", "system"):
        raise PermissionDenied(gettext("Only customs keeps the register."))


def _tell(
    kind: str,
    identifier: str,
    told: dict[str, object],
    *organisations: int | None,
    by: Actor,
    at: datetime,
) -> None:
    entry = Entry(
        kind=kind,
        subject=f"trader:{identifier}",
        actor=by.pseudonym,
        payload=told,
        organisations=tuple(each for each in organisations if each is not None),
    )
    records.append(entries=[entry], at=at)
