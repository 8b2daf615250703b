"""Movement reference numbers: drawn from one sequence, so that none is given twice."""

from customhouse.settings.database import execute
from fondaco.identifiers import mrn


def next_mrns(count: int, *, year: int, country: str) -> tuple[str, ...]:
    """That many new movement reference numbers; a number drawn and not used is lost."""
    rows = execute("SELECT nextval('mrn_serial') FROM generate_series(1, %s)", (count,))
    return tuple(
        mrn.form(year=year, country=country, serial=serial, kind=mrn.Kind.IMPORT)
        for (serial,) in rows.fetchall()
    )
