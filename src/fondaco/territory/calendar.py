"""The legal day: which day it is in the country whose law is applied."""

from datetime import date, datetime, timedelta


def legal_day(at: datetime, *, ahead_of_utc: timedelta) -> date:
    """The day on which an instant falls in the country's legal time.

    ``at`` must say its offset from UTC; ValueError otherwise.

    >>> from datetime import UTC
    >>> legal_day(datetime(2026, 12, 31, 23, 30, tzinfo=UTC), ahead_of_utc=timedelta(hours=1))
    datetime.date(2027, 1, 1)
    """
    offset = at.utcoffset()
    if offset is None:
        raise ValueError(f"found {at} without an offset, expected an instant: say which zone it is")
    return (at.replace(tzinfo=None) - offset + ahead_of_utc).date()


def offset(text: str) -> timedelta:
    """How far a country's legal time is ahead of UTC, from its usual spelling.

    >>> offset("+01:00"), offset("-04:30")
    (datetime.timedelta(seconds=3600), datetime.timedelta(days=-1, seconds=70200))
    """
    found = datetime.strptime(text, "%z").utcoffset()
    if found is None:
        raise ValueError(f"found {text!r}, expected an offset such as +01:00")
    return found
