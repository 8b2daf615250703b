"""`manage.py work`: grows the log, tells notices, calls webhooks, does what is due."""

import os
import signal
import socket
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from customhouse.worker.actions import Worker


class Command(BaseCommand):
    """Works until SIGTERM or Ctrl-C; several workers may run beside each other."""

    help = "Carry what must travel upward, and do what is due."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take `--once` for tests and set-ups."""
        parser.add_argument("--once", action="store_true", help="go one round and stop")

    def handle(self, *args: Any, **options: Any) -> None:
        """Work."""
        worker = Worker(f"{socket.gethostname()}:{os.getpid()}", clock=timezone.now)
        if options["once"]:
            worker.run_jobs_once()
            worker.round()
            worker.courier.wait(seconds=20)
            return
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: worker.stop())
        worker.run()
