"""`manage.py replay`: judges recorded decisions again and compares the bytes."""

from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from customhouse.declarations.queries import decisions
from customhouse.settings.database import as_system


class Command(BaseCommand):
    """Judges each version again from the document, facts, law and selectivity kept with it."""

    help = "Judge recorded decisions again; fails where one comes out other than it was recorded."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the declarations, or how many of the newest."""
        parser.add_argument("mrn", nargs="*", help="declarations; without any, the newest")
        parser.add_argument("--newest", type=int, default=100, help="how many of the newest")

    def handle(self, *args: Any, **options: Any) -> None:
        """Replay, one line for each that differs."""
        count = differing = 0
        for mrn, version in self._versions(options["mrn"], most=options["newest"]):
            count += 1
            with as_system():
                if not decisions.replay(mrn, version=version).is_the_same:
                    differing += 1
                    self.stdout.write(f"{mrn} version {version}: comes out other than recorded")
        if differing or not count:
            raise CommandError(f"{differing} of {count} decisions differ.")
        self.stdout.write(f"{count} decisions judged again: each came out to the same bytes.")

    def _versions(self, numbers: list[str], *, most: int) -> Iterator[tuple[str, int]]:
        with as_system():
            found = decisions.versions(numbers, most=most)
        if missing := set(numbers) - {mrn for mrn, _version in found}:
            raise CommandError(f"found no declaration {', '.join(sorted(missing))}")
        yield from found
