"""`manage.py publish_selectivity selectivity ...`: puts a bundle of selectivity in force."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from customhouse.accounts import queries as accounts
from customhouse.accounts.actor import Actor
from customhouse.settings.database import as_system
from customhouse.targeting.actions import NothingToDo, SamePerson, approve, propose
from customhouse.tariffs import queries as tariffs
from customhouse.tariffs.queries import NoLaw
from fondaco.risk.problem import SelectivityRefused


class Command(BaseCommand):
    """Proposes a folder of profiles, lists and shares as one person, approves it as another."""

    help = "Publish a folder of selectivity: an analyst proposes it, a supervisor approves it."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the folder and the two people."""
        parser.add_argument("folder", type=Path, help="a folder such as selectivity")
        parser.add_argument("--proposed-by", required=True, help="e-mail address of the analyst")
        parser.add_argument("--approved-by", required=True, help="e-mail address of the supervisor")
        parser.add_argument("--reason", required=True, help="why, in a sentence")

    def handle(self, *args: Any, **options: Any) -> None:
        """Publish."""
        folder: Path = options["folder"]
        files = {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob("*.toml"))
        }
        analyst = person(options["proposed_by"], role="analyst")
        supervisor = person(options["approved_by"], role="supervisor")
        at, reason = timezone.now(), options["reason"]
        try:
            with as_system():
                books = tariffs.code_books(at=at)
                digest = propose(files=files, books=books, reason=reason, by=analyst, at=at)
                approve(digest=digest, by=supervisor, at=at)
        except (NoLaw, SelectivityRefused, SamePerson, NothingToDo) as refused:
            raise CommandError(str(refused)) from None
        self.stdout.write(f"{digest} is in force")


def person(address: str, *, role: str) -> Actor:
    """Return the person of an address who has the role; CommandError where there is none."""
    with as_system():
        number = accounts.people_at([address]).get(address)
        found = accounts.actor_of_person(number) if number is not None else None
    if found is None or not found.has_role(role):
        raise CommandError(f"found nobody at {address} who is {role}, expected a person who is")
    return found
