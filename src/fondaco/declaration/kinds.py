"""Declaration types: import or export, and whether the goods are already here (WCO element 1/1)."""

_BEFORE_ARRIVAL = frozenset("DEF")


def is_lodged_before_arrival(kind: str | None) -> bool:
    """Whether a declaration type says that the goods are still on their way.

    The third letter says so: D, E and F stand for A, B and C lodged in advance
    (TFA article 7.1; UCC Delegated Regulation, annex B, element 1/2).

    >>> is_lodged_before_arrival("IMD"), is_lodged_before_arrival("IMA")
    (True, False)
    """
    return kind is not None and kind[2:3] in _BEFORE_ARRIVAL
