"""Movement reference numbers: drawn from one sequence, so that none is given twice."""

from collections.abc import Sequence

import msgspec

from customhouse.settings.together import Later, Question
from fondaco.identifiers import mrn


class _Serial(msgspec.Struct):
    serial: int


_SERIALS = Question("SELECT nextval('mrn_serial') AS serial FROM generate_series(1, %s)", _Serial)


def next_serials(count: int) -> Later[tuple[int, ...]]:
    """That many new serial numbers; a number drawn and not used is lost."""
    return _SERIALS.ask(count).then(lambda rows: tuple([row.serial for row in rows]))


def mrns(serials: Sequence[int], *, year: int, country: str) -> tuple[str, ...]:
    """The movement reference numbers that serial numbers make."""
    return tuple(
        [
            mrn.form(year=year, country=country, serial=serial, kind=mrn.Kind.IMPORT)
            for serial in serials
        ]
    )
