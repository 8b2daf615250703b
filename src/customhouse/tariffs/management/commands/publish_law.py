"""`manage.py publish_law law/NAME`: checks a bundle of law and puts it in force."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from customhouse.accounts.actor import system_actor
from customhouse.tariffs.actions import publish
from fondaco.command import law_bundle
from fondaco.legal.bundle import BundleRefused
from fondaco.legal.flaw import LawRefused


class Command(BaseCommand):
    """Publishes a folder of law, or a packed bundle; every flaw is named, and then nothing is."""

    help = "Publish a bundle of law: a folder of dated tables, or a packed file."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the bundle and its name."""
        parser.add_argument("bundle", type=Path, help="a folder such as law/demonstration")
        parser.add_argument("--name", default="", help="whose law it is; the folder's by default")

    def handle(self, *args: Any, **options: Any) -> None:
        """Publish."""
        path: Path = options["bundle"]
        if not path.exists():
            raise CommandError(f"found nothing at {path}, expected a bundle of law")
        by = system_actor("console", via="command")
        try:
            files = law_bundle.load(path)
            name = options["name"] or path.stem
            digest = publish(files=files, name=name, by=by, at=timezone.now())
        except (LawRefused, BundleRefused) as refused:
            raise CommandError(str(refused)) from None
        self.stdout.write(f"{digest} is in force")
