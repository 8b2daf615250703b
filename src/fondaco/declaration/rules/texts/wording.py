"""What a trader is told when a rule is broken: what is wrong, what was expected, how to mend it."""

import msgspec


class FindingText(msgspec.Struct, frozen=True):
    """One finding in words, in one language."""

    message: str
    expected: str
    mend: str


class RuleText(msgspec.Struct, frozen=True):
    """The words of one rule in each language; names in braces are the finding's values."""

    en: FindingText
    fr: FindingText


Words = tuple[str, str, str]


def says(*, en: Words, fr: Words) -> RuleText:
    """The words of a rule: message, expected and mend in English and in French."""
    return RuleText(FindingText(*en), FindingText(*fr))
