"""Values follow one another by date, and what is wrong with a series is found."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from fondaco.legal.citation import Citation
from fondaco.legal.dated import Provision, Timeline

ACT = Citation("Customs Act 2025", "s. 1")
DAYS = st.dates(date(2020, 1, 1), date(2030, 1, 1))


def provision(value, since, until=None):
    return Provision(value, since, ACT, until)


@given(st.sets(DAYS, min_size=1), DAYS)
def test_the_value_in_force_is_the_latest_that_has_begun(starts, day):
    found = Timeline([provision(start, start) for start in starts]).on(day)

    begun = [start for start in starts if start <= day]
    assert (found.value if found else None) == (max(begun) if begun else None)


@given(DAYS, st.integers(1, 100), DAYS)
def test_nothing_is_in_force_after_its_end(since, days, day):
    until = since + timedelta(days)
    found = Timeline([provision(1, since, until)]).on(day)
    assert (found is not None) == (since <= day < until)


def test_overlaps_and_gaps_are_found():
    first = provision(1, date(2026, 1, 1), date(2026, 3, 1))
    second = provision(2, date(2026, 2, 1), date(2026, 4, 1))
    third = provision(3, date(2026, 5, 1))
    same = provision(4, date(2026, 5, 1))

    line = Timeline([same, second, first, third])

    assert list(line.overlaps()) == [(first, second), (same, third)]
    assert list(line.gaps()) == [(date(2026, 4, 1), date(2026, 5, 1))]
    assert date(2026, 4, 1) in list(line.changes())
