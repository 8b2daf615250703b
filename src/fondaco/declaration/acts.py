"""The acts that the rules of validation cite, and the day from which they hold."""

from datetime import date

from fondaco.legal.citation import Citation

CUSTOMS_ACT = "Customs Act 2025"
PROCEDURES_ORDER = "Customs Procedures Order 2025"

START = date(2025, 10, 1)
"""The first day on which declarations were lodged under the Act."""


def act(section: str) -> Citation:
    """A section of the Customs Act.

    >>> print(act("s. 41(2)"))
    Customs Act 2025, s. 41(2)
    """
    return Citation(CUSTOMS_ACT, section, "2025/L 3")


def order(article: str) -> Citation:
    """An article of the Customs Procedures Order, which says how a declaration is written."""
    return Citation(PROCEDURES_ORDER, article, "2025/L 40")
