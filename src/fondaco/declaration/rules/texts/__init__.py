"""A finding in words: the same for the message, the page and the check at home.

>>> from fondaco.legal.citation import Citation
>>> broken = Finding(rule="DE11", path="item_count", pointer="42A/228", found="4",
...                  citation=Citation("Act", "s. 1"), values={"items": "5"})
>>> describe(broken, "en").message
'The number of items is given as 4, but there are 5.'
>>> describe(broken, "fr").mend
'Corrigez le nombre, ou ajoutez les articles qui manquent.'
"""

from collections.abc import Mapping
from types import MappingProxyType

from fondaco.declaration.elements import element, place
from fondaco.declaration.requirements import TABLE, Presence
from fondaco.declaration.rules.checking import NOTHING
from fondaco.declaration.rules.texts import (
    of_declaration,
    of_documents,
    of_goods_item,
    of_numbers,
    of_parties,
    of_requests,
    of_shipment,
    of_transport,
)
from fondaco.declaration.rules.texts.wording import FindingText, RuleText, says
from fondaco.legal.finding import Finding
from fondaco.legal.wording import Wording

__all__ = ["LANGUAGES", "TEXTS", "FindingText", "RuleText", "describe"]

LANGUAGES = ("en", "fr")

TEXTS: Mapping[str, RuleText] = MappingProxyType(
    of_declaration.TEXTS
    | of_parties.TEXTS
    | of_transport.TEXTS
    | of_shipment.TEXTS
    | of_goods_item.TEXTS
    | of_numbers.TEXTS
    | of_documents.TEXTS
    | of_requests.TEXTS
)
"""The words of every rule, by number."""

_MISSING = says(
    en=(
        "{place} is missing.",
        "{help}",
        "Add it, for example {example}.",
    ),
    fr=(
        "{place} manque.",
        "{help}",
        "Ajoutez la donnée, par exemple {example}.",
    ),
)
_MISSING_PART = says(
    en=("{place} is missing.", "{help}", "Add it."),
    fr=("{place} manque.", "{help}", "Ajoutez cette partie."),
)
_BARRED = says(
    en=(
        "{place} may not be given here; found {found}.",
        "Nothing.",
        "Leave it out.",
    ),
    fr=(
        "{place} ne doit pas figurer ici ; trouvé {found}.",
        "Rien.",
        "Ôtez cette donnée.",
    ),
)
_NOTHING = Wording("(missing)", "(absent)")
_BARRED_NUMBERS = frozenset(row.number for row in TABLE if row.full is Presence.BARRED)
_NUMBERS = frozenset(row.number for row in TABLE)


def describe(finding: Finding, language: str) -> FindingText:
    """What is wrong, what was expected and how to mend it, in English or French.

    LookupError where the finding's rule has no words here.
    """
    if finding.rule in _NUMBERS:
        return _of_requirement(finding, language)
    words = TEXTS.get(finding.rule)
    if words is None:
        raise LookupError(f"found rule {finding.rule!r}, expected one that has its words here")
    found = _NOTHING.said(language) if finding.found == NOTHING else finding.found
    return _filled(words, language, {**finding.values, "found": found})


def _of_requirement(finding: Finding, language: str) -> FindingText:
    known = element(finding.path)
    values = {
        "place": place(finding.path, language),
        "help": known.help.said(language),
        "example": known.example,
        "found": finding.found,
    }
    if finding.rule in _BARRED_NUMBERS:
        return _filled(_BARRED, language, values)
    return _filled(_MISSING if known.example else _MISSING_PART, language, values)


def _filled(words: RuleText, language: str, values: Mapping[str, str]) -> FindingText:
    text = words.fr if language == "fr" else words.en
    return FindingText(
        text.message.format_map(values),
        text.expected.format_map(values),
        text.mend.format_map(values),
    )
