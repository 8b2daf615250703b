"""What every page is told besides its own content: who reads, in which language, where to go."""

from __future__ import annotations

import time
from typing import Any

from django.conf import settings
from django.http.request import HttpRequest

from customhouse.presentation import languages, navigation

THEMES = ("light", "dark", "contrast", "system")
THEME_COOKIE = "theme"
STAYED = "stayed at"
"""Where the session keeps the instant at which its owner asked to stay signed in."""


def page(request: HttpRequest) -> dict[str, Any]:
    """Return the names that the base template uses."""
    actor = getattr(request, "actor", None)
    theme = request.COOKIES.get(THEME_COOKIE, "")
    return {
        "actor": actor,
        "language": languages.current(),
        "direction": languages.direction(),
        "languages_offered": languages.offered(),
        "theme": theme if theme in THEMES else "",
        "nav_places": navigation.links(actor.roles if actor else (), here=request.path),
        "here": request.get_full_path(),
        "is_development": settings.DEVELOPMENT,
        "is_demonstration": settings.DEMONSTRATION,
        "session_seconds": _session_seconds(request) if actor else 0,
    }


def _session_seconds(request: HttpRequest) -> int:
    """Return how long the session has left: from signing in, or from asking to stay."""
    signed_in = getattr(request.user, "last_login", None)
    started = max(signed_in.timestamp() if signed_in else 0, request.session.get(STAYED, 0))
    return max(60, int(started + settings.SESSION_COOKIE_AGE - time.time()))
