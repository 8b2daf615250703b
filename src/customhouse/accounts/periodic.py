"""What the accounts desk does by the clock: clear away tokens and sessions that have ended."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.contrib.sessions.models import Session

from customhouse.accounts import actions
from customhouse.settings.database import as_system
from customhouse.settings.periodic import Job


def clear_tokens(at: datetime) -> int:
    """Delete the access tokens that have expired."""
    return actions.delete_expired_tokens(at=at)


def clear_sessions(at: datetime) -> int:
    """Delete the sessions that have expired."""
    with as_system():
        count, _ = Session.objects.filter(expire_date__lt=at).delete()
    return count


JOBS = (
    Job("accounts: clear expired tokens", timedelta(hours=1), clear_tokens),
    Job("accounts: clear expired sessions", timedelta(hours=6), clear_sessions),
)
