"""Reads of people, organisations and keys; who is behind a session or a bearer secret."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime

import msgspec

from customhouse.accounts import secret_text
from customhouse.accounts.actor import Actor
from customhouse.accounts.authority import KEY_ROLES
from customhouse.settings.database import as_system, execute, looking_as
from customhouse.settings.recent import Recent
from customhouse.settings.row_security import CUSTOMS
from customhouse.settings.together import Later, Question

KEY_SECONDS = 30.0
"""How long a key may still be believed after it was revoked: well under the 60 allowed."""

_BY_PERSON = """
SELECT p.id, p.pseudonym, p.name, p.language, o.id, o.kind, o.trader_identifier, o.is_sandbox,
       array_agg(m.role), max(m.office)
FROM person p
JOIN membership m ON m.person_id = p.id AND m.ended_at IS NULL
JOIN organisation o ON o.id = m.organisation_id AND o.closed_at IS NULL
WHERE p.id = %s AND p.is_active
GROUP BY p.id, o.id ORDER BY (o.id = %s) DESC, o.id LIMIT 1
"""

_KEY_COLUMNS = """
key.pseudonym, key.name, o.id, o.kind, o.trader_identifier, o.is_sandbox
"""

_BY_KEY = f"""
WITH used AS (
    UPDATE api_key SET last_used_at = %(at)s
    WHERE digest = %(digest)s AND revoked_at IS NULL RETURNING *)
SELECT {_KEY_COLUMNS}, key.scopes FROM used AS key
JOIN organisation o ON o.id = key.organisation_id AND o.closed_at IS NULL
"""  # noqa: S608 - the columns are our own

_BY_TOKEN = f"""
SELECT {_KEY_COLUMNS}, token.scopes FROM access_token token
JOIN api_key key ON key.id = token.api_key_id AND key.revoked_at IS NULL
JOIN organisation o ON o.id = key.organisation_id AND o.closed_at IS NULL
WHERE token.digest = %(digest)s AND token.expires_at > %(at)s
"""  # noqa: S608 - the columns are our own

_keys: Recent[bytes, Actor] = Recent(seconds=KEY_SECONDS, most=10_000)


class Member(msgspec.Struct, frozen=True):
    """A person in a role of an organisation."""

    membership_id: int
    person_id: int
    pseudonym: str
    name: str
    email: str
    role: str
    office: str
    on_shift: bool
    is_active: bool


class Key(msgspec.Struct, frozen=True):
    """An organisation's key as its people see it: never the secret."""

    public_id: str
    name: str
    scopes: tuple[str, ...]
    created_at: datetime
    last_used_at: datetime | None
    revoked_at: datetime | None


class OrganisationFacts(msgspec.Struct, frozen=True):
    """An organisation as the other desks know it."""

    id: int
    kind: str
    name: str
    trader_identifier: str | None
    is_sandbox: bool


def actor_of_person(
    person_id: int, *, organisation_id: int | None = None, language: str = ""
) -> Actor | None:
    """Return the person as actor for the chosen organisation, else for their first; or None.

    None means disabled, or without a role anywhere.
    """
    with as_system():
        found = execute(_BY_PERSON, (person_id, organisation_id)).fetchone()
    if found is None:
        return None
    number, pseudonym, name, own, organisation, kind, identifier, sandbox, roles, office = found
    return Actor(
        person_id=number,
        pseudonym=pseudonym,
        name=name,
        organisation_id=organisation,
        organisation_kind=kind,
        trader_identifier=identifier,
        roles=frozenset(roles),
        office=office,
        language=language or own,
        is_sandbox=sandbox,
    )


def actor_of_secret(secret: str, *, at: datetime) -> Actor | None:
    """Return the organisation's key or token as actor, or None; believed for half a minute."""
    if not secret_text.looks_like_ours(secret):
        return None
    digest = secret_text.digest(secret)
    known = _keys.get(digest)
    if known is not None:
        return known
    is_token = secret.startswith(secret_text.TOKEN)
    actor = _actor_of_digest(digest, is_token=is_token, at=at)
    if actor is not None:
        _keys.keep(digest, actor)
    return actor


def forget_keys() -> None:
    """Forget which keys this process believes; tests and a revocation in this process call it."""
    _keys.clear()


def _actor_of_digest(digest: bytes, *, is_token: bool, at: datetime) -> Actor | None:
    statement = _BY_TOKEN if is_token else _BY_KEY
    with as_system():
        found = execute(statement, {"digest": digest, "at": at}).fetchone()
    if found is None:
        return None
    pseudonym, name, organisation, kind, identifier, sandbox, scopes = found
    return Actor(
        person_id=None,
        pseudonym=pseudonym,
        name=name,
        organisation_id=organisation,
        organisation_kind=kind,
        trader_identifier=identifier,
        roles=frozenset({KEY_ROLES[kind]}),
        is_sandbox=sandbox,
        via="access token" if is_token else "api key",
        scopes=frozenset(scopes),
    )


def organisations(identifiers: list[int]) -> dict[int, OrganisationFacts]:
    """Return these organisations by their number."""
    return {each.id: each for each in _organisations("id = ANY(%s)", identifiers)}


class _Number(msgspec.Struct):
    trader_identifier: str
    organisation: int


_NUMBERS = Question(
    "SELECT trader_identifier, id AS organisation FROM organisation "
    "WHERE trader_identifier = ANY(%s) AND is_sandbox = coalesce(%s, is_sandbox)",
    _Number,
)


