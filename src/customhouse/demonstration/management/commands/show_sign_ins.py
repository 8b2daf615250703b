"""`manage.py show_sign_ins`: where to sign in, and as whom."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse

from customhouse.demonstration import kept


class Command(BaseCommand):
    """Prints the address, a sign-in for each role, and the keys of the demonstration."""

    help = "Show the sign-ins and keys of the demonstration country."

    def handle(self, *args: Any, **options: Any) -> None:
        """Show."""
        found = kept.read()
        if not found.sign_ins:
            raise CommandError("There is no demonstration yet: manage.py load_demonstration")
        self.stdout.write(f"Sign in at {settings.ADDRESS}{reverse(settings.LOGIN_URL)}\n")
        rows = [
            (each.role, each.address, each.password or "(made under another state folder)")
            for each in found.sign_ins
        ]
        self.stdout.write(table(("Role", "E-mail", "Password"), rows))
        keys = [(each.name, each.organisation, each.trader_identifier) for each in found.keys]
        self.stdout.write("\nKeys for the API, as `Authorization: Bearer ...`\n")
        self.stdout.write(table(("Key", "Organisation", "Trader identifier"), keys))
        for each in found.keys:
            self.stdout.write(f"{each.name}: {each.secret}")


def table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    """Return rows under their heads, in columns as wide as they must be."""
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    lines = [head, *rows]
    return "\n".join(
        "  ".join(word.ljust(width) for word, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )
