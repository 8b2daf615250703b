"""The secret of a day is on record before the day, is one, and is published after its time."""

from datetime import UTC, date, datetime, timedelta

import pytest

from customhouse.records import actions, queries
from customhouse.settings.database import as_system, on_behalf_of
from fondaco.evidence.draw import opens

pytestmark = pytest.mark.database

AT = datetime(2026, 11, 21, 8, 30, tzinfo=UTC)
TODAY = AT.date()


def test_today_and_a_week_ahead_are_committed_once(state):
    assert actions.commit_secrets(today=TODAY, at=AT) == 8
    assert actions.commit_secrets(today=TODAY, at=AT) == 0
    assert actions.commit_secrets(today=TODAY + timedelta(days=1), at=AT) == 1


def test_the_commitment_is_on_record_and_opens_with_the_secret(state):
    actions.commit_secrets(today=TODAY, at=AT)
    with as_system():
        (recorded,) = queries.history(f"draw:{TODAY}")
    assert recorded.kind == "draw.committed"
    assert opens(recorded.payload["commitment"], queries.secret_of(TODAY))


def test_a_lodgement_on_a_traders_behalf_draws_from_it(state):
    actions.commit_secrets(today=TODAY, at=AT)
    with on_behalf_of(scope="trader", organisation_id=7):
        assert len(queries.secret_of(TODAY)) == 32


def test_a_day_without_a_secret_is_an_error(state):
    with pytest.raises(KeyError, match="no secret is committed"):
        queries.secret_of(date(2026, 1, 1))


def test_a_secret_is_published_after_its_time_and_not_before(state):
    actions.commit_secrets(today=TODAY, at=AT)
    secret = queries.secret_of(TODAY)
    assert actions.publish_secrets(before=TODAY, at=AT) == 0
    assert all(each.secret is None for each in queries.commitments(since=TODAY))
    later = AT + timedelta(days=1)
    assert actions.publish_secrets(before=TODAY + timedelta(days=1), at=later) == 1
    shown = queries.commitments(since=TODAY)[0]
    assert bytes.fromhex(shown.secret) == secret
    assert opens(shown.commitment, bytes.fromhex(shown.secret))
