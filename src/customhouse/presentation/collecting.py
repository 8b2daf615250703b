"""Collects the texts of code and templates into the catalogues that translators fill.

`python -m customhouse.presentation.collecting` brings every `django.po` up to date: new texts are
added empty, texts that nobody says any more are taken out, translations are kept.
"""

from __future__ import annotations

import io
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po, write_po

from customhouse.presentation.catalogues import SOURCES

ROOT = SOURCES.parent
METHODS = [("**.py", "python"), ("templates/**.html", "jinja2"), ("templates/**.typ", "ignore")]
OPTIONS = {
    "templates/**.html": {"extensions": "jinja2.ext.i18n,jinja2.ext.do,jinja2.ext.loopcontrols"}
}
HEAD = """# What the customhouse says. Collected by customhouse.presentation.collecting.
msgid ""
msgstr ""
"Language: {language}\\n"
"Plural-Forms: {plurals}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
KEYWORDS = DEFAULT_KEYWORDS | {
    "gettext_lazy": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
}


def collected() -> Catalog:
    """Return every text that the building says, untranslated, with the files that say it."""
    found = Catalog(charset="utf-8")
    texts = extract_from_dir(
        ROOT,
        METHODS,
        OPTIONS,
        keywords=KEYWORDS,
        comment_tags=("Translators:",),
        strip_comment_tags=True,
    )
    for name, _, message, comments, context in sorted(texts, key=lambda text: (text[0], text[1])):
        found.add(message, locations=[(name, 0)], auto_comments=comments, context=context)
    return found


def update(source: Path, *, texts: Catalog) -> None:
    """Bring one catalogue up to date with the texts."""
    with source.open("rb") as file:
        catalogue = read_po(file, locale=source.parent.parent.name)
    catalogue.update(texts, no_fuzzy_matching=True, update_creation_date=False)
    catalogue.obsolete.clear()
    written = io.BytesIO()
    write_po(written, catalogue, width=100, omit_header=True, include_lineno=False)
    head = HEAD.format(language=source.parent.parent.name, plurals=catalogue.plural_forms)
    source.write_text(head + written.getvalue().decode())


if __name__ == "__main__":
    known = collected()
    for each in sorted(SOURCES.glob("*/LC_MESSAGES/django.po")):
        update(each, texts=known)
