"""Customs procedures by their codes: requested and previous (WCO elements 1/10 and 1/11)."""

import msgspec

from fondaco.legal.citation import Citation


class Procedure(msgspec.Struct, frozen=True):
    """A procedure: what it is called, whether the platform clears it, whether duty falls due.

    ``code`` is the requested and the previous procedure together, such as 4000;
    ``kinds`` are the declaration types it may stand on, such as IM.
    """

    code: str
    name: dict[str, str]
    kinds: tuple[str, ...]
    is_supported: bool
    citation: Citation
