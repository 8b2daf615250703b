"""The tables of people, organisations, roles and keys. Rows are written by `actions` alone."""

from __future__ import annotations

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _


class Organisation(models.Model):
    """Whoever acts in the customs house: a firm, an administration, a maker of software."""

    class Kind(models.TextChoices):
        TRADER = "trader", _("Trader")
        BROKER = "broker", _("Customs broker")
        CUSTOMS = "customs", _("Customs")
        AGENCY = "agency", _("Partner agency")
        SOFTWARE_HOUSE = "software house", _("Software house")

    id = models.BigAutoField(primary_key=True)
    kind = models.TextField(choices=Kind.choices)
    name = models.TextField()
    trader_identifier = models.TextField(null=True, unique=True)
    is_sandbox = models.BooleanField(default=False)
    created_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "organisation"
        constraints = [
            models.CheckConstraint(
                name="the_kind_of_organisation_is_known",
                condition=Q(kind__in=["trader", "broker", "customs", "agency", "software house"]),
            ),
            models.CheckConstraint(
                name="customs_is_never_a_sandbox", condition=~Q(kind="customs", is_sandbox=True)
            ),
        ]


class Person(AbstractBaseUser):
    """Someone who signs in, by e-mail address; in the record only the pseudonym is named."""

    id = models.BigAutoField(primary_key=True)
    email = models.EmailField(unique=True)
    name = models.TextField()
    language = models.TextField(default="en")
    pseudonym = models.TextField(unique=True)
    session_salt = models.TextField()
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField()
    disabled_at = models.DateTimeField(null=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    objects = BaseUserManager()

    class Meta:
        db_table = "person"
        constraints = [
            models.UniqueConstraint(Lower("email"), name="an_address_belongs_to_one_person"),
            models.CheckConstraint(
                name="who_is_disabled_is_not_active",
                condition=Q(is_active=True, disabled_at__isnull=True)
                | Q(is_active=False, disabled_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        # Every session carries this; a new salt ends them all, as a new password does.
        return salted_hmac(
            "customhouse.accounts.session",
            self.password + self.session_salt,
            secret=secret,
            algorithm="sha256",
        ).hexdigest()


class Membership(models.Model):
    """A role that a person has in an organisation, at an office, from one instant to another."""

    class Role(models.TextChoices):
        TRADER = "trader", _("Trader")
        BROKER = "broker", _("Broker")
        OFFICER = "officer", _("Officer")
        SUPERVISOR = "supervisor", _("Supervisor")
        ANALYST = "analyst", _("Risk analyst")
        TARIFF = "tariff", _("Tariff desk")
        CASHIER = "cashier", _("Cashier")
        AUDITOR = "auditor", _("Auditor")
        ADMINISTRATOR = "administrator", _("Administrator")

    id = models.BigAutoField(primary_key=True)
    person = models.ForeignKey(Person, models.PROTECT, related_name="memberships")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="memberships")
    role = models.TextField(choices=Role.choices)
    office = models.TextField(default="")
    on_shift = models.BooleanField(default=False)
    since = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "membership"
        constraints = [
            models.UniqueConstraint(
                "person",
                "organisation",
                "role",
                name="a_person_has_a_role_once_in_an_organisation",
                condition=Q(ended_at__isnull=True),
            ),
            models.CheckConstraint(
                name="who_has_left_is_not_on_shift",
                condition=Q(ended_at__isnull=True) | Q(on_shift=False),
            ),
        ]
        indexes = [
            models.Index("office", "role", name="membership_on_shift", condition=Q(on_shift=True)),
        ]


class ApiKey(models.Model):
    """An organisation's key: used as it is, or exchanged for access tokens (RFC 6749, 4.4).

    Only the SHA-256 of the secret is kept; the secret is long and random, so that this is enough.
    """

    id = models.BigAutoField(primary_key=True)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="api_keys")
    public_id = models.TextField(unique=True)
    pseudonym = models.TextField(unique=True)
    name = models.TextField()
    digest = models.BinaryField(unique=True, max_length=32)
    scopes = ArrayField(models.TextField())
    created_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField()
    last_used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "api_key"


class AccessToken(models.Model):
    """A short-lived token that a key was exchanged for; it dies with its key."""

    digest = models.BinaryField(primary_key=True, max_length=32)
    api_key = models.ForeignKey(ApiKey, models.PROTECT, related_name="tokens")
    organisation_id = models.BigIntegerField()
    scopes = ArrayField(models.TextField())
    issued_at = models.DateTimeField()
    expires_at = models.DateTimeField()

    class Meta:
        db_table = "access_token"
        indexes = [models.Index("expires_at", name="access_token_expiry")]
