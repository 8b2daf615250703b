"""What the pages say, in the language of a test: the words that their reader looks for."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from babel.messages.pofile import read_po

from tests.browser.conftest import ROOT

Words = Callable[[str], str]


@cache
def words(language: str) -> Words:
    """Return what says an English text in a language; a text nobody translated is a fault."""
    if language == "en":
        return lambda text: text
    path = ROOT / "src" / "customhouse" / "locale" / language / "LC_MESSAGES" / "django.po"
    with path.open("rb") as file:
        known = {entry.id: entry.string for entry in read_po(file) if isinstance(entry.id, str)}

    def said(text: str) -> str:
        found = known[text]
        assert found, f"{text} is not translated"
        return str(found)

    return said
