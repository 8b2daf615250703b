"""`manage.py migrate`: Django's own, run as the owner, then the application's rights set anew."""

from typing import Any

from django.conf import settings
from django.core.management.commands import migrate

from customhouse.settings.grants import grant_to
from customhouse.settings.owner import as_owner


class Command(migrate.Command):
    """Changes the tables as the role that owns them, and grants the application what it needs."""

    def handle(self, *args: Any, **options: Any) -> None:
        """Migrate, then grant; two runs at once wait for each other."""
        application = str(settings.DATABASES["default"]["USER"])
        with as_owner():
            super().handle(*args, **options)
            grant_to(application)
