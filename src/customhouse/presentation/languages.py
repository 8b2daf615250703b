"""The languages of the pages: which, how they read, and their number and date formats."""

from __future__ import annotations

from functools import lru_cache

from babel import Locale
from django.conf import settings
from django.utils.translation import get_language

LOCALES = {"en": "en_GB", "fr": "fr", "ar": "ar_TN", "en-xa": "en_GB"}
"""Babel's locale for each language; numbers are written with the digits 0 to 9 in all of them."""
NAMES = {"en": "English", "fr": "Français", "ar": "العربية", "en-xa": "[Ƥşḗŭḓǿ]"}
RIGHT_TO_LEFT = frozenset({"ar"})


def current() -> str:
    """Return the code of the language that is being spoken."""
    code = (get_language() or settings.LANGUAGE_CODE).lower()
    return code if code in LOCALES else code.split("-")[0]


def locale() -> Locale:
    """Return the formats of the current language."""
    return _locale(LOCALES.get(current(), "en_GB"))


@lru_cache
def _locale(name: str) -> Locale:
    return Locale.parse(name)


def direction() -> str:
    """Return `rtl` where the current language is written from right to left, else `ltr`."""
    return "rtl" if current() in RIGHT_TO_LEFT else "ltr"


def offered() -> list[tuple[str, str]]:
    """Return the languages a reader may choose, each by its own name."""
    return [(code, NAMES.get(code, code)) for code, _ in settings.LANGUAGES]
