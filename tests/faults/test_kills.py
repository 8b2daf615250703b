"""Every process of the house may die at any moment, and nothing acknowledged is lost or doubled."""

import pytest

from tests.faults import kills


def test_web_database_and_worker_are_killed_under_load():
    assert kills.run(3, seed=1) == []


@pytest.mark.nightly
def test_fifty_kills():
    assert kills.run(50, seed=20261121) == []
