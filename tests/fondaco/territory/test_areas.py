"""Countries lie in areas from a day on, and the legal day is the country's own."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fondaco.legal.reading import Reader
from fondaco.territory.areas import DatedAreas
from fondaco.territory.calendar import legal_day, offset
from tests.fondaco import demonstration_law

ON = date(2026, 11, 21)
ACTS = b"title,fr,journal,from\nAct,Loi,J,2025-01-01\n"


def areas(rows: str) -> DatedAreas:
    body = "area,country,from,until,by,journal\n" + rows
    return DatedAreas(Reader({"acts.csv": ACTS, "areas.csv": body.encode()}))


def test_a_country_joins_and_leaves():
    dated = areas('NP,NO,2025-01-01,2026-01-01,"Act, s. 1",J\nNP,IS,2025-06-01,,"Act, s. 1",J\n')

    def members(day: date) -> list[str]:
        return [country for country in ("IS", "NO") if dated.on(day).covers("NP", country)]

    assert members(date(2025, 3, 1)) == ["NO"]
    assert members(date(2025, 7, 1)) == ["IS", "NO"]
    assert members(date(2026, 1, 1)) == ["IS"]


def test_an_area_may_be_one_country_or_all():
    today = areas("").on(ON)
    assert today.covers("CN", "CN") and not today.covers("CN", "US")
    assert today.covers("all", "CN") and today.covers("all", None)
    assert not today.covers("CN", None)


def test_offices_are_where_their_goods_arrive():
    offices = demonstration_law.on(ON).code_books.offices
    modes = demonstration_law.on(ON).code_books.transport_modes
    assert len(offices) == 8
    for office in offices.values():
        assert office.locations and set(office.name) == {"en", "fr"}
        assert set(office.modes) <= modes
    assert {mode for office in offices.values() for mode in office.modes} >= set("12345")


def test_the_legal_day_begins_before_that_of_utc():
    late = datetime(2026, 6, 30, 23, 0, tzinfo=UTC)
    assert legal_day(late, ahead_of_utc=timedelta(hours=1)) == date(2026, 7, 1)
    assert legal_day(late, ahead_of_utc=-timedelta(hours=4)) == date(2026, 6, 30)


@given(
    st.datetimes(timezones=st.just(UTC)).filter(lambda at: 1900 < at.year < 9000),
    st.integers(-12, 14),
)
def test_an_instant_has_one_legal_day_however_it_is_written(moment, hours):
    zone = timedelta(hours=3)
    there = moment.astimezone(timezone(timedelta(hours=hours)))
    assert legal_day(there, ahead_of_utc=zone) == (moment + zone).date()


def test_a_time_without_zone_is_no_instant():
    with pytest.raises(ValueError, match="expected an instant"):
        legal_day(datetime(2026, 1, 1), ahead_of_utc=timedelta())  # noqa: DTZ001


@pytest.mark.parametrize("text", ["", "1", "+25:00:00:00", "Rome"])
def test_an_offset_is_written_in_hours_and_minutes(text):
    with pytest.raises(ValueError):
        offset(text)
