"""`manage.py play`: the nation at work before one's eyes, at an adjustable pace."""

import signal
import time
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import InterfaceError, OperationalError, connection
from django.utils import timezone

from customhouse.demonstration.actions import doings
from customhouse.demonstration.actions.trade import Trade
from customhouse.demonstration.nation import nation
from customhouse.demonstration.pace import Beat, per_second

REST = 0.2
PATIENCE = 5.0
ERRANDS_AT_ONCE = 20


class Command(BaseCommand):
    """Lodges, lets goods arrive, pays, controls, asks and answers, until it is stopped."""

    help = "Let the synthetic nation trade, live."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the pace."""
        parser.add_argument("--pace", default=settings.PACE, help="such as 2/s, 30/min or 600/h")
        parser.add_argument("--most", type=int, default=0, help="stop after so many declarations")

    def handle(self, *args: Any, **options: Any) -> None:
        """Play."""
        if not settings.DEMONSTRATION:
            raise CommandError("The nation trades where FONDACO_DEMONSTRATION=yes, and only there.")
        try:
            pace = per_second(options["pace"])
        except ValueError as wrong:
            raise CommandError(str(wrong)) from None
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)
        self._is_stopped = False
        self._play(pace=pace, most=options["most"])

    def _stop(self, *_: object) -> None:
        self._is_stopped = True

    def _play(self, *, pace: float, most: int) -> None:
        seed = settings.NATION_SEED
        trade = Trade(
            nation(seed), seed=seed, haste=settings.NATION_HASTE, opened_at=timezone.now()
        )
        beat, lodged = Beat(pace, since=time.monotonic()), 0
        while not self._is_stopped and not (most and lodged >= most):
            try:
                is_time = beat.has_come(time.monotonic())
                if is_time:
                    doings.lodge_next(trade, at=timezone.now())
                    lodged += 1
                if not self._run_errands(trade) and not is_time:
                    time.sleep(REST)
            except (OperationalError, InterfaceError) as away:
                self.stderr.write(f"The database does not answer: {away}")
                connection.close()
                time.sleep(PATIENCE)
        connection.close()

    def _run_errands(self, trade: Trade) -> bool:
        for count in range(ERRANDS_AT_ONCE):
            now = timezone.now()
            if not doings.run_next(trade, until=now, at=now):
                return count > 0
        return True
