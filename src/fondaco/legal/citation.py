"""A reference to the act and article that gives a rule or a rate its force."""

import msgspec


class Citation(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """Where the law says so.

    >>> print(Citation("Customs Act 2025", "s. 41(2)"))
    Customs Act 2025, s. 41(2)
    """

    act: str
    article: str
    journal: str = ""

    def __str__(self) -> str:
        return f"{self.act}, {self.article}"
