"""The door for the web server: one WSGI application, which waits for no body for ever."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "customhouse.settings")

django_application = get_wsgi_application()

from django.conf import settings  # noqa: E402 - once they are there

from customhouse.settings.slow_bodies import timely  # noqa: E402

application = timely(django_application, seconds=settings.BODY_SECONDS)