def organisations_of(identifiers: Iterable[str | None]) -> dict[str, int]:
    """Return the numbers of the organisations that have these trader identifiers."""
    return organisations_later(identifiers).value()


def organisations_later(
    identifiers: Iterable[str | None], *, is_sandbox: bool | None = None
) -> Later[dict[str, int]]:
    """Return the same as `organisations_of`, which may still be on its way.

    Where asked, only those of the sandbox, or only those outside it.
    """
    known = [each for each in identifiers if each]
    if not known:
        return Later.known({})
    return _NUMBERS.ask(known, is_sandbox).then(
        lambda rows: {row.trader_identifier: row.organisation for row in rows}
    )


def organisations_of_kind(kind: str) -> tuple[OrganisationFacts, ...]:
    """Return the organisations of a kind, the oldest first."""
    return tuple(_organisations("kind = %s", kind))


def people_at(addresses: Iterable[str]) -> dict[str, int]:
    """Return the numbers of the people who sign in with these e-mail addresses."""
    rows = execute("SELECT email, id FROM person WHERE email = ANY(%s)", (list(addresses),))
    return dict(rows.fetchall())


def customs_organisation() -> int | None:
    """Return the number of the customs administration, or None before it was entered."""
    found = _organisations("kind = %s AND closed_at IS NULL", "customs")
    return found[0].id if found else None


def _organisations(condition: str, parameter: object) -> list[OrganisationFacts]:
    statement = (
        "SELECT id, kind, name, trader_identifier, is_sandbox FROM organisation "  # noqa: S608
        f"WHERE {condition} ORDER BY id"
    )
    return [OrganisationFacts(*row) for row in execute(statement, (parameter,))]


_MEMBERS = """
SELECT m.id, p.id, p.pseudonym, p.name, p.email, m.role, m.office, m.on_shift, p.is_active
FROM membership m JOIN person p ON p.id = m.person_id
WHERE m.organisation_id = %s AND m.ended_at IS NULL ORDER BY p.name, m.role
"""


class _OnShift(msgspec.Struct):
    office: str
    person: int


_ON_SHIFT = Question(
    """
    SELECT m.office, p.id AS person FROM membership m JOIN person p ON p.id = m.person_id
    WHERE m.on_shift AND m.ended_at IS NULL AND p.is_active AND m.office = ANY(%s) AND m.role = %s
    ORDER BY p.id
    """,
    _OnShift,
)

_KEYS = """
SELECT public_id, name, scopes, created_at, last_used_at, revoked_at
FROM api_key WHERE organisation_id = %s ORDER BY created_at
"""


def members(organisation_id: int) -> tuple[Member, ...]:
    """Return the people of an organisation with their roles."""
    return tuple(Member(*row) for row in execute(_MEMBERS, (organisation_id,)))


def on_shift(*, office: str, role: str = "officer") -> tuple[int, ...]:
    """Return the people on shift at an office in a role, in the order of their numbers."""
    return on_shift_later([office], role=role).value().get(office, ())


def on_shift_later(
    offices: Collection[str], *, role: str = "officer"
) -> Later[dict[str, tuple[int, ...]]]:
    """Return the people on shift at each office, which may still be on its way."""
    with looking_as(CUSTOMS):
        asked = _ON_SHIFT.ask(sorted(offices), role)
    return asked.then(
        lambda rows: {
            office: tuple(row.person for row in rows if row.office == office) for office in offices
        }
    )


def names(person_ids: list[int]) -> dict[int, str]:
    """Return the names of people by their numbers."""
    return dict(execute("SELECT id, name FROM person WHERE id = ANY(%s)", (person_ids,)))


def names_of_pseudonyms(pseudonyms: list[str]) -> dict[str, str]:
    """Return the names behind pseudonyms, of people and of keys, as far as they may be seen."""
    statement = """
        SELECT pseudonym, name FROM person WHERE pseudonym = ANY(%(names)s)
        UNION ALL SELECT pseudonym, name FROM api_key WHERE pseudonym = ANY(%(names)s)
    """
    return dict(execute(statement, {"names": pseudonyms}))


_SEEN = """
SELECT p.pseudonym, o.id, p.name, o.name FROM person p
JOIN membership m ON m.person_id = p.id JOIN organisation o ON o.id = m.organisation_id
WHERE p.pseudonym = ANY(%(names)s) AND o.kind <> 'customs'
UNION ALL SELECT key.pseudonym, o.id, key.name, o.name FROM api_key key
JOIN organisation o ON o.id = key.organisation_id
WHERE key.pseudonym = ANY(%(names)s) AND o.kind <> 'customs'
"""


def names_seen(pseudonyms: list[str], *, organisation_id: int | None) -> dict[str, str]:
    """Return who is behind pseudonyms, as an organisation may know it.

    Its own people and keys by their names, those of others by their organisation's; officers of
    customs are not among them.
    """
    with looking_as(CUSTOMS):
        rows = execute(_SEEN, {"names": pseudonyms}).fetchall()
    return {
        pseudonym: name if theirs == organisation_id else organisation
        for pseudonym, theirs, name, organisation in rows
    }


def keys(organisation_id: int) -> tuple[Key, ...]:
    """Return the keys of an organisation, the oldest first."""
    return tuple(
        Key(public_id, name, tuple(scopes), created, used, revoked)
        for public_id, name, scopes, created, used, revoked in execute(_KEYS, (organisation_id,))
    )
