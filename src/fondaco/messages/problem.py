"""Why a message cannot be read as a declaration: each problem with its place, and the refusal.

A problem is data; its sentences are found by its code in ``fondaco.messages.sentences``,
in each language, so that the API, the page and the offline check say the same.
"""

from collections.abc import Iterable, Iterator

import msgspec

from fondaco.messages.sentences import SENTENCES

MOST_PROBLEMS = 50
"""How many problems of one message are told; a sender mends these first."""

LONGEST_QUOTE = 80
"""How many characters of a stranger's text a problem repeats."""


class Problem(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """One thing that stops a message, or one place of it, from being read.

    ``path`` is the place in the sender's own form: ``shipment.items[0].net_mass`` in JSON (places
    counted from zero), ``Declaration/GoodsShipment/GovernmentAgencyGoodsItem[1]`` in XML (from
    one), ``row 3, gross_mass`` in a spreadsheet. ``values`` are the facts that the sentences name
    in braces.

    >>> problem = Problem("not-a-number", "shipment.items[0].net_mass", "12,5")
    >>> problem.expected("en")
    'a number in digits, with a point before the decimals'
    >>> print(problem)
    shipment.items[0].net_mass: found 12,5, expected a number in digits, with a point before the \
decimals: write it as 12.5, without unit, spaces or thousands separators
    """

    code: str
    path: str = ""
    found: str = ""
    values: dict[str, str] = {}

    def expected(self, language: str) -> str:
        """What the place should hold, in the language."""
        return _filled(SENTENCES[self.code].expected.said(language), self.values)

    def mend(self, language: str) -> str:
        """What the sender should do, in the language."""
        return _filled(SENTENCES[self.code].mend.said(language), self.values)

    def __str__(self) -> str:
        place = f"{self.path}: " if self.path else ""
        return f"{place}found {self.found}, expected {self.expected('en')}: {self.mend('en')}"


class Refusal(ValueError):  # noqa: N818 - a message is refused, nothing of ours has failed
    """The refusal of a message, with everything that is wrong with it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(_first(problems, MOST_PROBLEMS))
        if not self.problems:
            raise TypeError("found no problem, expected at least one: a refusal must say why")
        super().__init__("\n".join(str(problem) for problem in self.problems))

    @property
    def path(self) -> str:
        """The place of the first problem."""
        return self.problems[0].path

    @property
    def found(self) -> str:
        """What was found there."""
        return self.problems[0].found

    @property
    def expected(self) -> str:
        """What should be there, in English."""
        return self.problems[0].expected("en")

    @property
    def mend(self) -> str:
        """What to do, in English."""
        return self.problems[0].mend("en")

    @property
    def code(self) -> str:
        """The code of the first problem, under which its sentences are found."""
        return self.problems[0].code


class Unreadable(Refusal):
    """The refusal of a message that cannot become a declaration.

    >>> refusal = Unreadable([Problem("empty", found="0 bytes")])
    >>> refusal.code, refusal.expected, len(refusal.problems)
    ('empty', 'a message', 1)
    """


class Unwritable(Refusal):
    """The refusal to write a declaration in a form that cannot carry all of it."""


def quoted(text: str) -> str:
    """A stranger's text as a problem may repeat it: short, and every character visible.

    >>> quoted("a" * 100)[-3:], quoted("bell \\x07")
    ('aa…', 'bell \\\\x07')
    """
    shown = text[:LONGEST_QUOTE]
    if not shown.isprintable():
        shown = "".join(
            each if each.isprintable() else each.encode("unicode_escape").decode() for each in shown
        )
    return shown if len(text) <= LONGEST_QUOTE else shown + "…"


def refuse(code: str, *, path: str = "", found: str = "", **values: str) -> Unreadable:
    """The refusal for one problem.

    >>> refuse("empty", found="0 bytes").mend
    'send the declaration in the body of the request'
    """
    return Unreadable([Problem(code, path, quoted(found), values)])


def _first(problems: Iterable[Problem], most: int) -> Iterator[Problem]:
    for place, problem in enumerate(problems):
        if place == most:
            return
        yield problem


def _filled(sentence: str, values: dict[str, str]) -> str:
    return sentence.format_map(values) if values else sentence


__all__ = ["MOST_PROBLEMS", "Problem", "Refusal", "Unreadable", "Unwritable", "quoted", "refuse"]
