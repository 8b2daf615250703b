"""Keys of organisations, and the short-lived tokens they can be exchanged for (RFC 6749, 4.4).

allauth's identity provider also issues client credentials. It fits poorly: a client belongs to a
person and not to an organisation, its secret is hashed with argon2 (0.2 s for each token), and a
key that is used as it is would need a second mechanism beside it.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterable
from datetime import datetime, timedelta

import msgspec

from customhouse.accounts import queries, secret_text
from customhouse.accounts.actor import Actor
from customhouse.accounts.authority import SCOPES, require_administrator
from customhouse.accounts.models import AccessToken, ApiKey, Organisation
from customhouse.records import actions as records
from customhouse.records.actions import Entry
from customhouse.settings.database import acting_as, as_system

TOKEN_SECONDS = 1800


class KeyRefused(Exception):  # noqa: N818 - it is the key that is refused, nothing has failed
    """Why no token was issued, as RFC 6749, 5.2 names it: `invalid_client`, `invalid_scope`."""


class NewKey(msgspec.Struct, frozen=True):
    """A key just made: the only time that its secret is seen."""

    public_id: str
    secret: str


class NewToken(msgspec.Struct, frozen=True):
    """A token just issued."""

    secret: str
    seconds: int
    scopes: tuple[str, ...]


def create_key(
    *, organisation_id: int, name: str, scopes: Iterable[str], by: Actor, at: datetime
) -> NewKey:
    """Make a key for an organisation's machines; its administrators may. Shown this once."""
    require_administrator(by, organisation_id=organisation_id)
    wanted = sorted(set(scopes))
    if not wanted or not set(wanted) <= set(SCOPES):
        raise ValueError(f"found the scopes {wanted}, expected some of: {', '.join(SCOPES)}")
    with acting_as(by):
        organisation = Organisation.objects.get(id=organisation_id)
        public_id = secret_text.new_name("")
        secret = secret_text.new_key(public_id=public_id, is_sandbox=organisation.is_sandbox)
        ApiKey.objects.create(
            organisation=organisation,
            public_id=public_id,
            pseudonym=f"K-{public_id}",
            name=name,
            digest=secret_text.digest(secret),
            scopes=wanted,
            created_by_id=by.person_id,
            created_at=at,
        )
        _tell("key.made", public_id, {"scopes": wanted}, organisation_id, by=by, at=at)
    return NewKey(public_id, secret)


def revoke_key(*, public_id: str, by: Actor, at: datetime) -> None:
    """Revoke a key and every token of it; within 30 seconds no process believes it."""
    with acting_as(by):
        key = ApiKey.objects.filter(public_id=public_id, revoked_at=None).first()
        if key is None:
            raise LookupError(f"found no key {public_id} that you may revoke")
        require_administrator(by, organisation_id=key.organisation_id)
        ApiKey.objects.filter(id=key.id).update(revoked_at=at)
        AccessToken.objects.filter(api_key_id=key.id).delete()
        _tell("key.revoked", public_id, {}, key.organisation_id, by=by, at=at)
    queries.forget_keys()


def exchange_key(
    *, public_id: str, secret: str, scopes: Iterable[str] = (), at: datetime
) -> NewToken:
    """Exchange a key for an access token with some of its scopes, all where none is named.

    Raises KeyRefused.
    """
    with as_system():
        key = ApiKey.objects.filter(digest=secret_text.digest(secret), revoked_at=None).first()
        if key is None or not hmac.compare_digest(key.public_id, public_id):
            raise KeyRefused("invalid_client")
        if Organisation.objects.filter(id=key.organisation_id, closed_at__isnull=False).exists():
            raise KeyRefused("invalid_client")
        granted = sorted(set(scopes) or set(key.scopes))
        if not set(granted) <= set(key.scopes):
            raise KeyRefused("invalid_scope")
        token = secret_text.new_token()
        AccessToken.objects.create(
            digest=secret_text.digest(token),
            api_key=key,
            organisation_id=key.organisation_id,
            scopes=granted,
            issued_at=at,
            expires_at=at + timedelta(seconds=TOKEN_SECONDS),
        )
    return NewToken(token, TOKEN_SECONDS, tuple(granted))


def delete_expired_tokens(*, at: datetime) -> int:
    """Delete the tokens that are of no use any more; answers how many."""
    with as_system():
        count, _ = AccessToken.objects.filter(expires_at__lt=at).delete()
    return count


def _tell(
    kind: str,
    public_id: str,
    told: dict[str, object],
    organisation_id: int,
    *,
    by: Actor,
    at: datetime,
) -> None:
    entry = Entry(
        kind=kind,
        subject=f"key:{public_id}",
        actor=by.pseudonym,
        payload=told,
        organisations=(organisation_id,),
    )
    records.append(entries=[entry], at=at)
