"""What a finding says to a reader: what is wrong, where, what was found, and how to mend it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from django.utils.translation import gettext

from customhouse.presentation import labels, languages
from fondaco.assessment.explanation import cited
from fondaco.clearance import words
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
    said = words.describe(finding, language=language)
    return FindingShown(
        text=said.message,
        gravity=finding.gravity.value,
        rule=finding.rule,
        citation=cited(finding.citation, language=language, acts=acts),
        found=_found(finding),
        expected=said.expected,
        mend=said.mend,
        where=labels.where(finding.path),
        path=finding.path,
    )


def _found(finding: Finding) -> str:
    return gettext("nothing") if finding.found in {"", "missing"} else finding.found
