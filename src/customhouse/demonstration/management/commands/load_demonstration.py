"""`manage.py load_demonstration`: the demonstration country, complete; again changes nothing."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from customhouse.demonstration.actions import load, past


class Command(BaseCommand):
    """Enters law, selectivity, traders, officers, sign-ins, and a first fortnight of trade."""

    help = "Set up the demonstration country; what is there already is left as it is."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the length of the past."""
        parser.add_argument("--days", type=int, default=past.DAYS, help="days of past trade")
        parser.add_argument(
            "--declarations", type=int, default=past.CONSIGNMENTS, help="how many in those days"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Load."""
        if not settings.DEMONSTRATION:
            raise CommandError(
                "This enters an invented country: set FONDACO_DEMONSTRATION=yes where it should."
            )
        load.load(
            at=timezone.now(),
            seed=settings.NATION_SEED,
            days=options["days"],
            count=options["declarations"],
            haste=settings.NATION_HASTE,
            say=self.stdout.write,
        )
