"""What each kind of organisation's people and keys may be, and who may say so."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from customhouse.accounts.actor import Actor

_CUSTOMS_ROLES = (
    "officer",
    "supervisor",
    "analyst",
    "tariff",
    "cashier",
    "auditor",
    "administrator",
)
ROLES = {
    "customs": frozenset(_CUSTOMS_ROLES),
    "agency": frozenset({"officer", "supervisor", "administrator"}),
    "trader": frozenset({"trader", "administrator"}),
    "broker": frozenset({"broker", "administrator"}),
    "software house": frozenset({"trader", "administrator"}),
}
"""The roles that people of each kind of organisation can have."""

KEY_ROLES = {
    "trader": "trader",
    "broker": "broker",
    "software house": "trader",
    "agency": "officer",
    "customs": "administrator",
}
"""The one role in which a key acts, by the kind of its organisation."""

SCOPES = {
    "declarations:write": _("Lodge, correct, amend and withdraw declarations"),
    "declarations:read": _("Read declarations, decisions and receipts"),
    "notifications:read": _("Read notifications"),
    "webhooks:write": _("Change webhooks"),
}
"""What a key can be allowed to do, in words."""


def require_administrator(by: Actor, *, organisation_id: int) -> None:
    """Refuse whoever is neither the organisation's administrator nor customs'."""
    is_own = by.organisation_id == organisation_id or by.organisation_kind == "customs"
    if by.organisation_kind == "system" or (by.has_role("administrator") and is_own):
        return
    raise PermissionDenied(gettext("Only an administrator of the organisation may do this."))


def require_customs_administrator(by: Actor) -> None:
    """Refuse whoever is not an administrator of customs."""
    if by.organisation_kind == "system":
        return
    if by.organisation_kind != "customs" or not by.has_role("administrator"):
        raise PermissionDenied(gettext("Only an administrator of customs may do this."))
