"""Finding goods in the nomenclature: by the beginning of a code, or by words of its texts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from fondaco.nomenclature.codes import compact
from fondaco.nomenclature.tree import Nomenclature, NomenclatureLine

MOST = 60
_ENDINGS = ("es", "s", "x")
_SHORTEST_STEM = 4
_LONGEST_TEXT = 10_000
"""Characters; what is not in a text counts as if it stood at its end."""


class Found(NamedTuple):
    """A line that was found, and the lines it lies in."""

    line: NomenclatureLine
    above: tuple[NomenclatureLine, ...]


class _Indexed(NamedTuple):
    line: NomenclatureLine
    own: str
    all: str


def search(nomenclature: Nomenclature, asked: str) -> list[Found]:
    """The lines that begin with a code, or in whose texts every word is found, the best first."""
    digits = compact(asked.strip())
    if digits.isascii() and digits.isdigit():
        found = [line for line in _below(nomenclature, digits)]
    else:
        found = _by_words(nomenclature, [_stem(word) for word in _words(asked)])
    return [Found(line, nomenclature.path(line.code)[:-1]) for line in found[:MOST]]


def _below(nomenclature: Nomenclature, digits: str) -> Iterator[NomenclatureLine]:
    stem = digits.rstrip("0") if len(digits) == nomenclature.digits else digits
    for code in sorted(nomenclature.lines):
        if code.startswith(digits) or (
            len(digits) > len(code) >= len(stem) > 4 and digits.startswith(code)
        ):
            yield nomenclature.lines[code]


def _by_words(nomenclature: Nomenclature, stems: list[str]) -> list[NomenclatureLine]:
    if not stems:
        return []
    scored = []
    for each in _index(nomenclature):
        if all(f" {stem}" in each.all for stem in stems):
            own = sum(f" {stem}" in each.own for stem in stems)
            if own:
                place = sum(each.own.find(f" {stem}") % _LONGEST_TEXT for stem in stems)
                scored.append((-own, place, len(each.line.code), each.line.code, each.line))
    return [line for *_order, line in sorted(scored, key=lambda each: each[:-1])]


@lru_cache(maxsize=4)
def _index(nomenclature: Nomenclature) -> tuple[_Indexed, ...]:
    """Every line with its own words and those of all the lines it lies in."""
    own = {code: _folded(line) for code, line in nomenclature.lines.items()}
    return tuple(
        _Indexed(line, own[code], "".join(own[each.code] for each in nomenclature.path(code)))
        for code, line in nomenclature.lines.items()
    )


def _folded(line: NomenclatureLine) -> str:
    return "".join(f" {word}" for word in _words(f"{line.text.en} {line.text.fr or ''}"))


def _words(text: str) -> list[str]:
    """Words in small letters without accents.

    >>> _words("Café, thé")
    ['cafe', 'the']
    """
    plain = unicodedata.normalize("NFKD", text.casefold())
    return re.findall(
        r"[a-z0-9]+", "".join(sign for sign in plain if not unicodedata.combining(sign))
    )


def _stem(word: str) -> str:
    """A word without the ending of its plural, so that shirts finds shirt.

    >>> _stem("shirts"), _stem("glass")
    ('shirt', 'glas')
    """
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word
