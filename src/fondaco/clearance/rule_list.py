"""The rules that a law has in force, in words: for a page that lists them."""

from collections.abc import Iterator

import msgspec

from fondaco.clearance.cross_checks import CROSS_RULES
from fondaco.declaration.document import Document
from fondaco.declaration.elements import join, label, place
from fondaco.declaration.requirements import TABLE, Presence, Requirement
from fondaco.declaration.rules import REQUEST_RULES, RULES
from fondaco.declaration.rules.texts import TEXTS
from fondaco.declaration.structure import fields_of
from fondaco.legal.rule_book import RuleInForce
from fondaco.legal.wording import Wording


class RuleShown(msgspec.Struct, frozen=True):
    """One rule: the element it is about, what it expects there, and its law."""

    number: str
    element: str
    expected: str
    line: RuleInForce


def in_words(line: RuleInForce, language: str) -> RuleShown:
    """A rule in force in English or French."""
    number = line.number
    return RuleShown(number, _element(number, language), expected(number, language), line)


def expected(number: str, language: str) -> str:
    """What a rule or requirement expects of any declaration; LookupError where none is so numbered.

    >>> expected("RQ41", "en"), expected("RQ41", "fr")
    ('Must be given.', 'À indiquer.')
    >>> expected("MA04", "en")
    'At most … kg.'
    """
    row = _ROWS.get(number)
    if row is not None:
        return _wording(row).said(language)
    words = TEXTS.get(number)
    if words is None:
        raise LookupError(f"found rule {number!r}, expected one that has its words")
    text = words.fr if language == "fr" else words.en
    return text.expected.format_map(_Anything())


class _Anything(dict[str, str]):
    """The values of no declaration in particular."""

    def __missing__(self, name: str) -> str:
        return "…"


_GIVEN = Wording("Must be given.", "À indiquer.")
_BARRED = Wording("May not be given.", "À ne pas indiquer.")
_IN_FULL = Wording(
    "Must be given; a simplified declaration may leave it out.",
    "À indiquer ; une déclaration simplifiée peut l'omettre.",
)
_ROWS = {row.number: row for row in TABLE}


def _wording(row: Requirement) -> Wording:
    if row.full is Presence.BARRED:
        return _BARRED
    return _GIVEN if row.simplified is Presence.REQUIRED else _IN_FULL


def _element(number: str, language: str) -> str:
    subject, element = _SUBJECTS[number]
    path = join(next(_places(subject, Document, "")), element)
    return label(path, language) if path else place(path, language)


def _subjects() -> Iterator[tuple[str, tuple[type, str]]]:
    for row in TABLE:
        yield row.number, (row.part, row.element)
    for rule in (*RULES, *REQUEST_RULES):
        yield rule.number, (rule.subject, rule.element)
    for check in CROSS_RULES:
        yield check.number, (check.subject, check.element)


_SUBJECTS = dict(_subjects())


def _places(kind: type, part: type, path: str) -> Iterator[str]:
    """Where in a declaration a part of the kind may stand, in the order of the document."""
    if kind is part:
        yield path
    for field in fields_of(part):
        if field.is_composite:
            here = join(path, field.name) + ("[0]" if field.is_many else "")
            yield from _places(kind, field.kind, here)
