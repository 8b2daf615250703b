"""The door for the web server: one application, whose last thread waits for no body.

Its threads keep their connections to the database from one request to the next.
"""

import os

from django.core.signals import request_started
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "customhouse.settings")

django_application = get_wsgi_application()

from django.conf import settings  # noqa: E402 - once they are there

from customhouse.settings.database import leave_if_the_server_did  # noqa: E402
from customhouse.settings.slow_bodies import bounded  # noqa: E402

request_started.connect(leave_if_the_server_did)
application = bounded(django_application, most=settings.BODIES_AT_ONCE)
