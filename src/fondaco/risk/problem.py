"""What is wrong with a bundle of selectivity: which file, which place, what to do."""

from collections.abc import Iterable

import msgspec

from fondaco.legal.wording import Wording
from fondaco.risk.expression.errors import ExpressionError, shortened


class Problem(msgspec.Struct, frozen=True):
    """One fault at one place of one file.

    >>> print(Problem("shares.toml", "shares 1", "5", Wording("at least 5000", "au moins 5000")))
    shares.toml, shares 1: found 5, expected at least 5000
    """

    file: str
    place: str
    found: str
    expected: Wording
    mend: Wording = Wording("", "")

    def said(self, language: str) -> str:
        """The fault in one sentence of the language."""
        form = _SENTENCE.said(language).format(
            file=self.file,
            place=self.place,
            found=shortened(self.found),
            expected=self.expected.said(language),
        )
        mend = self.mend.said(language)
        return f"{form}; {mend}" if mend else form

    def __str__(self) -> str:
        return self.said("en")


_SENTENCE = Wording(
    "{file}, {place}: found {found}, expected {expected}",
    "{file}, {place} : trouvé {found}, attendu {expected}",
)


class SelectivityRefused(Exception):  # noqa: N818 - it is the bundle that is refused
    """A bundle that may not be put in force, with everything that is wrong with it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def of_expression(fault: ExpressionError, *, file: str, place: str) -> Problem:
    """The fault of an expression, at its place in the bundle."""
    return Problem(
        file, f"{place}, character {fault.position}", fault.found, fault.expected, fault.mend
    )
