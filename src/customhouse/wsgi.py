"""The door for the web server: one application, whose last thread waits for no body.

Its threads keep their connections to the database from one request to the next.
"""

import os
from collections.abc import Iterable
from typing import Any

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "customhouse.settings")

django_application = get_wsgi_application()

from django.conf import settings  # noqa: E402 - once they are there

from customhouse.settings.database import leave_if_the_server_did  # noqa: E402
from customhouse.settings.slow_bodies import bounded  # noqa: E402


def on_a_living_connection(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """Answer a request on this thread's connection, or on a new one where the server left it."""
    leave_if_the_server_did()
    return django_application(environ, start_response)


application = bounded(on_a_living_connection, most=settings.BODIES_AT_ONCE)
