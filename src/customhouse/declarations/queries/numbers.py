"""Movement reference numbers: drawn from one sequence, so that none is given twice."""

from collections.abc import Sequence

from customhouse.settings.database import Later, execute
from fondaco.identifiers import mrn


def next_serials(count: int) -> Later[tuple[int, ...]]:
    """That many new serial numbers; a number drawn and not used is lost."""
    cursor = execute("SELECT nextval('mrn_serial') FROM generate_series(1, %s)", (count,))
    return Later(cursor, lambda rows: tuple([serial for (serial,) in rows]))


def mrns(serials: Sequence[int], *, year: int, country: str) -> tuple[str, ...]:
    """The movement reference numbers that serial numbers make."""
    return tuple(
        [
            mrn.form(year=year, country=country, serial=serial, kind=mrn.Kind.IMPORT)
            for serial in serials
        ]
    )
