"""`manage.py verify_log`: verify the whole record from its rows; fails where it was altered."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from customhouse.records import queries, verification


class Command(BaseCommand):
    """Reads every body, record, leaf, tile and checkpoint, and says what is wrong."""

    help = "Verify every record, the log over them and its checkpoint."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print each flaw; fail where there is one."""
        found = 0
        for flaw in verification.flaws():
            found += 1
            self.stdout.write(flaw)
        if found:
            raise CommandError(f"{found} flaws: the record was altered or is damaged.")
        self.stdout.write(f"The record is whole. Waiting for the log: {queries.waiting()}.")
