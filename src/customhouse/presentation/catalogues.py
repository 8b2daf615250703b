"""Compiles the catalogues of texts; run at set-up, before Django can start.

`python -m customhouse.presentation.catalogues TARGET` reads every `django.po` beside this package
and writes what gettext reads at run time, and a pseudo-language from the English texts: longer by
two fifths and accented, so that a text nobody marked for translation, or a place too narrow for
German, shows on the first look.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

SOURCES = Path(__file__).resolve().parent.parent / "locale"
NAME = Path("LC_MESSAGES") / "django.mo"
PSEUDO = "en_XA"
ACCENTED = str.maketrans("aceinosuyzACEINOSUYZdlrtgbhk", "åçéîñöšûýžÅÇÉÎÑÖŠÛÝŽðłřţğƀĥķ")
KEPT = re.compile(r"(%\([a-z_]+\)[sd]|%[sd%]|%\{[a-z]+\}|\{[a-z_]*\}|<[^>]+>|&[a-z]+;)")


def compile_all(target: Path) -> list[str]:
    """Write every catalogue into the folder; return what is missing, one line a text."""
    missing = []
    catalogue = Catalog()
    for source in sorted(SOURCES.glob("*/LC_MESSAGES/django.po")):
        language = source.parent.parent.name
        with source.open("rb") as file:
            catalogue = read_po(file, locale=language)
        missing += [f"{language}: {_first(each.id)}" for each in catalogue if not _is_done(each)]
        _write(catalogue, target / language / NAME)
    _write(_pseudo(catalogue), target / PSEUDO / NAME)
    return missing


def accented(text: str) -> str:
    """Return a text as the pseudo-language says it; what programs fill in is left alone.

    >>> accented("Pay %(amount)s now")
    '[Påý %(amount)s ñöw······]'
    """
    parts = KEPT.split(text)
    said = "".join(
        part if place % 2 else part.translate(ACCENTED) for place, part in enumerate(parts)
    )
    length = sum(len(part) for part in parts[::2])
    return f"[{said}{'·' * max(2, length * 2 // 5 + 2)}]"


def _pseudo(catalogue: Catalog) -> Catalog:
    made = Catalog(locale="en")
    for each in catalogue:
        if not each.id:
            continue
        said = tuple(map(accented, each.id)) if isinstance(each.id, tuple) else accented(each.id)
        made.add(each.id, said, flags=each.flags, context=each.context)
    return made


def _is_done(message: object) -> bool:
    identity, said = message.id, message.string  # type: ignore[attr-defined]
    if not identity:
        return True
    whole = all(said) if isinstance(said, tuple | list) else bool(said)
    return whole and not message.fuzzy  # type: ignore[attr-defined]


def _first(identity: object) -> str:
    return str(identity[0] if isinstance(identity, tuple | list) else identity)


def _write(catalogue: Catalog, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_suffix(".new")
    with partial.open("wb") as file:
        write_mo(file, catalogue)
    partial.replace(target)


if __name__ == "__main__":
    for line in compile_all(Path(sys.argv[1])):
        sys.stderr.write(f"not translated yet: {line}\n")
