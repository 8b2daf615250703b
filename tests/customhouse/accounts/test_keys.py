"""Keys and tokens: looked up by digest, limited by scopes, dead when revoked."""

from __future__ import annotations

import base64
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from customhouse.accounts import actions, queries
from customhouse.accounts.actions import KeyRefused
from customhouse.accounts.models import ApiKey
from customhouse.settings.database import acting_as, as_system, execute
from tests.customhouse.accounts.conftest import AT, SYSTEM

pytestmark = pytest.mark.database


def make_key(house, *scopes: str, by=None):
    return actions.create_key(
        organisation_id=house.trader.organisation_id,
        name="warehouse",
        scopes=scopes or ("declarations:write", "declarations:read"),
        by=by or house.trader,
        at=AT,
    )


def test_a_key_acts_for_its_organisation_within_its_scopes(house):
    key = make_key(house, "declarations:read")
    actor = queries.actor_of_secret(key.secret, at=AT)
    assert key.secret.startswith(f"fdc_live_{key.public_id}_")
    assert actor.organisation_id == house.trader.organisation_id
    assert (actor.roles, actor.via) == ({"trader"}, "api key")
    assert actor.may("declarations:read") and not actor.may("declarations:write")


def test_only_the_digest_of_a_key_is_kept(house):
    key = make_key(house)
    with as_system():
        row = execute("SELECT api_key::text FROM api_key").fetchone()[0]
    assert key.secret not in row and key.secret.split("_")[-1] not in row


def test_when_a_key_was_last_used_is_known(house):
    key = make_key(house)
    queries.actor_of_secret(key.secret, at=AT + timedelta(hours=1))
    with acting_as(house.trader):
        assert queries.keys(house.trader.organisation_id)[0].last_used_at == AT + timedelta(hours=1)


@pytest.mark.parametrize("secret", ["", "fdc_live_nothing", "x" * 500, "fdc_test_é", "fdc_token_x"])
def test_what_is_no_key_is_nobody(house, secret):
    assert queries.actor_of_secret(secret, at=AT) is None


def test_a_known_key_is_believed_without_asking_the_database(house, django_assert_num_queries):
    key = make_key(house)
    actor = queries.actor_of_secret(key.secret, at=AT)
    with django_assert_num_queries(0):
        assert queries.actor_of_secret(key.secret, at=AT) is actor


def test_a_revoked_key_is_nobody(house):
    key = make_key(house)
    queries.actor_of_secret(key.secret, at=AT)
    actions.revoke_key(public_id=key.public_id, by=house.trader, at=AT)
    assert queries.actor_of_secret(key.secret, at=AT) is None


def test_another_process_believes_a_revoked_key_for_half_a_minute_at_most(house, monkeypatch):
    key = make_key(house)
    clock = [1000.0]
    monkeypatch.setattr("customhouse.settings.recent.time.monotonic", lambda: clock[0])
    assert queries.actor_of_secret(key.secret, at=AT) is not None
    with as_system():
        ApiKey.objects.update(revoked_at=AT)
    clock[0] += 29
    assert queries.actor_of_secret(key.secret, at=AT) is not None
    clock[0] += 2
    assert queries.actor_of_secret(key.secret, at=AT) is None


def test_a_closed_organisations_key_is_nobody(house):
    key = make_key(house)
    execute("UPDATE organisation SET closed_at = now()")
    assert queries.actor_of_secret(key.secret, at=AT) is None


def test_a_sandbox_key_says_so(house):
    organisation = actions.create_organisation(
        kind="software house", name="Makers", is_sandbox=True, by=SYSTEM, at=AT
    )
    key = actions.create_key(
        organisation_id=organisation, name="t", scopes=["declarations:write"], by=SYSTEM, at=AT
    )
    assert key.secret.startswith("fdc_test_")
    assert queries.actor_of_secret(key.secret, at=AT).is_sandbox


def test_a_key_is_made_and_revoked_by_the_organisations_administrator(house):
    with pytest.raises(PermissionDenied):
        make_key(house, by=house.other)
    key = make_key(house)
    with pytest.raises(LookupError):
        actions.revoke_key(public_id=key.public_id, by=house.other, at=AT)


@pytest.mark.parametrize("scopes", [["everything"], []])
def test_a_key_needs_scopes_that_exist(house, scopes):
    with pytest.raises(ValueError, match="expected some of"):
        actions.create_key(
            organisation_id=house.trader.organisation_id,
            name="k",
            scopes=scopes,
            by=house.trader,
            at=AT,
        )


def test_another_organisations_keys_are_invisible(house):
    make_key(house)
    with acting_as(house.other):
        assert ApiKey.objects.count() == 0


def test_a_key_is_exchanged_for_a_token_that_expires(house):
    key = make_key(house)
    token = actions.exchange_key(
        public_id=key.public_id, secret=key.secret, scopes=["declarations:read"], at=AT
    )
    actor = queries.actor_of_secret(token.secret, at=AT)
    assert (actor.via, actor.scopes) == ("access token", {"declarations:read"})
    queries.forget_keys()
    later = AT + timedelta(seconds=token.seconds)
    assert queries.actor_of_secret(token.secret, at=later) is None
    assert actions.delete_expired_tokens(at=later + timedelta(seconds=1)) == 1


def test_a_token_dies_with_its_key(house):
    key = make_key(house)
    token = actions.exchange_key(public_id=key.public_id, secret=key.secret, at=AT)
    actions.revoke_key(public_id=key.public_id, by=house.trader, at=AT)
    assert queries.actor_of_secret(token.secret, at=AT) is None
    with pytest.raises(KeyRefused, match="invalid_client"):
        actions.exchange_key(public_id=key.public_id, secret=key.secret, at=AT)


def test_no_token_has_more_than_its_key(house):
    key = make_key(house, "declarations:read")
    with pytest.raises(KeyRefused, match="invalid_scope"):
        actions.exchange_key(
            public_id=key.public_id, secret=key.secret, scopes=["declarations:write"], at=AT
        )


def ask(key, *, how: str, **form: str):
    given = {"grant_type": "client_credentials", **form}
    if how == "header":
        word = base64.b64encode(f"{key.public_id}:{key.secret}".encode()).decode()
        return Client().post("/oauth/token", given, headers={"Authorization": f"Basic {word}"})
    given |= {"client_id": key.public_id, "client_secret": key.secret}
    return Client().post("/oauth/token", given)


@pytest.mark.parametrize("how", ["header", "form"])
def test_the_token_endpoint_speaks_oauth(house, how):
    key = make_key(house)
    answer = ask(key, how=how, scope="declarations:read")
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "no-store"
    said = answer.json()
    assert (said["token_type"], said["scope"]) == ("Bearer", "declarations:read")
    assert queries.actor_of_secret(said["access_token"], at=AT) is not None


def test_the_token_endpoint_refuses_as_the_standard_says(house):
    key = make_key(house)
    wrong = actions.NewKey(key.public_id, key.secret + "x")
    assert ask(wrong, how="header").status_code == 401
    assert ask(wrong, how="header").json() == {"error": "invalid_client"}
    assert ask(key, how="form", scope="all").json() == {"error": "invalid_scope"}
    assert ask(key, how="form", grant_type="password").json() == {"error": "unsupported_grant_type"}
    broken = Client().post(
        "/oauth/token",
        {"grant_type": "client_credentials"},
        headers={"Authorization": "Basic %%%"},
    )
    assert broken.status_code == 401
