"""Entering organisations and people, giving and ending roles, disabling who has left."""

from __future__ import annotations

from datetime import datetime

from allauth.account.models import EmailAddress
from django.contrib.auth.password_validation import validate_password

from customhouse.accounts import secret_text
from customhouse.accounts.actor import Actor
from customhouse.accounts.authority import (
    ROLES,
    require_administrator,
    require_customs_administrator,
)
from customhouse.accounts.models import Membership, Organisation, Person
from customhouse.records import actions as records
from customhouse.records.actions import Entry
from customhouse.settings.database import acting_as, as_system


def create_organisation(
    *,
    kind: str,
    name: str,
    trader_identifier: str | None = None,
    is_sandbox: bool = False,
    by: Actor,
    at: datetime,
) -> int:
    """Enter an organisation; answers its number. Customs' administrators alone may."""
    require_customs_administrator(by)
    if kind not in ROLES:
        raise ValueError(f"found the kind {kind!r}, expected one of {', '.join(sorted(ROLES))}")
    with acting_as(by):
        made = Organisation.objects.create(
            kind=kind,
            name=name,
            trader_identifier=trader_identifier,
            is_sandbox=is_sandbox,
            created_at=at,
        )
        told = {"kind": kind, "trader_identifier": trader_identifier, "is_sandbox": is_sandbox}
        _tell("organisation.entered", f"organisation:{made.id}", told, made.id, by=by, at=at)
    return int(made.id)


def create_person(
    *,
    email: str,
    name: str,
    password: str | None = None,
    language: str = "en",
    by: Actor,
    at: datetime,
) -> int:
    """Enter a person, who has no role yet; answers their number.

    Without a password they set one by mail, or a passkey. Raises ValidationError for a weak one.
    """
    if not by.has_role("administrator", "system"):
        require_customs_administrator(by)
    person = Person(
        email=email.strip(),
        name=name,
        language=language,
        pseudonym=secret_text.new_name("P-"),
        session_salt=secret_text.new_salt(),
        created_at=at,
    )
    if password is None:
        person.set_unusable_password()
    else:
        validate_password(password, person)
        person.set_password(password)
    with acting_as(by):
        person.save(force_insert=True)
        EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
        _tell("person.entered", _named(person), {}, by.organisation_id, by=by, at=at)
    return int(person.id)


def give_role(
    *, person_id: int, organisation_id: int, role: str, office: str = "", by: Actor, at: datetime
) -> int:
    """Give a person a role in an organisation, at an office for officers; answers its number.

    Raises ValueError for a role that such an organisation does not have.
    """
    require_administrator(by, organisation_id=organisation_id)
    with acting_as(by):
        organisation = Organisation.objects.get(id=organisation_id)
        if role not in ROLES[organisation.kind]:
            possible = ", ".join(sorted(ROLES[organisation.kind]))
            raise ValueError(f"found the role {role!r}, expected one of: {possible}")
        made = Membership.objects.create(
            person_id=person_id,
            organisation=organisation,
            role=role,
            office=office,
            since=at,
        )
        told = {"role": role, "office": office, "organisation": organisation_id}
        subject = _named(Person.objects.get(id=person_id))
        _tell("role.given", subject, told, organisation_id, by=by, at=at)
    return int(made.id)


def end_role(*, person_id: int, organisation_id: int, role: str, by: Actor, at: datetime) -> None:
    """End a role; the person's next request finds it gone."""
    require_administrator(by, organisation_id=organisation_id)
    with acting_as(by):
        ended = Membership.objects.filter(
            person_id=person_id, organisation_id=organisation_id, role=role, ended_at=None
        ).update(ended_at=at, on_shift=False)
        if not ended:
            raise LookupError(f"found no role {role!r} of that person, expected one to end")
        told = {"role": role, "organisation": organisation_id}
        subject = _named(Person.objects.get(id=person_id))
        _tell("role.ended", subject, told, organisation_id, by=by, at=at)


def set_on_shift(*, person_id: int, is_on_shift: bool, by: Actor, at: datetime) -> None:
    """Say whether a person is on shift: files are drawn among those who are.

    An officer says it of themselves, a supervisor or administrator of their organisation of others.
    """
    if by.organisation_id is None:
        raise ValueError("found no organisation, expected the one whose roster is kept")
    if by.person_id != person_id and not by.has_role("supervisor"):
        require_administrator(by, organisation_id=by.organisation_id)
    with acting_as(by):
        Membership.objects.filter(
            person_id=person_id,
            organisation_id=by.organisation_id,
            role="officer",
            ended_at=None,
            person__is_active=True,
        ).update(on_shift=is_on_shift)
        told = {"is_on_shift": is_on_shift}
        subject = _named(Person.objects.get(id=person_id))
        _tell("roster.changed", subject, told, by=by, at=at)


def disable_person(*, person_id: int, reason: str, by: Actor, at: datetime) -> None:
    """Disable a person and end all their sessions at once (ASVS 7.4.2).

    Customs' administrators alone may: a person can belong to several organisations. Another
    organisation's administrator ends the role, and with it all that the person could do there.
    """
    require_customs_administrator(by)
    with acting_as(by):
        person = Person.objects.select_for_update().get(id=person_id)
        person.is_active, person.disabled_at = False, at
        person.session_salt = secret_text.new_salt()
        person.save(update_fields=["is_active", "disabled_at", "session_salt"])
        Membership.objects.filter(person_id=person_id).update(on_shift=False)
        _tell("person.disabled", _named(person), {"reason": reason}, by=by, at=at)


def enable_person(*, person_id: int, reason: str, by: Actor, at: datetime) -> None:
    """Let a disabled person sign in again; their old sessions stay ended."""
    require_customs_administrator(by)
    with acting_as(by):
        person = Person.objects.select_for_update().get(id=person_id)
        person.is_active, person.disabled_at = True, None
        person.save(update_fields=["is_active", "disabled_at"])
        _tell("person.enabled", _named(person), {"reason": reason}, by=by, at=at)


def end_sessions(*, person_id: int, by: Actor, at: datetime) -> None:
    """End every session of a person: their own wish, or an administrator's."""
    if by.person_id != person_id:
        require_customs_administrator(by)
    with acting_as(by):
        person = Person.objects.select_for_update().get(id=person_id)
        person.session_salt = secret_text.new_salt()
        person.save(update_fields=["session_salt"])
        _tell("person.signed-out", _named(person), {}, by=by, at=at)


def note_sign_in(*, person_id: int, at: datetime) -> None:
    """Put on record that a person signed in."""
    with as_system():
        person = Person.objects.get(id=person_id)
        entry = Entry(kind="person.signed-in", subject=_named(person), actor=person.pseudonym)
        records.append(entries=[entry], at=at)


def _named(person: Person) -> str:
    return f"person:{person.pseudonym}"


def _tell(
    kind: str,
    subject: str,
    told: dict[str, object],
    organisation_id: int | None = None,
    *,
    by: Actor,
    at: datetime,
) -> None:
    readers = (organisation_id or by.organisation_id,)
    entry = Entry(
        kind=kind,
        subject=subject,
        actor=by.pseudonym,
        payload=told,
        organisations=tuple(each for each in readers if each is not None),
    )
    records.append(entries=[entry], at=at)
