"""`fondaco check`: a trader's own verdict, from the same law and the same judgement as customs'."""

import argparse
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from fondaco.assessment.explanation import explain
from fondaco.clearance import words
from fondaco.clearance.clear import clear
from fondaco.clearance.decision import Decision, Outcome
from fondaco.clearance.facts import Facts
from fondaco.clearance.rulebook import Law, LawOfTheDay
from fondaco.command import law_bundle
from fondaco.declaration.document import Document
from fondaco.evidence.canonical import canonical
from fondaco.legal.numbers import number
from fondaco.messages import wco_json, wco_xml
from fondaco.messages.problem import Refusal
from fondaco.territory.calendar import legal_day

NO_DRAW = 0
"""Nothing is selected at home, so that no draw is made."""


def run(given: argparse.Namespace) -> int:
    """Judge a file and print findings, bill and what could not be checked."""
    law = Law.load(law_bundle.load(given.law))
    on = given.on or _today(law)
    try:
        document = read(given.file)
    except Refusal as refusal:
        print("\n".join(str(problem) for problem in refusal.problems))
        return 2
    decision = verdict(document, law, on=on)
    if given.json:
        print(canonical(decision).decode())
    else:
        print("\n".join(report(decision, law.on(on), language=given.language)))
    return 1 if decision.outcome is Outcome.REFUSED else 0


def read(path: Path) -> Document:
    """A declaration from a file, in JSON or in XML by its first character; Refusal otherwise."""
    content = path.read_bytes()
    if content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
        return wco_xml.read(content).document
    return wco_json.read(content)


def verdict(document: Document, law: Law, *, on: date) -> Decision:
    """The decision as far as it can be made at home."""
    return clear(document, Facts.offline(on), law, None, on=on, draw=NO_DRAW)


def report(decision: Decision, day: LawOfTheDay, *, language: str) -> Iterator[str]:
    """The decision in lines of text."""
    yield words.OUTCOMES[decision.outcome].said(language)
    for finding in decision.findings:
        said = words.describe(finding, language=language)
        yield f"\n{finding.rule}  {finding.path}  ({finding.citation})"
        yield f"  {said.message}"
        yield f"  → {said.mend}"
    if decision.assessment is not None:
        yield ""
        for line in decision.assessment.lines:
            yield explain(line, language=language, law=day.assessment)
        in_all = number(decision.assessment.total, language)
        yield f"{_TOTAL[language]} {in_all} {decision.assessment.currency}"
    unchecked = ", ".join(words.UNKNOWNS[each].said(language) for each in decision.not_checked)
    yield f"\n{_NOT_CHECKED[language]} {unchecked}"
    yield f"{_LAW[language]} {decision.law_digest}, {decision.on}"


_TOTAL = {"en": "In all:", "fr": "En tout :"}
_NOT_CHECKED = {"en": "Could not be checked here:", "fr": "N'a pas pu être vérifié ici :"}
_LAW = {"en": "Law:", "fr": "Droit :"}


def _today(law: Law) -> date:
    # The command line is the edge at which a clock may be read.
    now = datetime.now(UTC)  # noqa: TID251
    return legal_day(now, ahead_of_utc=law.ahead_of_utc)
