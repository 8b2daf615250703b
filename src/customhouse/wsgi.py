"""The door for the web server: one WSGI application."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "customhouse.settings")

application = get_wsgi_application()
