"""`manage.py publish_law`: a folder of law is put in force; a flawed one never is."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from customhouse.settings.database import as_system
from customhouse.tariffs import queries
from customhouse.tariffs.models import LawBundle
from tests.customhouse import world

pytestmark = pytest.mark.database
LAW = world.ROOT / "law" / "demonstration"


def test_a_folder_is_put_in_force_and_again_changes_nothing() -> None:
    said = StringIO()
    call_command("publish_law", str(LAW), stdout=said)
    call_command("publish_law", str(LAW), stdout=said)

    with as_system():
        assert LawBundle.objects.count() == 1
        assert said.getvalue().startswith(queries.newest_digest())
        assert LawBundle.objects.get().name == "demonstration"


def test_a_flawed_folder_is_refused_with_its_flaws(tmp_path: Path) -> None:
    for path in LAW.iterdir():
        if path.suffix in (".csv", ".toml"):
            (tmp_path / path.name).write_bytes(path.read_bytes())
    rates = tmp_path / "vat_rates.csv"
    rates.write_text(rates.read_text().replace("18 %", "eighteen"))

    with pytest.raises(CommandError, match="vat_rates.csv"):
        call_command("publish_law", str(tmp_path))

    with as_system():
        assert not LawBundle.objects.exists()


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="found nothing"):
        call_command("publish_law", str(tmp_path / "nowhere"))
