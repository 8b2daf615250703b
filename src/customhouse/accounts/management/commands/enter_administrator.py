"""`manage.py enter_administrator`: the first person of a new house, who enters the others."""

import secrets
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from customhouse.accounts import actions, queries
from customhouse.accounts.actor import system_actor


class Command(BaseCommand):
    """Enters an administrator of customs, and prints the password of the first sign-in."""

    help = "Enter an administrator of customs and print a password for the first sign-in."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take who it is."""
        parser.add_argument("address", help="the e-mail address to sign in with")
        parser.add_argument("name", help="the person's name")
        parser.add_argument("--customs", default="Customs", help="the name of the administration")

    def handle(self, *args: Any, **options: Any) -> None:
        """Enter them."""
        by, at = system_actor("enter_administrator", via="command"), timezone.now()
        customs = queries.customs_organisation() or actions.create_organisation(
            kind="customs", name=options["customs"], by=by, at=at
        )
        password = secrets.token_urlsafe(18)
        person = actions.create_person(
            email=options["address"], name=options["name"], password=password, by=by, at=at
        )
        actions.give_role(
            person_id=person, organisation_id=customs, role="administrator", by=by, at=at
        )
        self.stdout.write(f"Sign in as {options['address']} with the password {password}")
        self.stdout.write("Change it, and add a passkey, under /account/.")
