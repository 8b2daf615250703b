"""Customs procedures by their codes: requested and previous (WCO elements 1/10 and 1/11)."""

import msgspec

from fondaco.legal.citation import Citation
from fondaco.legal.dated import Timeline
from fondaco.legal.reading import Entry, Placed, Reader


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


class ProcedureEntry(Entry, frozen=True, kw_only=True):
    """One procedure as the law lists it; ``kinds`` with a space between two."""

    code: str
    en: str
    fr: str
    kinds: str
    supported: bool


def read_procedures(reader: Reader) -> dict[str, Timeline[Procedure]]:
    """The procedures of the bundle, flaws kept by the reader."""

    def procedure(at: Placed[ProcedureEntry]) -> Procedure:
        entry = at.entry
        return Procedure(
            entry.code,
            {"en": entry.en, "fr": entry.fr},
            tuple(entry.kinds.split()),
            entry.supported,
            reader.citation(at),
        )

    rows = reader.table("procedures.csv", ProcedureEntry)
    return reader.timelines(rows, key=lambda entry: entry.code, value=procedure)
