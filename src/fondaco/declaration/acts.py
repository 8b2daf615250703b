"""The acts that the rules of validation cite, and the day from which they hold."""

from datetime import date

from fondaco.legal.citation import Citation

CUSTOMS_ACT = "Customs Act 2025"
DECLARATIONS_ORDER = "Customs Declarations Order 2025"

START = date(2025, 7, 1)
"""The day on which the Act and the Order came into force."""


def act(section: str) -> Citation:
    """A section of the Customs Act.

    >>> print(act("s. 41(2)"))
    Customs Act 2025, s. 41(2)
    """
    return Citation(CUSTOMS_ACT, section)


def order(article: str) -> Citation:
    """An article of the Customs Declarations Order, which says how a declaration is written."""
    return Citation(DECLARATIONS_ORDER, article)
