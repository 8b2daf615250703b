"""Commodity codes: how they are written, and the chapter, heading and subheading they lie in.

>>> written("8471300000")
'8471 30 00 00'
>>> list(prefixes("8471300000"))
['8471300000', '84713000', '847130', '8471', '84']
"""

from collections.abc import Iterator

CHAPTER, HEADING, SUBHEADING = 2, 4, 6
"""How many digits the Harmonized System gives each of its levels."""


def compact(text: str) -> str:
    """The digits alone, as declared and as keys of the law.

    >>> compact("8471.30 00-00")
    '8471300000'
    """
    return "".join(sign for sign in text if sign not in " .-")


def is_code(text: str, *, longest: int = 10) -> bool:
    """Whether it is digits in pairs, from a chapter to the longest national code.

    >>> is_code("84713"), is_code("847130")
    (False, True)
    """
    return (
        text.isascii() and text.isdigit() and len(text) % 2 == 0 and CHAPTER <= len(text) <= longest
    )


def written(code: str) -> str:
    """The code as officers read it: the heading, then pairs."""
    return " ".join([code[:HEADING], *(code[at : at + 2] for at in range(HEADING, len(code), 2))])


def prefixes(code: str) -> Iterator[str]:
    """The code and every shorter one that it lies in, longest first."""
    for digits in range(len(code), 0, -2):
        yield code[:digits]
