"""What a finding says to a reader: what is wrong, where, what was found, and how to mend it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from django.utils.translation import gettext

from customhouse.presentation import labels, languages
from fondaco.assessment import texts as obstacles
from fondaco.assessment.explanation import cited
from fondaco.declaration.rules import RULES
from fondaco.legal.finding import Finding
from fondaco.legal.wording import Wording


class FindingShown(NamedTuple):
    """A finding in the reader's language."""

    text: str
    gravity: str
    rule: str
    citation: str
    found: str
    expected: str
    mend: str
    where: str
    path: str


def told(finding: Finding, *, acts: Mapping[str, Wording]) -> FindingShown:
    """Return a finding in the reader's language."""
    language = languages.current()
    wrong, expected, mend = _sentences(finding, language)
    return FindingShown(
        text=wrong,
        gravity=finding.gravity.value,
        rule=finding.rule,
        citation=cited(finding.citation, language=language, acts=acts),
        found=_found(finding),
        expected=expected,
        mend=mend,
        where=labels.where(finding.path),
        path=finding.path,
    )


def _found(finding: Finding) -> str:
    return gettext("nothing") if finding.found in {"", "missing"} else finding.found


def _sentences(finding: Finding, language: str) -> tuple[str, str, str]:
    """Return what is wrong, what was expected, and how to mend it."""
    facts = {"found": finding.found, **finding.values}
    if text := obstacles.TEXTS.get(finding.rule):
        return (
            text.wrong.said(language).format(**facts),
            "",
            text.mend.said(language).format(**facts),
        )
    if finding.found == "missing":
        wanted = facts.get("documents", "")
        return (
            gettext("Something that must be there is missing."),
            wanted,
            gettext("Fill it in."),
        )
    rule = next((each for each in RULES if each.number == finding.rule), None)
    return (rule.text if rule else finding.rule, "", "")
