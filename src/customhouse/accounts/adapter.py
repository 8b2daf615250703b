"""What our sign-in does differently from allauth's: no sign-up, and every sign-in on record."""

from __future__ import annotations

import hashlib
import logging
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.utils import timezone

from customhouse.accounts import actions
from customhouse.accounts.models import Person

log = logging.getLogger(__name__)


class AccountAdapter(DefaultAccountAdapter):
    """Closes the public sign-up, records who signed in, logs who could not."""

    def is_open_for_signup(self, request: Any) -> bool:
        """Say no: people are entered by their organisation's administrator."""
        return False

    def login(self, request: Any, user: Person) -> None:
        """Sign a person in, after every factor was checked, and put it on record."""
        super().login(request, user)
        actions.note_sign_in(person_id=user.id, at=timezone.now())

    def authentication_failed(self, request: Any, **credentials: Any) -> None:
        """Log a sign-in that failed, its address as a digest: it may be a password, mistyped."""
        address = str(credentials.get("email") or credentials.get("username") or "").lower()
        shown = hashlib.sha256(address.encode()).hexdigest()[:16]
        client = self.get_client_ip(request)
        log.warning("sign-in refused", extra={"address_digest": shown, "client": client})
